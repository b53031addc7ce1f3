import type { RuleId } from '../finding/expectation.ts';
import type { Rule } from '../rules/rule.ts';
import { customRuleIds, type Layer } from './layer.ts';
import type { ValuePath } from './located-yaml.ts';
import { overlay, ownSettings, saidOf } from './rule-settings.ts';
import type { SaidOfRule } from './rule-settings.ts';
import { defaultSeverity } from './custom-rule.ts';
import type { StandardFile } from './schema.ts';
import type { RuleSetting, Standard } from './standard.ts';
import type { Provenance } from './provenance.ts';

/**
 * Merges checked layers, setting by setting; a later one overrides an earlier one. Lists of `ignore`, `coverage`, `overrides` and `waivers` add up.
 * @param layers at least the recommended standard, which says every setting that is not a rule's
 */
export function mergeLayers(layers: readonly Layer[], rules: readonly Rule[]): Standard {
  const provenance = new Map<string, Provenance>();
  const lastSaid = <Value>(path: ValuePath, valueIn: (settings: StandardFile) => Value | undefined): Value | undefined => {
    const layer = layers.findLast(({ settings }) => valueIn(settings) !== undefined);
    if (layer) provenance.set(path.join('.'), layer.placeOf(path));
    return layer && valueIn(layer.settings);
  };
  return {
    name: lastSaid(['name'], ({ name }) => name) ?? '',
    minimumConfidence: lastSaid(['minimumConfidence'], ({ minimumConfidence }) => minimumConfidence) ?? 'medium',
    noticeMonths: lastSaid(['noticeMonths'], ({ noticeMonths }) => noticeMonths) ?? 6,
    gate: { failOn: lastSaid(['gate', 'failOn'], ({ gate }) => gate?.failOn) ?? 'error' },
    rules: mergeRules(layers, rules, provenance),
    overrides: joinOverrides(layers, rules, provenance),
    ignore: joinGlobs('ignore', layers, provenance),
    coverage: joinGlobs('coverage', layers, provenance),
    waivers: joinWaivers(layers, provenance),
    baseline: new Set(),
    provenance,
  };
}

function mergeRules(layers: readonly Layer[], rules: readonly Rule[], provenance: Map<string, Provenance>): Standard['rules'] {
  const merged = new Map<RuleId, RuleSetting>();
  for (const rule of rules) {
    const said = layers.map((layer) => saidOf(rule, layer.settings.rules, (path) => layer.placeOf(['rules', ...path])));
    const { severity = rule.severity, options, places } = overlay([ownSettings(rule), ...said]);
    merged.set(rule.id, { severity, options });
    recordPlaces(provenance, `rules.${rule.id}`, places);
  }
  for (const id of customRuleIds(layers)) {
    const said = layers.map((layer) => saidOf({ id }, layer.settings.rules, (path) => layer.placeOf(['rules', ...path])));
    const { severity = defaultSeverity, options, places } = overlay(said);
    merged.set(id, { severity, options });
    recordPlaces(provenance, `rules.${id}`, places);
  }
  return merged;
}

function joinOverrides(layers: readonly Layer[], rules: readonly Rule[], provenance: Map<string, Provenance>): Standard['overrides'] {
  const joined: Standard['overrides'][number][] = [];
  for (const layer of layers) {
    for (const [index, { paths, rules: block }] of (layer.settings.overrides ?? []).entries()) {
      const name = `overrides.${joined.length}`;
      provenance.set(`${name}.paths`, layer.placeOf(['overrides', index, 'paths']));
      const settings = new Map<RuleId, Partial<RuleSetting>>();
      for (const rule of [...rules, ...customRuleIds(layers).map((id) => ({ id }))]) {
        const said = saidOf(rule, block, (path) => layer.placeOf(['overrides', index, 'rules', ...path]));
        if (said.places.size === 0) continue;
        settings.set(rule.id, partialSetting(said));
        recordPlaces(provenance, `${name}.rules.${rule.id}`, said.places);
      }
      joined.push({ paths, rules: settings });
    }
  }
  return joined;
}

function partialSetting({ severity, options }: SaidOfRule): Partial<RuleSetting> {
  return { ...(severity === undefined ? {} : { severity }), ...(Object.keys(options).length === 0 ? {} : { options }) };
}

function joinGlobs(setting: 'ignore' | 'coverage', layers: readonly Layer[], provenance: Map<string, Provenance>): readonly string[] {
  const joined: string[] = [];
  for (const layer of layers) {
    for (const [index, glob] of (layer.settings[setting] ?? []).entries()) {
      provenance.set(`${setting}.${joined.length}`, layer.placeOf([setting, index]));
      joined.push(glob);
    }
  }
  return joined;
}

function joinWaivers(layers: readonly Layer[], provenance: Map<string, Provenance>): Standard['waivers'] {
  const waivers = layers.flatMap((layer) =>
    (layer.settings.waivers ?? []).map((waiver, index) => ({ ...waiver, place: layer.placeOf(['waivers', index]) })),
  );
  waivers.forEach(({ place }, index) => provenance.set(`waivers.${index}`, place));
  return waivers;
}

function recordPlaces(provenance: Map<string, Provenance>, name: string, places: SaidOfRule['places']): void {
  for (const [setting, place] of places) provenance.set(`${name}.${setting}`, place);
}
