import type { SourceFile, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { atomsOf } from './atoms.ts';
import { isOtherRule } from './held-values.ts';
import { isStyle } from './looks.ts';

/** Bundles that are committed: a contract to those who load them, but written nowhere here. */
const built = /(?:^|\/)dist\/(?!.*\/src\/)/;

const callables = /^(function|method|constructor|initializer)$/;

/** What can behave otherwise after the change: functions, objects of functions, and the patterns, limits and tables that functions go by. */
export function isProductionCode(change: SymbolChange): boolean {
  // What stands beside a deletion is read at one side only.
  if (change.kind === 'paired' && !change.bodyChanged && !change.declarationChanged) return false;
  const { file, symbol } = change.kind === 'removed' ? change.base : change.head;
  return (
    file.role === 'production' &&
    !built.test(file.path) &&
    (callables.test(symbol.kind) || isFunctionValue(symbol, change) || isOtherRule(change))
  );
}

/** `const total = debounce(() => …)` and objects of functions behave, too; so do fields that hold a function, of which a new one belongs to what uses it. */
function isFunctionValue(symbol: SymbolFact, change: SymbolChange): boolean {
  const isHolder = symbol.kind === 'variable' || (symbol.kind === 'field' && change.kind === 'paired');
  return isHolder && symbol.value !== undefined && visitsOf(codeOf(symbol), 'function').length > 0;
}

const ownMethods = /^(toString|hashCode|equals|inspect|toJSON)$/;

/** Nothing that a test of its own would be written for. */
export function isArid({ file, symbol }: SymbolAt): boolean {
  const owner = symbol.parent === undefined ? undefined : file.facts?.symbols[symbol.parent];
  if (
    /benchmark/i.test(file.path) ||
    isDouble(owner) ||
    isMigration(file, symbol) ||
    (symbol.value !== undefined && isStyle(symbol.value)) ||
    ownMethods.test(symbol.name) ||
    isEntryPoint(file, symbol) ||
    symbol.modifiers.includes('implicit') ||
    (isConfiguration(symbol, owner) && !decidesRequests(symbol)) ||
    symbol.annotations.some(({ name }) => unasked.test(simpleTypeName(name)))
  )
    return true;
  if (symbol.kind === 'constructor' && owner?.supertypes.some(({ type }) => /(Error|Exception)$/.test(simpleTypeName(type)))) return true;
  const { body } = symbol;
  // A query is declared without a body.
  if (!body) return symbol.value === undefined && atomsOf({ file, symbol }).length === 0;
  return body.every((statement) => {
    if (statement.kind === 'return') return isPlain(statement.value) || isDelegation(statement.value, symbol);
    if (statement.kind !== 'expression') return false;
    const { value } = statement;
    return (
      (value.kind === 'assignment' && value.operator === '=' && isPlain(value.value) && value.target.kind !== 'index') ||
      isDelegation(value, symbol)
    );
  });
}

/** Written by a generator; a test that others run; a condition that only tells a checker what is there. */
const unasked = /^(?:Generated|Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|EnsuresNonNull(?:If)?)$/;

/** What puts an application together. */
function isConfiguration({ annotations }: SymbolFact, owner: SymbolFact | undefined): boolean {
  return (
    annotations.some(({ name }) => simpleTypeName(name) === 'Bean') ||
    (owner?.annotations.some(({ name }) => /^(Configuration|SpringBootApplication|TestConfiguration)$/.test(simpleTypeName(name))) ?? false)
  );
}

/** Who may ask for what, and who answers, is behaviour wherever it is written. */
function decidesRequests({ type = '' }: SymbolFact): boolean {
  return /^(?:Security(?:Web)?FilterChain|RouterFunction)\b/.test(simpleTypeName(type));
}

/** `FakeOrderStore implements OrderStore`: what stands in for something in tests is shown by what it is for. */
function isDouble(owner: SymbolFact | undefined): boolean {
  const [, stoodInFor] = /^(?:Fake|Mock|Stub)([A-Z]\w*)$/.exec(owner?.name ?? '') ?? [];
  return stoodInFor !== undefined && (owner?.supertypes.some(({ type }) => simpleTypeName(type).endsWith(stoodInFor)) ?? false);
}

/** A step of a database's schema: it is run once, before every test that has a database. */
function isMigration({ path }: SourceFile, { name }: SymbolFact): boolean {
  return /^(?:exports\.)?(?:up|down|change)$/.test(name) && /(?:^|\/)migrations?\//.test(path);
}

/** `main(String[])`; a script's `main` that takes something can be called by a test. */
function isEntryPoint({ facts }: SourceFile, { name, parameters = [] }: SymbolFact): boolean {
  return name === 'main' && (facts?.language === 'java' || parameters.length === 0);
}

type Value = Extract<ReturnType<typeof codeOf>[number], { kind: 'return' }>['value'];

function isPlain(value: Value): boolean {
  if (value === undefined) return true;
  if (value.kind === 'member') return isPlain(value.object);
  return /^(name|this|super|true|false|null|undefined|string|number)$/.test(value.kind);
}

/** An overload that hands on to another of its name, or to its superclass. */
function isDelegation(value: Value, symbol: SymbolFact): boolean {
  if (value?.kind !== 'call' || !value.arguments.every((each) => isPlain(each) || each.kind === 'new')) return false;
  return value.name === symbol.name || value.name === 'this' || value.name === 'super';
}
