import type { Call, Expression } from '../../../code/expression.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, isWithin, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';

/** Waiting without a loop, a thread that is run instead of started, and stopping one by force. */
export function* monitorMistakes(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.calls('wait', 'await'))
    if (waitsOnce(sight))
      yield told(
        sight,
        `\`${sight.symbol.name}\` waits once: a thread may wake without a reason, or too late, and has to ask again in a loop.`,
      );
  for (const sight of code.calls('run'))
    if (isThread(sight.node.receiver, sight) && sight.node.arguments.length === 0)
      yield {
        ...told(sight, `\`run\` does its work here and now, in no thread of its own: call \`start\`.`),
        fix: { title: 'Start the thread', edits: [{ range: sight.node.nameRange, newText: 'start' }] },
      };
  for (const sight of code.calls('stop', 'suspend', 'resume', 'destroy'))
    if (isThread(sight.node.receiver, sight) && sight.node.arguments.length === 0)
      yield told(
        sight,
        `\`${sight.node.name}\` ends or halts a thread wherever it is, with locks held and work half done: ask it to end, by \`interrupt\`.`,
      );
  for (const sight of code.calls('sleep')) {
    const isThreads = sight.node.receiver?.kind === 'name' && sight.node.receiver.name === 'Thread';
    if (isThreads && isUnderLock(sight))
      yield told(sight, `\`${sight.symbol.name}\` sleeps while it holds a lock: all who wait for it sleep, too; \`wait\` lets go of it.`);
  }
}

function told(sight: Sight<Call>, message: string): Sighting {
  return { at: sight, range: sight.node.range, message };
}

/** `monitor.wait()` and `condition.await()`; a latch and a future are waited for once. */
function waitsOnce(sight: Sight<Call>): boolean {
  const { name, receiver, arguments: given } = sight.node;
  if (name === 'wait' && (given.length > 2 || given.some((each) => each.kind === 'function' || each.kind === 'string'))) return false;
  if (name === 'await' && !(receiver && isCondition(receiver, sight))) return false;
  if (name === 'wait' && !isUnderLock(sight)) return false;
  return !isWithin(sight, (node) => node.kind === 'loop');
}

function isCondition(receiver: Expression, sight: Sight): boolean {
  const type = typeOf(receiver, sight);
  return type !== undefined && simpleTypeName(type) === 'Condition';
}

function isUnderLock(sight: Sight): boolean {
  if (isWithin(sight, ({ kind }) => kind === 'function' || kind === 'functions')) return false;
  return sight.symbol.modifiers.includes('synchronized') || isWithin(sight, (node) => node.kind === 'block' && node.lock !== undefined);
}

/** `new Thread(…)`, a variable of that type, and the thread itself. */
function isThread(receiver: Expression | undefined, sight: Sight): boolean {
  const value = receiver && bare(receiver);
  if (!value) return false;
  if (value.kind === 'call') return value.name === 'currentThread' && (value.receiver && lastName(value.receiver)) === 'Thread';
  return simpleTypeName(typeOf(value, sight) ?? '') === 'Thread' && visitsOf([value], 'super').length === 0;
}
