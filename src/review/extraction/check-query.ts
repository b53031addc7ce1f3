import type { LanguageId } from '../../code/facts.ts';
import { languageById } from '../../languages/languages.ts';
import type { CheckQuery } from '../../standard/check-custom-rules.ts';
import type { SyntaxParser } from '../../syntax/parser.ts';

/** Tries a query on the grammars of its language: it has to be right for one of them, as a JSX element is for `tsx` alone. */
export function queryChecker(parser: SyntaxParser): CheckQuery {
  return async (language, source) => {
    const prepared = await Promise.all(grammarsOf(language).map((grammar) => parser.query(grammar, source)));
    const captures = prepared.flatMap((each) => ('query' in each ? each.query.captures : []));
    if (prepared.some((each) => 'query' in each)) return { captures };
    return prepared.find((each) => 'mistake' in each);
  };
}

/** The grammars of a language, each once. */
export function grammarsOf(language: LanguageId): readonly string[] {
  return [...new Set(Object.values(languageById(language)?.grammars ?? {}))];
}
