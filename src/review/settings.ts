import picomatch from 'picomatch';
import type { TreeQuery } from '../code/tree-query.ts';
import type { RuleId } from '../finding/expectation.ts';
import { customPaths, customQueries } from '../standard/custom-rule.ts';
import type { RuleSetting, Standard } from '../standard/standard.ts';

type PathTest = (path: string) => boolean;

/** A standard, ready to be asked about paths. */
export class Settings {
  /** What the standard's own rules that are on ask of syntax trees. */
  readonly queries: readonly TreeQuery[];
  readonly #standard: Standard;
  readonly #isIgnored: PathTest;
  readonly #ownPaths: ReadonlyMap<RuleId, PathTest>;
  readonly #overrides: readonly { readonly applies: PathTest; readonly rules: Standard['overrides'][number]['rules'] }[];

  constructor(standard: Standard) {
    this.#standard = standard;
    this.#isIgnored = pathTest(standard.ignore);
    this.#ownPaths = new Map(customPaths(standard).map(([id, paths]) => [id, pathTest(paths)]));
    this.#overrides = standard.overrides.map(({ paths, rules }) => ({ applies: pathTest(paths), rules }));
    this.queries = customQueries(standard).filter(({ id }) => this.isOn(id));
  }

  isIgnored(path: string): boolean {
    return this.#isIgnored(path);
  }

  /** The setting of a rule at a path; without a path, or for the whole change, what holds everywhere. */
  at(rule: RuleId, path?: string): RuleSetting {
    let setting: RuleSetting = this.#standard.rules.get(rule) ?? { severity: 'off', options: {} };
    if (path === undefined) return setting;
    if (this.#ownPaths.get(rule)?.(path) === false) return { ...setting, severity: 'off' };
    for (const { applies, rules } of this.#overrides) {
      const override = rules.get(rule);
      if (override && applies(path)) setting = overridden(setting, override);
    }
    return setting;
  }

  /** Whether the rule is on anywhere. */
  isOn(rule: RuleId): boolean {
    return this.#firstOn(rule) !== undefined;
  }

  /** What a rule on the whole change runs with: the setting that holds everywhere, or else the first override that turns it on. */
  ofChange(rule: RuleId): RuleSetting {
    return this.#firstOn(rule) ?? this.at(rule);
  }

  #firstOn(rule: RuleId): RuleSetting | undefined {
    const everywhere = this.at(rule);
    const candidates = [everywhere, ...this.#overrides.map(({ rules }) => overridden(everywhere, rules.get(rule)))];
    return candidates.find(({ severity }) => severity !== 'off');
  }
}

/** Setting by setting: an option that the override does not name keeps its value. */
function overridden(setting: RuleSetting, override: Partial<RuleSetting> = {}): RuleSetting {
  return { ...setting, ...override, options: { ...setting.options, ...override.options } };
}

function pathTest(globs: readonly string[]): PathTest {
  return globs.length === 0 ? () => false : picomatch([...globs], { dot: true });
}
