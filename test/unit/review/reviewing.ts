import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { Texts } from '../../../src/change/in-memory.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { createExtractor } from '../../../src/review/extraction/extractor.ts';
import type { Extractor } from '../../../src/review/extraction/extractor.ts';
import { review } from '../../../src/review/review.ts';
import type { ReviewSession } from '../../../src/review/session/session.ts';
import type { Review } from '../../../src/review/review-result.ts';
import type { Standard } from '../../../src/standard/standard.ts';
import { locateWasmInPackages } from '../../../src/syntax/wasm-files.ts';

export function extractorOfCheckout(): Extractor {
  return createExtractor({ wasm: locateWasmInPackages(process.cwd()) });
}

/** A standard with these rules on, each as it says itself. */
export function standardOf(rules: readonly Rule[], changes: Partial<Standard> = {}): Standard {
  return {
    name: 'test',
    rules: new Map(rules.map(({ id, severity, options }) => [id, { severity, options: options.parse({}) }])),
    overrides: [],
    ignore: [],
    coverage: [],
    waivers: [],
    baseline: new Set(),
    minimumConfidence: 'medium',
    noticeMonths: 6,
    gate: { failOn: 'error' },
    provenance: new Map(),
    ...changes,
  };
}

/** Reviews a change made of texts with the given rules. */
export async function reviewTexts(base: Texts, head: Texts, rules: readonly Rule[], changes: Partial<Standard> = {}): Promise<Review> {
  const extractor = extractorOfCheckout();
  try {
    return await review(
      { changeSet: inMemoryChangeSet(base, head), standard: standardOf(rules, changes), rules, now: new Date('2026-08-10') },
      extractor,
    );
  } finally {
    await extractor.dispose();
  }
}

/** What a review found, one line each: `state severity path:line message`. */
export function lines({ findings }: Review): string[] {
  return findings.map(
    ({ state, severity, location, message }) => `${state} ${severity} ${location.path}:${location.start.line} ${message}`,
  );
}

/** The review after a save; undefined where the file is not part of the change. */
export async function savedIn(session: ReviewSession, path: string, text: string): Promise<Review | undefined> {
  return (await session.save(path, text)) && session.review();
}
