import * as z from 'zod/mini';
import type { CodeChange } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { byRisk, foldedNote, gapFinding, isMuchNotRead, listed, shortName } from './gaps/finding.ts';
import type { FunctionUnderTest, Obligation } from './gaps/obligation.ts';
import { testGaps } from './gaps/test-gaps.ts';
import { isToldAsTried } from './gaps/tried.ts';
import { untestedEdgeCaseExamples } from './untested-edge-case-examples.ts';

export const untestedEdgeCase = defineChangeRule({
  id: 'tests/untested-edge-case',
  title: 'A new error or edge case has no test of its own',
  reason:
    'Tests of a change show the way that works; what it refuses is believed. Errors are the code that is tested least and needed most: a refusal that comes with the wrong type, at the wrong bound or not at all is found by a user.',
  remedy: 'Add a test that gives what is to be refused, and expects the error by its type and the words of its message.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Marcilio, Furia: How Java programmers test exceptional behavior',
      url: 'https://doi.org/10.1109/MSR52588.2021.00033',
    },
  ],
  limits:
    'Decided from the sources alone. Where neither the error nor the test names a type or words, a test of the change that expects any error of the same function is taken for the one. Functions that no test shows at all are found by untested-change.',
  examples: untestedEdgeCaseExamples,
  options: z.object({
    most: z._default(z.int().check(z.positive(), z.describe('How many functions are reported one by one; the rest is one note.')), 7),
  }),
  *check(change, { most }) {
    const gaps = testGaps(change).functions.filter((each) => each.gap === 'edge' && !isToldAsTried(each, change));
    const unsure = gaps.filter((each) => isMuchNotRead(each, change));
    if (unsure.length > 0)
      yield {
        ...foldedNote(
          unsure,
          (names) =>
            `None of the ${change.tests.length} test files that were read expects the new errors of ${names}; ${change.testsNotRead} more that may were not read.`,
        ),
        subject: 'tests not read',
      };
    const sure = gaps.filter((each) => !unsure.includes(each));
    yield* byRisk(sure, most, {
      tell: (each) => edgeCase(each, change),
      says: (count, names) => `No test expects the new errors of ${count} more function${count === 1 ? '' : 's'}: ${names}.`,
    });
  },
});

function edgeCase(each: FunctionUnderTest, change: CodeChange): FindingDraft {
  const missing = each.obligations.filter(({ shown }) => shown === 'missing');
  const range = missing[0]?.range ?? each.at.symbol.nameRange;
  return {
    ...gapFinding(each, change),
    message: `\`${shortName(each.at)}\` now ${refusals(missing)}; no test expects it${missing.length > 0 && missing.every(({ run }) => run === 'never') ? ', and none runs it' : ''}.`,
    place: { file: each.at.file, range },
  };
}

/** `throws TypeError and RangeError`, `answers 404`, or by what else it refuses. */
function refusals(missing: readonly Obligation[]): string {
  const told = (verb: 'throws' | 'answers'): readonly string[] =>
    together(
      verb,
      missing.flatMap(({ text }) => (text.startsWith(`${verb} `) ? [text.slice(verb.length + 1)] : [])),
    );
  const checks = missing.filter(({ text }) => !/^(?:throws|answers) /.test(text)).map(({ text }) => `\`${text}\``);
  return listed([...told('throws'), ...told('answers'), ...together('refuses by', checks)]);
}

function together(verb: string, all: readonly string[]): readonly string[] {
  return all.length > 0 ? [`${verb} ${listed(all)}`] : [];
}
