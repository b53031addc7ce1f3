import * as z from 'zod/mini';
import { expectations } from '../finding/expectation.ts';
import type { Rule } from '../rules/rule.ts';
import { globs } from './setting-schemas.ts';
import { isDate } from './waiver.ts';

const text = (what: string) => z.string().check(z.minLength(1), z.maxLength(1_000), z.describe(what));

/** How a waiver is written in a standard's file. */
export function waiverSchema(rules: readonly Rule[]) {
  const examples = [...expectations.map(({ id }) => `${id}/*`), ...rules.map(({ id }) => id), '*'];
  return z.strictObject({
    rule: text('The rule that is waived, a group of rules (`tests/*`), or `*`.').check(z.meta({ examples })),
    paths: z.optional(globs.check(z.minLength(1), z.describe('Globs of the files in which it is waived. Default: all.'))),
    symbol: z.optional(text('The qualified name of what a finding is about, e.g. `com.acme.Order.total`; what is in it is waived, too.')),
    fingerprint: z.optional(text('The one finding that is waived, as SARIF (`partialFingerprints`) and JSON reports name it.')),
    reason: text('Why it is right to let it pass for now. It stands in every report.'),
    owner: text('Who answers for it, and is asked when it expires.'),
    expires: z
      .string()
      .check(
        z.refine(isDate, 'is no date: write it like 2026-12-31'),
        z.describe('The last day on which the waiver holds, like 2026-12-31. From the next day on findings count again.'),
      ),
  });
}
