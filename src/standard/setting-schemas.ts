import * as z from 'zod/mini';
import { severities } from '../finding/draft.ts';

export const severity = z.enum(['off', ...severities]).check(z.describe('How bad a finding is; `off` turns the rule off.'));

/** What begins elsewhere than at the root of the repository, or leads out of it, would match nothing. */
const belowRoot = /^(?![/\\]|[A-Za-z]:[/\\])(?!(?:.*[/\\])?\.\.(?:[/\\]|$))/;

export const globs = z.array(
  z
    .string()
    .check(
      z.minLength(1),
      z.regex(belowRoot, 'a path or glob below the root of the repository is meant, without a slash before it and without ".."'),
    ),
);
