import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { analyse } from 'scslre';
import ts from 'typescript';
import { explosiveGroup } from '../../src/rules/security/slow-pattern/slow-pattern.ts';
import { javaSinks } from '../../src/rules/security/flow/sinks-java.ts';
import { scriptSinks } from '../../src/rules/security/flow/sinks-script.ts';
import { settingFormats } from '../../src/rules/security/secrets/setting-formats.ts';
import { vendorFormats } from '../../src/rules/security/secrets/vendor-formats.ts';

interface Written {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that is written as one, and those of the tables of sinks and of secrets, which are written as texts. */
async function patterns(): Promise<readonly Written[]> {
  const root = new URL('../../src/', import.meta.url);
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const written = await Promise.all(
    files.map(async (file) => literals(file.replaceAll('\\', '/'), await readFile(new URL(file, root), 'utf8'))),
  );
  const rows = [...javaSinks, ...scriptSinks].flatMap((row) => [row.with, row.first, row.receiverNamed && `^(?:${row.receiverNamed})$`]);
  const formats = [...vendorFormats, ...settingFormats].map(({ kind, pattern }) => ({
    file: `format of ${kind}`,
    source: pattern.source,
    flags: pattern.flags,
  }));
  return [
    ...written.flat(),
    ...formats,
    ...rows.flatMap((source) => (source === undefined ? [] : [{ file: 'tables of sinks', source, flags: '' }])),
  ];
}

function literals(file: string, text: string): readonly Written[] {
  const found: Written[] = [];
  const visit = (node: ts.Node): void => {
    const literal = ts.isRegularExpressionLiteral(node) ? /^\/(.*)\/(\w*)$/s.exec(node.text) : null;
    if (literal) found.push({ file, source: literal[1] ?? '', flags: literal[2] ?? '' });
    const source = ts.isNewExpression(node) && node.expression.getText() === 'RegExp' ? putTogether(node.arguments?.[0]) : undefined;
    if (source !== undefined) found.push({ file, source, flags: '' });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** A pattern that is put together of texts, with a word for each that is not written there. */
function putTogether(given: ts.Expression | undefined): string | undefined {
  if (!given) return undefined;
  const isRaw = ts.isTaggedTemplateExpression(given);
  const template = isRaw ? given.template : given;
  const textOf = (part: ts.TemplateLiteralLikeNode | ts.StringLiteral): string =>
    isRaw && 'rawText' in part ? (part.rawText ?? '') : part.text;
  if (ts.isStringLiteralLike(template)) return textOf(template);
  if (!ts.isTemplateExpression(template)) return undefined;
  return template.templateSpans.reduce((written, { literal }) => `${written}word${textOf(literal)}`, textOf(template.head));
}

describe('regular expressions', () => {
  const reports = new Map<string, readonly string[]>();

  before(async () => {
    for (const { file, source, flags } of await patterns()) {
      const group = explosiveGroup(source, true);
      const found = analyse({ source, flags }, { assumeRejectingSuffix: false }).reports;
      const said = found.map(({ exponential }) => `${file} /${source}/ ${exponential ? 'exponential' : 'polynomial'}`);
      if (group !== undefined) said.push(`${file} ${group} exponential`);
      if (said.length > 0) reports.set(file, [...(reports.get(file) ?? []), ...said]);
    }
  });

  it('never take exponential time', () => {
    assert.deepEqual(
      [...reports.values()].flat().filter((each) => each.endsWith('exponential')),
      [],
    );
  });

  it('take linear time: bound the repetition, anchor it, or look behind it for its beginning', () => {
    assert.deepEqual([...reports.values()].flat(), []);
  });

  it('are told apart', () => {
    const exponential = (source: string): boolean => analyse({ source, flags: '' }).reports.some((each) => each.exponential);
    assert.deepEqual([exponential('^(a+)+$'), exponential('^(?:a*)*$'), exponential('^[a-z]+$')], [true, true, false]);
  });
});
