import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { analyse } from 'scslre';
import ts from 'typescript';
import { explosiveGroup } from '../../src/rules/slow-pattern.ts';
import { javaSinks } from '../../src/rules/security/flow/sinks-java.ts';
import { scriptSinks } from '../../src/rules/security/flow/sinks-script.ts';

interface Written {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that is written as one, and those of the tables of sinks, which are written as texts. */
async function patterns(): Promise<readonly Written[]> {
  const root = new URL('../../src/', import.meta.url);
  const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const written = await Promise.all(
    files.map(async (file) => literals(file.replaceAll('\\', '/'), await readFile(new URL(file, root), 'utf8'))),
  );
  const rows = [...javaSinks, ...scriptSinks].flatMap((row) => [row.with, row.first, row.receiverNamed && `^(?:${row.receiverNamed})$`]);
  return [...written.flat(), ...rows.flatMap((source) => (source === undefined ? [] : [{ file: 'tables of sinks', source, flags: '' }]))];
}

function literals(file: string, text: string): readonly Written[] {
  const found: Written[] = [];
  const visit = (node: ts.Node): void => {
    const literal = ts.isRegularExpressionLiteral(node) ? /^\/(.*)\/(\w*)$/s.exec(node.text) : null;
    if (literal) found.push({ file, source: literal[1] ?? '', flags: literal[2] ?? '' });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/**
 * Where a pattern may take more than linear time, in proportion to a power of the length: the texts there are short by nature.
 * They are names, types, paths, versions, one statement, a line of the team's own file. What reads whole files is bounded.
 */
const shortTexts: ReadonlySet<string> = new Set([
  'code/canonical.ts',
  'code/flow/pattern.ts',
  'code/flow/taint/bare-type.ts',
  'code/flow/taint/guards.ts',
  'code/flow/taint/passing.ts',
  'code/flow/taint/run.ts',
  'code/module-name.ts',
  'code/surface/environment.ts',
  'code/surface/route-terms.ts',
  'contracts/graphql/graphql-kind.ts',
  'contracts/graphql/inputs.ts',
  'contracts/manifest/managed-versions.ts',
  'contracts/manifest/npm-api-use.ts',
  'contracts/protobuf/google-options.ts',
  'contracts/schema/compare-unions.ts',
  'contracts/sql-migration/column-types.ts',
  'contracts/sql-migration/migration-place.ts',
  'contracts/sql-migration/migration-units.ts',
  'git/locate.ts',
  'git/range.ts',
  'git/repository.ts',
  'languages/java/exposure/build-file.ts',
  'languages/typescript/modules/imports.ts',
  'languages/typescript/tests/titles.ts',
  'review/related-tests.ts',
  'rules/code-in-file.ts',
  'rules/compatibility/api/inherited.ts',
  'rules/compatibility/api/restore.ts',
  'rules/compatibility/java/java-pair.ts',
  'rules/compatibility/java/type-parameter-kinds.ts',
  'rules/compatibility/package-entry/entry-kinds.ts',
  'rules/delivery/loose-image-build.ts',
  'rules/delivery/lowered-strictness.ts',
  'rules/delivery/stale-lock-file.ts',
  'rules/delivery/unlocked-install.ts',
  'rules/pattern/test-names.ts',
  'rules/readability/looks-like-code.ts',
  'rules/security/access/access-annotations.ts',
  'rules/security/access/covering-guards.ts',
  'rules/security/access/route-guards.ts',
  'rules/security/flow/flow-rule.ts',
  'rules/security/flow/harms.ts',
  'rules/security/flow/results.ts',
  'rules/security/flow/roles.ts',
  'rules/security/secrets/candidates.ts',
  'rules/security/web/bound-entities.ts',
  'rules/tests/gaps/assertion-strength.ts',
  'rules/tests/gaps/near.ts',
  'rules/tests/gaps/routes.ts',
  'rules/tests/gaps/tests-without-cases.ts',
  'rules/tests/quality/skip-comment.ts',
  'rules/tests/skeleton/java-file.ts',
  'rules/tests/skeleton/java-values.ts',
  'rules/tests/skeleton/script-file.ts',
  'rules/tests/skeleton/script-style.ts',
  'rules/tests/skipped-or-focused-test.ts',
  'vscode/review-commands.ts',
  'vscode/standard-mistakes.ts',
  'vscode/yaml-position.ts',
]);

describe('regular expressions', () => {
  const reports = new Map<string, readonly string[]>();

  before(async () => {
    for (const { file, source, flags } of await patterns()) {
      const group = explosiveGroup(source);
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

  it('take linear time, or run on what is short: bound the repetition, or say here why it is', () => {
    assert.deepEqual(
      [...reports].filter(([file]) => !shortTexts.has(file)).flatMap(([, said]) => said),
      [],
    );
  });

  it('are not excused where they are linear', () => {
    assert.deepEqual(
      [...shortTexts].filter((file) => !reports.has(file)),
      [],
    );
  });

  it('are told apart', () => {
    const exponential = (source: string): boolean => analyse({ source, flags: '' }).reports.some((each) => each.exponential);
    assert.deepEqual([exponential('^(a+)+$'), exponential('^(?:a*)*$'), exponential('^[a-z]+$')], [true, true, false]);
  });
});
