import type { Expression } from '../../../code/expression.ts';
import { constantOf, heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import type { CodeInventory, PropertySight, Sight } from '../../pattern/code-inventory.ts';
import { textOf } from '../../pattern/values.ts';
import { isWorthStealing, type Flag, type WeakCookie } from './cookie-flags.ts';

const header = /^set-cookie$/i;
const setters = ['setHeader', 'addHeader', 'header', 'set', 'append', 'appendHeader', 'add'] as const;

/** `res.setHeader('Set-Cookie', 'sid=' + id + '; Path=/')`: a cookie that is written out as a text. */
export function* weakCookieTexts(code: CodeInventory): Generator<WeakCookie> {
  for (const sight of code.calls(...setters)) {
    const [name, value] = sight.node.arguments;
    if (value && header.test(textOf(name, sight) ?? '')) yield* ofTexts(value, sight, sight.node.range);
  }
  for (const property of code.properties('Set-Cookie', 'set-cookie')) yield* ofTexts(property.value, property, property.range);
}

function* ofTexts(value: Expression, at: Sight | PropertySight, range: WeakCookie['range']): Generator<WeakCookie> {
  const held = bare(heldBy(value, at) ?? value);
  for (const each of held.kind === 'array' ? held.elements : [held]) {
    const parts = partsOf(each, at);
    const name = parts && /^([\w.-]{1,80})=/.exec(parts)?.[1];
    if (parts === undefined || name === undefined || !isWorthStealing(name) || isDeleted(parts)) continue;
    const missing = flags.filter(([, written]) => !written.test(parts)).map(([flag]) => flag);
    if (missing.length > 0)
      yield { at, range: held.kind === 'array' ? each.range : range, cookie: `Cookie \`${name}\``, missing, edits: [] };
  }
}

const flags: readonly (readonly [Flag, RegExp])[] = [
  ['secure', /;\s*secure\b/i],
  ['httpOnly', /;\s*httponly\b/i],
];

function isDeleted(text: string): boolean {
  return /;\s*max-age=0\b|;\s*expires=thu, 0?1[ -]jan[ -]1970/i.test(text) || /^[\w.-]{1,80}=;/.test(text);
}

/** The text with `*` for what is not known: only what stands right behind a `=`, since anything else may bring flags along. */
function partsOf(expression: Expression, scope: Scope): string | undefined {
  const value = bare(heldBy(expression, scope) ?? expression);
  const known = constantOf(value, scope);
  if (known !== undefined) return String(known);
  if (value.kind !== 'concatenation') return undefined;
  let text = '';
  for (const part of value.parts) {
    const said = constantOf(part, scope);
    if (said === undefined && !text.endsWith('=')) return undefined;
    text += said === undefined ? '*' : String(said);
  }
  return text;
}
