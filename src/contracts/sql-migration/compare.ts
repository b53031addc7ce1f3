import { groupBy } from '../../base/group-by.ts';
import type { Notice } from '../../base/notice.ts';
import { remembered } from '../../base/remembered.ts';
import type { Side } from '../../change/change-set.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { FileFacts } from '../../code/facts.ts';
import type { ContractComparison, ContractSurroundings, ReadCode, ReadFurther } from '../contract-kind.ts';
import { baseHistory, order, type BaseHistory } from './base-history.ts';
import { brokenNotice, understood } from './broken-statements.ts';
import { deletedChange, editedChange, irreversibleChange, orderChange, renamedChange } from './history-changes.ts';
import { downPath, isChangelogDocument, migrationPlace } from './migration-place.ts';
import { documentProblem } from '../document/read-contract-document.ts';
import { changelogDocument } from './liquibase-documents.ts';
import { codeFacts } from './code/code-facts.ts';
import { longestCodeMigration } from './code/code-migrations.ts';
import { longestMigration, migrationUnits, type MigrationUnit } from './migration-units.ts';
import { newMigrationChanges, type AddedMigration } from './new-migrations.ts';

interface UnitPair {
  readonly base?: MigrationUnit;
  readonly head?: MigrationUnit;
}

/** Compares the migrations of a change: what new ones do to callers, and what became of those that were there. */
export async function compareMigrations(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<ContractComparison> {
  const pairs = await unitPairs(files, surroundings.code);
  const added = addedAmong(pairs);
  const touched = pairs.flatMap(({ base, head }) => [base, head].flatMap((unit) => unit ?? []));
  const history = await baseHistory(touched, surroundings);
  const changes = [
    ...historyChanges(pairs, history),
    ...(await downChanges(
      added.map(({ unit }) => unit),
      history,
      surroundings.read,
    )),
    ...newMigrationChanges(added, history),
  ];
  return {
    changes: inOrder(changes),
    notices: [...history.notices, ...files.flatMap(notRead), ...pairs.flatMap(({ head }) => (head && brokenNotice(head)) ?? [])],
  };
}

/** What runs for the first time with a change, or again, in its order. */
export async function addedMigrations(
  files: readonly ChangedFile[],
  { code }: Pick<ContractSurroundings, 'code'>,
): Promise<readonly AddedMigration[]> {
  return addedAmong(await unitPairs(files, code));
}

function addedAmong(pairs: readonly UnitPair[]): readonly AddedMigration[] {
  const run = pairs.flatMap(({ base, head }) =>
    head && (!base || !isVersioned(head)) ? [{ unit: understood(head), before: base?.actions ?? [] }] : [],
  );
  return run.sort((a, b) => order({ path: a.unit.file.path, place: a.unit.place }, { path: b.unit.file.path, place: b.unit.place }));
}

/** The units of files at both sides. Ways back are for those who call them: they are no part of it. */
async function unitPairs(files: readonly ChangedFile[], code: ReadCode): Promise<readonly UnitPair[]> {
  const textsOf = (side: Side) => files.flatMap((file) => (file[side] ? [[file[side].path, file[side].text] as const] : []));
  const [base, head] = await Promise.all([codeFacts('base', textsOf('base'), code), codeFacts('head', textsOf('head'), code)]);
  return files.flatMap((file) => pairsOf(file, base.get(file.base?.path ?? ''), head.get(file.head?.path ?? '')));
}

function pairsOf({ base, head }: ChangedFile, baseFacts: FileFacts | undefined, headFacts: FileFacts | undefined): readonly UnitPair[] {
  if ([base, head].some(isBrokenChangelog)) return [];
  const before = base ? unitsOf(base, baseFacts) : [];
  const after = head ? unitsOf(head, headFacts) : [];
  const isOneEach = before.length === 1 && after.length === 1 && before[0]?.place.tool !== 'liquibase';
  if (isOneEach && before[0] && after[0]) return [{ base: before[0], head: after[0] }];
  const old = new Map(before.map((unit) => [unit.key, unit]));
  const now = new Set(after.map(({ key }) => key));
  return [
    ...after.map((unit) => pairOf(old.get(unit.key), unit)),
    ...before.filter(({ key }) => !now.has(key)).map((unit) => ({ base: unit })),
  ];
}

/** Nothing is new or gone by a document that cannot be read; a notice tells it. */
function isBrokenChangelog(file: SourceFile | undefined): boolean {
  return file !== undefined && isChangelogDocument(file.path, file.text) && changelogDocument(file).error !== undefined;
}

function pairOf(base: MigrationUnit | undefined, head: MigrationUnit): UnitPair {
  return base ? { base, head } : { head };
}

const unitsOf = remembered((file: SourceFile, facts: FileFacts | undefined): readonly MigrationUnit[] => {
  const place = migrationPlace(file.path, file.text);
  return place && !place.isDown ? migrationUnits(file, place, facts) : [];
});

function historyChanges(pairs: readonly UnitPair[], history: BaseHistory): readonly ContractChange[] {
  const moved = new Set(pairs.flatMap(({ head }) => (head ? [head.key] : [])));
  const gone = pairs.flatMap(({ base, head }) => (base && !head && !moved.has(base.key) && isVersioned(base) ? [base] : []));
  const deleted = [...groupBy(gone, ({ place }) => place.folder)].flatMap(
    ([folder, units]) =>
      deletedChange(
        units,
        pairs.some(({ base, head }) => head && !base && head.place.folder === folder),
      ) ?? [],
  );
  const others = pairs.flatMap(({ base, head }) => {
    if (!head) return [];
    if (!base) return orderChange(head, history.migrations) ?? [];
    const renamed = base.file.path === head.file.path ? undefined : renamedChange(base, head);
    const edited = head.repeatable || !isVersioned(head) ? undefined : editedChange(base, head);
    return [renamed, edited].flatMap((each) => each ?? []);
  });
  return [...deleted, ...others];
}

/** Only what is run once by its number or id is remembered by databases. */
function isVersioned({ place, repeatable }: MigrationUnit): boolean {
  return !repeatable && (place.version !== undefined || place.tool === 'liquibase');
}

/** Where others of the folder have a way back, or the file itself has a place for it. */
async function downChanges(
  added: readonly MigrationUnit[],
  { migrations }: BaseHistory,
  readFurther: ReadFurther,
): Promise<readonly ContractChange[]> {
  const expected = added.flatMap((unit) => downPath(unit.file.path) ?? []);
  const there = expected.length > 0 ? await readFurther('head', expected) : new Map<string, string>();
  return added.flatMap((unit) => {
    const down = downPath(unit.file.path);
    const isMissing =
      unit.actions.length > 0 &&
      (unit.lacksDown ||
        (down !== undefined && !there.has(down) && migrations.some(({ place }) => place.isDown && place.folder === unit.place.folder)));
    return isMissing ? [irreversibleChange(unit)] : [];
  });
}

function notRead({ base, head }: ChangedFile): readonly Notice[] {
  const broken = [head, base].find(isBrokenChangelog);
  if (broken) return [documentProblem(broken, changelogDocument(broken))];
  const longest = head && migrationPlace(head.path, '')?.tool === 'code' ? longestCodeMigration : longestMigration;
  if (!head || head.text.length <= longest) return [];
  return [
    {
      id: 'migration-too-long',
      message: `The migration is longer than ${String(longest / 1_000_000)} million characters and was not compared.`,
      remedy: 'Move the data out of it.',
      path: head.path,
      incomplete: true,
    },
  ];
}

function inOrder(changes: readonly ContractChange[]): readonly ContractChange[] {
  return [...changes].sort((a, b) => (a.file.path === b.file.path ? a.range.start - b.range.start : a.file.path < b.file.path ? -1 : 1));
}
