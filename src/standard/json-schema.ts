import * as z from 'zod/mini';
import type { Rule } from '../rules/rule.ts';
import { standardFileSchema } from './schema.ts';

/** The JSON schema of `plumbline.yaml`, for completion and hover in an editor. The same text for the same rules. */
export function standardJsonSchema(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { $schema, ...schema } = z.toJSONSchema(standardFileSchema(sorted), { io: 'input', reused: 'ref', target: 'draft-7' });
  return `${JSON.stringify({ $schema, title: 'Plumbline standard', ...schema }, undefined, 2)}\n`;
}
