import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expectations } from '../../src/finding/expectation.ts';
import type { Rule } from '../../src/rules/rule.ts';

const folder = join(import.meta.dirname, '../../src/vscode');

/** Shows texts that are not its own: they are given to the bundle by name. */
const passesOn = 'localised.ts';

/** `bundle.l10n.json`: every text that the extension shows, for translators. VS Code looks texts up by themselves. */
export function shownTextsBundle(rules: readonly Rule[]): string {
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== passesOn)
    .flatMap((name) => shownTexts(name));
  const ofExpectations = expectations.flatMap(({ title, promise }) => [title, promise]);
  const ofRules = rules.flatMap(({ reason, remedy }) => [reason, remedy]);
  const texts = [...new Set([...own, ...ofExpectations, ...ofRules])].sort();
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), undefined, 2)}\n`;
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
