import { giveUpMemos } from '../base/memo.ts';
import type { Notice } from '../base/notice.ts';
import { WorkClock } from '../base/work-clock.ts';
import type { CodeChange, SourceFile } from '../code/code-change.ts';
import type { LanguageId } from '../code/facts.ts';
import type { FindingDraft, Unchecked } from '../finding/draft.ts';
import type { RuleId } from '../finding/expectation.ts';
import type { ChangeRule, FileRule, Rule } from '../rules/rule.ts';
import type { Settings } from './settings.ts';

/** Something a rule found, with the rule. */
export interface Drafted {
  readonly rule: Rule;
  readonly draft: FindingDraft;
}

/** Milliseconds that one rule may take in one review of up to so many sides of files; a larger change gives it more, in proportion. */
const defaultTime = 10_000;
const sidesInTime = 1_000;

export interface RunnerLimits {
  /** Milliseconds that one rule may take in all, where the change is no large one. */
  readonly time?: number;
  /** Entries that may be remembered from one rule to the next; without a limit all are, as an editor wants it, which asks the same again. */
  readonly memos?: number;
}

/** Runs rules so that none can stop a review: one that throws, or takes too long, is a notice and is not run again. */
export class RuleRunner {
  readonly notices: Notice[] = [];
  readonly #settings: Settings;
  readonly #fileRules: readonly FileRule[];
  readonly #byLanguage = new Map<LanguageId | undefined, readonly FileRule[]>();
  readonly #changeRules: readonly ChangeRule[];
  readonly #time: number;
  readonly #memos: number;
  readonly #clock = new WorkClock();
  readonly #spent = new Map<RuleId, number>();
  readonly #stopped = new Set<RuleId>();
  /** Sides of files that the rules were given. */
  #sides = 0;
  /** When the rule before the next one ended. */
  #since = 0;

  constructor(rules: readonly Rule[], settings: Settings, { time = defaultTime, memos = Infinity }: RunnerLimits = {}) {
    const on = rules.filter(({ id }) => settings.isOn(id));
    this.#settings = settings;
    this.#fileRules = on.filter((rule) => rule.kind === 'file');
    this.#changeRules = on.filter((rule) => rule.kind === 'change');
    this.#time = time;
    this.#memos = memos;
  }

  runOnFile(file: SourceFile, path: string): Drafted[] {
    const found: Drafted[] = [];
    giveUpMemos(this.#memos);
    this.#sides++;
    this.#since = performance.now();
    for (const rule of this.#fileRulesFor(file.facts?.language)) {
      const { severity, options } = this.#settings.at(rule.id, path);
      if (severity !== 'off') this.#run(rule, () => rule.check(file, options), found, file);
    }
    return found;
  }

  #fileRulesFor(language: LanguageId | undefined): readonly FileRule[] {
    const known = this.#byLanguage.get(language) ?? this.#fileRules.filter((rule) => claims(rule, language));
    this.#byLanguage.set(language, known);
    return known;
  }

  runOnChange(change: CodeChange): Drafted[] {
    const found: Drafted[] = [];
    this.#sides = Math.max(this.#sides, 2 * change.files.length);
    this.#since = performance.now();
    for (const rule of this.#changeRules) {
      giveUpMemos(this.#memos);
      const { options } = this.#settings.ofChange(rule.id);
      this.#run(rule, () => rule.check(change, options), found);
    }
    return found;
  }

  /** Whether a rule that is on asks for what is beyond the changed files. */
  needs(what: 'exposure' | 'tests' | 'contracts'): boolean {
    return this.#changeRules.some(({ needs }) => needs?.includes(what) ?? true);
  }

  isOn(rule: RuleId): boolean {
    return this.#settings.isOn(rule);
  }

  /** Whether the rule was run on all that it should have been. */
  hasRun(rule: RuleId): boolean {
    return !this.#stopped.has(rule);
  }

  /** Adds what the rule finds. It began where the rule before it ended: nearly all of them find nothing at once, and asking for the time is not free. */
  #run(rule: Rule, check: () => Iterable<FindingDraft | Unchecked>, found: Drafted[], file?: SourceFile): void {
    if (this.#stopped.has(rule.id)) return;
    const path = file?.path;
    const start = this.#since;
    const before = this.#spent.get(rule.id) ?? 0;
    try {
      for (const item of check()) {
        if (!('unchecked' in item)) found.push({ rule, draft: item });
        // What is missed at base hides nothing at head.
        else if (file?.side !== 'base') this.#note(partlyChecked(item.unchecked, item.path ?? path));
        if (this.#isTooLong(before + performance.now() - start)) break;
      }
    } catch (error) {
      this.#stop(rule.id, ruleFailed(rule.id, path, error));
    }
    this.#since = performance.now();
    const all = before + this.#since - start;
    this.#spent.set(rule.id, all);
    if (this.#isTooLong(all)) this.#stop(rule.id, ruleTooSlow(rule.id, path, this.#allowed));
  }

  /** Where others keep the processor busy, only a share of the time that goes by is spent here. */
  #isTooLong(spent: number): boolean {
    return spent > this.#allowed && spent * this.#clock.share() > this.#allowed;
  }

  get #allowed(): number {
    return this.#time * Math.max(1, this.#sides / sidesInTime);
  }

  #note(notice: Notice): void {
    if (!this.notices.some(({ message }) => message === notice.message)) this.notices.push(notice);
  }

  #stop(rule: RuleId, notice: Notice): void {
    if (this.#stopped.has(rule)) return;
    this.#stopped.add(rule);
    this.notices.push(notice);
  }
}

function claims(rule: Rule, language: LanguageId | undefined): boolean {
  return rule.languages === 'any' || (language !== undefined && rule.languages.includes(language));
}

function ruleFailed(rule: RuleId, path: string | undefined, error: unknown): Notice {
  return {
    id: 'rule-failed',
    message: `The rule ${rule} failed and was not run any further: ${error instanceof Error ? error.message : String(error)}`,
    remedy: `This is a fault of Plumbline: please report it. To go on without it, set ${rule} to off.`,
    ...(path !== undefined && { path }),
    incomplete: true,
  };
}

function partlyChecked(why: string, path: string | undefined): Notice {
  return {
    id: 'partly-checked',
    message: `Not all of ${path ?? 'the change'} was checked: ${why}.`,
    remedy: path === undefined ? 'Review smaller changes, or look at the rest yourself.' : 'Divide the file, or look at the rest yourself.',
    ...(path !== undefined && { path }),
    incomplete: false,
  };
}

function ruleTooSlow(rule: RuleId, path: string | undefined, time: number): Notice {
  return {
    id: 'rule-too-slow',
    message: `The rule ${rule} took longer than ${Math.round(time / 1000)} s and was not run any further.`,
    remedy: `Review a smaller change, ignore generated files, or set ${rule} to off.`,
    ...(path !== undefined && { path }),
    incomplete: true,
  };
}
