import * as z from 'zod/mini';
import { severities } from '../finding/draft.ts';

export const severity = z.enum(['off', ...severities]).check(z.describe('How bad a finding is; `off` turns the rule off.'));

export const globs = z.array(z.string().check(z.minLength(1)));
