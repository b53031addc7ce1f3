import * as z from 'zod/mini';
import type { Rule } from '../rules/rule.ts';
import { customRuleIdPattern } from './custom-rule.ts';
import { standardFileSchema } from './schema.ts';

/** The JSON schema of `plumbline.yaml`, for completion and hover in an editor. The same text for the same rules. */
export function standardJsonSchema(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const options = { io: 'input', reused: 'ref', target: 'draft-7' } as const;
  const { $schema, ...schema } = z.toJSONSchema(standardFileSchema(sorted, [anyCustomRule]), options);
  return `${JSON.stringify({ $schema, title: 'Plumbline standard', ...schema }, byPattern, 2)}\n`;
}

/** Stands for every rule that a standard defines itself. */
const anyCustomRule = 'custom/any';

/** Own rules have names of their own: what is said of the one that stands for them holds for all that are named so. */
function byPattern(_key: string, value: unknown): unknown {
  const { properties, ...others } = (value ?? {}) as { readonly properties?: Readonly<Record<string, unknown>> };
  if (!properties || !Object.hasOwn(properties, anyCustomRule)) return value;
  const { [anyCustomRule]: own, ...named } = properties;
  return { ...others, properties: named, patternProperties: { [customRuleIdPattern.source]: own } };
}
