import { Memo } from '../../base/memo.ts';
import { remembered } from '../../base/remembered.ts';
import type { Expression } from '../expression.ts';
import type { ParameterFact } from '../facts.ts';
import { visitsOf, type CodeNode } from '../walk.ts';
import { boundNames } from './pattern.ts';
import type { Scope } from './scope.ts';

/** One place where a name of a function gets what it holds. */
export interface Binding {
  readonly form: 'variable' | 'assignment' | 'changed' | 'loop' | 'parameter';
  /** What is bound; of a loop what is looped over. */
  readonly value?: Expression;
  /** The way from the value down to the name, where a pattern takes it apart. */
  readonly path: readonly string[];
  /** As declared. */
  readonly type?: string;
  /** Where a variable is declared: blocks beside each other may declare the same name. */
  readonly at?: number;
}

const known = new Memo<readonly CodeNode[], ReadonlyMap<string, readonly Binding[]>>();

/** Everything that a piece of code puts into a name, nested functions included; empty where the name is not its own. */
export function bindingsOf(name: string, { symbol, code }: Pick<Scope, 'symbol' | 'code'>): readonly Binding[] {
  let bindings = known.get(code);
  if (!bindings) {
    bindings = readBindings(code);
    known.set(code, bindings);
  }
  const own = bindings.get(name) ?? nothing;
  const parameter = symbol.parameters?.find((each) => each.name === name);
  return parameter ? withParameter(own, parameter) : own;
}

/** The same list whenever it is asked for. */
const withParameter = remembered((own: readonly Binding[], { type }: ParameterFact): readonly Binding[] => [
  { form: 'parameter', path: [], ...(type !== undefined && { type }) },
  ...own,
]);

const nothing: readonly Binding[] = [];

function readBindings(code: readonly CodeNode[]): ReadonlyMap<string, readonly Binding[]> {
  const bindings = new Map<string, Binding[]>();
  const bind = (pattern: string, binding: Omit<Binding, 'path'>): void => {
    for (const { name, path } of boundNames(pattern)) {
      const earlier = bindings.get(name);
      if (earlier) earlier.push({ ...binding, path });
      else bindings.set(name, [{ ...binding, path }]);
    }
  };
  for (const { node } of visitsOf(code, 'variable', 'assignment', 'unary', 'loop', 'function', 'functions', 'new', 'try'))
    bindNode(node, bind);
  return bindings;
}

function bindNode(node: CodeNode, bind: (pattern: string, binding: Omit<Binding, 'path'>) => void): void {
  switch (node.kind) {
    case 'variable':
      bind(node.name, {
        form: 'variable',
        at: node.range.start,
        ...(node.value && { value: node.value }),
        ...(node.type !== undefined && { type: node.type }),
      });
      return;
    case 'assignment':
      if (node.target.kind === 'name')
        bind(node.target.name, { form: node.operator === '=' ? 'assignment' : 'changed', value: node.value });
      return;
    case 'unary':
      if (/^(\+\+|--)$/.test(node.operator) && node.operand.kind === 'name') bind(node.operand.name, { form: 'changed' });
      return;
    case 'loop':
      if (node.variable !== undefined) bind(node.variable, { form: 'loop', ...(node.header[0] && { value: node.header[0] }) });
      return;
    case 'function':
      for (const parameter of node.parameters) bind(parameter, { form: 'parameter' });
      return;
    case 'functions':
      for (const each of node.functions) for (const parameter of each.parameters) bind(parameter, { form: 'parameter' });
      return;
    case 'new':
      for (const each of node.members ?? []) for (const parameter of each.parameters) bind(parameter, { form: 'parameter' });
      return;
    case 'try':
      for (const { name, types } of node.handlers)
        if (name !== undefined) bind(name, { form: 'parameter', ...(types.length === 1 && types[0] !== undefined && { type: types[0] }) });
      return;
    default:
  }
}
