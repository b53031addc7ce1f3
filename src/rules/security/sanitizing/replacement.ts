import type { Call, Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import { textOf } from '../../pattern/values.ts';
import { fixedText, singleCharacters } from './regex-parts.ts';

/** One `text.replace(old, new)`, as far as it is known. What is replaced may be unknown: its pattern is empty then. */
export interface Replacement {
  readonly sight: Sight<Call>;
  /** The source of a regular expression; of a fixed text what it is. */
  readonly pattern: string;
  readonly isRegex: boolean;
  readonly flags: string;
  /** Whether every occurrence is replaced. */
  readonly global: boolean;
  /** The one text that is replaced, where it is always the same. */
  readonly fixed?: string;
  /** The characters of which each is replaced; `most` for all but a few harmless ones. */
  readonly characters?: ReadonlySet<string> | 'most';
  /** Undefined where it is computed. */
  readonly by?: string;
}

/** The replacements in a file, in source order. */
export function replacementsIn(code: CodeInventory): readonly Replacement[] {
  return code.calls('replace', 'replaceAll').flatMap((sight) => replacementOf(sight) ?? []);
}

function replacementOf(sight: Sight<Call>): Replacement | undefined {
  const [old, replacer] = sight.node.arguments;
  if (!sight.node.receiver || !old || !replacer || sight.node.arguments.length !== 2) return undefined;
  const by = textOf(replacer, sight);
  const made = by === undefined ? {} : { by };
  const text = textOf(old, sight);
  if (text !== undefined) {
    const characters = text.length === 1 ? { characters: new Set([text]) } : {};
    return {
      sight,
      pattern: text,
      isRegex: false,
      flags: '',
      global: sight.node.name === 'replaceAll',
      fixed: text,
      ...characters,
      ...made,
    };
  }
  const held = bare(heldBy(old, sight) ?? old);
  if (held.kind !== 'regex') return { sight, pattern: '', isRegex: false, flags: '', global: false };
  const characters = singleCharacters(held.pattern);
  const fixed = fixedText(held.pattern);
  return {
    sight,
    pattern: held.pattern,
    isRegex: true,
    flags: held.flags,
    global: held.flags.includes('g'),
    ...(fixed !== undefined && { fixed }),
    ...(characters && { characters }),
    ...made,
  };
}

/** The replacements that were made on the same text before this one: further up the chain, and in earlier statements on the same variable. */
export function before(replacement: Replacement, all: readonly Replacement[]): readonly Replacement[] {
  const { root, calls } = chainOf(replacement.sight.node);
  const chained = all.filter(({ sight }) => sight.node !== replacement.sight.node && calls.has(sight.node));
  if (root?.kind !== 'name') return chained;
  const earlier = all.filter(
    ({ sight }) =>
      sight.code === replacement.sight.code &&
      sight.node.range.end <= (statementStart(replacement.sight) ?? 0) &&
      storedIn(sight) === root.name,
  );
  return [...earlier, ...chained];
}

/** Whether more is replaced in the same text afterwards. */
export function isFollowed(replacement: Replacement, all: readonly Replacement[]): boolean {
  return all.some((other) => other !== replacement && before(other, all).includes(replacement));
}

function chainOf(call: Call): { readonly root: Expression | undefined; readonly calls: ReadonlySet<Call> } {
  const calls = new Set<Call>();
  let at: Expression | undefined = call;
  while (at?.kind === 'call') {
    calls.add(at);
    at = at.receiver && bare(at.receiver);
  }
  return { root: at, calls };
}

/** The variable that the whole chain is put into. */
function storedIn({ parent }: Sight): string | undefined {
  let at = parent;
  while (at && (at.node.kind === 'call' || at.node.kind === 'cast')) at = at.parent;
  if (at?.node.kind === 'variable') return at.node.name;
  return at?.node.kind === 'assignment' && at.node.target.kind === 'name' ? at.node.target.name : undefined;
}

function statementStart({ node, parent }: Sight): number | undefined {
  let at = parent;
  let start = node.range.start;
  while (at && at.node.kind !== 'function' && at.node.kind !== 'if' && at.node.kind !== 'loop') {
    start = at.node.range.start;
    at = at.parent;
  }
  return start;
}

/** Whether it is done again and again until nothing is left: within a loop that is no loop over other things. */
export function isRepeated({ parent }: Sight): boolean {
  for (let at = parent; at && at.node.kind !== 'function'; at = at.parent) {
    if (at.node.kind === 'loop' && (at.node.form === 'while' || at.node.form === 'do')) return true;
  }
  return false;
}

/** Whether the text was made safe by other means, such as `JSON.stringify`, in the same function. */
export function isSerialized({ code }: Sight): boolean {
  return visitsOf(code, 'call').some(
    ({ node }) => node.name === 'stringify' && node.receiver?.kind === 'name' && node.receiver.name === 'JSON',
  );
}
