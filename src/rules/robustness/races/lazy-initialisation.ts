import type { Expression } from '../../../code/expression.ts';
import type { If, Statement } from '../../../code/statement.ts';
import { bare, isWithin, visitsOf } from '../../../code/walk.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';

/** `if (instance == null) synchronized (…) { if (instance == null) instance = new … }` of a field that is not volatile. */
export function* lazyInitialisations(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('if')) {
    const name = missing(sight.node.test);
    if (name === undefined || isWithin(sight, (node) => node.kind === 'block' && node.lock !== undefined)) continue;
    const locked = blocksIn(sight.node.then);
    if (!locked.some((body) => checksAndSets(body, name)) || !isUnguarded(name, sight)) continue;
    yield {
      at: sight,
      range: sight.node.test.range,
      message: `\`${name}\` is checked outside of the lock and is not \`volatile\`: another thread may get it half made.`,
    };
  }
}

/** `instance` of `instance == null`. */
function missing(test: Expression): string | undefined {
  const value = bare(test);
  if (value.kind !== 'binary' || value.operator !== '==') return undefined;
  const [side, other] = [bare(value.left), bare(value.right)];
  if (other.kind === 'null') return lastName(side);
  return side.kind === 'null' ? lastName(other) : undefined;
}

function blocksIn(body: readonly Statement[]): readonly (readonly Statement[])[] {
  return visitsOf(body, 'block').flatMap(({ node }) => (node.lock ? [node.body] : []));
}

function checksAndSets(body: readonly Statement[], name: string): boolean {
  const inner = visitsOf(body, 'if').find(({ node }: { readonly node: If }) => missing(node.test) === name);
  return inner !== undefined && visitsOf(inner.node.then, 'assignment').some(({ node }) => lastName(node.target) === name);
}

/** Numbers and texts are whole wherever they are seen. */
const whole = /^(?:String|Integer|Long|Boolean|Short|Byte|Character|Float|Double|int|boolean|short|byte|char|float)$/;

function isUnguarded(name: string, { symbol, file }: Sight): boolean {
  const facts = file.facts;
  const owner = facts && enclosing(symbol, facts)[0];
  const field = owner && membersOf(owner, facts).find((each) => each.kind === 'field' && each.name === name);
  return field !== undefined && !field.modifiers.includes('volatile') && !whole.test(simpleTypeName(field.type ?? ''));
}
