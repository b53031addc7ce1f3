import { groupBy } from '../../../base/group-by.ts';
import { shortened } from '../../../base/shortened.ts';
import { canonical } from '../../../code/canonical.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { constantOf, heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { qualifiedType, typeOf } from '../../../code/flow/type.ts';
import { bare, foldedText, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import type { JavaUseRow } from './java-use-row.ts';
import { javaUseRows } from './java-use-rows.ts';
import type { LooseUse } from './library-options.ts';

const calls = rowsFor((of) => !of.startsWith('new '));
const constructions = rowsFor((of) => of.startsWith('new '));

function rowsFor(isMeant: (of: string) => boolean): ReadonlyMap<string, readonly { readonly name: string; readonly row: JavaUseRow }[]> {
  const rows = javaUseRows.filter(({ of }) => isMeant(of));
  return groupBy(
    rows.flatMap((row) =>
      row.of
        .replace(/^new /, '')
        .split('|')
        .map((name) => ({ name, row })),
    ),
    ({ name }) => name,
  );
}

/** Uses of Java’s libraries that let more through than they should. */
export function* looseUsesInJava(code: CodeInventory): Generator<LooseUse> {
  for (const sight of code.calls(...calls.keys())) {
    for (const { row } of calls.get(sight.node.name) ?? []) if (isMetByCall(row, sight)) yield useOf(row, sight, sight.node.name);
  }
  for (const sight of code.constructions(...constructions.keys())) {
    const name = simpleTypeName(sight.node.type);
    for (const { row } of constructions.get(name) ?? []) if (isMetByNew(row, sight)) yield useOf(row, sight, `new ${name}`);
  }
}

function useOf({ category, harm, severity }: JavaUseRow, sight: Sight<Call | Construction>, name: string): LooseUse {
  const given = sight.node.arguments.map(({ range }) => foldedText(sight.file.text, range)).join(', ');
  const what = `\`${name}(${shortened(given, 60)})\``;
  return { at: sight, range: sight.node.range, category, harm, what, ...(severity && { severity }) };
}

function isMetByCall(row: JavaUseRow, sight: Sight<Call>): boolean {
  const { receiver } = sight.node;
  if (row.on && !(receiver && isOn(row.on, receiver, sight))) return false;
  return isGiven(row, sight) && !isMended(row, sight);
}

function isOn(pattern: RegExp, receiver: Expression, scope: Scope): boolean {
  const type = typeOf(receiver, scope);
  return pattern.test(type === undefined ? (lastName(receiver) ?? '') : simpleTypeName(type));
}

function isMetByNew(row: JavaUseRow, sight: Sight<Construction>): boolean {
  if (row.from && !row.from.test(qualifiedType(sight.node.type, sight.file.facts))) return false;
  return isGiven(row, sight) && !isMended(row, sight);
}

function isGiven({ given, count }: JavaUseRow, sight: Sight<Call | Construction>): boolean {
  const { arguments: values } = sight.node;
  if (count !== undefined && values.length !== count) return false;
  return Object.entries(given ?? {}).every(([index, pattern]) => {
    const value = values[Number(index)];
    return value !== undefined && wordsOf(value, sight).some((word) => pattern.test(word));
  });
}

/** What a value says: of `List.of("a")` and `new String[] { "a" }` each element. */
function wordsOf(expression: Expression, scope: Scope): readonly string[] {
  const known = constantOf(expression, scope);
  if (known !== undefined) return [String(known)];
  const held = bare(heldBy(expression, scope) ?? expression);
  if (held.kind === 'array') return held.elements.flatMap((each) => wordsOf(each, scope));
  if (held.kind === 'call' && /^(?:of|asList|singletonList|singleton)$/.test(held.name))
    return held.arguments.flatMap((each) => wordsOf(each, scope));
  const name = lastName(held);
  return name === undefined ? [] : [name];
}

/** Another call of the same code makes up for it. */
function isMended({ unless }: JavaUseRow, scope: Sight<Call | Construction>): boolean {
  if (!unless) return false;
  const { receiver } = scope.node.kind === 'call' ? scope.node : {};
  return visitsOf(scope.code, 'call').some(({ node }) => {
    if (receiver && node.receiver && canonical(receiver) !== canonical(node.receiver)) return false;
    const [first = '', second] = node.arguments.slice(0, 2).map((each) => wordsOf(each, scope)[0] ?? '');
    return unless.test(`${node.name}(${first})`) || (second !== undefined && unless.test(`${first}=${second}`));
  });
}
