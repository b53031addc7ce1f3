import picomatch from 'picomatch';
import type { Notice } from '../../base/notice.ts';
import type { Finding, Suppression } from '../../finding/finding.ts';
import { describeProvenance } from '../../standard/problem.ts';
import type { Standard } from '../../standard/standard.ts';
import { isExpired } from '../../standard/waiver.ts';
import type { PlacedWaiver } from '../../standard/waiver.ts';

interface PreparedWaiver {
  readonly waiver: PlacedWaiver;
  readonly covers: (finding: Finding) => boolean;
  readonly hasExpired: boolean;
}

/** What lets findings pass from outside of the code: waivers, and the baseline of a team that began with old code. */
export class ExternalSuppressions {
  readonly #waivers: readonly PreparedWaiver[];
  readonly #baseline: ReadonlySet<string>;
  /** How many findings count again since a waiver expired. */
  readonly #expired = new Map<PlacedWaiver, number>();

  /** @param now when the review is: from the day after its last one a waiver holds no more */
  constructor({ waivers, baseline }: Pick<Standard, 'waivers' | 'baseline'>, now: Date) {
    this.#waivers = waivers.map((waiver) => ({ waiver, covers: coverage(waiver), hasExpired: isExpired(waiver, now) }));
    this.#baseline = baseline;
  }

  /**
   * What lets a finding pass.
   * @param compared whether its file has a base side: then it is known what was there, better than a baseline knows it
   */
  of(finding: Finding, compared: boolean): Suppression[] {
    const waiving = this.#waivers.filter(({ covers }) => covers(finding));
    const holding = waiving.filter(({ hasExpired }) => !hasExpired).map(({ waiver }) => suppressionBy(waiver));
    const isKnown = (finding.state === 'unchanged' || !compared) && this.#baseline.has(finding.fingerprint);
    return [...holding, ...(isKnown ? [inBaseline] : [])];
  }

  /** To be told for a finding that counts, and would not if no waiver had expired. */
  countExpired(finding: Finding): void {
    for (const { waiver, covers, hasExpired } of this.#waivers)
      if (hasExpired && covers(finding)) this.#expired.set(waiver, (this.#expired.get(waiver) ?? 0) + 1);
  }

  notices(): Notice[] {
    return [...this.#expired].map(([{ rule, owner, expires, reason, place }, count]) => ({
      id: 'waiver-expired',
      message: `The waiver of ${rule} (${describeProvenance(place)}) expired on ${expires}: ${count === 1 ? 'a finding counts' : `${count} findings count`} again. Its reason was: ${reason}`,
      remedy: `Mend what it let pass, or ask ${owner} whether it is to be renewed.`,
      incomplete: false,
    }));
  }
}

const inBaseline: Suppression = { kind: 'baseline', reason: 'It was there when the baseline was written.' };

function suppressionBy({ reason, owner, expires }: PlacedWaiver): Suppression {
  return { kind: 'waiver', reason, owner, expires };
}

function coverage({ rule, paths, symbol, fingerprint }: PlacedWaiver): PreparedWaiver['covers'] {
  const isAtPath = paths ? picomatch([...paths], { dot: true }) : () => true;
  const isOfRule = rule.endsWith('*') ? (id: string) => id.startsWith(rule.slice(0, -1)) : (id: string) => id === rule;
  const isOfSymbol = (name: string | undefined): boolean => name !== undefined && (name === symbol || name.startsWith(`${symbol ?? ''}.`));
  return (finding) =>
    isOfRule(finding.rule) &&
    isAtPath(finding.location.path) &&
    (fingerprint === undefined || finding.fingerprint === fingerprint) &&
    (symbol === undefined || isOfSymbol(finding.symbol?.qualifiedName));
}
