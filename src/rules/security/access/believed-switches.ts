import { canonical } from '../../../code/canonical.ts';
import type { Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, callsIn } from '../../../code/walk.ts';
import type { CodeInventory } from '../../pattern/code-inventory.ts';
import type { Believed } from './believed-claims.ts';

const ofRequest =
  /^(?:req|request|ctx|context|c)\.(?:request\.|req\.)?(cookies|params|query|headers)(?:\.([\w$]{1,60})|\["([\w-]{1,60})"\])$/;
/** What a request has to bring along to be checked against what it says elsewhere. */
const proof = /csrf|xsrf|token|nonce|state|code|hash|etag|signature|hmac|version|lang|locale|secret|key|captcha/i;
const places: ReadonlyMap<string, string> = new Map([
  ['cookies', 'the cookie'],
  ['params', 'the part of the path'],
  ['query', 'the query parameter'],
  ['headers', 'the header'],
]);

interface Part {
  readonly place: string;
  readonly name: string;
}

/** A part of a request that its sender writes as he likes, by itself or through a local name. */
function partOf(expression: Expression, scope: Scope): Part | undefined {
  const value = bare(expression);
  const held = value.kind === 'name' ? heldBy(value, scope) : value;
  const match = held && ofRequest.exec(canonical(bare(held)));
  const name = match?.[2] ?? match?.[3];
  return match && name !== undefined ? { place: match[1] ?? '', name } : undefined;
}

/** `if (req.cookies.user === req.params.id)`: both sides are the caller's own words. */
export function* believedPairs(code: CodeInventory): Generator<Believed> {
  for (const sight of code.of('binary')) {
    if (!/^[!=]==?$/.test(sight.node.operator)) continue;
    const [left, right] = [partOf(sight.node.left, sight), partOf(sight.node.right, sight)];
    if (!left || !right || left.place === right.place || ![left.place, right.place].includes('cookies')) continue;
    if (proof.test(left.name) || proof.test(right.name)) continue;
    yield {
      at: sight,
      range: sight.node.range,
      what: `${shown(left)} is compared with ${shown(right)}, and the caller writes both himself`,
    };
  }
}

const decides =
  /^(?:log_?in|sign_?in|authenticate|authori[sz]e|impersonate|elevate\w*|grant\w*|make_?admin|set_?admin|skip_?auth\w*|bypass\w*)$/i;

/** `if (req.cookies.known) login()`: whoever wants it to happen says so. */
export function* believedSwitches(code: CodeInventory): Generator<Believed> {
  for (const sight of code.of('if')) {
    const part = switchIn(sight.node.test, sight);
    if (!part || proof.test(part.name) || /user|mail|name|pass/i.test(part.name)) continue;
    const act = callsIn([...sight.node.then, ...(sight.node.otherwise ?? [])]).find(
      (call) => decides.test(call.name) || canonical(call).startsWith('process.exit('),
    );
    if (!act) continue;
    yield {
      at: sight,
      range: sight.node.test.range,
      what: `Whether \`${act.receiver ? `${canonical(act.receiver)}.` : ''}${act.name}\` is called hangs on ${shown(part)}, which the caller writes himself`,
    };
  }
}

function switchIn(test: Expression, scope: Scope): Part | undefined {
  const value = bare(test);
  if (value.kind === 'unary' && value.operator === '!') return switchIn(value.operand, scope);
  if (value.kind === 'binary' && value.operator === '&&') return switchIn(value.left, scope) ?? switchIn(value.right, scope);
  if (value.kind === 'binary' && /^[!=]==?$/.test(value.operator) && /^(?:string|true|false|number)$/.test(bare(value.right).kind))
    return partOf(value.left, scope);
  return partOf(value, scope);
}

function shown({ place, name }: Part): string {
  return `${places.get(place) ?? place} \`${name}\``;
}
