import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { constantOf, heldBy } from '../../../code/flow/constant.ts';
import { moduleName, originOf } from '../../../code/flow/origin.ts';
import { typeOf } from '../../../code/flow/type.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { claimOf } from '../access/claims.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';

/** A comparison that ends at the first character that differs. */
export interface SecretComparison {
  readonly at: Sight;
  readonly range: TextRange;
  /** What is compared, as written. */
  readonly secret: string;
  /** Replacements that compare in constant time. */
  readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
}

interface Sides {
  readonly left: Expression;
  readonly right: Expression;
}

/** `hmac === given`, `given !== process.env.API_KEY`. */
export function* comparedInScript(code: CodeInventory): Generator<SecretComparison> {
  for (const sight of code.of('binary')) {
    if (!/^[!=]==?$/.test(sight.node.operator)) continue;
    const secret = secretOf(sight.node, sight);
    if (!secret) continue;
    const { left, right, operator, range } = sight.node;
    const equal = constantTimeCall(code.file);
    const text = (side: Expression): string => `Buffer.from(${code.file.text.slice(side.range.start, side.range.end)})`;
    yield {
      at: sight,
      range,
      secret: shown(secret, code.file),
      edits: equal
        ? [{ range, newText: `${operator.startsWith('!') ? '!' : ''}${equal.call}(${text(left)}, ${text(right)})` }, ...equal.edits]
        : [],
    };
  }
}

/** `Arrays.equals(mac, given)`, `expected.equals(given)`. */
export function* comparedInJava(code: CodeInventory): Generator<SecretComparison> {
  for (const sight of code.calls('equals', 'equalsIgnoreCase')) {
    const sides = sidesOf(sight);
    const secret = sides && secretOf(sides, sight);
    if (!secret) continue;
    const { range } = sight.node;
    const text = (side: Expression): string => code.file.text.slice(side.range.start, side.range.end);
    const bytes = lastName(sight.node.receiver ?? sides.left) === 'Arrays';
    const given = [sides.left, sides.right].map((side) =>
      bytes ? text(side) : `${text(side)}.getBytes(java.nio.charset.StandardCharsets.UTF_8)`,
    );
    const simple = [sides.left, sides.right].every((side) => bytes || /^(?:name|call|member)$/.test(side.kind));
    yield {
      at: sight,
      range,
      secret: shown(secret, code.file),
      edits: simple ? [{ range, newText: `java.security.MessageDigest.isEqual(${given.join(', ')})` }] : [],
    };
  }
}

function sidesOf({ node }: Sight<Extract<Expression, { kind: 'call' }>>): Sides | undefined {
  const [first, second] = node.arguments;
  if (first && second)
    return /^(?:Arrays|Objects|StringUtils)$/.test((node.receiver && lastName(node.receiver)) ?? '')
      ? { left: first, right: second }
      : undefined;
  return first && node.receiver ? { left: node.receiver, right: first } : undefined;
}

function shown(side: Expression, file: SourceFile): string {
  const text = file.text.slice(side.range.start, side.range.end).replace(/\s+/g, ' ');
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

/** The side that is the secret, where the other one is what somebody says it is. */
function secretOf({ left, right }: Sides, scope: Scope): Expression | undefined {
  if ([left, right].some((side) => isFixed(side, scope))) return undefined;
  const computed = [left, right].find((side) => isMac(side, scope));
  if (computed) return computed;
  for (const [given, kept] of [
    [left, right],
    [right, left],
  ] as const) {
    const claim = claimOf(given, scope);
    if (claim && (isKey(kept) || isEnvironment(kept)) && (isKey(given) || isNamedKey(claim.key))) return kept;
  }
  return isKey(left) && isKey(right) && [left, right].some(isEnvironment) ? [left, right].find(isEnvironment) : undefined;
}

/** A secret that is compared with nothing or with a fixed text is told by other rules. */
function isFixed(side: Expression, scope: Scope): boolean {
  const value = bare(side);
  return /^(?:null|undefined|number|string|true|false|unary)$/.test(value.kind) || constantOf(value, scope) !== undefined;
}

/** `createHmac('sha256', key).update(body).digest('hex')`, `mac.doFinal(body)`, and texts made of it. */
function isMac(side: Expression, scope: Scope): boolean {
  const held = heldBy(side, scope) ?? side;
  let at: Expression | undefined = bare(held);
  // `sha256=` stands before it in the headers of webhooks.
  if (at.kind === 'concatenation') at = at.parts.find((part) => part.kind !== 'string') ?? at;
  at = bare(heldBy(at, scope) ?? at);
  for (let depth = 0; at?.kind === 'call' && depth < 6; depth++) {
    if (at.name === 'doFinal' && at.receiver && typeOf(at.receiver, scope) === 'javax.crypto.Mac') return true;
    if (/^(?:crypto\.)?createHmac\(\)/.test(originOf(at, scope) ?? '') && at.name === 'digest') return true;
    if (/^hmac(?:Hex|Sha|SHA|Md5|$)/.test(at.name) || lastName(at.receiver ?? at) === 'HmacUtils') return true;
    const inner: Expression | undefined =
      /^(?:encode|encodeToString|encodeHexString|toHex|bytesToHex|valueOf|from|hex|formatHex|printHexBinary|printBase64Binary)$/.test(
        at.name,
      )
        ? at.arguments[0]
        : at.receiver;
    at = inner && bare(heldBy(inner, scope) ?? inner);
  }
  return false;
}

const key =
  /^(?:.{0,40}_)?(?:hmac|signature|sig|mac|api_?key|api_?secret|access_?token|auth_?token|bearer_?token|token|secret|client_?secret|webhook_?secret|csrf_?token|xsrf_?token|shared_?secret|signing_?key|password_?hash|passwd|password|otp|pin)$/;

function isKey(side: Expression): boolean {
  return isNamedKey(lastName(side) ?? '');
}

function isNamedKey(name: string): boolean {
  return key.test(
    name
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replaceAll('-', '_')
      .replace(/^get_/i, '')
      .toLowerCase(),
  );
}

function isEnvironment(side: Expression): boolean {
  const value = bare(side);
  const object = value.kind === 'member' || value.kind === 'index' ? bare(value.object) : undefined;
  return object?.kind === 'member' && object.name === 'env';
}

/** How the file can call `timingSafeEqual`; undefined where it would take more than an import. */
function constantTimeCall(file: SourceFile): { readonly call: string; readonly edits: SecretComparison['edits'] } | undefined {
  const imports = file.facts?.imports ?? [];
  const fromCrypto = imports.filter((each) => moduleName(each) === 'crypto');
  const whole = fromCrypto.find(({ name, local }) => local !== '' && /^(?:default|\*)$/.test(name));
  if (whole) return { call: `${whole.local}.timingSafeEqual`, edits: [] };
  const named = fromCrypto.find(({ name, local }) => name === 'timingSafeEqual' && local !== '');
  if (named) return { call: named.local, edits: [] };
  const [first] = imports;
  if (!first || !file.text.startsWith('import', first.range.start)) return undefined;
  const start = first.range.start;
  return {
    call: 'timingSafeEqual',
    edits: [{ range: { start, end: start }, newText: "import { timingSafeEqual } from 'node:crypto';\n" }],
  };
}
