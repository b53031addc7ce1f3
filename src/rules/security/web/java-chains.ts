import type { Call, Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { bare, isWithin, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import type { LooseUse } from './library-options.ts';

/** What only shows in a whole chain of calls. */
export function* looseChainsInJava(code: CodeInventory): Generator<LooseUse> {
  for (const sight of code.calls('none')) if (isOfSessionFixation(sight)) yield keptSession(sight);
  for (const sight of code.calls('sessionFixation')) if (isNoneReference(sight.node.arguments[0])) yield keptSession(sight);
  for (const sight of code.calls('compact')) {
    if (isUnsigned(sight))
      yield {
        at: sight,
        range: sight.node.range,
        category: 'jwt',
        what: 'no `signWith`',
        harm: 'a token is made that anybody can make',
      };
  }
}

function keptSession(sight: Sight<Call>): LooseUse {
  return {
    at: sight,
    range: sight.node.range,
    category: 'session',
    what: '`sessionFixation` of `none`',
    harm: 'the id of the session stays the same when a user signs in: whoever gave it to him is signed in, too',
  };
}

/** `sessionFixation().none()`, `sessionFixation(fixation -> fixation.none())`. */
function isOfSessionFixation(sight: Sight<Call>): boolean {
  const receiver = sight.node.receiver && bare(sight.node.receiver);
  if (receiver?.kind === 'call') return receiver.name === 'sessionFixation';
  return receiver?.kind === 'name' && isWithin(sight, (node) => node.kind === 'call' && node.name === 'sessionFixation');
}

/** `SessionFixationConfigurer::none`. */
function isNoneReference(expression: Expression | undefined): boolean {
  const value = expression && bare(expression);
  if (value?.kind !== 'function') return false;
  return visitsOf(value.body, 'call').some(
    ({ node }) => node.name === 'none' && ((node.receiver && lastName(node.receiver)) ?? '').endsWith('Configurer'),
  );
}

/** `Jwts.builder().subject(name).compact()`. */
function isUnsigned(sight: Sight<Call>): boolean {
  const names: string[] = [];
  let at: Expression | undefined = sight.node.receiver && bare(sight.node.receiver);
  for (let depth = 0; at && depth < 40; depth++) {
    if (at.kind === 'call') {
      names.push(at.name);
      at = at.receiver && bare(at.receiver);
    } else if (at.kind === 'name' && at.name !== 'Jwts') {
      const { name } = at;
      names.push(
        ...visitsOf(sight.code, 'call').flatMap(({ node }) => (node.receiver && rootName(node.receiver) === name ? [node.name] : [])),
      );
      const held = heldBy(at, sight);
      at = held && held !== at ? bare(held) : undefined;
    } else break;
  }
  return (
    at?.kind === 'name' && at.name === 'Jwts' && names.includes('builder') && !names.some((name) => /^(?:signWith|encryptWith)$/.test(name))
  );
}

function rootName(expression: Expression): string | undefined {
  let at = bare(expression);
  while (at.kind === 'call' && at.receiver) at = bare(at.receiver);
  return at.kind === 'name' ? at.name : undefined;
}
