import { declaratorParts, typeText } from '../body/variables.ts';
import { rangeOf } from '../part.ts';
import type { Part } from '../part.ts';
import { requireOf } from '../modules/require.ts';
import { declare } from './declaration.ts';
import type { Declaration, Scope } from './declaration.ts';
import type { Outer } from './outer.ts';
import { modifiersIn } from './signature.ts';
import { declareValue } from './values.ts';

/** What `const`, `let`, `var` declare; names bound to `require(…)` are imports and no symbols. */
export function declareVariables(scope: Scope, part: Part, outer: Outer): readonly Declaration[] {
  const declarators = part.parts.filter(({ type }) => type === 'variable_declarator');
  const modifiers = modifiersIn(scope.reader.text.slice(outer.wordsStart, declarators[0]?.start ?? part.start));
  return declarators.flatMap((declarator) => {
    const range = declarators.length === 1 ? outer.range : rangeOf(declarator);
    return declareVariable(scope, declarator, range, modifiers);
  });
}

function declareVariable(scope: Scope, part: Part, range: Outer['range'], modifiers: readonly string[]): readonly Declaration[] {
  const { reader } = scope;
  const { name, type, value } = declaratorParts(part);
  if (!name || (value && requireOf(reader.slice(value)))) return [];
  const seedOf = (binding: Part): Parameters<typeof declareValue>[2] => ({
    name: reader.slice(binding),
    nameRange: rangeOf(binding),
    range,
    visibility: scope.isExported(reader.slice(binding)) ? 'public' : 'private',
    modifiers,
  });
  if (name.type === 'identifier')
    return [
      declareValue(
        scope,
        lastAssigned(value),
        { ...seedOf(name), ...(type && { type: typeText(type, reader) }) },
        { callable: 'function', plain: 'variable' },
      ),
    ];
  return boundNames(name).map((binding, at) =>
    declare(scope, { ...seedOf(binding), kind: 'variable', value: at === 0 ? value : undefined }),
  );
}

/** The value at the end of `a = b = value`. */
function lastAssigned(value: Part | undefined): Part | undefined {
  let at = value;
  while (at?.type === 'assignment_expression') at = at.last;
  return at;
}

/** The names that a destructuring pattern declares, in order. Not recursive: patterns may be nested without end. */
export function boundNames(pattern: Part): readonly Part[] {
  const names: Part[] = [];
  const pending = [pattern];
  for (let part = pending.pop(); part; part = pending.pop()) {
    if (part.type === 'identifier' || part.type === 'shorthand_property_identifier_pattern') names.push(part);
    else pending.push(...innerPatterns(part).toReversed());
  }
  return names;
}

function innerPatterns(part: Part): readonly Part[] {
  if (part.type === 'pair_pattern') return part.parts.slice(-1);
  const hasDefault = part.type === 'assignment_pattern' || part.type === 'object_assignment_pattern';
  return hasDefault ? part.parts.slice(0, 1) : part.parts;
}
