import type { Assignment, Expression } from '../../../code/expression.ts';
import { isNothing, keyOf } from './chains.ts';
import type { Machine } from './machine.ts';
import { setMember } from './members.ts';
import { operated } from './operators.ts';
import { bind } from './parameters.ts';
import type { Scope } from './scope.ts';
import { isThing, truth, unclear, Unclear, type Value } from './value.ts';

export function removed(machine: Machine, operand: Expression, scope: Scope): Value {
  if (operand.kind !== 'member' && operand.kind !== 'index') throw new Unclear('what is deleted');
  const object = machine.evaluate(operand.object, scope);
  const key = operand.kind === 'member' ? operand.name : keyOf(machine, operand.index, scope);
  if (!isThing(object) || key === unclear) return unclear;
  if (object.elements) throw new Unclear('a hole in a list');
  object.properties.delete(key);
  return true;
}

export function assigned(machine: Machine, node: Assignment, scope: Scope): Value {
  const { operator, target } = node;
  if (operator === '=') return put(machine, target, machine.evaluate(node.value, scope), scope);
  const before = machine.evaluate(target, scope);
  if (/^(?:\|\||&&|\?\?)=$/.test(operator)) {
    const isKept = operator === '||=' ? truth(before) : operator === '&&=' ? !truth(before) : !isNothing(before);
    return isKept ? before : put(machine, target, machine.evaluate(node.value, scope), scope);
  }
  return put(machine, target, operated(machine.realm, operator.slice(0, -1), before, machine.evaluate(node.value, scope)), scope);
}

export function put(machine: Machine, target: Expression, value: Value, scope: Scope): Value {
  const { realm } = machine;
  if (target.kind === 'name') scope.assign(target.name, value);
  else if (target.kind === 'member') setMember(realm, machine.evaluate(target.object, scope), target.name, value);
  else if (target.kind === 'index') {
    const object = machine.evaluate(target.object, scope);
    const key = keyOf(machine, target.index, scope);
    if (key !== unclear) setMember(realm, object, key, value);
    else if (isThing(object)) object.isOpen = true;
  } else if (target.kind === 'object' || target.kind === 'array') {
    bind(scope.file.text.slice(target.range.start, target.range.end), value, scope, realm, false);
  } else if (target.kind === 'cast') put(machine, target.value, value, scope);
  else throw new Unclear('what is set');
  return value;
}
