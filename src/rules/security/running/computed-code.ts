import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { constantsOf } from '../../../code/flow/constant.ts';
import { importedNames, originOf } from '../../../code/flow/origin.ts';
import { symbolsNamed, type Scope } from '../../../code/flow/scope.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { partsOf } from '../string-parts.ts';

/** Code that is run and is not the program's own. */
export interface ComputedCode {
  readonly at: Sight;
  readonly range: TextRange;
  /** What runs it, as code. */
  readonly runner: string;
  /** What is run, as written. */
  readonly code: Expression;
}

/** Types whose methods run the text that they are given: type → methods. */
const runners: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['GroovyShell', new Set(['evaluate', 'parse', 'run'])],
  ['GroovyClassLoader', new Set(['parseClass'])],
  ['Eval', new Set(['me', 'x', 'xy', 'xyz'])],
  ['ScriptEngine', new Set(['eval'])],
  ['BeanShell', new Set(['eval'])],
  ['Interpreter', new Set(['eval'])],
  ['SpelExpressionParser', new Set(['parseExpression', 'parseRaw'])],
  ['ExpressionParser', new Set(['parseExpression'])],
  ['ExpressionFactory', new Set(['createValueExpression', 'createMethodExpression'])],
  ['Ognl', new Set(['getValue', 'setValue', 'parseExpression'])],
  ['MVEL', new Set(['eval', 'compileExpression', 'executeExpression'])],
  ['JexlEngine', new Set(['createExpression', 'createScript'])],
]);
const methods = [...new Set([...runners.values()].flatMap((names) => [...names]))];

/** `shell.evaluate(script)`, `parser.parseExpression(text)` on what is no text of the program. */
export function* computedInJava(code: CodeInventory): Generator<ComputedCode> {
  for (const sight of code.calls(...methods)) {
    const { receiver, name, arguments: given } = sight.node;
    const type = receiver && (typeOf(receiver, sight) ?? lastName(receiver));
    if (type === undefined || runners.get(type.slice(type.lastIndexOf('.') + 1))?.has(name) !== true) continue;
    // The context of an expression language comes first.
    const text = /^create(?:Value|Method)Expression$/.test(name) ? given[1] : given[0];
    if (text && isComputed(text, sight))
      yield { at: sight, range: sight.node.range, runner: `${type.slice(type.lastIndexOf('.') + 1)}.${name}`, code: text };
  }
}

/** Boxes that code gets out of, and scripts of Node: what they are made by. */
const boxes = /^(vm2\.(?:VM\(\)\.run|NodeVM\(\)\.run|VMScript)|vm\.Script|sandbox\(\)\.run)\(\)$/;

/** `eval(text)`, `new Function(text)`, `vm.runInNewContext(text)` on what is no text of the program. */
export function* computedInScript(code: CodeInventory): Generator<ComputedCode> {
  for (const sight of [...code.calls('eval', 'Function', 'execScript'), ...code.constructions('Function')]) {
    const { node } = sight;
    const text = node.arguments.at(-1);
    if (node.kind === 'call' && node.receiver && !/^(?:window|globalThis|global|self)$/.test(lastName(node.receiver) ?? '')) continue;
    if (text && isComputed(text, sight))
      yield { at: sight, range: node.range, runner: node.kind === 'call' ? node.name : 'new Function', code: text };
  }
  for (const sight of [...code.calls('run'), ...code.constructions('VMScript', 'Script')]) {
    const [text] = sight.node.arguments;
    const origin = text && originOf(sight.node, sight);
    const runner = origin === undefined ? undefined : boxes.exec(origin)?.[1];
    if (text && runner !== undefined && isComputed(text, sight)) yield { at: sight, range: sight.node.range, runner, code: text };
  }
  for (const sight of code.calls('evaluate', 'evaluateHandle', 'evaluateOnNewDocument')) {
    const [text] = sight.node.arguments;
    const isPage = /^(?:page|frame|tab)$/.test((sight.node.receiver && lastName(sight.node.receiver)) ?? '');
    if (text && isPage && bare(text).kind === 'concatenation' && isComputed(text, sight))
      yield { at: sight, range: sight.node.range, runner: `page.${sight.node.name}`, code: text };
  }
  for (const sight of code.calls('runInNewContext', 'runInThisContext', 'runInContext', 'compileFunction')) {
    const [text] = sight.node.arguments;
    if (text && (originOf(sight.node, sight) ?? '').startsWith('vm.') && isComputed(text, sight))
      yield { at: sight, range: sight.node.range, runner: `vm.${sight.node.name}`, code: text };
  }
}

/** Put together, or handed in: neither a text of the program nor one of several, nor what a program makes for itself. */
function isComputed(text: Expression, scope: Scope): boolean {
  const value = bare(text);
  if (value.kind === 'function' || constantsOf(value, scope) !== undefined) return false;
  const parts = partsOf(value, scope);
  const dynamic = parts.flatMap((part) => (part.kind === 'dynamic' ? [part.expression] : []));
  return dynamic.length > 0 && dynamic.some((each) => isHandedIn(each, scope));
}

/** Made of what a caller hands over, or of what nothing in the file makes. */
function isHandedIn(expression: Expression, scope: Scope): boolean {
  return visitsOf([expression], 'name').some(({ node }) => {
    const bindings = bindingsOf(node.name, scope);
    return bindings.some(({ form }) => form === 'parameter') || (bindings.length === 0 && isUnbound(node.name, scope));
  });
}

function isUnbound(name: string, { file: { facts } }: Scope): boolean {
  return (
    facts !== undefined &&
    facts.language !== 'java' &&
    !importedNames(facts).has(name) &&
    symbolsNamed(facts, name).length === 0 &&
    !/^[A-Z]/.test(name)
  );
}
