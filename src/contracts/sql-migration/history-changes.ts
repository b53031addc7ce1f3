import { contractChange } from './contract-changes.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { MigrationPlace, MigrationTool } from './migration-place.ts';
import { compareVersions } from './migration-place.ts';
import type { MigrationUnit } from './migration-units.ts';
import { contentOf } from './new-migrations.ts';
import { sqlTokens } from './sql-tokens.ts';

/** Tools that refuse to run where an applied migration is no longer what it was. */
const checksContents = new Set<MigrationTool>(['flyway', 'liquibase']);
/** Tools that refuse to run, or silently leave it out, where a migration is older than the newest that was applied. */
const checksOrder = new Set<MigrationTool>(['flyway', 'golang-migrate']);

/** A migration that was there before has other contents now. */
export function editedChange(base: MigrationUnit, head: MigrationUnit): ContractChange | undefined {
  const effect = editEffect(base, head);
  if (!effect) return undefined;
  const breaks = checksContents.has(head.place.tool);
  return contractChange(
    head,
    head.range,
    {
      change: 'editing-applied-migration',
      impact: effect === 'comments' ? 'compatible' : breaks ? 'breaking' : 'risky',
      element: head.key,
      message: `\`${head.label}\` was there before and says something else now: databases that ran it ${breaks ? 'fail its checksum and refuse to start' : 'stay as they were, new ones become different'}.`,
    },
    { file: base.file, range: base.range },
  );
}

/** What the tool notices of an edit: Flyway every character, the others what the statements say. */
function editEffect(base: MigrationUnit, head: MigrationUnit): 'comments' | 'statements' | undefined {
  const texts = [base, head].map(({ file, range }) => file.text.slice(range.start, range.end).replaceAll('\r\n', '\n').trimEnd());
  if (head.allowsEdits) return undefined;
  if (base.contents !== undefined && head.contents !== undefined) return base.contents === head.contents ? undefined : 'statements';
  if (texts[0] === texts[1]) return undefined;
  if (head.place.tool === 'flyway') return 'statements';
  if (head.place.tool === 'rails' || head.place.tool === 'code')
    return base.actions.map(contentOf).join() === head.actions.map(contentOf).join() ? 'comments' : 'statements';
  const [before, after] = [base, head].map(({ file, range, dialect }) =>
    sqlTokens(file.text, dialect, range.start, range.end)
      .map(({ kind, text }) => `${kind} ${text}`)
      .join('\n'),
  );
  return before === after ? 'comments' : 'statements';
}

/** A migration that was there before is gone. */
export function deletedChange(units: readonly MigrationUnit[], isSquashed: boolean): ContractChange | undefined {
  const [unit] = units;
  if (!unit) return undefined;
  const more = units.length > 1 ? ` and ${String(units.length - 1)} more of its folder` : '';
  return contractChange(unit, unit.range, {
    change: 'deleting-applied-migration',
    impact: isSquashed ? 'risky' : 'breaking',
    element: unit.key,
    message: isSquashed
      ? `\`${unit.label}\`${more} ${more ? 'are' : 'is'} gone and others come in ${more ? 'their' : 'its'} place: databases that ran ${more ? 'them' : 'it'} must be told that the new ones have run.`
      : `\`${unit.label}\`${more} ${more ? 'are' : 'is'} gone: new databases lack what ${more ? 'they' : 'it'} did, and databases that ran ${more ? 'them' : 'it'} know a migration that is not there.`,
  });
}

/** A migration that was there before has another name, and so another version. */
export function renamedChange(base: MigrationUnit, head: MigrationUnit): ContractChange | undefined {
  const isSame =
    base.place.tool === 'liquibase' ||
    head.repeatable ||
    (base.label === head.label && head.place.tool !== 'plain') ||
    base.place.version === undefined ||
    head.place.version === undefined;
  const keepsVersion =
    head.place.tool === 'flyway' || head.place.tool === 'rails' || head.place.tool === 'golang-migrate'
      ? base.place.version === head.place.version
      : base.label === head.label;
  if (isSame || keepsVersion) return undefined;
  return contractChange(
    head,
    { start: 0, end: 0 },
    {
      change: 'renaming-applied-migration',
      impact: 'breaking',
      element: head.key,
      message: `\`${base.label}\` is called \`${head.label}\` now: databases that ran it take it for a new migration and run it again, or refuse to start.`,
    },
  );
}

/** A new migration that sorts before, or beside, one that was there. */
export function orderChange(
  unit: MigrationUnit,
  atBase: readonly { readonly place: MigrationPlace; readonly label: string }[],
): ContractChange | undefined {
  const { version, tool, folder } = unit.place;
  if (version === undefined || unit.repeatable) return undefined;
  const others = atBase.filter(
    ({ place }) => place.folder === folder && place.tool === tool && place.version !== undefined && !place.isDown && !place.repeatable,
  );
  const newest = others.reduce<(typeof others)[number] | undefined>(
    (best, each) => (best && compareVersions(best.place.version ?? '', each.place.version ?? '') >= 0 ? best : each),
    undefined,
  );
  if (newest?.place.version === undefined || compareVersions(version, newest.place.version) > 0) return undefined;
  const twin = others.find(({ place }) => compareVersions(place.version ?? '', version) === 0);
  const breaks = checksOrder.has(tool);
  return contractChange(
    unit,
    { start: 0, end: 0 },
    {
      change: twin ? 'repeating-migration-version' : 'wrong-order-migration',
      impact: breaks || (twin !== undefined && tool === 'rails') ? 'breaking' : 'risky',
      element: unit.key,
      message: twin
        ? `\`${unit.label}\` has the version of \`${twin.label}\`, which was there before: ${breaks ? 'the tool refuses to run, or leaves it out' : 'which of them runs first is left to chance'}.`
        : `\`${unit.label}\` sorts before \`${newest.label}\`, which was there before: databases that ran that ${breaks ? 'never run this one, or refuse to start' : 'run them in another order than new ones do'}.`,
    },
  );
}

/** The history keeps ways back, and this one has none. */
export function irreversibleChange(unit: MigrationUnit): ContractChange {
  return contractChange(
    unit,
    { start: 0, end: 0 },
    {
      change: 'missing-down-migration',
      impact: 'risky',
      element: unit.key,
      message: `\`${unit.label}\` has no way back, although its neighbours' format keeps one: a release that goes wrong cannot be taken back with its database.`,
    },
  );
}
