import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { ExportFact, SymbolFact } from '../../../code/facts.ts';
import { symbolsNamed } from '../../../code/flow/scope.ts';
import { exportedAs, exportsOfName } from '../../../code/indexed-facts.ts';
import type { FindingDraft, FixDraft } from '../../../finding/draft.ts';
import { isOwnPublicName } from './contract.ts';

const values: ReadonlySet<SymbolFact['kind']> = new Set(['class', 'enum', 'function', 'variable', 'namespace']);

/** What is still there and exported, but no longer so that consumers can import it as they did: under another name, or as a type alone. */
export function* renamedExports({ base, head }: ChangedFile, change: CodeChange, names: ReadonlySet<string>): Generator<FindingDraft> {
  if (!base?.facts || !head?.facts || head.role !== 'production' || base.facts.language === 'java') return;
  const exposure = change.exposure(base);
  if (exposure.scope === 'none' || change.exposure(head).scope === 'none') return;
  for (const each of base.facts.exports) {
    if (each.source !== undefined || each.exported === '*') continue;
    const same = exportedAs(head.facts, each.exported);
    const isSeen = exposure.scope === 'all' || (exposure.names?.[each.name]?.length ?? 0) > 0;
    if (!isSeen || isOwnPublicName(each.exported)) continue;
    if (same.length > 0) {
      if (isOnlyType(each, same, base)) yield typeOnly(each, same[0] ?? each, { base, head });
    } else if (!(exposure.scope === 'names' && names.has(each.exported))) {
      if (isUnderOtherName(each, head)) yield otherName(each, { base, head });
      else if (!isTouched(each, base, change) && !mayBeHandedOn(each, head)) yield gone(each, { base, head });
    }
  }
}

/** What is declared where the change is is told with its declaration. */
function isTouched({ name }: ExportFact, base: SourceFile, change: CodeChange): boolean {
  return touchedNames(change).get(base)?.has(name) ?? false;
}

const touchedNames = remembered(({ symbols }: CodeChange): ReadonlyMap<SourceFile, ReadonlySet<string>> => {
  const before = symbols.flatMap((each) => (each.kind === 'added' ? [] : [each.base]));
  return new Map(
    Array.from(
      groupBy(before, ({ file }) => file),
      ([file, those]) => [file, new Set(those.map(({ symbol }) => symbol.name))],
    ),
  );
});

/** Left out of what a list of exports names. */
function gone({ name, exported, range }: ExportFact, { base, head }: Files): FindingDraft {
  const isDeclared = head.facts !== undefined && symbolsNamed(head.facts, name).some(({ parent }) => parent === 0);
  const fix = isDeclared && exportedAs(head.facts, 'export=').length === 0 ? restored(name, exported, head) : undefined;
  return {
    message: `\`${exported === 'default' || exported === 'export=' ? name : exported}\` is no longer exported: code outside that uses it breaks.`,
    place: { file: base, range },
    subject: `${base.path} ${exported} gone`,
    ...(fix && !isCommonJs(head) && { fixes: [fix] }),
    properties: { contract: 'typescript', change: 'export-removed', breaking: true, planned: 'none', element: exported },
  };
}

const isCommonJs = remembered(({ text }: SourceFile): boolean => /\bmodule\.exports\b|^exports\./m.test(text));

/** What stands behind `export * from './a'` may still have the name; a default it never hands on. */
function mayBeHandedOn({ exported }: ExportFact, { facts }: SourceFile): boolean {
  return exported !== 'default' && exportedAs(facts, '*').length > 0;
}

interface Files {
  readonly base: SourceFile;
  readonly head: SourceFile;
}

function isOnlyType(before: ExportFact, now: readonly ExportFact[], { facts }: SourceFile): boolean {
  if (before.typeOnly || !now.every(({ typeOnly: isType }) => isType)) return false;
  return facts !== undefined && symbolsNamed(facts, before.name).some(({ parent, kind }) => parent === 0 && values.has(kind));
}

function isUnderOtherName({ name }: ExportFact, { facts }: SourceFile): boolean {
  return exportsOfName(facts, name).some(({ source }) => source === undefined);
}

function typeOnly({ exported }: ExportFact, now: ExportFact, { base, head }: Files): FindingDraft {
  return {
    message: `\`${exported}\` is exported as a type alone: code outside that uses it as a value breaks.`,
    place: { file: head, range: now.range },
    subject: `${base.path} ${exported} type`,
    properties: { contract: 'typescript', change: 'export-became-type-only', breaking: true, planned: 'none', element: exported },
  };
}

function otherName({ name, exported, range }: ExportFact, { base, head }: Files): FindingDraft {
  const now = exportsOfName(head.facts, name).find(({ source }) => source === undefined);
  const as = (each: string): string => (each === 'default' ? 'the default' : each === 'export=' ? 'the module itself' : `\`${each}\``);
  const fix = restored(name, exported, head);
  return {
    message: `\`${name}\` is exported as ${as(now?.exported ?? name)} instead of as ${as(exported)}: code outside that imports it so breaks.`,
    place: { file: head, range: now?.range ?? { start: 0, end: 0 } },
    subject: `${base.path} ${exported} renamed`,
    related: [{ file: base, range, caption: 'it was exported so' }],
    ...(fix && { fixes: [fix] }),
    properties: { contract: 'typescript', change: 'export-removed', breaking: true, planned: 'none', element: exported },
  };
}

/** Nothing that compiles stops doing so when one more name is exported. */
function restored(name: string, exported: string, head: SourceFile): FixDraft | undefined {
  if (exported === 'export=' || ![name, exported].every((each) => /^[\w$]+$/.test(each)) || name === 'default') return undefined;
  const at = head.text.trimEnd().length;
  return {
    title: exported === 'default' ? `Keep \`${name}\` as the default export too` : `Export it as \`${exported}\` too`,
    safety: 'safe',
    edits: [{ file: head, range: { start: at, end: at }, newText: `\nexport { ${name} as ${exported} };` }],
  };
}
