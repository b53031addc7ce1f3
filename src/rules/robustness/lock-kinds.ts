import type { SymbolAt } from '../../code/code-change.ts';
import { canonical } from '../../code/canonical.ts';
import { codeOf, walk } from '../../code/walk.ts';
import { annotationKind } from '../safeguards/annotation-kind.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const family = 'the lock';

const concurrent = /^(?:Atomic\w+|Concurrent\w+|CopyOnWrite\w+|LongAdder|LongAccumulator|\w*Blocking(?:Queue|Deque))\b/;

/** A field of the same type keeps itself consistent now. */
function hasConcurrentStateAnew(head: SymbolAt, base: SymbolAt): boolean {
  const before = new Set(concurrentFields(base));
  return concurrentFields(head).some((name) => !before.has(name));
}

function concurrentFields({ file, symbol }: SymbolAt): readonly string[] {
  const beside = file.facts?.symbols.filter(({ kind, parent }) => kind === 'field' && parent === symbol.parent) ?? [];
  return beside
    .filter(({ type, value }) => concurrent.test(type ?? '') || (value?.kind === 'new' && concurrent.test(value.type)))
    .map(({ name }) => name);
}

/** `synchronized` on a method or around a block, `volatile` on a field. */
export const monitors: SafeguardKind = {
  find: (at) => [...monitorsIn(at)],
  helpers: /lock|synchroni[sz]ed|mutex|atomic|compareAndSet|computeIfAbsent|putIfAbsent/i,
  exposed: (lost, head, base) =>
    (lost.key !== 'volatile' || !/Atomic|Adder|Accumulator/.test(head.symbol.type ?? '')) && !hasConcurrentStateAnew(head, base),
};

function* monitorsIn(at: SymbolAt): Generator<Safeguard> {
  const { symbol, file } = at;
  for (const modifier of ['synchronized', 'volatile']) {
    if (!symbol.modifiers.includes(modifier)) continue;
    const found = file.text.indexOf(modifier, symbol.annotations.at(-1)?.range.end ?? symbol.range.start);
    const start = found === -1 || found > symbol.nameRange.start ? symbol.range.start : found;
    const family_ = modifier === 'volatile' ? 'the visibility between threads' : family;
    yield { family: family_, key: modifier, scope: '', range: { start, end: start + modifier.length } };
  }
  for (const visited of walk(codeOf(symbol))) {
    if (visited.node.kind !== 'block' || !visited.node.lock) continue;
    const { lock, range } = visited.node;
    yield {
      family,
      key: `synchronized ${canonical(lock)}`,
      scope: scopeOf(visited),
      range: { start: range.start, end: Math.min(range.end, lock.range.end + 1) },
    };
  }
}

/** Locks that are called for: of the JDK, of a database row, of a mutex library. */
export const lockCalls: SafeguardKind = callKind(
  callTable(
    ['lock lockInterruptibly tryLock acquire', { family, on: /lock|mutex|semaphore|monitor/i }],
    ['readLock writeLock', { family }],
    ['runExclusive withLock', { family }],
    ['using', { family, on: /lock/i }],
    ['setLock setLockMode lockMode', { family: 'the lock on the row' }],
    ['forUpdate pessimisticWrite', { family: 'the lock on the row' }],
    ['synchronizedMap synchronizedList synchronizedSet synchronizedCollection', { family: 'the lock around the collection' }],
  ),
  { helpers: /lock|mutex|exclusive|synchroni[sz]ed|atomic|semaphore/i },
);

/** `lock: { mode: 'pessimistic_write' }`, `lock: t.LOCK.UPDATE` of a query. */
export const lockOptions: SafeguardKind = optionKind(
  optionTable(['lock', { family: 'the lock on the row', of: /^(?:find|get|load|fetch|query|select)/i }]),
);

/** `@Version` of an optimistic lock, `@Lock` of a query. */
export const lockAnnotations: SafeguardKind = annotationKind(
  new Map([
    ['Version', { family: 'the optimistic lock' }],
    ['VersionColumn', { family: 'the optimistic lock' }],
    ['Lock', { family: 'the lock on the row' }],
    ['GuardedBy', { family: 'the promise of a lock' }],
    ['SchedulerLock', { family: 'the lock between instances' }],
  ]),
);

/** `select … for update` in a query’s text. */
export const rowLocks: SafeguardKind = {
  find: (at) => {
    const found: Safeguard[] = [];
    for (const visited of walk([
      ...codeOf(at.symbol),
      ...at.symbol.annotations.flatMap((each) => each.arguments.map(({ value }) => value)),
    ])) {
      const { node } = visited;
      if (node.kind !== 'string' || node.value.length > 10_000 || !/\bselect\b/i.test(node.value)) continue;
      const level = /\bfor\s+(no\s+key\s+)?update\b/i.test(node.value) ? 1 : 0;
      found.push({ family: 'the lock on the row', key: queryKey(node.value), scope: scopeOf(visited), range: node.range, level });
    }
    return found;
  },
};

/** The query without what locks it. */
function queryKey(query: string): string {
  return query
    .replace(/\bfor\s+(no\s+key\s+)?update\b.*$/is, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** `where({ id, version })` of an optimistic lock that is written by hand. */
export const versionConditions: SafeguardKind = optionKind(
  optionTable([
    'version lock_version lockVersion',
    { family: 'the optimistic lock', of: /^(?:where|andWhere|updateOne|findOneAndUpdate)$/ },
  ]),
);

const locks = /\bsynchronized\b|\b(?:Reentrant|Stamped)\w{0,20}Lock\b|\.lock\(\)/;
const plain = /^(?:HashMap|LinkedHashMap|TreeMap|ArrayList|LinkedList|HashSet|LinkedHashSet|TreeSet|ArrayDeque|StringBuilder)\b/;

/** A field whose type takes care of several threads, or could as well be one that does not. */
export const threadSafeFields: SafeguardKind = {
  exposed: (_, { file }) => !locks.test(file.text.slice(0, 200_000)),
  find: ({ symbol, file }) => {
    const made = symbol.value?.kind === 'new' ? symbol.value.type : '';
    const [isSafe, isPlain] = [concurrent, plain].map((types) => types.test(made) || types.test(symbol.type ?? ''));
    if (symbol.kind !== 'field' || (!isSafe && (!isPlain || locks.test(file.text.slice(0, 200_000))))) return [];
    return [
      {
        family: 'the care for several threads',
        key: 'state',
        scope: '',
        range: symbol.value?.range ?? symbol.nameRange,
        level: isSafe ? 1 : 0,
      },
    ];
  },
};
