import type { TextRange } from '../../../base/text-range.ts';
import type { ExportFact } from '../../../code/facts.ts';
import { propertyName, keyOf } from '../body/names.ts';
import { declaratorParts } from '../body/variables.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { requireOf } from './require.ts';

/** Where CommonJS code and prototypes put a value. */
export type Target =
  | { readonly kind: 'module' }
  | { readonly kind: 'export'; readonly name: string; readonly nameRange: TextRange }
  | { readonly kind: 'member'; readonly owner: string; readonly name: string; readonly nameRange: TextRange; readonly onPrototype: boolean }
  | { readonly kind: 'variable'; readonly name: string };

/** `a = exports.b = value` at the top of a module. */
export interface TopAssignment {
  readonly targets: readonly Target[];
  readonly value: Part;
  readonly range: TextRange;
}

const path = /^[\w$.]{1,400}$/;

/** Undefined where the statement assigns nothing that others could see. */
export function readAssignment(statement: Part, reader: Reader): TopAssignment | undefined {
  if (statement.type === 'variable_declaration' || statement.type === 'lexical_declaration') return assignedToVariable(statement, reader);
  if (statement.type !== 'expression_statement') return undefined;
  const { targets, value } = unchained(statement.first, reader);
  return value && targets.length > 0 ? { targets, value, range: rangeOf(statement) } : undefined;
}

/** `var app = exports = module.exports = {}`. */
function assignedToVariable(statement: Part, reader: Reader): TopAssignment | undefined {
  for (const declarator of statement.parts) {
    const { name, value: assigned } = declaratorParts(declarator);
    const { targets, value } = unchained(assigned, reader);
    if (!name || !value || !targets.some(({ kind }) => kind === 'module' || kind === 'export')) continue;
    return { targets: [{ kind: 'variable', name: reader.slice(name) }, ...targets], value, range: rangeOf(statement) };
  }
  return undefined;
}

function unchained(part: Part | undefined, reader: Reader): { readonly targets: Target[]; readonly value: Part | undefined } {
  const targets: Target[] = [];
  let at = part;
  while (at?.type === 'assignment_expression') {
    const [left, right] = at.parts;
    const target = left && targetOf(left, reader);
    if (target) targets.push(target);
    at = right;
  }
  return { targets, value: at };
}

function targetOf(part: Part, reader: Reader): Target | undefined {
  if (part.type !== 'member_expression')
    return part.type === 'identifier' && reader.slice(part) === 'exports' ? { kind: 'module' } : undefined;
  const text = reader.slice(part);
  if (text === 'module.exports') return { kind: 'module' };
  const name = part.last;
  if (!path.test(text) || !name) return undefined;
  const owner = text.slice(0, text.lastIndexOf('.'));
  const named = { name: reader.slice(name), nameRange: rangeOf(name) };
  if (owner === 'exports' || owner === 'module.exports') return { kind: 'export', ...named };
  const onPrototype = owner.endsWith('.prototype');
  const base = onPrototype ? owner.slice(0, -'.prototype'.length) : owner;
  return base.includes('.') ? undefined : { kind: 'member', owner: base, onPrototype, ...named };
}

/** What an assignment adds to what its module exports. */
export function exportsByAssignment(
  { targets, value, range }: TopAssignment,
  locals: ReadonlyMap<string, string>,
  reader: Reader,
): ExportFact[] {
  const variable = targets.find(({ kind }) => kind === 'variable') as { readonly name: string } | undefined;
  const exported = (public_: string, fallback: string): ExportFact => ({
    ...referred(value, variable?.name ?? fallback, locals, reader),
    exported: public_,
    typeOnly: false,
    range,
  });
  return targets.flatMap((target) => {
    if (target.kind === 'export') return isPlaceholder(value, reader) ? [] : [exported(target.name, target.name)];
    if (target.kind !== 'module') return [];
    if (value.type === 'object' && !variable) return value.parts.flatMap((property) => exportedProperty(property, locals, reader));
    return [exported('export=', ownName(value, reader) ?? 'module.exports')];
  });
}

/** Compilers write `exports.a = void 0` ahead of the real value. */
function isPlaceholder(value: Part, reader: Reader): boolean {
  return /^(?:void 0|undefined)$/.test(reader.slice(value));
}

/** What is written in place is not what is imported under the same name. */
function referred(
  value: Part,
  fallback: string,
  locals: ReadonlyMap<string, string>,
  reader: Reader,
): Pick<ExportFact, 'name' | 'source' | 'isOwn'> {
  const required = requireOf(reader.slice(value));
  if (required) return required;
  if (value.type === 'identifier') return { name: reader.slice(value) };
  return { name: fallback, ...(locals.has(fallback) && { isOwn: true }) };
}

/** The name of a function or class expression. */
export function ownName(value: Part, reader: Reader): string | undefined {
  const isNamed = value.type === 'function_expression' || value.type === 'generator_function' || value.type === 'class';
  const name = isNamed ? value.find('identifier', 'type_identifier') : undefined;
  return name && reader.slice(name);
}

function exportedProperty(property: Part, locals: ReadonlyMap<string, string>, reader: Reader): ExportFact[] {
  const shared = { typeOnly: false, range: rangeOf(property) };
  const value = property.last;
  if (property.type === 'shorthand_property_identifier')
    return [{ name: keyOf(property, reader), exported: keyOf(property, reader), ...shared }];
  if (property.type === 'spread_element') return spreadExports(value, shared, reader);
  const key = propertyName(property, reader);
  if (key === '' || !value) return [];
  return [{ ...(property.type === 'pair' ? referred(value, key, locals, reader) : { name: key }), exported: key, ...shared }];
}

function spreadExports(value: Part | undefined, shared: Pick<ExportFact, 'typeOnly' | 'range'>, reader: Reader): ExportFact[] {
  const required = value && requireOf(reader.slice(value));
  return required ? [{ ...required, exported: '*', ...shared }] : [];
}

const defined = /^Object\.defineProperty\(\s{0,20}(?:module\.)?exports\s{0,20},\s{0,20}['"]([\w$]{1,200})['"]/;
const getter = /\breturn\s{1,20}([\w$]{1,200})(?:\.([\w$]{1,200}))?/;
const star = /^(?:[\w$]{1,40}\.)?__exportStar\(\s{0,20}(require\([^)]{1,300}\))/;

/** `Object.defineProperty(exports, 'a', …)` and `__exportStar(require('m'), exports)`, as compilers write them. */
export function exportsByCall(statement: Part, locals: ReadonlyMap<string, string>, reader: Reader): ExportFact[] {
  if (statement.type !== 'expression_statement' || statement.first?.type !== 'call_expression') return [];
  const text = reader.text.slice(statement.start, Math.min(statement.end, statement.start + 600));
  const shared = { typeOnly: false, range: rangeOf(statement) };
  const forwarded = requireOf(star.exec(text)?.[1] ?? '');
  if (forwarded) return [{ name: '*', exported: '*', source: forwarded.source, ...shared }];
  const exported = defined.exec(text)?.[1];
  if (exported === undefined || exported === '__esModule') return [];
  const [, from = exported, name] = getter.exec(text) ?? [];
  const source = name === undefined ? undefined : locals.get(from);
  return [{ name: name ?? from, exported, ...(source !== undefined && { source }), ...shared }];
}
