import type { Call, Expression } from '../../../code/expression.ts';
import { bare, walk, type CodeNode, type Visited } from '../../../code/walk.ts';
import { canonical } from '../../../code/canonical.ts';
import { plain } from './idioms.ts';
import { isStyle } from './looks.ts';

/** `a ? b : c` gives what `if (a) … b else … c` gives; what it asks is an atom of its own. */
export function outcomesOf(value: Expression | undefined): readonly Expression[] {
  if (value && isStyle(value)) return [];
  const plainest = value && plain(value);
  if (plainest?.kind === 'conditional') return [plainest.then, plainest.otherwise].flatMap(outcomesOf);
  if (plainest?.kind === 'call') return callsWithEither(plainest);
  return value ? [value] : [];
}

/** `parse(a ? b : c)` is `parse(b)` or `parse(c)`. */
export function callsWithEither(call: Call): readonly Expression[] {
  const choices = call.arguments.filter(({ kind }) => kind === 'conditional');
  const [choice] = choices;
  if (choice?.kind !== 'conditional' || choices.length > 1) return [call];
  return [choice.then, choice.otherwise].map((one) => ({
    ...call,
    arguments: call.arguments.map((each) => (each === choice ? one : each)),
  }));
}

/** To say that there is nothing is what happens without saying it; a name or a field stands for what was said before. */
export function isSaidBefore(value: Expression): boolean {
  return /^(?:name|function)$/.test(value.kind) || (value.kind === 'member' && value.object.kind === 'this');
}

/** What a function calls that hands on just what it was given, however that is written. `item -> item.refresh()` is `Item::refresh`. */
export function handedOn(value: Expression, parent: Visited | undefined): string | undefined {
  const parameters = parametersOf(parent?.node);
  if (!parameters) return undefined;
  const said = bare(value);
  const areGiven = (given: readonly Expression[], from: number): boolean =>
    given.length === parameters.length - from &&
    given.every((each, index) => each.kind === 'name' && each.name === parameters[index + from]);
  if (said.kind === 'new') return areGiven(said.arguments, 0) ? `ƒ.new ${said.type}()` : undefined;
  if (said.kind !== 'call') return undefined;
  const compared = comparedBy(said, parameters);
  if (compared !== undefined) return `ƒ.${compared}()`;
  const { receiver } = said;
  if (receiver?.kind === 'name' && receiver.name === parameters[0]) return areGiven(said.arguments, 1) ? `ƒ.${said.name}()` : undefined;
  if (!areGiven(said.arguments, 0)) return undefined;
  const isOfAny = !receiver || receiver.kind === 'this' || (receiver.kind === 'name' && /^[A-Z]/.test(receiver.name));
  if (isOfAny) return `ƒ.${said.name}()`;
  const isOfGiven = walk([receiver]).some(({ node }) => node.kind === 'name' && parameters.includes(node.name));
  return isOfGiven ? undefined : `ƒ.${canonical(plain(receiver))}.${said.name}()`;
}

/** `a.size().compareTo(b.size())` and `Integer.compare(a.size(), b.size())` order by `size`. */
function comparedBy({ name, receiver, arguments: given }: Call, parameters: readonly string[]): string | undefined {
  const sides = name === 'compareTo' ? [receiver, ...given] : name === 'compare' ? given : [];
  const [one, other] = sides.map((side, index) =>
    side?.kind === 'call' && side.receiver?.kind === 'name' && side.receiver.name === parameters[index] && side.arguments.length === 0
      ? side.name
      : undefined,
  );
  return sides.length === 2 && one === other ? one : undefined;
}

/** Of a function, and of an object that has one method only. */
function parametersOf(node: CodeNode | undefined): readonly string[] | undefined {
  if (node?.kind === 'function') return node.parameters;
  const [only, another] = node?.kind === 'new' ? (node.members ?? []) : [];
  return another ? undefined : only?.parameters;
}
