import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(import.meta.dirname, '../../src/vscode');

/** `bundle.l10n.json`: every text that the extension shows, for translators. VS Code looks texts up by themselves. */
export function shownTextsBundle(): string {
  const texts = [
    ...new Set(
      readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => shownTexts(name)),
    ),
  ].sort();
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
