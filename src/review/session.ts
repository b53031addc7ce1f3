import type { Notice } from '../base/notice.ts';
import type { ChangeSet, FileChange } from '../change/change-set.ts';
import { blobId } from '../change/in-memory.ts';
import { lineHunks } from '../change/line-diff.ts';
import type { FileFacts } from '../code/facts.ts';
import type { SymbolChange } from '../code/code-change.ts';
import { checkFile } from './check-file.ts';
import type { CheckedFile } from './check-file.ts';
import { conclude } from './conclude.ts';
import { ConsumerSearch } from './consumers/consumer-search.ts';
import { describeChange } from './describe-change.ts';
import type { Extractor } from './extraction/extractor.ts';
import { ExternalSuppressions } from './judge/external-suppressions.ts';
import { Judge } from './judge/judge.ts';
import { filesToReview, notReviewed, readFiles } from './read-files.ts';
import type { ReadFile } from './read-files.ts';
import { readWhole, searchAhead } from './related-tests.ts';
import { withOwnRules } from './request.ts';
import type { ReviewRequest, TriedOut } from './request.ts';
import type { Review } from './review-result.ts';
import { RuleRunner } from './run-rules.ts';
import { Settings } from './settings.ts';
import { lookAround, surfaceOfChange } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { stillHolding, tryOut, withTrials } from './try-out.ts';
import { WordSearch } from './word-search.ts';

interface SessionFile {
  readonly read: ReadFile;
  readonly checked: CheckedFile;
  /** Of rules that failed on it. */
  readonly notices: readonly Notice[];
}

/** Keeps what was read, so that after a change to one file only that file is read again. */
export class ReviewSession {
  readonly #request: ReviewRequest;
  readonly #extractor: Extractor;
  readonly #settings: Settings;
  readonly #search: WordSearch;
  readonly #consumers: ConsumerSearch;
  readonly #files = new Map<string, SessionFile>();
  #changeSet: ChangeSet;
  #surroundings: Surroundings | undefined;
  #isSurfaceStale = false;
  #tried: TriedOut | undefined;

  constructor(request: ReviewRequest, extractor: Extractor) {
    this.#request = withOwnRules(request);
    this.#extractor = extractor;
    this.#settings = new Settings(request.standard);
    this.#changeSet = request.changeSet;
    this.#consumers = new ConsumerSearch(request.changeSet.trees.head, extractor);
    this.#search = new WordSearch(
      request.changeSet.trees.head,
      request.changeSet.files.map(({ path }) => path),
    );
  }

  /** The first review, of all files. */
  async start(): Promise<Review> {
    const files = filesToReview(this.#changeSet, this.#settings);
    if (new RuleRunner(this.#request.rules, this.#settings).needs('tests')) searchAhead(this.#changeSet, files, this.#search);
    await this.#read(files, this.#request);
    this.#surroundings = undefined;
    return this.#review(true);
  }

  /**
   * The review after the text of a changed file at head has changed.
   * Undefined where the file is not part of the change: then the change set has to be read anew.
   */
  async update(path: string, headText: string): Promise<Review | undefined> {
    const change = this.#changeSet.files.find((file) => file.path === path);
    const before = this.#files.get(path)?.read.file.head;
    if (!change?.head || !before) return undefined;
    const updated = withHeadText(change, change.head, headText);
    this.#changeSet = { ...this.#changeSet, files: this.#changeSet.files.map((file) => (file === change ? updated : file)) };
    await this.#read([updated], { everything: this.#request.everything ?? false });
    const after = this.#files.get(path)?.read.file.head;
    // A file without facts may be a contract, or a part of one.
    if (!after?.facts || before.role !== after.role || outlineOf(before.facts) !== outlineOf(after.facts)) this.#surroundings = undefined;
    else if (after.role === 'test') await this.#replaceTest(path, headText);
    else this.#isSurfaceStale = true;
    if (this.#tried) this.#tried = stillHolding(this.#tried, path);
    return this.#review(false);
  }

  async #replaceTest(path: string, text: string): Promise<void> {
    if (!this.#surroundings) return;
    const { related } = this.#surroundings;
    const [test] = related.tests.some((each) => each.path === path) ? await readWhole([{ path, text }], this.#extractor) : [];
    if (test)
      this.#surroundings = {
        ...this.#surroundings,
        related: { ...related, tests: related.tests.map((each) => (each.path === path ? test : each)) },
      };
  }

  async #read(changes: readonly FileChange[], request: Pick<ReviewRequest, 'everything' | 'signal' | 'progress'>): Promise<void> {
    const runner = new RuleRunner(this.#request.rules, this.#settings);
    await readFiles(changes, this.#extractor, { ...request, queries: this.#settings.queries }, (read) => {
      const before = runner.notices.length;
      const checked = checkFile(read.file, runner);
      this.#files.set(read.file.path, { read, checked, notices: runner.notices.slice(before) });
    });
  }

  async #review(isFirst: boolean): Promise<Review> {
    const files = this.#changeSet.files.flatMap(({ path }) => this.#files.get(path) ?? []);
    const runner = new RuleRunner(this.#request.rules, this.#settings);
    const external = new ExternalSuppressions(this.#request.standard, this.#request.now);
    const judge = new Judge(this.#settings, external);
    const findings = files.flatMap(({ checked }) => judge.judgeFile(checked));
    const changed = files.map(({ read }) => read.file);
    const described = await describeChange(this.#changeSet, changed, async (symbols: readonly SymbolChange[]) => {
      const { now } = this.#request;
      if (!this.#surroundings)
        this.#surroundings = await lookAround(this.#changeSet, changed, symbols, runner, this.#extractor, this.#search, now);
      else if (this.#isSurfaceStale)
        this.#surroundings = { ...this.#surroundings, surface: await surfaceOfChange(this.#changeSet, changed, runner, now) };
      this.#isSurfaceStale = false;
      return this.#surroundings;
    });
    if (isFirst) this.#tried = await tryOut(this.#request, described.change, runner);
    const request = { ...this.#request, changeSet: this.#changeSet };
    const notices = () => [
      ...files.flatMap((file) => file.notices),
      ...notReviewed(this.#changeSet, this.#settings),
      ...external.notices(),
    ];
    return await conclude({
      request,
      consumers: this.#consumers,
      runner,
      judge,
      files: files.map(({ read }) => read),
      findings,
      described: withTrials(described, this.#tried),
      notices,
    });
  }
}

function withHeadText(change: FileChange, head: NonNullable<FileChange['head']>, text: string): FileChange {
  const snapshot = { ...head, text, blob: blobId(text), size: Buffer.byteLength(text) };
  return { ...change, head: snapshot, hunks: lineHunks(change.base?.text ?? '', text) };
}

/** What decides who sees a file, and which tests are about it. */
function outlineOf(facts: FileFacts | undefined): string {
  if (!facts) return '';
  const names = facts.symbols
    .filter(({ parent }) => parent === undefined || parent === 0)
    .map(({ qualifiedName, visibility }) => `${visibility} ${qualifiedName}`);
  const exported = facts.exports.map(({ name, exported: as, source }) => `${name} ${as} ${source ?? ''}`);
  return [...names, ...exported].join('\n');
}
