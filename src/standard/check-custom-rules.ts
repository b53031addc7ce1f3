import { suggestion } from '../base/nearest.ts';
import type { QueryMistake } from '../base/query-result.ts';
import type { LanguageId } from '../code/facts.ts';
import type { QueryFix } from '../rules/query-rule.ts';
import { namesIn } from '../rules/query-template.ts';
import { customIdsIn } from './custom-rule.ts';
import type { CustomRuleId, CustomRuleOptions } from './custom-rule.ts';
import { customRuleIds, type Layer } from './layer.ts';
import type { ValuePath } from './located-yaml.ts';
import type { Problem } from './problem.ts';
import type { Standard } from './standard.ts';

/** What a query captures, or what is wrong with it; undefined where it cannot be tried, e.g. because a grammar is not there. */
export type CheckQuery = (
  language: LanguageId,
  source: string,
) => Promise<{ readonly captures: readonly string[] } | { readonly mistake: QueryMistake } | undefined>;

/** What is wrong with the rules that a standard defines itself, when all its layers are put together. */
export async function checkCustomRules(
  layers: readonly Layer[],
  standard: Standard,
  checkQuery: CheckQuery | undefined,
): Promise<readonly Problem[]> {
  const ids = customRuleIds(layers);
  const defined = new Map(ids.flatMap((id) => definitionOf(id, standard) ?? []));
  const names = [...defined.keys()];
  const problems = [
    ...ids.filter((id) => !defined.has(id)).map((id) => notDefined(id, layers, names)),
    ...layers.flatMap((layer) => unknownInOverrides(layer, ids)),
  ];
  for (const [id, options] of defined) problems.push(...(await problemsOf(id, options, layers, checkQuery)));
  return problems;
}

function definitionOf(id: CustomRuleId, { rules }: Standard): [readonly [CustomRuleId, CustomRuleOptions]] | undefined {
  const { message, languages, ...others } = (rules.get(id)?.options ?? {}) as Partial<CustomRuleOptions>;
  if (message === undefined || !languages || Object.keys(languages).length === 0) return undefined;
  return [[id, { ...others, message, languages }]];
}

function notDefined(id: CustomRuleId, layers: readonly Layer[], defined: readonly string[]): Problem {
  const layer = layers.findLast(({ settings }) => settings.rules?.[id] !== undefined);
  const place = layer?.placeOf(['rules', id]) ?? { source: 'the standard' };
  const hint = suggestion(id, defined);
  return { ...place, message: `The rule ${id} is not defined${hint}: it needs "message" and "languages" with a query for at least one.` };
}

function unknownInOverrides({ settings, placeOf }: Layer, known: readonly CustomRuleId[]): Problem[] {
  return (settings.overrides ?? []).flatMap(({ rules }, index) =>
    customIdsIn({ rules })
      .filter((id) => !known.includes(id))
      .map((id) => ({
        ...placeOf(['overrides', index, 'rules', id]),
        message: `There is no rule "${id}"${suggestion(id, known)}: it is defined below "rules".`,
      })),
  );
}

async function problemsOf(
  id: CustomRuleId,
  { languages, message, fix }: CustomRuleOptions,
  layers: readonly Layer[],
  checkQuery: CheckQuery | undefined,
): Promise<Problem[]> {
  const layerSaying = (key: string): Layer | undefined => layers.findLast(({ settings }) => saysKey(settings.rules?.[id], key));
  const at = (...path: ValuePath) => layerSaying(String(path[0]))?.placeOf(['rules', id, ...path]) ?? { source: 'the standard' };
  const problems: Problem[] = [];
  for (const [language, source] of Object.entries(languages)) {
    const checked = await checkQuery?.(language, source);
    if (!checked) continue;
    if ('mistake' in checked) {
      const place = layerSaying('languages')?.placeInText(['rules', id, 'languages', language], checked.mistake.range.start);
      problems.push({ ...(place ?? at('languages')), message: `The ${language} query of ${id}: ${checked.mistake.message}.` });
      continue;
    }
    const unknown = (text: string): string | undefined => namesIn(text).find((name) => !checked.captures.includes(name));
    const say = (name: string): string =>
      `The ${language} query of ${id} captures nothing as @${name}${suggestion(name, checked.captures)}.`;
    const inMessage = unknown(message);
    if (inMessage !== undefined) problems.push({ ...at('message'), message: say(inMessage) });
    const inFix = fix && unknownInFix(fix, checked.captures, unknown);
    if (inFix) problems.push({ ...at('fix', inFix.key), message: say(inFix.name) });
  }
  return problems;
}

function unknownInFix(
  { capture, replace }: QueryFix,
  captures: readonly string[],
  unknown: (text: string) => string | undefined,
): { readonly key: string; readonly name: string } | undefined {
  if (capture !== undefined && !captures.includes(capture)) return { key: 'capture', name: capture };
  const name = unknown(replace);
  return name === undefined ? undefined : { key: 'replace', name };
}

function saysKey(entry: unknown, key: string): boolean {
  return typeof entry === 'object' && entry !== null && key in entry;
}
