import type { If, Statement } from '../../../code/statement.ts';
import type { CodeNode } from '../../../code/walk.ts';

/** A branch by which a test gets to its end without a check: the `then` of an `if`, or its other side. */
export interface UncheckedBranch {
  readonly node: If;
  readonly way: 'then' | 'otherwise';
}

/** The branch that leads past all checks, where every check stands behind one. */
export function uncheckedBranch(body: readonly Statement[], checks: (code: CodeNode) => boolean): UncheckedBranch | undefined {
  const outcome = walkThrough(body, checks);
  return typeof outcome === 'object' ? outcome : undefined;
}

/** `checked` where every way meets a check, `nothing` where none stands here, else the branch without one. */
type Outcome = 'checked' | 'nothing' | UncheckedBranch;

function walkThrough(statements: readonly Statement[], checks: (code: CodeNode) => boolean): Outcome {
  let open: UncheckedBranch | undefined;
  for (const [index, statement] of statements.entries()) {
    const outcome = ofStatement(statement, checks);
    if (outcome === 'checked') return 'checked';
    if (outcome !== 'nothing') open ??= outcome;
    else if (statement.kind === 'if' && leaves(statement.then) && walkThrough(statements.slice(index + 1), checks) !== 'nothing')
      return { node: statement, way: 'then' };
  }
  return open ?? 'nothing';
}

function ofStatement(statement: Statement, checks: (code: CodeNode) => boolean): Outcome {
  switch (statement.kind) {
    case 'throw':
      return 'checked';
    case 'expression':
    case 'variable':
    case 'return':
      return statement.value && checks(statement.value) ? 'checked' : 'nothing';
    case 'if':
      return ofIf(statement, checks);
    case 'block':
      return walkThrough(statement.body, checks);
    case 'break':
    case 'continue':
    case 'functions':
      return 'nothing';
    // What a loop, a switch or a `try` leads to is not followed.
    default:
      return checks(statement) ? 'checked' : 'nothing';
  }
}

function ofIf(node: If, checks: (code: CodeNode) => boolean): Outcome {
  // A branch that fails asserts the condition.
  if (checks(node.test) || fails(node.then) || fails(node.otherwise ?? [])) return 'checked';
  const then = walkThrough(node.then, checks);
  const otherwise = walkThrough(node.otherwise ?? [], checks);
  if (then === 'nothing' && otherwise === 'nothing') return 'nothing';
  if (then === 'nothing') return { node, way: 'then' };
  if (otherwise === 'nothing') return { node, way: 'otherwise' };
  return typeof then === 'object' ? then : otherwise;
}

function fails(statements: readonly Statement[]): boolean {
  return statements.some(
    (each) =>
      each.kind === 'throw' || (each.kind === 'expression' && each.value.kind === 'call' && /^(?:fail|unreachable)/.test(each.value.name)),
  );
}

function leaves(statements: readonly Statement[]): boolean {
  return statements.at(-1)?.kind === 'return';
}
