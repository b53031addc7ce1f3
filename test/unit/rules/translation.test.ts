import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expectations } from '../../../src/finding/expectation.ts';
import { rules } from '../../../src/rules/index.ts';
import { standardJsonSchema } from '../../../src/standard/json-schema.ts';
import { translatedPage } from '../../../src/vscode/translated-page.ts';
import { Translation } from '../../../src/vscode/translation.ts';
import { rulePage } from '../../tools/rule-page.ts';
import { descriptionsIn, handedOn } from '../../tools/shown-texts.ts';
import { reviewExample } from './rule-cases.ts';

const root = process.cwd();

/** As if into a language with other letters, so that all that stays as it was can be seen. */
function inOtherLetters(text: string): string {
  return text.replaceAll(/\{\d+\}|[a-z]/gi, (part) =>
    part.startsWith('{') ? part : String.fromCodePoint((part.codePointAt(0) ?? 0) + 0xfee0),
  );
}

const bundle = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Readonly<Record<string, string>>;
const translation = new Translation(Object.fromEntries(Object.keys(bundle).map((text) => [text, inOtherLetters(text)])));

/** Names of languages, products and things in the examples that stand in sentences without marks of code. */
const names = new Set(
  'await,bool,default,build,double,gitleaks,http,https,int,java,js,long,main,develop,npm,orders,reader,return,true,false,ts,tsx,web,json,v'.split(
    ',',
  ),
);

/** Words that are still English: no code, nothing in quotes, and no names, which have capitals, digits or dots in them. */
function stillEnglish(text: string): readonly string[] {
  const prose = text.replaceAll(/`[^`]*`|“[^”]*”|"[^"]*"|'[^']*'|\]\([^)]*\)|\S+:\d+|[\w-]*[/.…_][\w/.…-]+|\w*\d\w*/g, ' ');
  return [...prose.matchAll(/[A-Za-z][A-Za-z’'-]*/g)].flatMap(([word]) => (/[A-Z]/.test(word) || names.has(word) ? [] : [word]));
}

function left(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].flatMap((text) => {
    const words = stillEnglish(translation.of(text));
    return words.length > 0 ? [`${words.join(' ')} ← ${text}`] : [];
  });
}

describe('a translation', () => {
  it('reads a text as sentences and parts of sentences, with names in between', () => {
    const german = new Translation({
      'The public {0} {1} {2}: {3}.': 'Öffentliche {0} {1} {2}: {3}.',
      method: 'Methode',
      'is gone': 'ist weg',
      'callers no longer compile': 'Aufrufer lassen sich nicht mehr übersetzen',
      '{0} became {1}': 'aus {0} wurde {1}',
      '{0} of {1}': '{1}: {0}',
    });
    assert.equal(
      german.of('The public method `is gone` is gone: callers no longer compile.'),
      'Öffentliche Methode `is gone` ist weg: Aufrufer lassen sich nicht mehr übersetzen.',
    );
    assert.equal(german.of('`a` became `b: c`'), 'aus `a` wurde `b: c`');
    assert.equal(german.of('method of `a`'), '`a`: Methode');
    assert.equal(german.of('Method.'), 'Methode.');
  });

  it('leaves alone what is not known', () => {
    for (const text of [
      '',
      'Do not call it here, as Anna said: it is gone soon.',
      '`a` is what `b` was',
      '{0} $& \\',
      'x'.repeat(100_000),
      '` : '.repeat(20_000),
    ])
      assert.equal(new Translation({ 'is gone': 'ist weg', '{0}: {1}': '{0} – {1}' }).of(text), text);
  });

  it('has everything that rules say in their examples', async function () {
    this.timeout(120_000);
    const said: string[] = [];
    for (const rule of rules)
      for (const example of rule.examples) {
        const { findings, notices } = await reviewExample(rule, example);
        for (const { message, related, fixes } of findings)
          said.push(message, ...related.map(({ caption }) => caption), ...fixes.map(({ title }) => title));
        for (const { message, remedy } of notices) said.push(message, remedy ?? '');
      }
    assert.ok(said.length > 500, String(said.length));
    assert.deepEqual(left(said), []);
  });

  it('has every rule, every expectation and every page', () => {
    assert.deepEqual(left(rules.flatMap(({ title, reason, remedy, limits }) => [title, reason, remedy, limits ?? ''])), []);
    assert.deepEqual(left(expectations.flatMap(({ title, promise }) => [title, promise])), []);
    for (const page of rules.map(rulePage)) {
      const translated = translatedPage(page, (text) => translation.of(text)).replaceAll(/^```[^]*?^```$|^- \[[^\]]*\]\(http.*$/gm, '');
      assert.deepEqual(
        translated.split('\n').flatMap((line) => (stillEnglish(line).length > 0 ? [line] : [])),
        [],
      );
    }
  });

  it('has all that is explained in plumbline.yaml', () => {
    assert.deepEqual(left(descriptionsIn(JSON.parse(standardJsonSchema(rules)))), []);
  });

  it('can have every text that the extension shows by itself: none is written where it is shown', () => {
    const shown = /^(?:title|placeHolder|prompt|label|tooltip|description|detail|message|text|hint|remedy|name)$/;
    const showing = /\.(?:show(?:Information|Warning|Error)Message|appendMarkdown|setStatusBarMessage)$/;
    const folder = join(root, 'src/vscode');
    const plain: string[] = [];
    for (const file of readdirSync(folder).filter((name) => !handedOn.includes(name))) {
      const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
      const visit = (node: ts.Node): void => {
        const value = ts.isPropertyAssignment(node) && shown.test(node.name.getText()) ? [node.initializer] : [];
        const given = ts.isCallExpression(node) && showing.test(node.expression.getText()) ? node.arguments : [];
        for (const each of [...value, ...given]) plain.push(...proseIn(each).map((text) => `${file}: ${text}`));
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    assert.deepEqual(plain, [
      'deep-check-commands.ts: npm test -- {files}',
      'engine-client.ts: plumbline-engine',
      'status-menu.ts: Plumbline',
    ]);
  });

  it('can have every text of the manifest', () => {
    const { contributes, capabilities } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    const human = /"(?:title|description|markdownDescription|contents|name|when_|label|enumDescriptions)":"(?!%)([^"]*)"/g;
    const written = [...JSON.stringify([contributes, capabilities]).matchAll(human)].map(([, text]) => text);
    assert.deepEqual(
      written.filter((text) => text !== 'Plumbline'),
      [],
    );
  });
});

/** What is written out in a text: its literals, and what stands between the values of a template. */
function proseIn(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return isProse(node.text) ? [node.text] : [];
  if (ts.isConditionalExpression(node)) return [...proseIn(node.whenTrue), ...proseIn(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].filter(isProse);
}

function isProse(text: string): boolean {
  return /[a-z]{2}/i.test(text.replaceAll(/\$\([a-z~-]+\)/g, ''));
}
