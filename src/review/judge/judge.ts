import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { Place } from '../../finding/draft.ts';
import type { Finding } from '../../finding/finding.ts';
import type { Drafted } from '../run-rules.ts';
import type { CheckedFile } from '../check-file.ts';
import type { Settings } from '../settings.ts';
import type { ExternalSuppressions } from './external-suppressions.ts';
import { findingOf } from './finding-of.ts';
import type { JudgedChange } from './finding-of.ts';
import { fingerprints } from './fingerprints.ts';
import { Masks } from './masks.ts';
import type { ShownFile } from './masks.ts';
import { compareSides } from './states.ts';
import type { Compared } from './states.ts';
import { FileSuppressions } from './suppressions.ts';

/** Turns what rules found into findings. Nothing is dropped that the standard has on. */
export class Judge implements JudgedChange {
  readonly settings: Settings;
  /** All files of the change, in order; `judgeFile` needs only its own. */
  files: readonly ChangedFile[] = [];
  readonly #byPath = { base: new Map<string, ChangedFile>(), head: new Map<string, ChangedFile>() };
  readonly #masks = new Masks();
  readonly #suppressions = new Map<string, FileSuppressions>();
  readonly #external: ExternalSuppressions;

  constructor(settings: Settings, external: ExternalSuppressions) {
    this.settings = settings;
    this.#external = external;
  }

  fileOf(place: Place): ChangedFile | undefined {
    return this.#byPath[place.file.side].get(place.file.path);
  }

  shown(file: SourceFile): ShownFile {
    return this.#masks.shown(file);
  }

  suppressionsIn(path: string): FileSuppressions | undefined {
    return this.#suppressions.get(path);
  }

  /** What file rules found on the two sides of one file. */
  judgeFile({ file, base, head }: CheckedFile): Finding[] {
    this.#add(file);
    this.#masks.add([...base, ...head]);
    return this.#findings(compareSides(base, head, file.change.hunks));
  }

  /** What change rules found: all of it is new. */
  judgeChange(drafted: readonly Drafted[]): Finding[] {
    this.#masks.add(drafted);
    return this.#findings(drafted.map((each) => ({ ...each, state: 'new' })));
  }

  #add(file: ChangedFile): void {
    if (file.base) this.#byPath.base.set(file.base.path, file);
    if (!file.head) return;
    this.#byPath.head.set(file.head.path, file);
    this.#suppressions.set(file.head.path, new FileSuppressions(file.head, (each) => this.shown(each)));
  }

  #findings(compared: readonly Compared[]): Finding[] {
    const identities = fingerprints(compared, (each) => this.#stablePath(each.draft.place));
    return compared.flatMap((each) => {
      const finding = findingOf(each, identities.get(each) ?? '', this);
      return finding ? [this.#suppressed(finding, each.draft.place)] : [];
    });
  }

  #suppressed(finding: Finding, place: Place | undefined): Finding {
    if (finding.state === 'absent') return finding;
    const inSource = this.#suppressions.get(finding.location.path)?.of(finding.rule, finding.location) ?? [];
    const isCompared = place === undefined || this.fileOf(place)?.base !== undefined;
    const suppressions = [...inSource, ...this.#external.of(finding, isCompared)];
    if (suppressions.length === 0 && finding.state !== 'unchanged') this.#external.countExpired(finding);
    return { ...finding, suppressions };
  }

  /** The path at base: a finding stays the same when its file is renamed. */
  #stablePath(place: Place | undefined): string {
    if (!place) return '';
    return this.fileOf(place)?.base?.path ?? place.file.path;
  }
}
