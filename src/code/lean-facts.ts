import { interned } from '../base/interned.ts';
import type { FileFacts } from './facts.ts';

type Part = Record<string, unknown>;

/**
 * Makes facts that were just read take less memory, in place: what many of them say is one string, and what is empty one list for all.
 * The lists of statements of symbols and tests stay the same objects.
 */
export function makeLean(facts: FileFacts | undefined): void {
  if (facts) trimFields(facts as unknown as Part);
}

const none: readonly never[] = Object.freeze([]);

function trimFields(part: Part): void {
  for (const key in part) {
    const value = part[key];
    if (typeof value === 'string') {
      if (key !== 'kind') part[key] = interned(value);
    } else if (Array.isArray(value)) part[key] = trimmedList(value as unknown[], key === 'body');
    else if (isPart(value)) trimFields(value);
  }
}

/** What was gathered item by item holds room for a dozen more. */
function trimmedList(list: unknown[], isRoot: boolean): readonly unknown[] {
  if (list.length === 0) return isRoot ? list : none;
  for (let at = 0; at < list.length; at++) {
    const item = list[at];
    if (typeof item === 'string') list[at] = interned(item);
    else if (isPart(item)) trimFields(item);
  }
  return isRoot ? list : list.slice();
}

/** Ranges, of which there are most, hold nothing that could be leaner. */
function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !('end' in value);
}
