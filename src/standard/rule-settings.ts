import type { Rule } from '../rules/rule.ts';
import type { ValuePath } from './located-yaml.ts';
import type { RuleEntry, StandardFile } from './schema.ts';
import type { RuleSetting } from './standard.ts';
import type { Provenance } from './provenance.ts';

/** What a part of a standard says of one rule: its severity, its options, and where each is said. */
export interface SaidOfRule {
  readonly severity?: RuleSetting['severity'];
  /** Only those that are said. */
  readonly options: Readonly<Record<string, unknown>>;
  /** `severity` or an option's name → where. */
  readonly places: ReadonlyMap<string, Provenance>;
}

/** What the rule says itself, before any standard. */
export function ownSettings(rule: Rule): SaidOfRule {
  const options = defaultsOf(rule);
  const place = { source: 'the rule itself' };
  const names = ['severity', ...Object.keys(options)];
  return { severity: rule.severity, options, places: new Map(names.map((name) => [name, place])) };
}

function defaultsOf(rule: Rule): Readonly<Record<string, unknown>> {
  return rule.options.parse({});
}

/**
 * What one `rules` block says of a rule, from the general to the particular: `*`, then the group, then the rule.
 * @param placeOf where a path below the block is written
 */
export function saidOf(rule: Pick<Rule, 'id'>, block: StandardFile['rules'], placeOf: (path: ValuePath) => Provenance): SaidOfRule {
  const group = rule.id.slice(0, rule.id.indexOf('/'));
  const keys = ['*', `${group}/*`, rule.id];
  const entries = keys.flatMap((key) => {
    const entry = block?.[key];
    return entry === undefined ? [] : [entryOf(entry, key, placeOf)];
  });
  return overlay(entries);
}

/** Later ones override earlier ones, setting by setting. */
export function overlay(parts: readonly SaidOfRule[]): SaidOfRule {
  const severity = parts.findLast((part) => part.severity !== undefined)?.severity;
  return {
    ...(severity === undefined ? {} : { severity }),
    options: Object.assign({}, ...parts.map(({ options }) => options)) as Record<string, unknown>,
    places: new Map(parts.flatMap(({ places }) => [...places])),
  };
}

function entryOf(entry: RuleEntry, key: string, placeOf: (path: ValuePath) => Provenance): SaidOfRule {
  if (typeof entry === 'string') return { severity: entry, options: {}, places: new Map([['severity', placeOf([key])]]) };
  const { severity, ...options } = entry;
  return {
    ...(severity === undefined ? {} : { severity }),
    options,
    places: new Map(Object.keys(entry).map((name) => [name, placeOf([key, name])])),
  };
}
