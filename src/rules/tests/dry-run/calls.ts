import type { Call, Expression } from '../../../code/expression.ts';
import { argumentsOf, isNothing, ofSuper, shortCut, type Chained } from './chains.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './members.ts';
import type { Scope } from './scope.ts';
import { isThing, unclear, Unclear, type Value } from './value.ts';

/** What a call gives. */
export function called(machine: Machine, node: Call, scope: Scope): Chained {
  const { receiver, name } = node;
  if (!receiver) return calledByName(machine, node, scope);
  const object = machine.chained(receiver, scope);
  if (object === shortCut || (node.optional === true && isNothing(object))) return shortCut;
  const isSuper = receiver.kind === 'super';
  const callee = name === '' ? object : isSuper ? ofSuper(name, scope) : memberOf(machine.realm, object, name);
  if (isNothing(callee) && scope.file.text.startsWith('?.', node.nameRange.end)) return shortCut;
  const self = name === '' ? selfOf(machine, receiver, scope) : isSuper ? scope.read('this') : object;
  if (isNothing(callee)) throw machine.realm.error('TypeError', `${name} is not a function`);
  const given = argumentsOf(machine, node.arguments, scope);
  machine.site = { start: node.range.start, file: scope.file };
  return machine.call(callee, self, given);
}

/** `object[key]()` is called on the object. */
function selfOf(machine: Machine, callee: Expression, scope: Scope): Value {
  return callee.kind === 'index' || callee.kind === 'member' ? machine.evaluate(callee.object, scope) : undefined;
}

function calledByName(machine: Machine, node: Call, scope: Scope): Chained {
  const given = argumentsOf(machine, node.arguments, scope);
  if (node.name === 'import') {
    const [source] = given;
    return typeof source === 'string' ? machine.realm.promised(machine.require(source, scope.file)) : unclear;
  }
  if (node.name === 'super') {
    const home = scope.read('super');
    const parent = isThing(home) ? home.held('##parent') : undefined;
    const self = scope.read('this');
    if (!isThing(parent) || !parent.construct || !isThing(self)) throw new Unclear('a superclass');
    parent.construct(self, given);
    const fields = isThing(home) ? home.held('##fields') : undefined;
    if (isThing(fields)) fields.call?.(self, []);
    return undefined;
  }
  const callee = scope.read(node.name);
  if (isNothing(callee) && scope.file.text.startsWith('?.', node.nameRange.end)) return shortCut;
  machine.site = { start: node.range.start, file: scope.file };
  return machine.call(callee, undefined, given);
}
