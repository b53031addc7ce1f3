import * as z from 'zod/mini';
import { confidences, severities } from '../finding/draft.ts';
import { expectations } from '../finding/expectation.ts';
import type { Rule } from '../rules/rule.ts';
import { builtInStandards } from './built-in.ts';
import { isCustomRuleId } from './custom-rule.ts';
import { customRuleEntry, customRuleOverride } from './custom-rule-schema.ts';
import type { ValuePath } from './located-yaml.ts';
import { waiverSchema } from './waiver-schema.ts';
import { globs, severity } from './setting-schemas.ts';

/** One layer of a standard as it is written in a file. Strict: what it does not know is a problem. */
export type StandardFile = z.infer<ReturnType<typeof standardFileSchema>>;

/** What is said of a rule: its severity, or an object with the rule's options beside it. */
export type RuleEntry = z.infer<typeof severity> | { readonly severity?: z.infer<typeof severity>; readonly [option: string]: unknown };

/**
 * The schema of a standard's file, from the options of the rules themselves.
 * @param customIds the rules of its own that the file speaks of
 */
export function standardFileSchema(rules: readonly Rule[], customIds: readonly string[] = []) {
  const own = customRuleEntry(languagesOf(rules));
  const known = ruleEntries(rules);
  const entries = withCustom(known, customIds, own);
  return z.strictObject({
    name: z.optional(z.string().check(z.minLength(1), z.describe('What the standard is called in reports.'))),
    extends: z.optional(z.union([reference, z.array(reference)]).check(z.describe(extendsText))),
    rules: z.optional(
      entries.check(z.describe('Rules by id, and groups of rules (`tests/*`, `*`), with their severity or their options.')),
    ),
    overrides: z.optional(
      z
        .array(override(withCustom(known, customIds, customRuleOverride)))
        .check(z.describe('Other settings for some files. Later ones win.')),
    ),
    waivers: z.optional(
      z
        .array(waiverSchema(rules))
        .check(z.describe('What may pass until a day, with the reason and who answers for it. Those of the extended standards hold, too.')),
    ),
    ignore: z.optional(globs.check(z.describe('Globs of files that are not reviewed, beside those of the extended standards.'))),
    coverage: z.optional(
      globs.check(
        z.describe(
          'Where reports on what tests executed are (lcov, Istanbul, JaCoCo, Cobertura, Clover), beside the usual places and those of the extended standards: paths and globs below the root.',
        ),
      ),
    ),
    minimumConfidence: z.optional(
      z.enum(confidences).check(z.describe('Findings that are less sure are kept but not shown, and do not count.')),
    ),
    noticeMonths: z.optional(
      z
        .int()
        .check(
          z.minimum(0),
          z.maximum(120),
          z.describe('How many months before a break its deprecation must have been published for the break to be planned.'),
        ),
    ),
    gate: z.optional(
      z.strictObject({
        failOn: z.optional(z.enum([...severities, 'never']).check(z.describe('From which severity on a new finding fails the review.'))),
      }),
    ),
  });
}

const extendsText =
  'Standards to start from; a later one overrides an earlier one, and this file overrides them all. A built-in one, a file (`./base.yaml`), an installed npm package (`@acme/standard`), or a git repository at a tag or commit (`github:acme/standard#v1.2.0`). All start from `plumbline:recommended`.';

const reference = z
  .string()
  .check(z.minLength(1), z.meta({ examples: [...Object.keys(builtInStandards), './standard.yaml', 'github:acme/standard#v1.2.0'] }));

function override(entries: ReturnType<typeof withCustom>) {
  return z.strictObject({
    paths: globs.check(z.minLength(1), z.describe('Globs relative to the root of the repository.')),
    rules: entries,
  });
}

type Entry = z.ZodMiniType<RuleEntry | undefined>;

function ruleEntries(rules: readonly Rule[]): Readonly<Record<string, Entry>> {
  const groups = ['*', ...expectations.map(({ id }) => `${id}/*`)];
  const byGroup = groups.map((group) => [group, z.optional(severity)] as const);
  const byRule = rules.map((rule) => [rule.id, z.optional(ruleEntry(rule))] as const);
  return Object.fromEntries<Entry>([...byGroup, ...byRule]);
}

function withCustom(known: Readonly<Record<string, Entry>>, customIds: readonly string[], custom: z.ZodMiniType) {
  const own = customIds.map((id) => [id, z.optional(custom) as Entry] as const);
  return z.strictObject<Record<string, Entry>>({ ...known, ...Object.fromEntries(own) });
}

/** Every language that some rule knows. */
export function languagesOf(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ languages }) => (languages === 'any' ? [] : languages)))].sort();
}

function ruleEntry(rule: Rule): z.ZodMiniType<RuleEntry> {
  const settings = z.strictObject({ severity: z.optional(severity), ...z.partial(rule.options).shape });
  return z
    .union([severity, settings])
    .check(z.meta({ title: rule.title, description: `${rule.title}. ${rule.reason}` })) as z.ZodMiniType<RuleEntry>;
}

const customRuleKeys = ['severity', 'message', 'languages', 'title', 'reason', 'remedy', 'paths', 'confidence', 'cwe', 'fix', 'examples'];

/** The keys that a file may have at a path, for suggestions. */
export function keysAt(path: ValuePath, rules: readonly Rule[]): readonly string[] {
  const [last, before] = [path.at(-1), path.at(-2)];
  if (last === undefined) return Object.keys(standardFileSchema([]).shape);
  if (last === 'gate') return ['failOn'];
  if (last === 'rules') return rules.map(({ id }) => id);
  if (before === 'overrides') return ['paths', 'rules'];
  if (before === 'waivers') return Object.keys(waiverSchema([]).shape);
  if (last === 'languages') return languagesOf(rules);
  if (last === 'fix') return ['title', 'replace', 'capture', 'safety'];
  if (before === 'rules' && isCustomRuleId(String(last))) return customRuleKeys;
  const rule = rules.find(({ id }) => id === last);
  return before === 'rules' && rule ? ['severity', ...Object.keys(rule.options.shape)] : [];
}
