import assert from 'node:assert/strict';
import { rules } from '../../../../../src/rules/index.ts';
import type { Texts } from '../../rule-cases.ts';
import { toldApart, type Setting, type Told } from '../told-apart.ts';

/** One change, the ids under which published tools list it, and ours that are shown for it. */
export type PublishedCase = readonly [ids: string, base: string | Texts, head: string | Texts, kinds: readonly string[], around?: Texts];

/** Ids that are not told, with words of the page that says so. */
export interface LeftOut {
  readonly ids: string;
  readonly rule: string;
  readonly says: string;
}

/** Tests that every id of some tools is told in a case that runs, or left out on the page of a rule. */
export function mapsPublishedIds(
  setting: Setting,
  tools: Readonly<Record<string, string>>,
  cases: readonly PublishedCase[],
  leftOut: readonly LeftOut[],
): void {
  toldApart(
    setting,
    cases.map(([ids, base, head, kinds, around]): Told => [ids, base, head, kinds, around ?? {}]),
  );

  for (const [tool, list] of Object.entries(tools)) {
    it(`has a place for every id of ${tool}`, () => {
      const told = cases.flatMap(([ids, , , kinds]) => (kinds.length > 0 ? [ids] : []));
      const known = new Set([...told, ...leftOut.map(({ ids }) => ids)].flatMap(words));
      assert.deepEqual(
        words(list).filter((id) => !known.has(id)),
        [],
      );
    });
  }

  it('knows no id that no tool has, and leaves out none that it tells', () => {
    const all = new Set(Object.values(tools).flatMap(words));
    const told = new Set(cases.filter(([, , , kinds]) => kinds.length > 0).flatMap(([ids]) => words(ids)));
    assert.deepEqual(
      [...cases.flatMap(([ids]) => words(ids)), ...leftOut.flatMap(({ ids }) => words(ids))].filter((id) => !all.has(id)),
      [],
    );
    assert.deepEqual(
      leftOut.flatMap(({ ids }) => words(ids)).filter((id) => told.has(id)),
      [],
    );
  });

  for (const { rule, says } of leftOut) {
    it(`${rule} says what is left out: ${says}`, () => {
      assert.ok(rules.find(({ id }) => id === rule)?.limits?.includes(says));
    });
  }
}

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter(Boolean);
}
