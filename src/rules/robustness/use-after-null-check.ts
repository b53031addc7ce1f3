import * as z from 'zod/mini';
import { canonical } from '../../code/canonical.ts';
import type { Expression } from '../../code/expression.ts';
import type { If, Statement } from '../../code/statement.ts';
import { bare, callsIn, visitsOf, walk } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { codeIn } from '../code-in-file.ts';
import { isProductive } from '../pattern/test-names.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';
import { leaves } from '../safeguards/guard-clauses.ts';

const java = (...lines: readonly string[]): string =>
  `class Orders {\n  String label(Order order) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...lines: readonly string[]): string => `export function label(order) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const finds = (line: number): string =>
  `${String(line)} \`order\` may be null here: it is checked in line ${String(line - 1)}, and what follows uses it in either case.`;

export const useAfterNullCheck = defineFileRule({
  id: 'robustness/use-after-null-check',
  title: 'A value is checked for null and then used in either case',
  reason:
    'The check says that the value may be missing. Where what follows uses it all the same, the program fails just in the case that somebody had thought of.',
  remedy:
    'Leave the function where the value is missing, or put what follows into the branch where it is there. If it is never missing, delete the check.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [476],
  sources: [{ title: 'CWE-476: NULL Pointer Dereference', url: 'https://cwe.mitre.org/data/definitions/476.html' }],
  limits:
    'Looks at the statements that follow the check in the same block, up to the first that gives the value anew or asks for it again. A branch that calls something whose name says that it does not come back (`fail`, `exit`, `reject`) is taken at its word.',
  examples: [
    edited('the branch goes on', 'src/main/java/Orders.java', '', java('if (order == null) log.warn("none");', 'return order.name();'), [
      finds(4),
    ]),
    edited('the branch leaves', 'src/main/java/Orders.java', '', java('if (order == null) return "";', 'return order.name();')),
    ...['src/orders.ts', 'src/orders.js'].flatMap((path) => [
      edited('what follows stands outside', path, '', script('if (order !== undefined) count(order);', 'return order.name;'), [finds(3)]),
      edited('what follows asks again', path, '', script('if (order !== undefined) count(order);', 'return order?.name;')),
    ]),
  ],
  options: z.object({}),
  *check(file) {
    if (!isProductive(file)) return;
    for (const { symbol, code } of codeIn(file)) {
      for (const block of blocksIn(code)) {
        for (const [at, statement] of block.entries()) {
          const name = statement.kind === 'if' ? leftUnsettled(statement) : undefined;
          const use = name === undefined ? undefined : firstUse(block.slice(at + 1), name);
          if (statement.kind === 'if' && asksTruth(statement.test) && !isPartOfObject(use)) continue;
          if (name === undefined || !use) continue;
          const line = file.lines.position(statement.range.start).line;
          const message = `\`${name}\` may be null here: it is checked in line ${String(line)}, and what follows uses it in either case.`;
          const draft: FindingDraft = findingAt(file, symbol, use.range, message);
          yield { ...draft, related: [{ file, range: (statement as If).test.range, caption: 'here it is checked' }] };
        }
      }
    }
  },
});

/** All lists of statements, of nested blocks and functions too. */
function blocksIn(code: readonly (Expression | Statement)[]): readonly (readonly Statement[])[] {
  const own = code.filter((node): node is Statement => isStatement(node));
  const inner = visitsOf(code, 'if', 'loop', 'try', 'block', 'function', 'switch', 'functions').flatMap(
    ({ node }): readonly (readonly Statement[])[] => {
      switch (node.kind) {
        case 'if':
          return [node.then, node.otherwise ?? []];
        case 'try':
          return [node.body, ...node.handlers.map(({ body }) => body), node.finalizer ?? []];
        case 'switch':
          return node.cases.map(({ body }) => body);
        case 'functions':
          return node.functions.map(({ body }) => body);
        default:
          return [node.body];
      }
    },
  );
  return [own, ...inner];
}

function isStatement(node: Expression | Statement): node is Statement {
  return /^(?:expression|variable|return|throw|if|loop|try|switch|break|continue|block|functions)$/.test(node.kind);
}

const neverReturns =
  /fail|fatal|throw|exit|abort|raise|reject|panic|error|invalid|missing|notFound|assert|require|halt|usage|skip|redirect/i;

/** The name that a check leaves open: it has one branch only, which neither leaves nor gives the name a value. */
function leftUnsettled({ test, then, otherwise }: If): string | undefined {
  const checked = checkedName(bare(test));
  if (!checked || otherwise) return undefined;
  const { name, isNull } = checked;
  if (isNull && (leaves(then) || callsIn(then).some((call) => neverReturns.test(call.name)))) return undefined;
  if (givesValue(then, name) || visitsOf(then, 'throw', 'return', 'break', 'continue').length > 0) return undefined;
  return name;
}

/** `if (order)`, `if (!order)`. */
function asksTruth(test: Expression): boolean {
  const value = bare(test);
  return value.kind === 'name' || (value.kind === 'unary' && value.operator === '!' && bare(value.operand).kind === 'name');
}

/** A text or a number that is empty or zero has methods and a length all the same; other parts have objects only. */
function isPartOfObject(use: Expression | undefined): boolean {
  return use?.kind === 'member' && use.name !== 'length';
}

/** `order == null`, `order !== undefined`, in scripts `order` and `!order`: of a plain name only. */
function checkedName(test: Expression): { readonly name: string; readonly isNull: boolean } | undefined {
  if (test.kind === 'name') return { name: test.name, isNull: false };
  if (test.kind === 'unary' && test.operator === '!') {
    const inner = bare(test.operand);
    return inner.kind === 'name' ? { name: inner.name, isNull: true } : undefined;
  }
  if (test.kind !== 'binary' || !/^[!=]==?$/.test(test.operator)) return undefined;
  const [left, right] = [bare(test.left), bare(test.right)];
  if (left.kind !== 'name' || (right.kind !== 'null' && right.kind !== 'undefined')) return undefined;
  return { name: left.name, isNull: test.operator.startsWith('=') };
}

function givesValue(code: readonly Statement[], name: string): boolean {
  return visitsOf(code, 'assignment', 'variable', 'unary').some(({ node }) => {
    if (node.kind === 'variable') return node.name === name;
    return node.kind === 'assignment' && canonical(bare(node.target)) === name;
  });
}

/** The first thing done with the value that fails without it, before it is asked for again. */
function firstUse(after: readonly Statement[], name: string): Expression | undefined {
  for (const statement of after) {
    const nodes = walk([statement]);
    const asked = nodes.some(({ node }) => asksFor(node, name));
    if (asked || givesValue([statement], name)) return undefined;
    for (const { node, parent } of nodes) {
      if ((node.kind === 'function' || node.kind === 'functions') && node.range.start >= statement.range.start) return undefined;
      if (looksInto(node, name) && parent?.node.kind !== 'cast') return node;
    }
    if (leaves([statement])) return undefined;
  }
  return undefined;
}

/** Compares it, tests its truth, or hands it to something that may look whether it is there. */
function asksFor(node: Expression | Statement, name: string): boolean {
  const is = (each: Expression): boolean => bare(each).kind === 'name' && (bare(each) as { name: string }).name === name;
  switch (node.kind) {
    case 'binary':
      return is(node.left) || is(node.right);
    case 'if':
    case 'conditional':
      return is(node.test);
    case 'unary':
      return is(node.operand);
    case 'call':
      if (node.optional && node.receiver && is(node.receiver)) return true;
      return (
        node.arguments.some(is) && /null|present|exist|require|check|assert|is[A-Z]|has[A-Z]|valid|empty|blank|orElse/i.test(node.name)
      );
    case 'member':
      return node.optional === true && is(node.object);
    default:
      return false;
  }
}

function looksInto(node: Expression | Statement, name: string): node is Expression {
  if ((node.kind === 'member' || node.kind === 'call') && node.optional) return false;
  const on = node.kind === 'member' || node.kind === 'index' ? node.object : node.kind === 'call' ? node.receiver : undefined;
  return on?.kind === 'name' && on.name === name;
}
