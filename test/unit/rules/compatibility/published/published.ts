import assert from 'node:assert/strict';
import type { ContractKind } from '../../../../../src/contracts/contract-kind.ts';
import { rules } from '../../../../../src/rules/index.ts';
import { compare } from '../../../contracts/comparing.ts';
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

/** The lists of ids of several tools. */
export type Tools = Readonly<Record<string, string>>;

/** Tests that every id of some tools that compare code is told in a case that runs, or left out on the page of a rule. */
export function mapsPublishedIds(setting: Setting, tools: Tools, cases: readonly PublishedCase[], leftOut: readonly LeftOut[]): void {
  toldApart(
    setting,
    cases.map(([ids, base, head, kinds, around]): Told => [ids, base, head, kinds, around ?? {}]),
  );
  hasPlaceForAll(tools, leftOut, cases);
}

/** One change of a document, the ids under which published tools list it, both texts, and each impact and id of ours. */
export type PublishedChange = readonly [ids: string, base: string | Texts, head: string | Texts, told: readonly string[]];

/** The same for tools that compare documents of a kind; what is compatible counts as told when the comparison says so. */
export function mapsPublishedChanges(
  { kind, path }: { readonly kind: ContractKind; readonly path: string },
  tools: Tools,
  cases: readonly PublishedChange[],
  leftOut: readonly LeftOut[],
  toldElsewhere: readonly string[] = [],
): void {
  const files = (side: string | Texts): Texts => (typeof side === 'string' ? { [path]: side } : side);
  for (const [ids, base, head, told] of cases) {
    it(ids, async () => {
      const { changes, notices } = await compare(kind, files(base), files(head));
      assert.deepEqual(notices, []);
      assert.deepEqual(
        changes.map(({ impact, change }) => `${impact} ${change}`),
        told,
      );
    });
  }
  hasPlaceForAll(tools, leftOut, cases, toldElsewhere);
}

function hasPlaceForAll(
  tools: Tools,
  leftOut: readonly LeftOut[],
  cases: readonly (PublishedCase | PublishedChange)[],
  toldElsewhere: readonly string[] = [],
): void {
  const told = new Set([...cases.filter(([, , , kinds]) => kinds.length > 0).flatMap(([ids]) => words(ids)), ...toldElsewhere]);
  const leftOutIds = leftOut.flatMap(({ ids }) => words(ids));

  for (const [tool, list] of Object.entries(tools)) {
    it(`has a place for every id of ${tool}`, () => {
      const known = new Set([...told, ...leftOutIds]);
      assert.deepEqual(
        words(list).filter((id) => !known.has(id)),
        [],
      );
    });
  }

  it('knows no id that no tool has, and leaves out none that it tells', () => {
    const all = new Set(Object.values(tools).flatMap(words));
    assert.deepEqual(
      [...cases.flatMap(([ids]) => words(ids)), ...leftOutIds].filter((id) => !all.has(id)),
      [],
    );
    assert.deepEqual(
      leftOutIds.filter((id) => told.has(id)),
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
