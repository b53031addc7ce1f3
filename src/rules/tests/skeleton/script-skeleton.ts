import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { Edit } from '../../../finding/draft.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, indentationAt } from '../../code-in-file.ts';
import type { ExpectedError, FunctionUnderTest } from '../gaps/obligation.ts';
import type { TestCase } from '../gaps/test-index.ts';
import { missingCases, type SkeletonCase } from './cases.ts';
import { afterStatement, placeAfter } from './place.ts';
import { reachExport, type Reached } from './script-imports.ts';
import { scriptStyle, type ScriptStyle } from './script-style.ts';
import { rowsFor } from './script-rows.ts';
import { tableOf } from './script-table.ts';
import { markerFor, quoted } from './script-text.ts';
import { scriptArguments } from './script-values.ts';

/** Tests for what is missing, behind the nearest one and written as it is; undefined where the function cannot be called from there. */
export function scriptSkeleton(found: FunctionUnderTest, nearest: TestCase): readonly Edit[] | undefined {
  const table = tableOf(nearest);
  if (nearest.test.parameters.length > 0 && !table) return undefined;
  const cases = missingCases(found);
  const rows = table ? rowsFor(found.at, cases, table, nearest.file) : { edits: [], left: cases };
  const style = scriptStyle(nearest);
  const written = style && rows.left.length > 0 ? scriptBlocks(found, style, nearest.file, nearest.file, rows.left) : undefined;
  if (!written) return rows.edits.length > 0 ? rows.edits : undefined;
  const end = table ? afterStatement(table.end, nearest.file) : placeAfter(nearest);
  const indent = indentationAt(nearest.file, table ? table.start : nearest.test.range.start);
  const unit = indent.includes('\t') ? '\t' : unitOf(nearest.file);
  const newText = written.blocks.map((each) => `\n\n${each.map((line) => indent + line.replace(/^\t/, unit)).join('\n')}`).join('');
  return [...rows.edits, ...written.edits, { file: nearest.file, range: { start: end, end }, newText }];
}

/** The lines of each test, with a tab where a line is indented, and what the file has to import for them. @param like whose imports are written alike */
export function scriptBlocks(
  found: FunctionUnderTest,
  style: ScriptStyle,
  file: SourceFile,
  like = file,
  cases = missingCases(found),
): { readonly blocks: readonly (readonly string[])[]; readonly edits: readonly Edit[] } | undefined {
  const subject = subjectOf(found.at, file, style, like);
  if (!subject) return undefined;
  const isTyped = /\.[cm]?tsx?$/.test(file.path);
  const blocks = cases.flatMap((each) => {
    const given = scriptArguments(found.at.symbol.parameters ?? [], each, isTyped);
    return given === undefined ? [] : [block(found.at, { ...each, error: reachable(each.error) }, `${subject.name}(${given})`, style)];
  });
  return blocks.length === 0 ? undefined : { blocks, edits: subject.edits };
}

type Block = Omit<SkeletonCase, 'error'> & { readonly error?: ExpectedError | undefined };

function block({ symbol }: SymbolAt, { title, error }: Block, call: string, style: ScriptStyle): readonly string[] {
  const isAsync = symbol.modifiers.includes('async') || (symbol.type ?? '').startsWith('Promise<');
  const statement = error ? style.throws(call, error, isAsync) : style.value(isAsync ? `await ${call}` : call, markerFor(call));
  const opening = isAsync ? `async (${style.context}) => {` : `(${style.context}) => {`;
  const ending = style.ending === '' ? [] : [`\t${style.ending}`];
  const lines = [`${style.word}(${quoted(`${symbol.name} ${title}`)}, ${opening}`, `\t${statement}`, ...ending, '});'];
  return style.hasSemicolons ? lines : lines.map((line) => line.replace(/;$/, ''));
}

/** How the test calls it: an export, or a method of an exported class whose constructor asks for nothing. */
function subjectOf({ file, symbol }: SymbolAt, test: SourceFile, { usesRequire }: ScriptStyle, like: SourceFile): Reached | undefined {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  if (!owner) return reachExport(test, file, symbol.name, usesRequire, like);
  if (symbol.visibility !== 'public' || owner.kind !== 'class' || symbol.kind !== 'method') return undefined;
  const reached = reachExport(test, file, owner.name, usesRequire, like);
  if (!reached) return undefined;
  if (symbol.modifiers.includes('static')) return { ...reached, name: `${reached.name}.${symbol.name}` };
  const made = membersOf(owner, file.facts).find(({ kind }) => kind === 'constructor');
  const asks = (made?.parameters ?? []).some(({ optional, rest }) => !optional && !rest);
  return asks || owner.modifiers.includes('abstract') ? undefined : { ...reached, name: `new ${reached.name}().${symbol.name}` };
}

const builtIn = /^(?:Error|TypeError|RangeError|SyntaxError|ReferenceError|URIError|EvalError|AggregateError)$/;

/** An error class that the test may not know is told by its message alone. */
function reachable(error: ExpectedError | undefined): ExpectedError | undefined {
  return !error || builtIn.test(error.type) ? error : { ...error, type: '' };
}

/** One step of indentation. */
export function unitOf({ text }: SourceFile): string {
  const indented = /^( {2,8}|\t)\S/m.exec(text)?.[1];
  return indented ?? '  ';
}
