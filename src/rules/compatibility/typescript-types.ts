/** How two types as written are related; `unknown` where only a compiler could tell. */
export type Relation = 'same' | 'wider' | 'narrower' | 'unknown';

/** How the head type is related to the base type, as far as unions of equal members, `any`, `unknown` and promises go. */
export function typeRelation(base: string, head: string): Relation {
  const [before, after] = [canonical(base), canonical(head)];
  if (before === after || before === 'any' || after === 'any') return 'same';
  if (after === 'unknown') return 'wider';
  if (before === 'unknown' || before === 'void') return 'narrower';
  const [old, now] = [members(before), members(after)];
  const lost = old.filter((member) => !isCovered(member, now));
  const gained = now.filter((member) => !isCovered(member, old));
  if (lost.length === 0 && gained.length === 0) return 'same';
  if (lost.length === 0) return 'wider';
  if (gained.length === 0) return 'narrower';
  return promiseRelation(before, after);
}

/** Whether the two are of kinds that anyone can tell apart; a named type may stand for the other, a written one for many. */
export function isPlainlyDifferent(base: string, head: string): boolean {
  return [base, head].every((type) =>
    members(canonical(type)).every((member) =>
      /^(string|number|boolean|bigint|symbol|null|undefined|void|never|'[^']*'|-?\d+|true|false)$/.test(member),
    ),
  );
}

/** Whether only a compiler could say anything: what is generic, written out or a function. */
export function isOpaque(base: string, head: string): boolean {
  return /[{<(&]/.test(base + head);
}

/** A literal is covered by its primitive: `'a'` by `string`, `1` by `number`. */
function isCovered(member: string, by: readonly string[]): boolean {
  if (by.includes(member)) return true;
  if (/^['"`]/.test(member)) return by.includes('string');
  if (/^-?\d/.test(member)) return by.includes('number');
  return (member === 'true' || member === 'false') && by.includes('boolean');
}

function promiseRelation(before: string, after: string): Relation {
  const [old, now] = [before, after].map((type) => /^(?:Promise|Readonly|ReadonlyArray|Array)<(.*)>$/s.exec(type)?.[1]);
  const same = before.slice(0, before.indexOf('<')) === after.slice(0, after.indexOf('<'));
  return old !== undefined && now !== undefined && same ? typeRelation(old, now) : 'unknown';
}

function canonical(type: string): string {
  const text = type
    .replace(/\s+/g, ' ')
    .replace(/\s*([|&<>,:;()[\]{}?]|=>)\s*/g, '$1')
    .replace(/"/g, "'")
    .replace(/^\|/, '')
    .replace(/[;,]}/g, '}')
    .trim();
  const array = /^([\w.']+)\[\]$/.exec(text)?.[1];
  return array === undefined ? text : `Array<${array}>`;
}

/** The members of a union at the top level. */
function members(type: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < type.length; at++) {
    const character = type.charAt(at);
    if ('<([{'.includes(character)) depth++;
    else if (')]}'.includes(character) || (character === '>' && type.charAt(at - 1) !== '=')) depth--;
    else if (character === '|' && depth === 0) {
      found.push(type.slice(start, at));
      start = at + 1;
    } else if (character === '=' && type.charAt(at + 1) === '>' && depth === 0) return [type];
  }
  return [...found, type.slice(start)].map(canonical).sort();
}
