import type { CodeChange } from '../../code/code-change.ts';
import type { ContractChange, ContractKindId } from '../../code/contract-change.ts';
import { shortName } from '../../rules/tests/gaps/finding.ts';
import { inWords, toldObligations } from '../../rules/tests/gaps/in-words.ts';
import type { FunctionUnderTest, Obligation, TestGaps } from '../../rules/tests/gaps/obligation.ts';
import { conditionBefore } from '../../rules/tests/gaps/refusal.ts';
import { levelOfFunction } from './levels.ts';
import { riskFor, type Stakes } from './stakes.ts';
import type { CaseType, PlannedCase } from './test-plan.ts';

/** What to show about the change: what no test shows first, then by risk, the cases of one function together. */
export function plannedCases(change: CodeChange, { functions, silence }: TestGaps, stakes: Stakes): readonly PlannedCase[] {
  const isSilent = silence !== undefined;
  const byStake = functions.map((each) => ({ each, stake: stakes.of(each) })).sort((a, b) => b.stake - a.stake);
  const cases = [...contractCases(change), ...byStake.flatMap(({ each }) => casesOf(each, isSilent, stakes))];
  const different = new Map(cases.toReversed().map((each) => [[each.path, each.about, each.show].join('\n'), each]));
  return [...different.values()]
    .reverse()
    .sort((a, b) => states[a.state] - states[b.state] || runs(a) - runs(b) || risks[a.risk] - risks[b.risk]);
}

const states = { missing: 0, unknown: 1, shown: 2 };
/** What not even runs comes first of what is to be done. */
function runs({ run, state }: PlannedCase): number {
  return state === 'missing' && run === 'never' ? 0 : 1;
}

function runInWords({ run }: Obligation): readonly string[] {
  if (run === 'never') return ['No test runs this line yet.'];
  return run === 'partly' ? ['Tests run this line, but not all that may happen there.'] : [];
}

const risks = { high: 0, medium: 1, low: 2 };

function casesOf(found: FunctionUnderTest, isSilent: boolean, stakes: Stakes): readonly PlannedCase[] {
  const { at, obligations } = found;
  const level = levelOfFunction(found);
  return toldObligations(found).map((obligation) => {
    const type = typeOf(obligation, obligations);
    const state = stateOf(obligation, type, found, isSilent);
    return {
      about: shortName(at),
      path: at.file.path,
      line: at.file.lines.position(obligation.range.start).line,
      show: [inWords(obligation, found), ...(state === 'shown' ? [] : runInWords(obligation))].join(' '),
      level,
      type,
      risk: riskFor(stakes.of(found, [obligation])),
      state,
      ...(obligation.run && { run: obligation.run }),
    };
  });
}

function typeOf(obligation: Obligation, obligations: readonly Obligation[]): CaseType {
  switch (obligation.kind) {
    case 'auth':
      return 'permission';
    case 'async':
      return 'concurrency';
    case 'new-branch':
      return /^catch\b/.test(obligation.text) ? 'error' : 'positive';
    case 'new-api':
    case 'changed-behaviour':
    case 'enum-case':
      return 'positive';
    case 'throws':
      return isRefusal(obligation, obligations) ? 'negative' : 'error';
    default:
      return 'edge';
  }
}

/** What was given is refused; otherwise something failed on the way. */
function isRefusal(obligation: Obligation, obligations: readonly Obligation[]): boolean {
  const { status } = obligation.error ?? {};
  return status === undefined ? conditionBefore(obligation, obligations)?.parameter !== undefined : status.startsWith('4');
}

/** Only what a finding would say is said to be missing. That a function is tested does not tell whether its limits are. */
function stateOf(
  { shown, run }: Obligation,
  type: CaseType,
  { gap, confidence }: FunctionUnderTest,
  isSilent: boolean,
): PlannedCase['state'] {
  // What is not run is shown by nothing; but a run may have left tests out.
  if (run === 'never' && shown === 'shown') return type === 'edge' || type === 'concurrency' ? 'missing' : 'unknown';
  if (shown === 'shown' && (type === 'edge' || type === 'concurrency')) return 'unknown';
  if (shown !== 'missing') return shown;
  return isSilent || (gap !== undefined && confidence !== 'low') ? 'missing' : 'unknown';
}

const promised: ReadonlySet<ContractKindId> = new Set([
  ...(['openapi', 'asyncapi', 'graphql', 'protobuf', 'json-schema', 'avro', 'http-routes', 'messaging'] as const),
]);

/** One for each file and contract that others hold to and that is no longer what it was. */
function contractCases({ contracts }: CodeChange): readonly PlannedCase[] {
  const changed = contracts.filter(({ contract, impact }) => impact !== 'compatible' && promised.has(contract));
  const first = new Map<string, ContractChange>();
  for (const each of changed.toSorted((a, b) => Number(b.impact === 'breaking') - Number(a.impact === 'breaking'))) {
    const key = `${each.contract} ${each.file.path}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()].map(({ element, file, range, impact }) => ({
    about: element,
    path: file.path,
    line: file.lines.position(range.start).line,
    show: 'Whoever uses it as it was promised before still gets an answer that they understand.',
    level: 'contract',
    type: 'positive',
    risk: impact === 'breaking' ? 'high' : 'medium',
    state: 'unknown',
  }));
}
