import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expectations } from '../../src/finding/expectation.ts';
import { optionsOf } from './rule-page.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { standardJsonSchema } from '../../src/standard/json-schema.ts';
import { frames } from '../../src/vscode/translation.ts';

const sources = join(import.meta.dirname, '../../src');
const folder = join(sources, 'vscode');

/** What these say is put into the editor's language where it is shown, as they know nothing of VS Code. */
export const handedOn = ['compiler-of.ts', 'editor-hint.ts', 'review-runs.ts'];

/** Shows texts that are not its own: they are given to the bundle by name. */
const passesOn = 'localised.ts';

/** `bundle.l10n.json`: every text that the extension shows, for translators. VS Code looks texts up by themselves. */
export function shownTextsBundle(rules: readonly Rule[]): string {
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== passesOn)
    .flatMap((name) => shownTexts(name));
  const ofExpectations = expectations.flatMap(({ title, promise }) => [title, promise]);
  const ofRules = rules.flatMap(({ title, reason, remedy, limits, options, examples }) => [
    ...[title, reason, remedy, ...(limits === undefined ? [] : [limits])],
    ...optionsOf(options).map(({ meaning }) => meaning),
    ...examples.map(({ name }) => name),
  ]);
  const explained = descriptionsIn(JSON.parse(standardJsonSchema(rules)));
  const ofEngine = [
    ...engineFolders.flatMap((name) => engineTexts(join(sources, name))),
    ...handedOn.flatMap((name) => textsIn(join(folder, name))),
  ];
  const texts = [...new Set([...own, ...ofExpectations, ...ofRules, ...ofEngine, ...explained, ...pageWords, ...frames, ...singleWords])]
    .filter((text) => text !== '')
    .sort();
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), undefined, 2)}\n`;
}

/** What the engine says to people stands in these properties, in findings, fixes, evidence and notices, also where it is a single word. */
const saying = new Set(['message', 'title', 'caption', 'remedy', 'hint', 'step']);

/** Not said, but read: code, addresses, and what examples expect. */
const notSaid = new Set(['examples', 'sources', 'base', 'head', 'reason', 'limits', 'finds', 'fixed']);

/** The folders whose texts reach the editor. */
const engineFolders = [
  'report',
  'base',
  'change',
  'code',
  'git',
  'syntax',
  'languages',
  'contracts',
  'coverage',
  'deep',
  'rules',
  'standard',
  'review',
];

/**
 * All sentences of the engine and all parts of sentences, since many are put together of tables: what was changed, and what comes of it.
 * The editor finds the parts again (`src/vscode/translation.ts`).
 */
function engineTexts(within: string): readonly string[] {
  const files = readdirSync(within, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!-examples?)\.ts$/.test(name));
  return files.flatMap((name) => textsIn(join(within, name)));
}

function textsIn(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node, isSaid: boolean): void => {
    if (ts.isImportDeclaration(node)) return;
    const property = ts.isPropertyAssignment(node) ? node.name.getText() : undefined;
    if (property !== undefined && notSaid.has(property)) return;
    const isSaying = isSaid || (property !== undefined && saying.has(property));
    const text = textIn(node);
    if (text !== undefined && (isSaying ? isWords(text) : isPhrase(text))) texts.push(text);
    ts.forEachChild(node, (child) => {
      visit(child, isSaying && !ts.isCallExpression(child) && !ts.isTemplateSpan(child));
    });
  };
  visit(source, false);
  return texts;
}

/** A text that is put together has `{0}`, `{1}` … in the places of what is put in. */
function textIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return withoutJoint(node.text);
  if (!ts.isTemplateExpression(node)) return undefined;
  return withoutJoint(node.head.text + node.templateSpans.map(({ literal }, index) => `{${String(index)}}${literal.text}`).join(''));
}

/** What follows on other words begins with a comma. */
function withoutJoint(text: string): string {
  return text.replace(/^[\s,;:]+/, '').trimEnd();
}

function isWords(text: string): boolean {
  return !text.includes('\n') && /[a-z]{2}/.test(text);
}

/** What the schema of `plumbline.yaml` says to those who write one. */
export function descriptionsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}

/** How a rule's page is put together (`rule-page.ts`). */
const pageWords = [
  ...[
    'Why',
    'What to do',
    'What it does not see',
    'Examples',
    'Found',
    'Not found',
    'Allowing it',
    'Sources',
    'Options',
    'option',
    'default',
    'meaning',
  ],
  ...[
    'any text',
    'On the line or the line above, with a reason:',
    'For a whole repository or some paths, in {0}:',
    '{0}, before:',
    '{0}, after:',
    '{0}, new:',
  ],
  ...[
    '{0} is deleted.',
    '{0}, written by the tests at head:',
    'It says:',
    'With {0}:',
    'The fix makes {0}:',
    'as it was before',
    'doing nothing but to throw',
  ],
  ...['with {0} in place of {1}', 'they passed', 'a test failed', 'it did not build', 'The tests were run with {0} {1}: {2}.'],
];

/** Words that the engine puts into its sentences one by one, from tables of kinds. */
const singleWords = [
  ...[
    'module',
    'class',
    'interface',
    'enum',
    'record',
    'annotation',
    'type alias',
    'namespace',
    'function',
    'method',
    'constructor',
    'field',
  ],
  ...[
    'enum constant',
    'variable',
    'initializer',
    'option',
    'setting',
    'source',
    'destination',
    'argument',
    'maximum',
    'minimum',
    'message',
    'code',
  ],
  ...[
    'file',
    'files',
    'route',
    'type',
    'value',
    'package',
    'error',
    'errors',
    'returns',
    'throws',
    'rounds',
    'warning',
    'note',
    'do',
    'was',
    'is',
    'are',
    'it',
  ],
  ...[
    'public',
    'protected',
    'container',
    'encryption',
    'cookie',
    'a cookie',
    'artifacts',
    'all rights',
    'of every job',
    'lints',
    'major',
    'minor',
    'patch',
  ],
  ...[
    'server',
    'client',
    'streams',
    'does not stream',
    'did',
    'did not',
    '{0} file',
    '{0} files',
    'handler',
    'property',
    'operation',
    'column',
    'table',
    'header',
    'parameter',
    'command',
    'flag',
  ],
  ...[
    'public {0}',
    'protected {0}',
    'a {0}',
    'an {0}',
    'the {0}',
    'of {0}',
    'and {0}',
    'in {0}',
    'in what consumers read from {0}',
    'in what consumers send to {0}',
  ],
  ...['a', 'an', 'but {0}', 'gives', 'give', 'focused', 'skipped', 'before', 'all'],
];

/** Code, addresses and patterns. */
const code = /[\n={}[\]|<>\\]|\w\(|:\/\/|--|;$|(?<![A-Za-z])[a-z]+[A-Z]|^new [A-Z]/;

/** Words as people write them, two at least, or one beside a name. */
function isPhrase(text: string): boolean {
  const words = text.replaceAll(/`[^`]*`/g, '{0}').replaceAll(/\{\d+\}/g, ' {0} ');
  if (code.test(words.replaceAll('{0}', ''))) return false;
  return /(?:^|[ (“])[a-z]{2,},? +(?:\{0\}|[a-z][a-z-]*)(?:$|[ ,.:;)’])|\{0\} +[a-z]{2,}/i.test(words);
}

function shownTexts(name: string): readonly string[] {
  const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') texts.push(textOf(node.arguments[0], name));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

/** @throws Error for a text that is put together, which nobody could translate */
function textOf(argument: ts.Expression | undefined, name: string): string {
  if (argument && ts.isStringLiteralLike(argument)) return argument.text;
  throw new Error(`${name}: l10n.t must be given a plain string, not ${argument?.getText() ?? 'nothing'}`);
}
