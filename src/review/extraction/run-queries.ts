import type { Notice } from '../../base/notice.ts';
import type { QueryResult } from '../../base/query-result.ts';
import type { ReadSide } from '../../code/source-file.ts';
import type { TreeQuery } from '../../code/tree-query.ts';
import type { KnownLanguage } from '../../languages/languages.ts';
import type { SyntaxParser } from '../../syntax/parser.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { grammarsOf } from './check-query.ts';

interface ParsedSide {
  readonly path: string;
  readonly text: string;
  readonly language: KnownLanguage | undefined;
}

/** What the queries find in a tree. One that cannot be run is a notice. */
export async function runQueries(
  queries: readonly TreeQuery[],
  { path, text, language }: ParsedSide,
  tree: SyntaxTree | undefined,
  parser: SyntaxParser,
  notices: Notice[],
): Promise<Pick<ReadSide, 'queries'>> {
  if (!tree || !language || queries.length === 0) return {};
  const found: Record<string, QueryResult> = {};
  for (const { id, sources } of queries) {
    const source = Object.hasOwn(sources, language.adapter.id) ? sources[language.adapter.id] : undefined;
    if (source === undefined) continue;
    const result = await runQuery(source, { text, tree, language, parser });
    if (typeof result === 'string') notices.push(queryFailed(id, path, result));
    else found[id] = result;
  }
  return { queries: found };
}

interface Queried {
  readonly text: string;
  readonly tree: SyntaxTree;
  readonly language: KnownLanguage;
  readonly parser: SyntaxParser;
}

async function runQuery(source: string, { text, tree, language, parser }: Queried): Promise<QueryResult | string> {
  const prepared = await parser.query(language.grammar, source);
  if ('failure' in prepared) return prepared.failure.message;
  if ('mistake' in prepared) return (await isRightElsewhere(source, language, parser)) ? { hits: [] } : prepared.mistake.message;
  try {
    return prepared.query.run(tree, text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is right for another grammar of the language alone cannot be in this text. */
async function isRightElsewhere(source: string, { adapter }: KnownLanguage, parser: SyntaxParser): Promise<boolean> {
  const others = await Promise.all(grammarsOf(adapter.id).map((grammar) => parser.query(grammar, source)));
  return others.some((each) => 'query' in each);
}

function queryFailed(id: string, path: string, reason: string): Notice {
  return {
    id: 'query-failed',
    message: `The query of ${id} could not be run on ${path}: ${reason}.`,
    remedy: `Correct the query of ${id} in the standard, or turn the rule off.`,
    path,
    incomplete: true,
  };
}
