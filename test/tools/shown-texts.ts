import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expectations } from '../../src/finding/expectation.ts';
import type { Rule } from '../../src/rules/rule.ts';

const sources = join(import.meta.dirname, '../../src');
const folder = join(sources, 'vscode');

/** Shows texts that are not its own: they are given to the bundle by name. */
const passesOn = 'localised.ts';

/** `bundle.l10n.json`: every text that the extension shows, for translators. VS Code looks texts up by themselves. */
export function shownTextsBundle(rules: readonly Rule[]): string {
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== passesOn)
    .flatMap((name) => shownTexts(name));
  const ofExpectations = expectations.flatMap(({ title, promise }) => [title, promise]);
  const ofRules = rules.flatMap(({ title, reason, remedy }) => [title, reason, remedy]);
  const ofEngine = engineFolders.flatMap((name) => engineTexts(join(sources, name)));
  const texts = [...new Set([...own, ...ofExpectations, ...ofRules, ...ofEngine])].sort();
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), undefined, 2)}\n`;
}

/** What the engine says to people: properties of these names, in findings, fixes, evidence and notices. */
const saying = new Set(['message', 'title', 'caption', 'remedy', 'hint']);

/** The folders whose texts reach the editor. */
const engineFolders = ['base', 'change', 'git', 'syntax', 'languages', 'contracts', 'coverage', 'deep', 'rules', 'standard', 'review'];

function engineTexts(within: string): readonly string[] {
  const files = readdirSync(within, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const source = ts.createSourceFile(name, readFileSync(join(within, name), 'utf8'), ts.ScriptTarget.Latest, true);
    const texts: string[] = [];
    const visit = (node: ts.Node): void => {
      const name = ts.isPropertyAssignment(node) ? node.name.getText() : undefined;
      if (name === 'examples' || name === 'sources') return;
      if (name !== undefined && saying.has(name)) texts.push(...sentencesIn((node as ts.PropertyAssignment).initializer));
      else if (ts.isTemplateExpression(node)) texts.push(...sentencesIn(node).filter(isSentence));
      ts.forEachChild(node, visit);
    };
    visit(source);
    return texts;
  });
}

/** Put together somewhere else than where it is said; code and what examples expect are none. */
function isSentence(text: string): boolean {
  return !/\n|^\{0\}:\d/.test(text) && /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text.replaceAll(/\{\d+\}/g, ''));
}

/** A text that is put together has `{0}`, `{1}` … in the places of what is put in. Of a choice, each. */
function sentencesIn(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return isProse(node.text) ? [node.text] : [];
  if (ts.isConditionalExpression(node)) return [...sentencesIn(node.whenTrue), ...sentencesIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return sentencesIn(node.expression);
  if (!ts.isTemplateExpression(node)) return [];
  const text = node.head.text + node.templateSpans.map(({ literal }, index) => `{${String(index)}}${literal.text}`).join('');
  return isProse(text) ? [text] : [];
}

function isProse(text: string): boolean {
  return /[a-z] [^ ]/i.test(text.replaceAll(/\{\d+\}/g, ''));
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
