import * as z from 'zod/mini';
import type { CodeChange, SymbolAt } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { enclosing, reference } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { changedFunctions, type ChangedFunction } from './changed-behaviour.ts';
import { gapOf, type Gap } from './obligations.ts';
import { Reach } from './reach.ts';
import { testCases } from './test-index.ts';
import { TestsWithoutCases } from './tests-without-cases.ts';
import { untestedChangeExamples } from './untested-change-examples.ts';

export const untestedChange = defineChangeRule({
  id: 'tests/untested-change',
  title: 'The change does something that no test shows',
  reason:
    'A new function, branch or error that no test reaches works only by belief, and nothing tells when a later change breaks it. That a test happens to run the line is not enough: only a test that checks the new outcome fails without it.',
  remedy:
    'Add a test that would fail without the change: one for the new result, one for each new condition’s other side, and one that expects each new error.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Google Testing Blog: Code Coverage Best Practices',
      url: 'https://testing.googleblog.com/2020/08/code-coverage-best-practices.html',
    },
    {
      title: 'Petrović, Ivanković: State of Mutation Testing at Google',
      url: 'https://research.google/pubs/state-of-mutation-testing-at-google/',
    },
  ],
  limits:
    'Decided from the sources alone, by names: tests are tied to a function by what they call, by the callers in its file, and by the names of types, modules and routes. Refactoring, getters, logging, types, generated code and configuration raise nothing. A copy of an existing test, a skipped test and a test without an assertion show nothing.',
  examples: untestedChangeExamples,
  options: z.object({
    most: z._default(z.int().check(z.positive(), z.describe('How many functions are reported one by one; the rest is one note.')), 7),
  }),
  *check(change, { most }) {
    const changed = changedFunctions(change);
    if (changed.length === 0) return;
    if (change.testFileCount === 0) {
      yield {
        message: `The repository has no tests that could be recognised: nothing shows the behaviour of ${counted(changed.length, 'changed function')}.`,
        subject: 'no tests',
        severity: 'note',
      };
      return;
    }
    const gaps = withoutHelpers(gapsIn(changed, change));
    for (const [each, gap] of gaps.slice(0, most)) yield finding(each, gap);
    const rest = gaps.slice(most);
    if (rest.length > 0)
      yield {
        message: `No test shows what ${counted(rest.length, 'more changed function')} do: ${rest.map(([{ at }]) => `\`${shortName(at)}\``).join(', ')}.`,
        subject: 'more',
        severity: 'note',
      };
  },
});

type Gaps = readonly (readonly [ChangedFunction, Gap])[];

function gapsIn(changed: readonly ChangedFunction[], change: CodeChange): Gaps {
  const tests = testCases(change);
  const reach = new Reach(tests);
  const withoutCases = new TestsWithoutCases(change);
  if (withoutCases.areAboutNone(changed.map(({ at }) => at))) return [];
  // A test of this change that is tied to none of its functions by name is there for one of them all the same.
  const tied = new Set(changed.flatMap(({ at }) => reach.linkedTo(at).map(({ test }) => test)));
  const orphans = tests.some((test) => test.touched && !tied.has(test));
  return changed.flatMap((each) => {
    if (withoutCases.areAbout(each.at)) return [];
    const gap = gapOf(each, reach.linkedTo(each.at), change);
    return gap && !(gap.kind === 'untested' && orphans) ? [[each, gap] as const] : [];
  });
}

/** A private function whose caller is a finding is tested with it. */
function withoutHelpers(gaps: Gaps): Gaps {
  return gaps.filter(([{ at, isNew }, gap]) => {
    if (at.symbol.visibility !== 'private' || !isNew || gap.kind === 'edge') return true;
    return !gaps.some(
      ([other]) =>
        other.at !== at && other.at.file === at.file && new RegExp(`\\b${at.symbol.name.replace(/\W/g, '')}\\b`).test(textOf(other.at)),
    );
  });
}

function textOf({ file, symbol }: SymbolAt): string {
  return file.text.slice(symbol.range.start, symbol.range.end);
}

function finding({ at, isNew, added }: ChangedFunction, gap: Gap): FindingDraft {
  const texts = gap.obligations.map(({ text }) => `\`${text}\``);
  const name = `\`${shortName(at)}\``;
  const throws = gap.obligations.filter(({ kind }) => kind === 'throws').map(({ text }) => text);
  const messages: readonly string[] = [
    gap.kind === 'edge'
      ? `${name} now ${listed(throws)}; no test expects it.`
      : isNew
        ? `${name} is new and no test calls it.`
        : `${name} behaves differently now (${listed(texts)}); no test shows it.`,
  ];
  return {
    message: messages.join(' '),
    place: { file: at.file, range: gap.kind === 'edge' && gap.atom ? gap.atom.range : at.symbol.nameRange },
    subject: `${at.symbol.qualifiedName}(${(at.symbol.parameters ?? []).map(({ type }) => type ?? '').join(',')}) ${gap.kind} ${added
      .map(({ key }) => key)
      .sort()
      .join('\n')}`,
    symbol: reference(at.symbol),
    // That something is gone is often a simpler way to do the same.
    ...((added.length === 0 || gap.familiar) && { confidence: 'low' as const }),
    properties: { gap: gap.kind, obligations: gap.obligations.map(({ kind, text }) => ({ kind, text })) },
  };
}

function shortName({ file, symbol }: SymbolAt): string {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  return owner && owner.name !== symbol.name ? `${owner.name}.${symbol.name}` : symbol.name;
}

function listed(items: readonly string[]): string {
  const shown = [...new Set(items)].slice(0, 3);
  const rest = new Set(items).size - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
