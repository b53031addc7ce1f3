import { remembered } from '../../../base/remembered.ts';
import type { NestedFunction, OtherExpression } from '../../../code/expression.ts';
import type { FunctionStatement } from '../../../code/statement.ts';
import type { Code, Machine } from './machine.ts';
import { headerOf, isGenerator, writtenParameters } from './parameters.ts';
import type { Scope } from './scope.ts';
import { isKept, madeClass, type MemberCode } from './types.ts';
import type { Thing, Value } from './value.ts';

/** A class within a body: neutral code has its functions and initial values, what they are of stands in the text. */
export function declareClass(machine: Machine, { range, functions }: FunctionStatement, scope: Scope): void {
  const head = headOf(range, scope.file.text);
  if (head) madeLocally(machine, head, functions, scope);
}

/** `class extends Base { … }` as a value. */
export function classExpression(machine: Machine, { range, children }: OtherExpression, scope: Scope): Value {
  const head = headOf(range, scope.file.text);
  const functions = children.flatMap((each) => (each.kind === 'function' ? [{ ...each, name: each.name ?? '' }] : []));
  return head && madeLocally(machine, head, functions, scope.inner());
}

interface Head {
  readonly name: string;
  readonly extended: string | undefined;
  /** Where its members begin. */
  readonly start: number;
}

/** In UTF-16 units. */
const longestHead = 400;
/** So much of what stands before a member is looked at: its type may be long, and a text before it longer. */
const longestBefore = 2000;

const headOf = remembered(({ start }: { readonly start: number }, text: string): Head | undefined => {
  const written = /^(?:@[\w.]+(?:\([^()]*\))?\s+)*(?:export\s+)?(?:abstract\s+)?class\b([^{]*)\{/.exec(
    text.slice(start, start + longestHead),
  );
  if (!written) return undefined;
  const [all, said = ''] = written;
  const name = /^\s+(?!extends\b|implements\b)([\w$]+)/.exec(said)?.[1] ?? '';
  const extended = /\bextends\s+([^\s<(]+\(?)/.exec(said)?.[1];
  return { name, extended, start: start + all.length };
});

function madeLocally(machine: Machine, { name, extended, start }: Head, functions: readonly NestedFunction[], scope: Scope): Thing {
  let at = start;
  const members = functions.flatMap((member) => {
    const before = withoutComments(scope.file.text.slice(Math.max(at, member.range.start - longestBefore), member.range.start));
    at = member.range.end;
    return memberIn(machine, member, before, scope);
  });
  return madeClass(machine, { name, extended, members }, scope);
}

/** Also without what a comment ends with that begins before. */
function withoutComments(code: string): string {
  const [last = ''] = code
    .replace(/\/\*[^]*?\*\/|\/\/.*/g, ' ')
    .split('*/')
    .slice(-1);
  return last;
}

/** What stands before a member within its class decides what it is. */
function memberIn(machine: Machine, member: NestedFunction, before: string, scope: Scope): readonly MemberCode[] {
  const field =
    /(?:^|[;}\s])(static\s{1,20})?(?:(?:readonly|private|public|protected|declare|override)\s{1,20}){0,5}([#\w$]{1,80}|\[[\w$.]{1,80}\])\s{0,20}[?!]?\s{0,20}(?::[^=]{0,300})?=\s{0,60}$/.exec(
      before,
    );
  if (field) {
    const [, word, name = ''] = field;
    const isStatic = word !== undefined || /\bstatic\s[^;\n]*$/.test(before);
    return [{ kind: 'field', name, isStatic, evaluate: (inner) => initialValue(machine, member, inner) }];
  }
  const header = headerOf(scope.file, member.range, member.body);
  if (/^static\s*\{/.test(header)) return [{ kind: 'block', run: (inner) => void machine.run(member.body, inner) }];
  const parameters = writtenParameters(member.parameters, header);
  if (member.name === 'constructor') {
    const given = parameters.map(({ pattern }) => isKept(wordBefore(pattern, header)) && pattern);
    return [{ kind: 'constructor', given, code: (home) => codeOf(member, header, home) }];
  }
  const said =
    /^((?:(?:static|async|private|public|protected|override|readonly)\s+)*)(?:(get|set)\s+(?=[\w$#['"]))?\*?\s*([#\w$]+|\[\s*[\w$.]+\s*\])?/.exec(
      header,
    );
  const access = said?.[2] === 'get' || said?.[2] === 'set' ? said[2] : undefined;
  const name = member.name === '' ? (said?.[3] ?? '') : member.name;
  return [{ kind: 'method', name, isStatic: /\bstatic\b/.test(said?.[1] ?? ''), access, code: (home) => codeOf(member, header, home) }];
}

/** `private readonly` before a parameter. */
function wordBefore(pattern: string, header: string): string {
  const at = header.indexOf(pattern);
  return /(?:(?:private|public|protected|readonly)\s+)+$/.exec(header.slice(0, Math.max(0, at)))?.[0] ?? '';
}

function codeOf(member: NestedFunction, header: string, home: Thing): Code {
  return {
    body: member.body,
    parameters: writtenParameters(member.parameters, header),
    start: member.range.start,
    end: member.range.end,
    isArrow: false,
    isAsync: /^(?:\w+\s+)*async\b/.test(header),
    isGenerator: isGenerator(member, header.replace(/^(?:(?:private|public|protected|override)\s+)+/, '')),
    home,
  };
}

/** Neutral code has a field's value as a function: one of its own, or one around the value. */
function initialValue(machine: Machine, member: NestedFunction, scope: Scope): Value {
  const [only] = member.body;
  const isWrapped = member.name === '' && only?.kind === 'expression' && only.range.start === member.range.start;
  if (isWrapped) return machine.evaluate(only.value, scope);
  const { parameters, body, range } = member;
  const isAsync = /^async\b/.test(headerOf(scope.file, range, body));
  return machine.expressionFunction({ kind: 'function', parameters, body, range, async: isAsync }, scope);
}
