import type { TextRange } from '../../../base/text-range.ts';
import { canonical } from '../../../code/canonical.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { Loop } from '../../../code/statement.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { bare, callsIn, codeOf, visitsOf, walk, type CodeNode, type Visited } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { isCondition, labelQuestion, questionsOf, refusesNull, type Question } from './conditions.ts';
import { answer, endings, isPassedOn, throwAtom } from './error-atoms.ts';
import { callsWithEither, handedOn, isSaidBefore, outcomesOf } from './given-values.ts';
import { plain, plainText } from './idioms.ts';
import { inliner } from './inlining.ts';
import { countersOf } from './local-names.ts';
import { doesMoreThanTell, isLogCall, isLogged, onlyLogged } from './logged.ts';
import { isPartOfStyle } from './looks.ts';
import { guardKey, isNullGuard } from './null-guards.ts';
import type { ExpectedError } from './obligation.ts';
import { routeKey, routesOf } from './routes.ts';
import { withOwners } from './static-imports.ts';

/** The smallest piece of behaviour that a test can tell from its absence. */
export interface Atom {
  readonly kind: 'branch' | 'throws' | 'value';
  /** Equal for equal behaviour, however it is written: a condition with a name of its own is still that condition. */
  readonly key: string;
  /** The key with the values of names in their places. */
  readonly inlined: string;
  /** Of a throw: its type, and the words of its message. */
  readonly error?: ExpectedError;
  /** What is asked, answered or done; of a catch, a label and a default value nothing. */
  readonly node?: CodeNode;
  /** The whole condition that asks, with all its other questions; of a throw the condition it stands under. */
  readonly whole?: Expression;
  /** Whether the node is a label of a `switch`. */
  readonly isLabel?: true;
  readonly range: TextRange;
}

/** Several questions are asked about each function. */
const read = new WeakMap<SymbolFact, readonly Atom[]>();

/** The atoms of one function, constant or module. */
export function atomsOf({ symbol, file }: SymbolAt): readonly Atom[] {
  const known = read.get(symbol);
  if (known) return known;
  const inline = inliner(symbol, file);
  const named = withOwners(file);
  const atoms = [...declaredAtoms({ symbol, file }), ...readAtoms(symbol)].map((atom) => {
    const key = named(atom.key);
    return { ...atom, key, inlined: inline(key) };
  });
  read.set(symbol, atoms);
  return atoms;
}

type Read = Omit<Atom, 'inlined'>;

/** Annotations that decide what happens. */
const behaving =
  /^(PreAuthorize|PostAuthorize|Secured|RolesAllowed|PermitAll|DenyAll|Scheduled|Query|Cacheable|CacheEvict|CachePut|Retryable|ExceptionHandler|ResponseStatus|\w*Listener|Transactional|Async)$/;

/** What is declared about a function and is more than its signature: the routes it answers, who may call it, when it runs. */
function declaredAtoms(at: SymbolAt): readonly Read[] {
  const { annotations, nameRange } = at.symbol;
  const guarded = guardedParameters(at);
  if (annotations.length === 0) return guarded;
  const routes = routesOf(at).map((route): Read => ({ kind: 'value', key: routeKey(route), range: nameRange }));
  const declared = annotations
    .filter(({ name }) => behaving.test(simpleTypeName(name)))
    .map(({ name, arguments: given, range }): Read => ({
      kind: 'value',
      key: `@${simpleTypeName(name)}(${given.map((each) => `${each.name}=${plainText(each.value)}`).join(',')})`,
      range,
    }));
  return [...guarded, ...routes, ...declared];
}

/** Parameters for which Lombok writes the check. */
function guardedParameters({ symbol: { parameters = [] }, file }: SymbolAt): readonly Read[] {
  return parameters
    .filter(({ annotations }) => annotations.some(({ name }) => isLomboks(name, file)))
    .map(({ name, range }): Read => ({ kind: 'throws', key: guardKey(name), error: { type: '', message: '' }, range }));
}

/** Annotations of this name that other libraries have say what is allowed, and check nothing. */
function isLomboks(annotation: string, { facts }: SourceFile): boolean {
  if (annotation === 'lombok.NonNull') return true;
  if (annotation !== 'NonNull') return false;
  const imported = facts?.imports.find(({ name }) => name === annotation);
  return (imported ?? facts?.imports.find(({ source, name }) => source === 'lombok' && name === '*'))?.source === 'lombok';
}

function readAtoms(symbol: SymbolFact): readonly Read[] {
  const defaults = (symbol.parameters ?? []).flatMap(({ default: value, range }): readonly Read[] =>
    value === undefined ? [] : [{ kind: 'value', key: value.replace(/\s+/g, ''), range }],
  );
  const visits = walk(codeOf(symbol));
  const locals = new Set(visits.flatMap(({ node }) => (node.kind === 'variable' && node.value ? [node.name] : [])));
  const declared = new Set(
    visits.flatMap(({ node }) => (node.kind === 'variable' ? [node.name] : node.kind === 'loop' ? countersOf(node) : [])),
  );
  const told = onlyLogged(visits);
  return [
    ...defaults,
    ...heldValue(symbol),
    ...visits.flatMap((visited) => {
      if (visited.node.kind === 'variable' && told.has(visited.node.name)) return [];
      const atoms = atomsAt(visited, declared);
      return atoms.length === 0 || isLogged(visited) || isPartOfStyle(visited)
        ? []
        : guarded(atoms, visited).filter(({ key }) => !locals.has(key));
    }),
  ];
}

/** Of a pattern, a limit or a table that functions go by: the whole of it. */
function heldValue({ kind, value, nameRange }: SymbolFact): readonly Read[] {
  // What an annotation leaves to its default decides nothing by itself.
  if (!/^(?:variable|field|enum-constant)$/.test(kind) || !value || visitsOf([value], 'function').length > 0) return [];
  return [{ kind: 'value', key: plainText(value), node: value, range: { start: nameRange.start, end: value.range.end } }];
}

/** Errors with the condition under which they come. */
function guarded(atoms: readonly Read[], visited: Visited): readonly Read[] {
  if (!atoms.some(({ kind }) => kind === 'throws')) return atoms;
  let at = visited.parent;
  while (at && at.node.kind !== 'if' && at.node.kind !== 'conditional' && at.node.kind !== 'function') at = at.parent;
  const whole = at && (at.node.kind === 'if' || at.node.kind === 'conditional') ? at.node.test : undefined;
  if (!whole) return atoms;
  const refused = at?.node.kind === 'if' ? refusesNull(at.node) : undefined;
  return atoms.map((atom) =>
    atom.kind === 'throws' ? { ...atom, whole, ...(refused !== undefined && { key: guardKey(refused) }) } : atom,
  );
}

function atomsAt(visited: Visited, locals: ReadonlySet<string>): readonly Read[] {
  const { node, parent } = visited;
  const { range } = node;
  const branch = (text: string): Read => ({ kind: 'branch', key: text, range });
  const asked = (whole: Expression): readonly Read[] => questionsIn(whole, range);
  const value = (text: string): Read => ({ kind: 'value', key: text, node, range });
  switch (node.kind) {
    case 'conditional':
      // `a ? a : b` is `a || b`.
      return plain(node).kind === 'conditional' ? asked(node.test) : [];
    case 'if':
      // That null is refused is said by what is thrown.
      return refusesNull(node) ? [] : asked(node.test);
    case 'loop':
      // How it is written that all elements are visited is no behaviour.
      return [
        { ...branch('loop'), node },
        ...loopQuestions(node).flatMap((each) => ({ ...branch(each.key), node: each.value, whole: each.value })),
      ];
    case 'switch':
      return node.cases.flatMap(({ labels }) =>
        labels.map((label) => ({ ...branch(labelQuestion(node.subject, label)), node: label, isLabel: true as const, range: label.range })),
      );
    case 'try':
      return node.handlers.filter(doesMoreThanTell).flatMap(({ types, range: { start }, bodyRange }) =>
        (types.length === 0 ? [''] : types).map((type) => ({
          ...branch(`catch ${simpleTypeName(type)}`),
          range: { start, end: bodyRange.start },
        })),
      );
    case 'throw':
      if (isPassedOn(node.value, parent)) return [];
      return isRedirect(node.value) ? [value(plainText(node.value))] : throwAtom(node.value, range);
    case 'return':
      if (node.value && isLogCall(bare(node.value))) return [];
      return givenBy(node.value, visited);
    case 'variable':
      return givenBy(node.value, visited);
    case 'assignment':
      // Whether a name is given its value where it is declared is no behaviour.
      if (node.operator === '=' && node.target.kind === 'name' && locals.has(node.target.name)) return givenBy(node.value, visited);
      return [value(plainText(node)), ...answer(node)];
    case 'call':
      return parent?.node.kind === 'expression' ? done(node, visited) : endings(node);
    case 'new':
      return answer(node);
    case 'unary':
      return /^(\+\+|--|delete)/.test(node.operator) ? [value(canonical(node))] : [];
    default:
      return bareLiteral(node, parent);
  }
}

/** The questions of one condition. */
function questionsIn(whole: Expression, range: TextRange): readonly Read[] {
  return questionsOf(whole).map(({ key, value }) => ({ kind: 'branch', key, range, node: value, whole }));
}

/** What a value that is returned or gets a name says. */
function givenBy(given: Expression | undefined, { node, parent }: Visited): readonly Read[] {
  if (!given) return [];
  const { range } = node;
  const plainest = plain(given);
  if (isCondition(plainest)) return questionsIn(plainest, range);
  const key = handedOn(plainest, node.kind === 'return' ? parent : undefined);
  if (key !== undefined) return [{ kind: 'value', key, node, range }];
  return outcomesOf(given).flatMap((each) =>
    isSaidBefore(each) || each.kind === 'undefined' ? [] : [{ kind: 'value', key: plainText(each), node, range }],
  );
}

/** What a call of its own does. */
function done(node: Call, { parent, node: { range } }: Visited): readonly Read[] {
  const ends = endings(node);
  if (isNullGuard(node) || isPlainSuper(node) || isOfLock(node)) return ends;
  const key = handedOn(plain(node), parent?.parent);
  if (key !== undefined) return [{ kind: 'value', key, node, range }, ...ends];
  // Both are ways to visit all elements.
  if (node.name === 'forEach' && node.arguments[0]?.kind === 'function') return [{ kind: 'branch', key: 'loop', range }, ...ends];
  const plainest = plain(node);
  const calls = plainest.kind === 'call' ? callsWithEither(plainest) : [plainest];
  return [...calls.map((each): Read => ({ kind: 'value', key: canonical(each), node, range })), ...ends];
}

/** Who waits for whom shows in no single test. */
function isOfLock({ name, receiver, arguments: given }: Call): boolean {
  if (!/^(?:un)?lock$/.test(name) || given.length > 0 || !receiver) return false;
  return /lock$/i.test(receiver.kind === 'call' || receiver.kind === 'name' || receiver.kind === 'member' ? receiver.name : '');
}

/** What else than the end of what is read lets a loop go on. */
function loopQuestions({ form, header }: Loop): readonly Question[] {
  if (form !== 'while' && form !== 'do') return [];
  const asks = ({ value }: Question): boolean => callsIn([value]).some(({ name }) => !stepping.test(name));
  return header.flatMap(questionsOf).filter(asks);
}

const stepping = /^(?:has\w*|next\w*|read\w*|size|length|isEmpty|get\w*|peek|poll|pop|shift|exec|find|moveNext|advance)$/;

/** Literals in arguments and defaults that no other atom holds: those inside nested functions' expressions. */
function bareLiteral(node: CodeNode, parent: Visited | undefined): readonly Read[] {
  return node.kind === 'regex' && parent ? [{ kind: 'value', key: canonical(node), range: node.range }] : [];
}

/** What a constructor hands to its superclass as it is. */
function isPlainSuper({ name, receiver, arguments: given }: Call): boolean {
  return name === 'super' && !receiver && given.every(({ kind }) => kind === 'name');
}

/** Frameworks of pages leave a loader or an action by throwing where to go on: an outcome, and no error. */
function isRedirect(thrown: Expression): boolean {
  const value = bare(thrown);
  return value.kind === 'call' && /^(?:permanentR|r)edirect(?:Document)?$/.test(value.name);
}
