import * as z from 'zod/mini';
import type { CodeChange } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { enclosing } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { withoutTest } from './gaps/execution-words.ts';
import { byRisk, foldedNote, gapFinding, isMuchNotRead, listed, mainObligations, shortName } from './gaps/finding.ts';
import type { FunctionUnderTest, Obligation, UntestedPart } from './gaps/obligation.ts';
import { gone } from './gaps/obligations.ts';
import { testGaps } from './gaps/test-gaps.ts';
import { isToldAsTried } from './gaps/tried.ts';
import { toldTogether } from './gaps/values-of-a-type.ts';
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
    'Decided from the sources, by names: tests are tied to a function by what they call, by the callers in its file, and by the names of types, modules and routes. Refactoring, getters, logging, types, generated code and configuration raise nothing. A copy of an existing test, a skipped test and a test without an assertion show nothing. Coverage files that are newer than the change make it surer, and never excuse anything: that a line is run does not say that a test would notice. A function that tests seem to show is found by coverage alone only where all its changed lines were run by no test, while everything else that these tests call was. Tests are looked for by the names of what changed; a notice says where some were left out. Where no test says such a name, the 12 nearest that say the names of its functions are read, or, of a script, the 16 nearest; of what tests inherit and import from other files of tests, up to 12 files. Older tests are gone through where no more than eight scripts changed, with up to 40 modules that they import, by their paths or by the names of the first 60 packages.',
  examples: untestedChangeExamples,
  options: z.object({
    most: z._default(z.int().check(z.positive(), z.describe('How many functions are reported one by one; the rest is one note.')), 7),
  }),
  *check(change, { most }) {
    const { functions, silence, unclear, untested: parts } = testGaps(change);
    if (silence) yield { message: silence.message, subject: silence.reason.replace('-', ' '), severity: 'note' };
    for (const { folder, functions: all, linked } of unclear)
      yield {
        message: `Tests name ${linked === 0 ? 'none' : `only ${linked}`} of the ${all} methods of the types that changed in ${folder === '' ? 'the root folder' : `\`${folder}\``}: whether any shows what changed there cannot be said from the sources.`,
        subject: `unclear ${folder}`,
        severity: 'note',
      };
    for (const lack of ['tests', 'rendering'] as const)
      yield* lacking(
        lack,
        parts.filter((part) => part.lack === lack),
      );
    const gaps = functions.filter((each) => each.gap === 'untested' && !isToldAsTried(each, change));
    const unsure = gaps.filter((each) => isMuchNotRead(each, change));
    if (unsure.length > 0)
      yield {
        ...foldedNote(
          unsure,
          (names) =>
            `None of the ${change.tests.length} test files that were read shows what changes in ${names}; ${change.testsNotRead} more that may were not read.`,
        ),
        subject: 'tests not read',
      };
    const sure = gaps.filter((each) => !unsure.includes(each));
    const together = toldTogether(sure);
    yield* byRisk([...together.keys()], most, {
      tell: (each) => untestedTogether(each, together.get(each) ?? [each], change),
      says: (count, names) => `No test shows what ${count} more changed function${count === 1 ? ' does' : 's do'}: ${names}.`,
    });
  },
});

function* lacking(lack: UntestedPart['lack'], parts: readonly UntestedPart[]): Generator<FindingDraft> {
  if (parts.length === 0) return;
  const where = listed(parts.map(({ folder }) => (folder === '' ? 'the root package' : `\`${folder}\``)));
  const what = lack === 'tests' ? `There is no test in ${where}` : `No test in ${where} renders components`;
  const note = foldedNote(
    parts.flatMap(({ functions }) => functions),
    (names) => `${what}: nothing shows what changes in ${names}.`,
  );
  yield { ...note, subject: `${lack} ${parts.map(({ folder }) => folder).join(' ')}` };
}

function untestedTogether(first: FunctionUnderTest, all: readonly FunctionUnderTest[], change: CodeChange): FindingDraft {
  const draft = untested(first, change);
  const owner = first.at.file.facts && enclosing(first.at.symbol, first.at.file.facts)[0];
  if (all.length === 1 || !owner) return draft;
  const says = (names: string): string => `\`${owner.name}\` holds ${all.length} other values now (${names}); ${withoutTest(first)}.`;
  const { message, related = [] } = foldedNote(all, says);
  return { ...draft, message, related, subject: `${draft.subject} of ${all.length}` };
}

function untested(each: FunctionUnderTest, change: CodeChange): FindingDraft {
  const texts = mainObligations(each).map(inShort);
  const name = `\`${nameOf(each, change)}\``;
  return {
    ...gapFinding(each, change),
    message: each.isNew
      ? `${name} is new and ${withoutTest(each)}.`
      : `${name} behaves differently now (${listed(texts)}); ${withoutTest(each)}.`,
    place: { file: each.at.file, range: each.at.symbol.nameRange },
  };
}

/** A new constructor of a type that was there is told by what it takes, since the type is not new. */
function nameOf({ at, isNew }: FunctionUnderTest, { files }: CodeChange): string {
  const { file, symbol } = at;
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  const before = files.find(({ head }) => head === file)?.base?.facts;
  const isOld = before?.symbols.some(({ qualifiedName }) => qualifiedName === owner?.qualifiedName) ?? false;
  if (!isNew || symbol.kind !== 'constructor' || !isOld) return shortName(at);
  const types = (symbol.parameters ?? []).map(({ type = '?' }) => type.replace(/<.*/s, ''));
  return `${shortName(at)}(${types.join(', ')})`;
}

/** What is new or gone, as it is written. */
function inShort({ kind, about, text }: Obligation): string {
  if (text.startsWith(gone)) return `\`${text.slice(gone.length)}\` is gone`;
  return kind === 'enum-case' && about === undefined ? `\`case ${text}\`` : `\`${text}\``;
}
