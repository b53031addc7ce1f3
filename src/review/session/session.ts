import type { Notice } from '../../base/notice.ts';
import type { ChangeSet, FileChange, Side } from '../../change/change-set.ts';
import type { Finding } from '../../finding/finding.ts';
import { SymbolPairing } from '../../code/pair-symbols.ts';
import { ActionPins, namesActions } from '../action-pins.ts';
import { checkFile } from '../check-file.ts';
import type { CheckedFile } from '../check-file.ts';
import { TextDrift } from '../../change/text-drift.ts';
import { conclude } from '../conclude.ts';
import { ConsumerSearch } from '../consumers/consumer-search.ts';
import { withCoverage } from '../coverage/with-coverage.ts';
import { describeChange } from '../describe-change.ts';
import type { DescribedChange } from '../describe-change.ts';
import type { Extractor } from '../extraction/extractor.ts';
import { ExternalSuppressions } from '../judge/external-suppressions.ts';
import { Judge } from '../judge/judge.ts';
import { inReviewOrder } from '../judge/order.ts';
import { verdictOf } from '../judge/verdict.ts';
import type { Keep } from '../kept-results.ts';
import { filesToReview, notReviewed, readFiles } from '../read-files.ts';
import type { ReadFile, ReadingRequest } from '../read-files.ts';
import { searchAhead } from '../related-tests.ts';
import { withOwnRules } from '../request.ts';
import type { ReviewRequest, TriedOut } from '../request.ts';
import type { Review } from '../review-result.ts';
import { RuleRunner } from '../run-rules.ts';
import { Settings } from '../settings.ts';
import { lookAround } from '../surroundings.ts';
import { stillHolding, tryOut, withTrials } from '../try-out.ts';
import { WholeFiles } from '../whole-files.ts';
import { WordSearch } from '../word-search.ts';
import { isChanged, withHead, withText } from './edited-change.ts';
import { EditedTree } from './edited-tree.ts';
import { movedFinding } from './moved-finding.ts';
import { keepInSession } from './session-results.ts';

interface SessionFile {
  readonly read: ReadFile;
  readonly checked: CheckedFile;
  /** Of rules that failed on it. */
  readonly notices: readonly Notice[];
}

/** What was shown last, and what file rules found of it, by the path of the file. */
interface Shown {
  readonly review: Review;
  readonly own: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Reviews a change again after each save of one of its files, as a new review would, at the cost of what the save changed:
 * what concerns the same objects as before is the same object as before, and whatever is remembered by an object is still known.
 */
export class ReviewSession {
  readonly #request: ReviewRequest;
  readonly #extractor: Extractor;
  readonly #settings: Settings;
  readonly #trees: Readonly<Record<Side, EditedTree>>;
  readonly #keep: Keep;
  readonly #whole: WholeFiles;
  readonly #search: WordSearch;
  readonly #consumers: ConsumerSearch;
  readonly #pairing = new SymbolPairing();
  readonly #files = new Map<string, SessionFile>();
  #changes: readonly FileChange[];
  #tried: TriedOut | undefined;
  #shown: Shown | undefined;

  constructor(request: ReviewRequest, extractor: Extractor) {
    const { trees, files } = request.changeSet;
    this.#request = withOwnRules(request);
    this.#extractor = extractor;
    this.#settings = new Settings(request.standard);
    this.#trees = { base: new EditedTree(trees.base), head: new EditedTree(trees.head) };
    this.#changes = files;
    this.#keep = keepInSession(this.#trees);
    this.#whole = new WholeFiles(extractor);
    this.#consumers = new ConsumerSearch(this.#trees.head, this.#whole);
    this.#search = new WordSearch(
      this.#trees.head,
      files.map(({ path }) => path),
    );
  }

  /** The first review, of all files. */
  async start(): Promise<Review> {
    const files = filesToReview(this.#changeSet, this.#settings);
    if (new RuleRunner(this.#request.rules, this.#settings).needs('tests')) searchAhead(this.#changeSet, files, this.#search);
    await this.#read(files, this.#request);
    return this.#review(true);
  }

  /**
   * Takes in that a changed file was saved. What the file says by itself is told at once: the last review, with what file rules find in it now,
   * and what concerns the whole change as it was. `review` then tells that anew, too; after several saves once is enough.
   * Undefined where the file is not part of the change: then the change set has to be read anew.
   */
  async save(path: string, headText: string): Promise<Review | undefined> {
    const change = this.#changes.find((file) => file.path === path);
    if (!change?.head || !this.#files.get(path)?.read.file.head || !this.#shown) return undefined;
    const head = withText(change.head, headText);
    const edited = withHead(change, head);
    this.#changes = this.#changes.map((file) => (file === change ? edited : file));
    this.#trees.head.edit(change.head, head);
    // What a workflow names by commits, others may name so, too.
    const asking = namesActions(path) ? this.#changes.filter((each) => each !== edited && namesActions(each.path)) : [];
    await this.#read([edited, ...asking], { everything: this.#request.everything ?? false, isPassing: true });
    if (this.#tried) this.#tried = stillHolding(this.#tried, path);
    return this.#showOwn(this.#shown, edited, new TextDrift(change.head.text ?? '', headText));
  }

  /** The review after all saves, as a new one would be. */
  review(): Promise<Review> {
    return this.#review(false);
  }

  #showOwn({ review, own }: Shown, change: FileChange, drift: TextDrift): Review {
    const { path } = change;
    const checked = isChanged(change) ? this.#files.get(path)?.checked : undefined;
    const judge = new Judge(this.#settings, new ExternalSuppressions(this.#request.standard, this.#request.now));
    const found = checked ? judge.judgeFile(checked) : [];
    const before = new Set(own.get(path));
    const others = review.findings.flatMap((each) => (before.has(each) ? [] : (movedFinding(each, path, drift) ?? [])));
    const findings = inReviewOrder([...others, ...found]);
    const verdict = verdictOf(findings, review.notices, this.#request.standard);
    const shown = { review: { ...review, findings, verdict }, own: new Map([...own, [path, found]]) };
    this.#shown = shown;
    return shown.review;
  }

  /** Without the files that were changed back to what they were. */
  get #changeSet(): ChangeSet {
    return { ...this.#request.changeSet, files: this.#changes.filter(isChanged), trees: this.#trees };
  }

  async #read(changes: readonly FileChange[], request: Omit<ReadingRequest, 'queries'>): Promise<void> {
    const runner = new RuleRunner(this.#request.rules, this.#settings);
    const pins = new ActionPins({ trees: this.#trees });
    await readFiles(changes, this.#extractor, { ...request, queries: this.#settings.queries, pins }, (read) => {
      const before = runner.notices.length;
      const checked = checkFile(read.file, runner);
      this.#files.set(read.file.path, { read, checked, notices: runner.notices.slice(before) });
    });
  }

  async #review(isFirst: boolean): Promise<Review> {
    const changeSet = this.#changeSet;
    const files = changeSet.files.flatMap(({ path }) => this.#files.get(path) ?? []);
    const runner = new RuleRunner(this.#request.rules, this.#settings);
    const external = new ExternalSuppressions(this.#request.standard, this.#request.now);
    const judge = new Judge(this.#settings, external);
    const own = new Map(files.map(({ checked }) => [checked.file.path, judge.judgeFile(checked)]));
    const described = await withCoverage(await this.#describe(changeSet, files, runner), { ...this.#request, changeSet }, runner);
    if (isFirst) this.#tried = await tryOut(this.#request, described.change, runner);
    const review = await conclude({
      request: { ...this.#request, changeSet },
      consumers: this.#consumers,
      whole: this.#whole,
      runner,
      judge,
      files: files.map(({ read }) => read),
      findings: [...own.values()].flat(),
      described: withTrials(described, this.#tried),
      notices: () => [...files.flatMap((file) => file.notices), ...notReviewed(changeSet, this.#settings), ...external.notices()],
    });
    this.#shown = { review, own };
    return review;
  }

  #describe(changeSet: ChangeSet, read: readonly SessionFile[], rules: RuleRunner): Promise<DescribedChange> {
    const files = read.map((each) => each.read.file);
    const from = {
      changeSet,
      files,
      rules,
      extractor: this.#extractor,
      whole: this.#whole,
      search: this.#search,
      now: this.#request.now,
      keep: this.#keep,
    };
    return describeChange(changeSet, files, this.#pairing, (symbols) => lookAround({ ...from, symbols }));
  }
}
