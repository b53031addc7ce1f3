import { nameAtHead, report, reportFile, type Comparison } from './comparison.ts';
import { compareEnum } from './enums.ts';
import { compareField } from './fields.ts';
import { compareFile } from './files.ts';
import { compareMessage } from './messages.ts';
import type { ProtoField, ProtoFile, ProtoType } from './model.ts';
import { compareService } from './services.ts';
import { extensionKey, type ProtoSide } from './side.ts';

/** A file at both sides, or at one. */
export interface FilePair {
  readonly base?: ProtoFile;
  readonly head?: ProtoFile;
}

/** Compares all changed files of both sides. @param mayHold whether a name may stand in a file of head that could not be read */
export function compareFiles(
  pairs: readonly FilePair[],
  base: ProtoSide,
  head: ProtoSide,
  mayHold: (name: string) => boolean,
): Comparison['changes'] {
  const packages = new Map(
    pairs.flatMap(({ base: before, head: after }) =>
      before && after && before.package !== after.package ? [[before.package, after.package]] : [],
    ),
  );
  const comparison: Comparison = { base, head, packages, changes: [] };
  for (const pair of pairs) {
    if (pair.base && pair.head) compareFile(comparison, pair.base, pair.head);
    if (pair.base) compareContents(comparison, pair.base, pair.head, mayHold);
    if (pair.head) reportAdded(comparison, pair.head, pair.base);
  }
  return comparison.changes;
}

function compareContents(comparison: Comparison, file: ProtoFile, own: ProtoFile | undefined, mayHold: (name: string) => boolean): void {
  const types = file.types.map((type) => ({ type, match: matchOf(comparison, type, own) }));
  const extensions = file.extensions.map((field) => ({ field, match: extensionMatch(comparison, field, own) }));
  const gone = [
    ...types.filter(({ match }) => !match).map(({ type }) => type),
    ...extensions.filter(({ match }) => !match).map(({ field }) => field),
  ].filter(({ name }) => !mayHold(name));
  const isAllGone = !own && gone.length === types.length + extensions.length;
  if (isAllGone)
    reportFileGone(
      comparison,
      file,
      gone.map(({ fullName }) => fullName),
    );
  else for (const element of gone) reportGone(comparison, element, gone);
  reportMoves(
    comparison,
    file,
    [...types, ...extensions].flatMap(({ match }) => (match && match.file !== own ? [match.file] : [])),
  );
  for (const { type, match } of types) if (match) compareType(comparison, type, match);
  for (const { field, match } of extensions) if (match) compareField(comparison, field, match);
}

function matchOf(comparison: Comparison, type: ProtoType, own: ProtoFile | undefined): ProtoType | undefined {
  const { types } = comparison.head;
  const candidates = [...(types.get(type.fullName) ?? []), ...(types.get(nameAtHead(comparison, type.fullName, type.file)) ?? [])].filter(
    ({ kind }) => kind === type.kind,
  );
  return candidates.find(({ file }) => file === own) ?? candidates[0];
}

function extensionMatch(comparison: Comparison, field: ProtoField, own: ProtoFile | undefined): ProtoField | undefined {
  const candidates = comparison.head.extensions.get(extensionKey(comparison.base, field)) ?? [];
  return candidates.find(({ file }) => file === own) ?? candidates[0];
}

function compareType(comparison: Comparison, base: ProtoType, head: ProtoType): void {
  if (base.kind === 'message' && head.kind === 'message') compareMessage(comparison, base, head);
  else if (base.kind === 'enum' && head.kind === 'enum') compareEnum(comparison, base, head);
  else if (base.kind === 'service' && head.kind === 'service') compareService(comparison, base, head);
}

/** What is nested in something that is gone is gone with it, and not told again. */
function reportGone(comparison: Comparison, element: ProtoType | ProtoField, gone: readonly (ProtoType | ProtoField)[]): void {
  if (gone.some(({ fullName }) => element.fullName.startsWith(`${fullName}.`))) return;
  const kind = 'kind' in element ? element.kind : 'extension';
  const effect =
    kind === 'service'
      ? 'clients that call its methods get `UNIMPLEMENTED`, and code that uses it no longer compiles.'
      : 'code that uses it no longer compiles, and files that refer to it are no longer valid.';
  report(comparison, element, undefined, {
    change: `${kind}-no-delete`,
    impact: 'breaking',
    message: `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)} \`${element.fullName}\` was removed: ${effect}`,
  });
}

function reportFileGone(comparison: Comparison, file: ProtoFile, names: readonly string[]): void {
  const shown = names
    .slice(0, 6)
    .map((name) => `\`${name}\``)
    .join(', ');
  const held = names.length === 0 ? '' : ` with ${shown}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`;
  reportFile(
    comparison,
    file.source.path,
    { file: file.source, range: file.packageRange },
    {
      change: 'file-no-delete',
      impact: 'breaking',
      message: `\`${file.source.path}\` was removed${held}: files that import it and code that uses its types no longer compile.`,
    },
  );
}

/** Types keep their names when they move; imports of the file, and languages that generate by file, do not. */
function reportMoves(comparison: Comparison, file: ProtoFile, targets: readonly ProtoFile[]): void {
  for (const target of new Set(targets)) {
    reportFile(
      comparison,
      file.source.path,
      { file: target.source, range: target.packageRange },
      {
        change: 'message-moved-to-another-file',
        impact: 'risky',
        message: `Declarations of \`${file.source.path}\` moved to \`${target.source.path}\`: files that import the old one must import the new one, and so must code in C++ and Python.`,
      },
    );
  }
}

function reportAdded(comparison: Comparison, file: ProtoFile, own: ProtoFile | undefined): void {
  for (const type of file.types) {
    const isKnown =
      comparison.base.types.has(type.fullName) || own?.types.some((each) => nameAtHead(comparison, each.fullName, own) === type.fullName);
    if (!isKnown)
      report(comparison, undefined, type, {
        change: `${type.kind}-addition`,
        impact: 'compatible',
        message: `${type.kind[0]?.toUpperCase() ?? ''}${type.kind.slice(1)} \`${type.fullName}\` was added.`,
      });
  }
}
