import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { reference } from '../../code-in-file.ts';
import type { NewGuards } from './covering-guards.ts';
import { declaredAccess, middleware, type DeclaredAccess } from './declared-access.ts';

interface Tables {
  readonly base: SymbolAt;
  readonly head: SymbolAt;
  readonly before: readonly DeclaredAccess[];
  readonly after: readonly DeclaredAccess[];
}

/** Routes and procedures of a table that ask nobody any more who enters. */
export function* declaredFindings(change: CodeChange, guards: NewGuards): Generator<FindingDraft> {
  if (guards.global) return;
  const tables = change.symbols.flatMap(tablesOf);
  const gained = new Set(tables.flatMap(({ before, after }) => after.flatMap((each) => gainedBy(each, before))));
  for (const { base, head, before, after } of tables)
    for (const lost of before) {
      const [olds = [], nows = []] = [before, after].map((all): Named => all.filter(({ key }) => key === lost.key));
      if (lost.guard === undefined || guardedOf(nows) >= guardedOf(olds) || gained.has(lost.guard)) continue;
      const now = olds.length === nows.length ? nows[olds.indexOf(lost)] : undefined;
      if (now && now.guard === undefined) yield lossFinding(base, head, lost, now.range);
      else if (nows.length === 0 && lost.guard === middleware && isStillAList(after, lost))
        yield lossFinding(base, head, lost, head.symbol.nameRange);
    }
}

function tablesOf(each: CodeChange['symbols'][number]): readonly Tables[] {
  if (each.kind !== 'paired' || each.head.file.role !== 'production' || each.head.file.facts?.language === 'java') return [];
  const { base, head } = each;
  const before = declaredAccess(base);
  return before.some(({ guard }) => guard !== undefined) ? [{ base, head, before, after: declaredAccess(head) }] : [];
}

/** A guard that a route did not have before: others may be checked by it now. */
function gainedBy({ key, guard }: DeclaredAccess, before: readonly DeclaredAccess[]): readonly string[] {
  return guard === undefined || guard === middleware || before.some((each) => each.key === key && each.guard === guard) ? [] : [guard];
}

/** Those of one name: tables within a table have the same path for other things, which their order tells apart. */
type Named = readonly DeclaredAccess[];

function guardedOf(named: Named): number {
  return named.filter(({ guard }) => guard !== undefined).length;
}

/** The list is still there, none of it is new, and none of it holds for the path that is gone. */
function isStillAList(after: readonly DeclaredAccess[], { key }: DeclaredAccess): boolean {
  const first = key.split('/')[1] ?? '';
  const paths = after.filter(({ guard }) => guard === middleware).map((each) => each.key);
  return paths.length > 0 && !paths.some((path) => /^\/?[:(*]/.test(path) || path.split('/')[1] === first);
}

function lossFinding(base: SymbolAt, head: SymbolAt, lost: DeclaredAccess, range: DeclaredAccess['range']): FindingDraft {
  const guard = lost.guard ?? '';
  return {
    message:
      guard === middleware
        ? `\`${lost.key}\` is no longer protected: ${guard} is not for it any more.`
        : `\`${lost.key}\` is no longer protected: \`${guard}\` is gone.`,
    place: { file: head.file, range },
    subject: `${lost.key} ${guard}`,
    symbol: reference(head.symbol),
    related: [{ file: base.file, range: lost.range, caption: 'it was checked here' }],
    properties: { category: 'missing-auth' },
  };
}
