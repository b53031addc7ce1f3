import * as z from 'zod/mini';
import { confidences } from '../finding/draft.ts';
import { globs, severity } from './setting-schemas.ts';

const words = (what: string) => z.optional(z.string().check(z.minLength(1), z.maxLength(2_000), z.describe(what)));

const fix = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(200), z.describe('An imperative, e.g. `Use the logger`.')),
  replace: z
    .string()
    .check(z.maxLength(4_000), z.describe('The text to write instead; `${name}` is what the query captures as `@name`, `$$` a dollar.')),
  capture: z.optional(z.string().check(z.describe('The capture that is replaced. Default: `finding`.'))),
  safety: z.optional(
    z.enum(['safe', 'unsafe']).check(z.describe('`safe`: may be applied unseen and in bulk. Default: `unsafe`, one by one after a look.')),
  ),
});

const texts = (what: string) =>
  z.optional(z.record(z.string().check(z.minLength(1)), z.string().check(z.maxLength(20_000))).check(z.describe(what)));

const examples = z.strictObject({
  finds: texts('Files in which the rule finds something: name → text.'),
  passes: texts('Files in which it finds nothing: name → text.'),
});

const queryText =
  'A tree-sitter query. What it captures as `@finding` is found; other captures are for conditions (`#eq?`, `#match?`, `#any-of?`, also with `not-` and `any-`) and for the message. Patterns are RE2’s.';

/** What a standard says of a rule of its own: a severity, or (in one of its layers) what defines it. */
export function customRuleEntry(languages: readonly string[]) {
  const query = z.optional(z.string().check(z.minLength(1), z.describe(queryText)));
  const definition = z.strictObject({
    severity: z.optional(severity),
    message: words('What a finding says, in a sentence; `${name}` is what the query captures as `@name`.'),
    languages: z.optional(
      z
        .strictObject(Object.fromEntries(languages.map((language) => [language, query])))
        .check(z.describe('The query for each language that the rule is for.')),
    ),
    title: words('What is seen, in a few words. Default: the words of the rule’s name.'),
    reason: words('Why it matters.'),
    remedy: words('What to do about it.'),
    paths: z.optional(globs.check(z.minLength(1), z.describe('Globs of the files that the rule looks at. Default: all.'))),
    confidence: z.optional(z.enum(confidences).check(z.describe('How sure a finding is. Default: `high`.'))),
    cwe: z.optional(z.array(z.int().check(z.minimum(1))).check(z.describe('Weaknesses by number, e.g. 532.'))),
    fix: z.optional(fix.check(z.describe('How to mend a finding.'))),
    examples: z.optional(
      examples.check(z.describe('What it finds and what not. `plumbline standard check` tries them, `plumbline explain` shows them.')),
    ),
  });
  const description = 'A rule of your own: a tree-sitter query for each language, and what to say of what it finds.';
  return z.union([severity, definition]).check(z.meta({ title: 'A rule of your own', description }));
}

/** What an override says of one: how bad it is there. */
export const customRuleOverride = z.union([severity, z.strictObject({ severity })]);
