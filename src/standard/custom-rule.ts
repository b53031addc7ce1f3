import type { Severity } from '../finding/draft.ts';
import type { RuleId } from '../finding/expectation.ts';
import { defineQueryRule } from '../rules/query-rule.ts';
import type { QueryRuleDefinition } from '../rules/query-rule.ts';
import type { Rule } from '../rules/rule.ts';
import type { TreeQuery } from '../code/tree-query.ts';
import { describeProvenance } from './problem.ts';
import type { Standard } from './standard.ts';

export type CustomRuleId = `custom/${string}`;

/** The severity of an own rule that says none. */
export const defaultSeverity: Severity = 'warning';

/** The names that a standard may give to rules of its own. */
export const customRuleIdPattern = /^custom\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a key may name a rule that a standard defines itself. */
export function isCustomRuleId(key: string): key is CustomRuleId {
  return customRuleIdPattern.test(key);
}

/** The own rules that a file's value speaks of, whatever else is wrong with it. */
export function customIdsIn(value: unknown): readonly CustomRuleId[] {
  const { rules, overrides } = (value ?? {}) as { readonly rules?: unknown; readonly overrides?: unknown };
  const blocks = Array.isArray(overrides) ? overrides.map((each) => (each as { readonly rules?: unknown } | null)?.rules) : [];
  return [...new Set([rules, ...blocks].flatMap((block) => Object.keys(block ?? {}).filter(isCustomRuleId)))];
}

/** The rules that a standard defines itself. Their settings hold their definitions. */
export function customRules({ rules, provenance }: Standard): readonly Rule[] {
  return [...rules].flatMap(([id, { severity, options }]) => {
    if (!isCustomRuleId(id)) return [];
    const place = provenance.get(`rules.${id}.languages`);
    const said = options as unknown as CustomRuleOptions;
    return [defineQueryRule(definitionOf(id, severity === 'off' ? defaultSeverity : severity, said, place && describeProvenance(place)))];
  });
}

/** The own rules that look at some files only, with the globs of these. */
export function customPaths({ rules }: Standard): readonly (readonly [RuleId, readonly string[]])[] {
  return [...rules].flatMap(([id, { options }]) => {
    const { paths } = options as Partial<CustomRuleOptions>;
    return isCustomRuleId(id) && paths ? [[id, paths] as const] : [];
  });
}

/** What the own rules ask of syntax trees. */
export function customQueries({ rules }: Standard): readonly (TreeQuery & { readonly id: RuleId })[] {
  return [...rules].flatMap(([id, { options }]) => {
    const { languages } = options as Partial<CustomRuleOptions>;
    return isCustomRuleId(id) && languages ? [{ id, sources: languages }] : [];
  });
}

/** What a file may say of an own rule, beside its severity. */
export type CustomRuleOptions = Pick<QueryRuleDefinition, 'message' | 'languages'> &
  Partial<Omit<QueryRuleDefinition, 'id' | 'message' | 'languages' | 'severity' | 'definedAt'>>;

function definitionOf(id: RuleId, severity: Severity, said: CustomRuleOptions, definedAt: string | undefined): QueryRuleDefinition {
  const words = id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
  return {
    ...said,
    id,
    severity,
    title: said.title ?? words.charAt(0).toUpperCase() + words.slice(1),
    reason: said.reason ?? 'The team has agreed on it.',
    remedy: said.remedy ?? 'See the message, or ask whoever keeps the standard.',
    confidence: said.confidence ?? 'high',
    ...(definedAt !== undefined && { definedAt }),
  };
}
