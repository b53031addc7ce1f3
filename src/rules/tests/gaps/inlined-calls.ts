import { remembered, rememberedByContent } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import { plainText } from './idioms.ts';
import { unchanged, type Translation } from './translation.ts';

/** What a function gives that does nothing else. */
interface Formula {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly given: string;
}

/** Longer values stay behind the names of their functions. */
const longest = 300;

/** Puts what functions of one line give in the places of their calls: so it says the same whether a piece has a function of its own. */
export function callInliner(files: readonly SourceFile[]): Translation {
  const methods = new Map<string, SymbolFact | undefined>();
  // A call does not say which of several is meant.
  for (const each of files.flatMap(({ facts }) => (facts ? methodsOf(facts) : [])))
    methods.set(each.name, methods.has(each.name) ? undefined : each);
  return inlinerOf([...methods.values()].flatMap((symbol) => (symbol ? formulaOf(symbol) : [])));
}

const methodsOf = remembered(({ symbols, language }: FileFacts): readonly SymbolFact[] =>
  language === 'java' ? symbols.filter(({ kind }) => kind === 'method') : [],
);

const formulaOf = remembered(({ name, body, context, parameters = [] }: SymbolFact): readonly Formula[] => {
  const [only, another] = body ?? context?.body ?? [];
  if (only?.kind !== 'return' || another || !only.value || !/^\w+$/.test(name)) return [];
  const given = plainText(only.value);
  if (given.length > longest || new RegExp(`(?<![\\w$.])${name}\\(`).test(given) || given.includes('ƒ')) return [];
  return [{ name, parameters: parameters.map((each) => each.name), given }];
});

const inlinerOf = rememberedByContent((formulas: readonly Formula[]): Translation => {
  if (formulas.length === 0) return unchanged;
  const byName = new Map(formulas.map((each) => [each.name, each]));
  const call = /(?<![\w$.])(\w+)\(/g;
  return (text) => {
    if (text.length > 2 * longest) return text;
    for (const {
      0: { length },
      1: name = '',
      index,
    } of text.matchAll(call)) {
      const formula = byName.get(name);
      const given = formula && argumentsAt(text, index + length);
      if (given?.texts.length === formula?.parameters.length && formula && given)
        return `${text.slice(0, index)}${filledIn(formula, given.texts)}${text.slice(given.end)}`;
    }
    return text;
  };
});

function filledIn({ given, parameters }: Formula, texts: readonly string[]): string {
  return given.replace(/(?<![\w$.])[A-Za-z_]\w*(?![\w(])/g, (word) => texts[parameters.indexOf(word)] ?? word);
}

interface Arguments {
  readonly texts: readonly string[];
  readonly end: number;
}

/** What stands in the parentheses that were opened just before; undefined where they hold texts, of which the end is not looked for. */
function argumentsAt(text: string, start: number): Arguments | undefined {
  const texts: string[] = [];
  let [depth, from] = [0, start];
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (/["'`]/.test(sign)) return undefined;
    if (/[([{]/.test(sign)) depth++;
    if ((sign === ',' && depth === 0) || (/[)\]}]/.test(sign) && --depth < 0)) {
      if (at > start) texts.push(text.slice(from, at));
      from = at + 1;
    }
    if (depth < 0) return { texts, end: at + 1 };
  }
  return undefined;
}
