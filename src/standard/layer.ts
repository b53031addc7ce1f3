import english from 'zod/v4/locales/en.js';
import type { Rule } from '../rules/rule.ts';
import { explainIssue } from './explain-issue.ts';
import { readYaml } from './located-yaml.ts';
import type { LocatedYaml } from './located-yaml.ts';
import type { Problem } from './problem.ts';
import { keysAt, standardFileSchema } from './schema.ts';
import type { StandardFile } from './schema.ts';
import { customIdsIn, isCustomRuleId, type CustomRuleId } from './custom-rule.ts';

/** One file of a standard, checked, with the place of every setting. */
export interface Layer {
  /** Where it is from, as a person would look for it, e.g. `plumbline.yaml`, `github:acme/standard#v1/plumbline.yaml`. */
  readonly source: string;
  readonly settings: StandardFile;
  readonly placeOf: LocatedYaml['placeOf'];
  readonly placeOfValue: LocatedYaml['placeOfValue'];
  readonly placeInText: LocatedYaml['placeInText'];
}

/** Makes the reader of layers for these rules; what is wrong goes to `problems`. */
export function layerReader(rules: readonly Rule[], problems: Problem[]): (source: string, text: string) => Layer | undefined {
  const { localeError } = english();
  return (source, text) => {
    const yaml = readYaml(source, text);
    if (!('value' in yaml)) {
      problems.push(...yaml);
      return undefined;
    }
    const parsed = standardFileSchema(rules, customIdsIn(yaml.value)).safeParse(yaml.value, { error: localeError });
    const issues = parsed.error?.issues ?? [];
    const explained = issues.flatMap((issue) => explainIssue(issue, yaml.value, (path) => keysAt(path, rules)));
    problems.push(
      ...explained
        .map(({ path, isOfKey, message }) => ({ ...(isOfKey ? yaml.placeOf(path) : yaml.placeOfValue(path)), message }))
        .sort(byPlace),
    );
    // What was written counts, not what the schema fills in: a default must not override a lower layer.
    const settings = parsed.success ? (yaml.value as StandardFile) : extendsOf(yaml.value);
    return { source, settings, ...yaml };
  };
}

/** The own rules that the layers define or set, sorted. */
export function customRuleIds(layers: readonly Layer[]): readonly CustomRuleId[] {
  return [...new Set(layers.flatMap(({ settings }) => Object.keys(settings.rules ?? {}).filter(isCustomRuleId)))].sort();
}

/** What a file with mistakes extends is still looked at, so that all mistakes are said at once. */
function extendsOf(value: unknown): StandardFile {
  const said = (value as { readonly extends?: unknown } | null)?.extends;
  if (typeof said === 'string') return { extends: said };
  return { extends: Array.isArray(said) ? said.filter((reference) => typeof reference === 'string') : [] };
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
