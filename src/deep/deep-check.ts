import type { DeepRequest } from './deep-request.ts';
import type { Notice } from '../base/notice.ts';
import type { CodeChange, SymbolAt } from '../code/code-change.ts';
import type { Trial } from '../code/trial.ts';
import type { TriedOut, TryOut } from '../review/request.ts';
import { shortName } from '../rules/tests/gaps/finding.ts';
import { mutationsOf } from './mutations.ts';
import { moreMutations, noTests, nothingToTry, redAsIs, timeIsOver, unclear, unreached } from './notices.ts';
import { makeScratch } from './scratch.ts';
import { readTestCommand, type TestCommand } from './test-command.ts';
import { TestRuns, TimeIsOver } from './test-runs.ts';
import { planTrials, type FunctionToTry, type TrialPlan } from './trials.ts';
import { undone, type Edited } from './undo.ts';
import { looksUnbuilt } from './unbuilt.ts';

/** Mutations that are tried for one change at most. */
const mostMutations = 20;

/**
 * Runs the tests of a change with parts of it put otherwise, in a copy: what they do not notice, they do not test.
 * Of all of Plumbline only this runs code of the repository.
 */
export function deepCheck(request: DeepRequest): TryOut {
  const command = readTestCommand(request.command);
  return async (change) => {
    const plan = planTrials(change, command);
    if (plan.functions.length === 0) return { trials: [], notices: plan.left.length > 0 ? [unclear(plan.left)] : [nothingToTry] };
    if (command.takesTests && plan.tests.length === 0) return { trials: [], notices: [noTests(command.text)] };
    request.progress?.({ step: 'Copying the change', done: 0, total: 0 });
    const started = performance.now();
    const scratch = await makeScratch(request.source, request.changeSet, request.signal);
    try {
      const runs = new TestRuns(command, scratch, { ...request, end: started + request.minutes * 60_000 });
      const check = new DeepCheck(change, plan, command, runs, request);
      const result = await check.run();
      request.tell?.(`Deep check: ${runs.count} runs of the tests in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
      return result;
    } finally {
      await scratch.remove();
    }
  };
}

class DeepCheck {
  readonly #change: CodeChange;
  readonly #plan: TrialPlan;
  readonly #command: TestCommand;
  readonly #runs: TestRuns;
  readonly #request: DeepRequest;
  readonly #trials: Trial[] = [];
  readonly #notices: Notice[] = [];
  /** Whether the tests notice when a file cannot be read at all. */
  readonly #isRead = new Map<string, boolean>();
  /** What the tests write where they pass. */
  #usual = '';
  #done = 0;
  #total = 0;

  constructor(change: CodeChange, plan: TrialPlan, command: TestCommand, runs: TestRuns, request: DeepRequest) {
    this.#change = change;
    this.#plan = plan;
    this.#command = command;
    this.#runs = runs;
    this.#request = request;
  }

  async run(): Promise<TriedOut> {
    try {
      if (!(await this.#passesAsIs())) return { trials: [], notices: this.#notices };
      await this.#tryFunctions();
      await this.#tryMutations();
    } catch (error) {
      if (!(error instanceof TimeIsOver)) throw error;
      this.#notices.push(timeIsOver(this.#request.minutes, this.#done, this.#total));
    }
    return this.#result();
  }

  async #passesAsIs(): Promise<boolean> {
    const { functions, tests } = this.#plan;
    this.#total = functions.length;
    this.#report('Running the tests as they are');
    const end = await this.#runs.runAsIs(tests);
    this.#usual = end.output;
    if (end.exitCode === 0) return true;
    this.#notices.push(redAsIs(this.#command.text, end));
    this.#request.tell?.(`The tests fail as they are:\n${lastLines(end.output)}`);
    return false;
  }

  async #tryFunctions(): Promise<void> {
    for (const each of this.#plan.functions) {
      this.#report(`Undoing ${shortName(each.at)}`);
      const edited = undone(each.at, this.#change);
      if (edited) await this.#try(edited, each);
      this.#done++;
    }
  }

  async #tryMutations(): Promise<void> {
    const noticed = this.#plan.functions.filter(({ at }) => this.#outcomeOf(at) !== 'passed');
    const all = noticed.flatMap((each) => mutationsOf(each.at).map((edited) => ({ each, edited })));
    const tried = all.slice(0, mostMutations);
    if (tried.length < all.length) this.#notices.push(moreMutations(tried.length, all.length));
    this.#total += tried.length;
    for (const { each, edited } of tried) {
      this.#report(`Putting ${shortName(each.at)} otherwise`);
      await this.#try(edited, each);
      this.#done++;
    }
  }

  async #try(edited: Edited, { at, runs }: FunctionToTry): Promise<void> {
    const { text, tried } = edited;
    const { path } = at.file;
    let exitCode: number | undefined;
    for (const tests of runs) {
      const end = await this.#runs.runWith(path, withMark(text, at, this.#change), tests);
      ({ exitCode } = end);
      const ran = { at, tried, command: this.#command.text, tests, ...(exitCode !== undefined && { exitCode }) };
      if (exitCode === 0) continue;
      const isClear = end.isTooLong || (exitCode !== undefined && !looksUnbuilt(end.output, this.#usual));
      this.#trials.push({ ...ran, outcome: isClear ? 'failed' : 'unclear' });
      return;
    }
    await this.#lookWhetherRead(path);
    this.#trials.push({ at, tried, command: this.#command.text, tests: runs.at(-1) ?? [], exitCode: 0, outcome: 'passed' });
  }

  /** Tests that pass whatever stands in a file do not even load it, or load what was built from it. */
  async #lookWhetherRead(path: string): Promise<void> {
    if (this.#isRead.has(path)) return;
    const { exitCode } = await this.#runs.runWith(path, '<<<<<<< put there by the deep check\n', this.#plan.tests);
    this.#isRead.set(path, exitCode !== 0);
  }

  #outcomeOf(at: SymbolAt): Trial['outcome'] | undefined {
    return this.#trials.find((trial) => trial.at.symbol === at.symbol && trial.tried.kind !== 'mutated')?.outcome;
  }

  /** That a file is not loaded tells something only where the command was seen to notice anything at all. */
  #result(): TriedOut {
    const notices = [...this.#notices];
    const isEffective = [...this.#isRead.values()].includes(true) || this.#trials.some(({ outcome }) => outcome === 'failed');
    const blind = isEffective ? [] : [...this.#isRead].flatMap(([path, isRead]) => (isRead ? [] : [path]));
    if (blind.length > 0) notices.push(unreached(blind, this.#command.text));
    const isClear = ({ at }: Trial): boolean => !blind.includes(at.file.path);
    const vague = this.#trials.filter(({ outcome, tried }) => outcome === 'unclear' && tried.kind !== 'mutated').map(({ at }) => at);
    if (vague.length + this.#plan.left.length > 0) notices.push(unclear([...vague, ...this.#plan.left]));
    return { trials: this.#trials.filter(isClear), notices };
  }

  #report(step: string): void {
    this.#request.progress?.({ step, done: this.#done, total: this.#total });
  }
}

/** With the byte order mark that the file has. */
function withMark(text: string, { file }: SymbolAt, { files }: CodeChange): string {
  const hasMark = files.find(({ head }) => head === file)?.change.head?.byteOrderMark ?? false;
  return hasMark ? `\uFEFF${text}` : text;
}

/** Lines of output that are shown of tests that fail as they are. */
const KEPT = 60;

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-KEPT).join('\n');
}
