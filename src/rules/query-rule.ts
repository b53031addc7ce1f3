import * as z from 'zod/mini';
import type { QueryHit } from '../base/query-result.ts';
import type { Texts } from '../change/in-memory.ts';
import type { SourceFile } from '../code/code-change.ts';
import type { LanguageId, SymbolFact } from '../code/facts.ts';
import type { FindingDraft, FixDraft } from '../finding/draft.ts';
import { reference } from './code-in-file.ts';
import { fillIn } from './query-template.ts';
import { defineFileRule } from './rule.ts';
import type { Example, Rule, RuleMetadata } from './rule.ts';

/** A rule that is data: what is to be found, as a tree-sitter query for each language, and what to say of it. A standard may carry it. */
export interface QueryRuleDefinition extends Omit<RuleMetadata, 'languages' | 'examples'> {
  /** What a finding says; `${name}` is the text that the query captures as `@name`. */
  readonly message: string;
  /** Language → query. What it captures as `@finding` is what is found. */
  readonly languages: Readonly<Record<LanguageId, string>>;
  /** Globs of the files that it looks at; absent for all. */
  readonly paths?: readonly string[] | undefined;
  readonly fix?: QueryFix | undefined;
  readonly examples?: QueryExamples | undefined;
}

/** Files by name: those in which the rule finds something, and those in which it finds nothing. */
export interface QueryExamples {
  readonly finds?: Texts | undefined;
  readonly passes?: Texts | undefined;
}

export interface QueryFix {
  readonly title: string;
  readonly safety?: FixDraft['safety'] | undefined;
  /** The new text, with `${name}` as in the message. */
  readonly replace: string;
  /** The capture whose text is replaced; `finding` where none is named. */
  readonly capture?: string | undefined;
}

/** Characters of a code's text in a message, and in what tells one finding from another. */
const longest = { inMessage: 80, asIdentity: 200 };

/** The rule that a definition means. Its query is asked while the file is read; here its hits become findings. */
export function defineQueryRule(definition: QueryRuleDefinition): Rule {
  const { id, title, reason, remedy, severity, confidence, cwe, definedAt } = definition;
  return defineFileRule({
    ...{ id, title, reason, remedy, severity, confidence },
    languages: Object.keys(definition.languages),
    ...(cwe && { cwe }),
    ...(definedAt !== undefined && { definedAt }),
    examples: examplesOf(definition),
    options: z.object({}),
    *check(file) {
      const result = file.queries?.get(id);
      for (const hit of result?.hits ?? []) yield draftOf(hit, file, definition);
      if (result?.limit !== undefined) yield { unchecked: `${id} stopped, as ${result.limit}` };
    },
  });
}

function examplesOf({ message, examples }: QueryRuleDefinition): readonly Example[] {
  const each = (files: Texts | undefined, finds: readonly string[]): readonly Example[] =>
    Object.entries(files ?? {}).map(([name, text]) => ({ name, base: {}, head: { [name]: text }, finds }));
  return [...each(examples?.finds, [message]), ...each(examples?.passes, [])];
}

function draftOf(hit: QueryHit, file: SourceFile, { message, fix }: QueryRuleDefinition): FindingDraft {
  const text = folded(file.text.slice(hit.range.start, hit.range.end), longest.asIdentity);
  const symbol = innermostAround(hit, file);
  const said = fillIn(message, (capture) => folded(textOf(hit, capture, file), longest.inMessage));
  return {
    message: said,
    place: { file, range: hit.range },
    subject: `${said}\n${text}`,
    ...(symbol && { symbol: reference(symbol) }),
    ...(fix && { fixes: [fixOf(hit, file, fix)] }),
  };
}

function fixOf(hit: QueryHit, file: SourceFile, { title, safety = 'unsafe', replace, capture = 'finding' }: QueryFix): FixDraft {
  const range = hit.captures[capture] ?? hit.range;
  return { title, safety, edits: [{ file, range, newText: fillIn(replace, (name) => textOf(hit, name, file)) }] };
}

function innermostAround({ range }: QueryHit, { facts }: SourceFile): SymbolFact | undefined {
  return facts?.symbols.findLast(
    (symbol) => symbol.kind !== 'module' && symbol.range.start <= range.start && range.end <= symbol.range.end,
  );
}

function textOf({ captures }: QueryHit, name: string, { text }: SourceFile): string {
  const range = Object.hasOwn(captures, name) ? captures[name] : undefined;
  return range ? text.slice(range.start, range.end) : '';
}

function folded(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
