import { literalNumber } from '../../../code/flow/literal-number.ts';
import { remembered } from '../../../base/remembered.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { codeOf, visitsOf, type Visited } from '../../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { scopeOf } from '../../safeguards/scopes.ts';

/** What valibot’s `pipe` is given, and what superstruct puts around a type. */
const actions =
  /^(?:email|rfcEmail|url|uuid|ulid|cuid2|ip|ipv4|ipv6|mac|regex|length|minLength|maxLength|nonEmpty|nonempty|minBytes|maxBytes|minSize|maxSize|size|minValue|maxValue|gtValue|ltValue|multipleOf|integer|safeInteger|finite|isoDate|isoDateTime|isoTimestamp|startsWith|endsWith|hexadecimal|digits|creditCard|includes|excludes|check|rawCheck|pattern|min|max|refine)$/;
const upper = /^max|^ltValue$/;
const lower = /^min|^gtValue$/;

const namesLibrary = remembered(({ text }: SourceFile): boolean => /\b(?:valibot|superstruct)\b/.test(text.slice(0, 5000)));

/** `v.pipe(v.string(), v.email(), v.maxLength(80))`, `size(string(), 1, 80)`; in an object by the property they are for. */
export const schemaActions: SafeguardKind = {
  helpers: /schema|valid/i,
  find: (at) => (namesLibrary(at.file) ? [...actionsIn(at)] : []),
  exposed: ({ subject = '' }, { symbol }) => visitsOf(codeOf(symbol), 'call').some((visited) => ownerOf(visited) === subject),
};

function* actionsIn({ symbol }: SymbolAt): Generator<Safeguard> {
  for (const visited of visitsOf(codeOf(symbol), 'call')) {
    const { node } = visited;
    if (!actions.test(node.name) || !(isInPipe(visited) || isAround(node))) continue;
    const owner = ownerOf(visited);
    const level = boundOf(node);
    yield {
      family: `validation of ${owner}`,
      key: `${owner} ${node.name}`,
      scope: scopeOf(visited),
      subject: owner,
      range: { start: node.nameRange.start, end: node.range.end },
      ...(level !== undefined && { level, scale: node.name }),
    };
  }
}

function isInPipe({ parent, node }: Visited<Call>): boolean {
  return parent?.node.kind === 'call' && /^pipe(?:Async)?$/.test(parent.node.name) && parent.node.arguments.includes(node);
}

/** `size(string(), 1, 80)`. */
function isAround({ arguments: [first, ...more] }: Call): boolean {
  return (
    first?.kind === 'call' && more.length > 0 && /^(?:string|number|array|integer|date|map|set|size|pattern|min|max)$/.test(first.name)
  );
}

function boundOf({ name, arguments: given }: Call): number | undefined {
  const value = literalNumber(given.findLast((each) => each.kind === 'number'));
  if (value === undefined) return undefined;
  if (upper.test(name) || (/^(?:size|max)$/.test(name) && given[0]?.kind === 'call')) return 1 / (Math.max(value, 0) + 1);
  return lower.test(name) && value >= 0 ? value + 1 : undefined;
}

/** The property or variable that is described. */
function ownerOf(visited: Visited): string {
  let inner: Expression | undefined;
  for (let at: Visited | undefined = visited; at; at = at.parent) {
    const { node } = at;
    const value = inner;
    if (node.kind === 'object') return node.properties.find((property) => property.value === value)?.key ?? '';
    if (node.kind === 'variable') return node.name;
    inner = node as Expression;
  }
  return '';
}
