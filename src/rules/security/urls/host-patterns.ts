import type { TextRange } from '../../../base/text-range.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import type { Visited } from '../../../code/walk.ts';
import type { CodeInventory } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';
import { textOf } from '../../pattern/values.ts';

interface Pattern {
  readonly at: Scope;
  readonly range: TextRange;
  readonly source: string;
  /** What it is used for, where that is on the spot. */
  readonly use?: string;
}

function patternsIn(code: CodeInventory): readonly Pattern[] {
  const literals = code.of('regex').map((sight) => ({ at: sight, range: sight.node.range, source: sight.node.pattern, ...useOf(sight) }));
  const made = [...code.constructions('RegExp'), ...code.calls('RegExp', 'match', 'search')].flatMap((sight) => {
    const [first] = sight.node.arguments;
    const source = first?.kind === 'regex' ? undefined : textOf(first, sight);
    return source === undefined
      ? []
      : [{ at: sight, range: sight.node.range, source, use: sight.node.kind === 'call' ? sight.node.name : 'RegExp' }];
  });
  return [...literals, ...made];
}

function useOf({ node, parent }: Visited): { readonly use?: string } {
  const around = parent?.node;
  return around?.kind === 'call' && (around.receiver === node || around.arguments.includes(node as never)) ? { use: around.name } : {};
}

const scheme = /^\^?\(*(?:\?:)?\^?(?:https?\??|http\(s\)\?|\(https?:\)\?|\(http\|https\)|wss?):?(?:\\?\/){2}/;
const ending = /(?:com|net|org|io|dev|edu|gov|co|app|local|internal)/.source;

/** Patterns for addresses that match more hosts than they seem to. */
export function* looseHostPatterns(code: CodeInventory): Generator<Sighting> {
  for (const { at, range, source, use } of patternsIn(code)) {
    if (/^(replace|replaceAll|split|matchAll)$/.test(use ?? '') || source.length > 500) continue;
    const alternation = looseAlternation(source);
    if (alternation !== undefined) {
      yield {
        at,
        range,
        message: `\`^\` and \`$\` hold for one alternative only: \`${alternation}\` matches anywhere in the text. Put the alternatives into a group.`,
        // Of words alone, each may well be meant to stand where it does.
        ...(!/\w\\?\.\w/.test(source) && { confidence: 'low' as const }),
      };
      continue;
    }
    if (!scheme.test(source)) continue;
    const dot = unescapedDot(source);
    if (dot !== undefined)
      yield { at, range, message: `The dot in \`${dot}\` stands for any character, so that another host matches, too. Escape it.` };
    else if (isOpen(source))
      yield {
        at,
        range,
        message: 'The pattern ends after the host, so that `good.com.evil.com` matches, too. Let a `/` or the end follow.',
      };
  }
}

/** `www.acme\.com`: a dot between letters that is not escaped, in front of a known ending. */
function unescapedDot(source: string): string | undefined {
  const rest = source.replace(scheme, '').split(/\\?\/|\$|\(\?=/)[0] ?? '';
  const found = new RegExp(`(?:[\\w)-])(?<!\\\\[wWdDsSbB])\\.(?=[\\w(-]*\\\\?\\.?${ending}\\b)[\\w-]+(?:\\\\?\\.[\\w-]+)*`).exec(rest);
  return found && /\w\.\w/.test(found[0].replace(/\\\./g, '')) && rest.includes('.') ? found[0].replace(/\\/g, '') : undefined;
}

function isOpen(source: string): boolean {
  return new RegExp(`^\\^?https?\\??:(?:\\\\?/){2}(?:[\\w-]+\\\\?\\.){1,5}${ending}$`).test(source);
}

/** `^good\.com|better\.com`, `a|b$`; only words and hosts, since `^\s+|\s+$` is meant. */
function looseAlternation(source: string): string | undefined {
  const alternatives = source.split('|');
  if (alternatives.length < 2 || !alternatives.every((each) => /^\^?[\w-]+(?:\\?\.[\w-]+)*\$?$/.test(each))) return undefined;
  const starts = alternatives.filter((each) => each.startsWith('^')).length;
  const ends = alternatives.filter((each) => each.endsWith('$')).length;
  if (starts + ends === 0 || starts === alternatives.length || ends === alternatives.length) return undefined;
  return (
    alternatives.find((each) => !each.startsWith('^') && !each.endsWith('$')) ??
    alternatives.find((each) => !each.startsWith('^') || !each.endsWith('$'))
  );
}
