import * as z from 'zod/mini';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import type { FindingDraft, FixDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { changedModuleExamples } from './changed-module-examples.ts';
import { readModule, type ModuleDeclaration, type ModuleDirective } from './java/module-directives.ts';

export const changedModule = defineChangeRule({
  id: 'compatibility/changed-module',
  title: 'A Java module gives other modules less than before',
  reason:
    'A module that has been compiled against this one finds only what `module-info.java` exports, may look only into what it opens, and gets with it only what it requires transitively. What is taken out there is gone for others although the code is still the same.',
  remedy:
    'Leave the directive in, and announce that it will go. What was exported by mistake can be exported to the modules that use it (`exports … to …`) for as long as they need.',
  severity: 'error',
  confidence: 'high',
  languages: ['java'],
  sources: [
    {
      title: 'Java Language Specification 7.7: Module Declarations',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-7.html#jls-7.7',
    },
    {
      title: 'Java Language Specification 13.3: Evolution of Packages and Modules',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html#jls-13.3',
    },
  ],
  limits:
    'What only the module itself needs (`requires` without `transitive`, `uses`) is left out, and so is what is given to more modules than before. Whether anybody else uses a package is not known.',
  examples: changedModuleExamples,
  options: z.object({}),
  *check(change: CodeChange) {
    for (const { base, head } of change.files) {
      if (base?.role !== 'production' || !/(?:^|\/)module-info\.java$/.test(base.path)) continue;
      const before = readModule(base.text);
      if (!before || (base.facts?.errors.length ?? 0) + (head?.facts?.errors.length ?? 0) > 0) continue;
      const after = head && readModule(head.text);
      if (!head) yield moduleGone(base, before);
      else if (after) yield* moduleFindings({ base, head, before, after });
    }
  },
});

interface ModulePair {
  readonly base: SourceFile;
  readonly head: SourceFile;
  readonly before: ModuleDeclaration;
  readonly after: ModuleDeclaration;
}

function moduleGone(file: SourceFile, { name, nameRange }: ModuleDeclaration): FindingDraft {
  return {
    message: `The module \`${name}\` is declared no more: modules that require it by this name no longer compile.`,
    place: { file, range: nameRange },
    subject: `${name} removed`,
    properties: properties('module-removed', name, true),
  };
}

function* moduleFindings(pair: ModulePair): Generator<FindingDraft> {
  const { base, head, before, after } = pair;
  if (before.name !== after.name)
    yield {
      message: `The module is called \`${after.name}\` instead of \`${before.name}\`: modules that require it by the old name no longer compile.`,
      place: { file: head, range: after.nameRange },
      subject: `${before.name} renamed`,
      related: [{ file: base, range: before.nameRange, caption: 'it was called so' }],
      properties: properties('module-renamed', before.name, true),
    };
  if (before.isOpen && !after.isOpen)
    yield {
      message: `The module \`${after.name}\` is no longer open: others may look only into the packages that it opens.`,
      place: { file: head, range: after.nameRange },
      subject: `${before.name} no longer open`,
      properties: properties('module-no-longer-open', before.name, true),
    };
  for (const each of before.directives) if (!(each.kind === 'opens' && after.isOpen)) yield* directiveFindings(each, pair);
}

function* directiveFindings(each: ModuleDirective, pair: ModulePair): Generator<FindingDraft> {
  const { base, head, after } = pair;
  const same = after.directives.find(({ kind, name }) => kind === each.kind && name === each.name);
  const lost = same === undefined ? each.to : each.to.filter((target) => !same.to.includes(target));
  const isNarrower = same !== undefined && each.kind !== 'provides' && each.to.length === 0 && same.to.length > 0;
  const isWider = same !== undefined && each.kind !== 'provides' && same.to.length === 0;
  if (isWider || (same && !isNarrower && lost.length === 0)) return;
  const fix = restored(each, pair);
  const range = same?.range ?? after.nameRange;
  yield {
    message: `${said(each, same, lost)}.`,
    place: { file: head, range },
    subject: `${each.kind} ${each.name}`,
    ...(each.to.length > 0 && each.kind !== 'provides' && { severity: 'warning' as const }),
    related: [{ file: base, range: each.range, caption: 'it was declared so' }],
    ...(fix && { fixes: [fix] }),
    // What was given to some modules alone is mostly given to one's own.
    properties: properties(ids[each.kind], each.name, each.kind === 'provides' || each.to.length === 0),
  };
}

const ids: Readonly<Record<ModuleDirective['kind'], string>> = {
  exports: 'module-export-removed',
  opens: 'module-opens-removed',
  'requires transitive': 'module-transitive-requirement-removed',
  provides: 'module-service-removed',
};

function said({ kind, name }: ModuleDirective, same: ModuleDirective | undefined, lost: readonly string[]): string {
  const whom = lost.length > 0 ? ` to ${quoted(lost)}` : '';
  switch (kind) {
    case 'exports':
      return same && lost.length === 0
        ? `The package \`${name}\` is exported only to ${quoted(same.to)}: other modules that use it no longer compile`
        : `The package \`${name}\` is no longer exported${whom}: modules that use it no longer compile`;
    case 'opens':
      return same && lost.length === 0
        ? `The package \`${name}\` is opened only to ${quoted(same.to)}: other modules that look into it at run time fail`
        : `The package \`${name}\` is no longer opened${whom}: modules that look into it at run time fail`;
    case 'requires transitive':
      return `Modules that require this one no longer get \`${name}\` with it: those that use it must require it themselves`;
    case 'provides':
      return `The service \`${name}\` is no longer provided${lost.length > 0 ? ` by ${quoted(lost)}` : ''}: those who load it no longer find it`;
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Puts the old line back: in the place of the new one, or at the end. */
function restored(each: ModuleDirective, { base, head, after }: ModulePair): FixDraft | undefined {
  const same = after.directives.find(({ kind, name }) => kind === each.kind && name === each.name);
  const written = base.text.slice(each.range.start, each.range.end);
  const end = head.text.lastIndexOf('}');
  if (!same && end === -1) return undefined;
  const at = head.text.slice(0, end).trimEnd().length;
  const indent = /\n([ \t]+)\S/.exec(base.text.slice(0, each.range.start + 1))?.[1] ?? '  ';
  return {
    title: `Keep \`${each.kind} ${each.name}\``,
    safety: 'unsafe',
    edits: [
      same
        ? { file: head, range: same.range, newText: written }
        : { file: head, range: { start: at, end: at }, newText: `\n${indent}${written}` },
    ],
  };
}

function properties(change: string, element: string, breaking: boolean): NonNullable<FindingDraft['properties']> {
  return { contract: 'java', change, breaking, planned: 'none', element };
}
