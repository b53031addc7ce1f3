import type { Call } from '../../../code/expression.ts';

const guards = /^(?:requireNonNull|checkNotNull|notNull|requireNotNull)$/;
const holders = /^(?:Objects|Preconditions|Validate|Assert|Args|Check)$/;

/** `Objects.requireNonNull(a)` and its like: it gives what it is given, and refuses null. */
export function isNullGuard({ name, receiver, arguments: given }: Call): boolean {
  if (!guards.test(name) || given.length === 0) return false;
  return receiver === undefined || ((receiver.kind === 'name' || receiver.kind === 'member') && holders.test(receiver.name));
}

/** What is said of a guard, by whatever means it refuses null. */
export function guardKey(guarded: string): string {
  return `${prefix}${guarded}`;
}

/** Whether it is said of a guard. */
export function isGuardKey(key: string): boolean {
  return key.startsWith(prefix);
}

const prefix = 'throws null ';
