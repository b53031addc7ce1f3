import * as z from 'zod/mini';
import { groupBy } from '../../base/group-by.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Mutation, Trial } from '../../code/trial.ts';
import { foldedText } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { gapFinding, shortName } from './gaps/finding.ts';
import type { FunctionUnderTest } from './gaps/obligation.ts';
import { testGaps } from './gaps/test-gaps.ts';
import { commandOf, evidenceOf } from './gaps/trial-words.ts';
import { unnoticedMutationExamples } from './unnoticed-mutation-examples.ts';

export const unnoticedMutation = defineChangeRule({
  id: 'tests/unnoticed-mutation',
  title: 'The tests pass when a new line reads otherwise',
  reason:
    'One place of the change was put otherwise (a bound by one, a condition the other way round, an error left out) and the tests still passed. They run the line but do not check what it does, so that the same mistake made by a person passes as well.',
  remedy: 'Add a test that tells the two apart: the value at the bound, the other side of the condition, the error.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Petrović, Ivanković: State of Mutation Testing at Google',
      url: 'https://research.google/pubs/state-of-mutation-testing-at-google/',
    },
  ],
  limits:
    'Only a deep check finds it, which runs the tests with a command of your own. At most one place a line and twenty a change are tried. Some places mean the same either way: then there is nothing to test.',
  examples: unnoticedMutationExamples,
  options: z.object({}),
  needs: ['tests'],
  *check(change) {
    const passed = (change.trials ?? []).flatMap((trial): readonly Survivor[] =>
      trial.outcome === 'passed' && trial.tried.kind === 'mutated' ? [{ trial, mutation: trial.tried }] : [],
    );
    const { functions } = testGaps(change);
    for (const [symbol, survivors] of groupBy(passed, ({ trial }) => trial.at.symbol)) {
      const found = functions.find(({ at }) => at.symbol === symbol);
      if (found) yield unnoticed(found, survivors);
    }
  },
});

interface Survivor {
  readonly trial: Trial;
  readonly mutation: Mutation;
}

function unnoticed(found: FunctionUnderTest, survivors: readonly Survivor[]): FindingDraft {
  const [first, ...others] = survivors;
  const { file } = found.at;
  const draft = gapFinding({ ...found, gap: 'edge' });
  const told = survivors.map(({ mutation }) => inWords(mutation, file));
  const rest = told.length - 2;
  const listed = rest > 0 ? `${told.slice(0, 2).join(', when ')} and ${rest} more time${rest === 1 ? '' : 's'}` : told.join(' and when ');
  return {
    ...draft,
    message: `${first ? commandOf(first.trial) : 'The tests'} passes when in \`${shortName(found.at)}\` ${listed}.`,
    place: { file, range: first?.mutation.range ?? found.at.symbol.nameRange },
    related: others.map(({ mutation }) => ({
      file,
      range: mutation.range,
      caption: `the tests pass, too, when ${inWords(mutation, file)}`,
    })),
    confidence: 'medium',
    properties: {
      ...draft.properties,
      mutations: survivors.map(({ mutation }) => inWords(mutation, file)),
      ...(first && { evidence: evidenceOf(first.trial) }),
    },
  };
}

/** `` `a < b` becomes `a <= b` ``, `` `throw …;` is left out `` */
function inWords({ range, replacement }: Mutation, file: SourceFile): string {
  const before = code(foldedText(file.text, range));
  return replacement === ';' ? `${before} is left out` : `${before} becomes ${code(replacement.replace(/\s+/g, ' '))}`;
}

function code(text: string): string {
  const clean = text.replace(/`/g, "'");
  return `\`${clean.length > 60 ? `${clean.slice(0, 59)}…` : clean}\``;
}
