import { posix } from 'node:path';
import type { SourceFile } from '../../../code/code-change.ts';
import type { ImportFact } from '../../../code/facts.ts';
import { moduleName } from '../../../code/module-name.ts';
import { groupBy } from '../../../base/group-by.ts';
import type { FunctionUnderTest } from '../gaps/obligation.ts';
import { licenceOf, type ModelTest } from './model-test.ts';
import { scriptBlocks, unitOf } from './script-skeleton.ts';
import { scriptStyle, type ScriptStyle } from './script-style.ts';
import { quoted } from './script-text.ts';

/** The text of a new test file in TypeScript or JavaScript, written as the model is. */
export function newScriptTest(found: FunctionUnderTest, model: ModelTest, file: SourceFile): string | undefined {
  const style = scriptStyle(model);
  const written = style && scriptBlocks(found, style, file, model.file);
  if (!style || !written) return undefined;
  const group = groupWord(model);
  const words = [style.word, ...style.names, ...(group === undefined ? [] : [group])].map((word) => word.replace(/\..*/, ''));
  const imports = frameworkImports(words, model.file, file.path, style);
  if (!imports) return undefined;
  const unit = unitOf(model.file);
  const indent = group === undefined ? '' : unit;
  const cases = written.blocks.map((lines) => lines.map((line) => indent + line.replace(/^\t/, unit)).join('\n')).join('\n\n');
  const strict = /^\s*(['"])use strict\1;?\n/.exec(model.file.text)?.[0].trim();
  const head = [...(strict === undefined ? [] : [strict, '']), ...imports, ...written.edits.map(({ newText }) => newText.trim())];
  const body =
    group === undefined
      ? cases
      : `${group}(${quoted(moduleName(found.at.file.path), style.writing.quote)}, () => {\n${cases}\n})${style.hasSemicolons ? ';' : ''}`;
  return `${licenceOf(model.file)}${head.join('\n')}\n\n${body}\n`;
}

/** The word of the group around the model; undefined where it stands alone. */
function groupWord({ file, test: { range } }: ModelTest): string | undefined {
  const group = file.facts?.tests.find(
    ({ kind, range: around }) => kind === 'group' && around.start < range.start && range.end < around.end,
  );
  return group && /^(?:describe|suite|context|test\.describe)(?=\()/.exec(file.text.slice(group.range.start, group.range.start + 20))?.[0];
}

/** Imports of what the tests are written with; undefined where one of them is made in the file itself, and not to be had elsewhere. */
function frameworkImports(words: readonly string[], model: SourceFile, path: string, style: ScriptStyle): readonly string[] | undefined {
  const imports = (model.facts?.imports ?? []).filter(({ typeOnly }) => !typeOnly);
  const needed = imports.filter(({ local }) => words.includes(local));
  const isOwn = words.some((word) => !needed.some(({ local }) => local === word) && isMadeIn(model, word));
  if (isOwn) return undefined;
  const { quote } = style.writing;
  return [...groupBy(needed, ({ source }) => source)].map(([source, facts]) =>
    importLine(facts, `${quote}${sourceFrom(path, model.path, source)}${quote}`, style),
  );
}

/** Whether a file declares a name, or has it handed to a function: `(context, { it, expect }) => …`. */
function isMadeIn({ facts, text }: SourceFile, word: string): boolean {
  const isDeclared = facts?.symbols.some(({ name, kind }) => name === word && kind !== 'module') ?? false;
  return isDeclared || new RegExp(`[{,]\\s?${word}\\s?(?:,[^{}()]{0,200})?\\}\\s?\\)\\s?=>`).test(text);
}

function sourceFrom(path: string, model: string, source: string): string {
  if (!source.startsWith('.')) return source;
  const relative = posix.relative(posix.dirname(path), posix.join(posix.dirname(model), source));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function importLine(facts: readonly ImportFact[], source: string, { usesRequire, writing: { space, end } }: ScriptStyle): string {
  const whole = facts.find(({ name }) => name === 'default' || name === '*');
  const named = facts.filter((each) => each !== whole).sort((a, b) => (a.local < b.local ? -1 : 1));
  const list = named.map(({ name, local }) => (name === local ? name : `${name}${usesRequire ? ': ' : ' as '}${local}`)).join(', ');
  const names = `{${space}${list}${space}}`;
  if (usesRequire) return `const ${whole ? whole.local : names} = require(${source})${end}`;
  const first = whole && (whole.name === '*' ? `* as ${whole.local}` : whole.local);
  return `import ${[...(first === undefined ? [] : [first]), ...(list === '' ? [] : [names])].join(', ')} from ${source}${end}`;
}
