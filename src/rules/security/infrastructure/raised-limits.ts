import type { ScalarNode } from '../../../code/document-node.ts';

/** How much one request may bring: its files, its body, its header. How many connections a pool has is no such size. */
const sizes =
  /(?:max(?:file|request|upload|body|payload|message|swallow|(?:http)?post|form\w*|(?:http)?(?:request)?header|requestbody)size|maxinmemorysize|bodysizelimit|sizelimit|bodylimit)$/;
/** How long somebody may stay. */
const stays = /(?:session\.?timeout|(?:^|\.)(?:server|tomcat|jetty|undertow|netty)\.(?:\w+\.)?(?:connection|idle|connectionidle)timeout)$/;

/** What a size or a time without a limit does, where it had one and has none or ten times as much. */
export function raisedLimit(name: string, old: ScalarNode | undefined, now: ScalarNode): string | undefined {
  if (!old || name.startsWith('logging.')) return undefined;
  if (sizes.test(name)) return isFarMore(old, now, bytes) ? 'one request can fill memory or disk' : undefined;
  if (/^resilience4j\.retry\..*maxattempts$/.test(name))
    return isFarMore(old, now, bytes) ? 'it is tried again and again while the other side is down' : undefined;
  return stays.test(name) && isFarMore(old, now, times) ? 'who holds a connection or a session open keeps it' : undefined;
}

type Units = ReadonlyMap<string, number>;

const bytes: Units = new Map([
  ['', 1],
  ['b', 1],
  ['k', 1024],
  ['kb', 1024],
  ['m', 1024 ** 2],
  ['mb', 1024 ** 2],
  ['g', 1024 ** 3],
  ['gb', 1024 ** 3],
]);

/** Without a unit it is seconds for one setting and milliseconds for another: such are compared with each other only. */
const times: Units = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['min', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

function isFarMore(old: ScalarNode, now: ScalarNode, units: Units): boolean {
  const [was, is] = [amountOf(old), amountOf(now)];
  if (!was || !is || was.number <= 0) return false;
  if (is.number <= 0) return true;
  const [before, after] = was.unit === is.unit ? [1, 1] : [units.get(was.unit), units.get(is.unit)];
  return before !== undefined && after !== undefined && is.number * after >= was.number * before * 10;
}

/** `10MB`, `30s`, `-1`. */
function amountOf({ value }: ScalarNode): { readonly number: number; readonly unit: string } | undefined {
  const match = /^(-?\d{1,12})\s?([a-z]{0,3})$/i.exec(String(value).trim());
  return match ? { number: Number(match[1]), unit: (match[2] ?? '').toLowerCase() } : undefined;
}
