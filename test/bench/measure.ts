import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChangeSet } from '../../src/git/read-change-set.ts';
import { createExtractor } from '../../src/review/extraction/extractor.ts';
import type { Extractor, ExtractorOptions } from '../../src/review/extraction/extractor.ts';
import { review } from '../../src/review/review.ts';
import { ReviewSession } from '../../src/review/session/session.ts';
import { rules } from '../../src/rules/index.ts';
import { loadStandard } from '../../src/standard/load.ts';
import { inMemoryChangeSet } from '../../src/change/in-memory.ts';
import type { Standard } from '../../src/standard/standard.ts';
import { locateWasmInPackages } from '../../src/syntax/wasm-files.ts';
import { measureFloor } from './floor.ts';
import type { Floor } from './floor.ts';

/** What the driver asks for; everything is measured in a process of its own. */
export interface Asked {
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  readonly workers: number;
  readonly rounds: number;
  readonly what: 'times' | 'peak';
}

const asked = JSON.parse(process.argv[2] ?? '{}') as Asked;
const loadWasm = locateWasmInPackages(process.cwd());
const workers: Partial<Pick<ExtractorOptions, 'workers'>> =
  asked.workers > 0 ? { workers: { count: asked.workers, script: join(import.meta.dirname, 'extraction-worker.mjs') } } : {};

interface Check {
  readonly milliseconds: number;
  readonly firstFinding: number | null;
}

interface Round {
  readonly floor: Floor;
  /** In one thread, without a cache; not measured where a check takes very long. */
  readonly alone: Check | undefined;
  readonly cold: Check;
  readonly warm: Check;
}

async function check(standard: Standard, threads: typeof workers, directory?: string): Promise<Check> {
  const start = performance.now();
  let firstFinding: number | null = null;
  const changeSet = await readChangeSet({ kind: 'range', range: `${asked.base}..${asked.head}` }, { root: asked.repository });
  const extractor = createExtractor({ wasm: loadWasm, ...threads, cache: directory });
  await review(
    { changeSet, standard, rules, now: new Date('2026-08-10'), onFinding: () => (firstFinding ??= performance.now() - start) },
    extractor,
  );
  const milliseconds = performance.now() - start;
  await extractor.dispose();
  return { milliseconds, firstFinding };
}

/** Milliseconds after which no further round, or save, is begun: large changes are measured less often. */
const patience = 60_000;
/** The same for saves. */
const patienceWithSaves = 25_000;
/** Milliseconds of a check after which it is not measured in one thread, too. */
const tooLong = 30_000;

/**
 * Saves files of the change with a line more in the middle, as an editor would: so many, evenly over all of them.
 * Gives milliseconds until what the file says by itself is told, and until the whole is.
 */
async function saves(standard: Standard, extractor: Extractor, most: number): Promise<{ own: number; whole: number }[]> {
  const changeSet = await readChangeSet({ kind: 'range', range: `${asked.base}..${asked.head}` }, { root: asked.repository });
  const session = new ReviewSession({ changeSet, standard, rules, now: new Date('2026-08-10') }, extractor);
  await session.start();
  const files = changeSet.files.filter(({ head }) => head?.text !== undefined);
  const times: { own: number; whole: number }[] = [];
  const begin = performance.now();
  for (let save = 0; save < most && performance.now() - begin < patienceWithSaves; save++) {
    const { path, head } = files[Math.floor((save * files.length) / most)] ?? {};
    if (path === undefined || head?.text === undefined) break;
    const text = insertLine(head.text, save);
    const start = performance.now();
    await session.save(path, text);
    const own = performance.now() - start;
    await session.review();
    times.push({ own, whole: performance.now() - start });
  }
  return times;
}

/** A comment line in the middle, which every language here takes for one. */
function insertLine(text: string, number: number): string {
  const middle = text.indexOf('\n', text.length / 2) + 1;
  return `${text.slice(0, middle)}// ${number}\n${text.slice(middle)}`;
}

async function times(standard: Standard): Promise<object> {
  const rounds: Round[] = [];
  const begin = performance.now();
  for (let round = 0; round < asked.rounds && (round === 0 || performance.now() - begin < patience); round++) {
    const directory = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
    const floor = await measureFloor(asked.repository, asked.base, asked.head, loadWasm);
    const cold = await check(standard, workers, directory);
    const warm = await check(standard, workers, directory);
    const alone = cold.milliseconds < tooLong ? await check(standard, {}) : undefined;
    rmSync(directory, { recursive: true });
    rounds.push({ floor, alone, cold, warm });
  }
  const extractor = createExtractor({ wasm: loadWasm });
  const saved = await saves(standard, extractor, 60);
  await extractor.dispose();
  const best = (values: (number | null)[]): number | null =>
    values.reduce((least, each) => (each !== null && (least === null || each < least) ? each : least), null);
  const floor = rounds[0]?.floor;
  const least = (times: (each: Round) => { readonly milliseconds: number }): number =>
    best(rounds.map((each) => times(each).milliseconds)) ?? 0;
  const [floorMs, coldMs] = [least((each) => each.floor), least(({ cold }) => cold)];
  const aloneMs = best(rounds.map(({ alone }) => alone?.milliseconds ?? null));
  return {
    files: floor?.files,
    lines: floor?.lines,
    mb: round((floor?.bytes ?? 0) / 1e6, 2),
    floorMs: round(floorMs),
    coldMs: round(coldMs),
    warmMs: round(least(({ warm }) => warm)),
    ratio: round(coldMs / floorMs, 2),
    oneThreadMs: roundOrNull(aloneMs),
    oneThreadRatio: aloneMs === null ? null : round(aloneMs / floorMs, 2),
    firstFindingMs: roundOrNull(best(rounds.map(({ cold }) => cold.firstFinding))),
    rounds: rounds.length,
    saves: saved.length,
    saveOwnP95Ms: roundOrNull(p95(saved.map(({ own }) => own))),
    saveP95Ms: roundOrNull(p95(saved.map(({ whole }) => whole))),
  };
}

function p95(times: readonly number[]): number | null {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? null;
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

function roundOrNull(value: number | null): number | null {
  return value === null ? null : round(value);
}

const standard = await loadStandard(inMemoryChangeSet({}, {}).trees.base, rules, { root: asked.repository });
if (asked.what === 'peak') {
  await check(standard, workers);
  console.log(JSON.stringify({ peakMb: round(process.resourceUsage().maxRSS / 1024) }));
} else console.log(JSON.stringify(await times(standard)));
