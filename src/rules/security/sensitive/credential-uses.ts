import type { CredentialUse } from './credential-use.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { fixedBytes } from '../crypto/fixed-bytes.ts';
import { inventoryOf, lastName, type CodeInventory } from '../../pattern/code-inventory.ts';
import { credentialsInJava } from './credentials-java.ts';
import { credentialsInScript } from './credentials-script.ts';
import { sensitivityOf } from './names.ts';

/** A secret that is known by what is done with it. */
export interface UsedCredential {
  readonly name: string;
  readonly value: string;
  readonly range: { readonly start: number; readonly end: number };
}

/** Literals that are used as passwords, keys and tokens: handed to a client or a cipher, or compared with what a user typed. */
export function usedCredentials(file: SourceFile): readonly UsedCredential[] {
  if (!file.facts) return [];
  const code = inventoryOf(file);
  const handed = file.facts.language === 'java' ? credentialsInJava(code) : credentialsInScript(code);
  const told = [...handed].filter((use) => use.bytes === true || !isWordForIt(use));
  return [...told, ...compared(code)].flatMap((use) => literalOf(use, file) ?? []);
}

/** A login that says `password` shows where one has to be; as a key such a word is as good as none. */
function isWordForIt({ expression, at }: CredentialUse): boolean {
  const value = constantOf(expression, at);
  return typeof value === 'string' && /^(?:pass(?:word|wd)?|pwd|secret)$/i.test(value);
}

function literalOf({ at, expression, name, bytes }: CredentialUse, file: SourceFile): UsedCredential | undefined {
  const fixed = fixedBytes(fallbackOf(expression), at);
  if (fixed?.form !== 'literal') return undefined;
  const quoted = /["'`]/.test(file.text.charAt(fixed.range.start));
  if (!quoted && !bytes) return undefined;
  const range = quoted ? { start: fixed.range.start + 1, end: fixed.range.end - 1 } : fixed.range;
  const value = file.text.slice(range.start, range.end);
  return isMeant(value, bytes === true) ? { name, value, range } : undefined;
}

/** Of `process.env.JWT_SECRET ?? 'changeme'` what holds where nobody set it. */
function fallbackOf(expression: Expression): Expression {
  const value = bare(expression);
  return value.kind === 'binary' && /^(?:\?\?|\|\|)$/.test(value.operator) && bare(value.right).kind === 'string'
    ? value.right
    : expression;
}

/** Not a reference, nor a public key. */
function isMeant(value: string, bytes: boolean): boolean {
  return (
    value.length >= 3 &&
    (bytes || !/\s/.test(value)) &&
    !/^[$%@#]\{|\$\{|\{\{|^[<[({][\w -]*[>\])}]$|^([*x•])\1+$|^-----BEGIN (?:PUBLIC|CERTIFICATE)|^your[_-][a-z]/i.test(value)
  );
}

/** `password === 'letmein'`, `password.equals("letmein")`. */
function* compared(code: CodeInventory): Generator<CredentialUse> {
  for (const sight of code.of('binary')) {
    if (!/^[!=]==?$/.test(sight.node.operator)) continue;
    yield* pairOf(sight.node.left, sight.node.right, sight);
    yield* pairOf(sight.node.right, sight.node.left, sight);
  }
  for (const sight of code.calls('equals', 'contentEquals')) {
    const [other] = sight.node.arguments;
    if (!other || !sight.node.receiver) continue;
    yield* pairOf(sight.node.receiver, other, sight);
    yield* pairOf(other, sight.node.receiver, sight);
  }
}

function* pairOf(named: Expression, literal: Expression, at: Scope): Generator<CredentialUse> {
  const name = lastName(named);
  if (bare(literal).kind !== 'string' || name === undefined || sensitivityOf(name) !== 'password' || bare(named).kind === 'string') return;
  if (/^(?:string|undefined|object|password|text|hidden|none|null|\W*)$/i.test((bare(literal) as { value: string }).value)) return;
  yield { at, expression: literal, name };
}
