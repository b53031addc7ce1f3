import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import { review } from '../../../src/review/review.ts';
import type { Review } from '../../../src/review/review-result.ts';
import { ReviewSession } from '../../../src/review/session/session.ts';
import { rules } from '../../../src/rules/index.ts';
import { extractorOfCheckout, savedIn, standardOf } from '../../unit/review/reviewing.ts';

const base = {
  'package.json': '{ "name": "shop", "exports": "./src/index.ts" }\n',
  'src/index.ts': 'export function total(a: number): number {\n  return a;\n}\n',
  'schema.graphql': 'type Query {\n  orders: [String]\n  open: Int\n}\n',
  'test/index.test.ts': "import { total } from '../src/index.js';\nit('adds', () => {\n  expect(total(1)).toBe(1);\n});\n",
};
const head = {
  ...base,
  'schema.graphql': 'type Query {\n  orders: [String]\n}\n',
  'src/index.ts': 'export function total(a: number, b: number): number {\n  return a + b;\n}\n',
  'test/index.test.ts': `${base['test/index.test.ts']}// more\n`,
};
const saves = [
  { path: 'schema.graphql', text: 'type Query {\n  open: Int\n}\n' },
  { path: 'src/index.ts', text: 'export function total(a: number, b = 0): number {\n  return a + b;\n}\n' },
  { path: 'test/index.test.ts', text: `${base['test/index.test.ts']}it.only('adds two', () => {\n  total(1, 2);\n});\n` },
  { path: 'src/index.ts', text: 'export function sum(a: number): number {\n  if (a < 0) throw new Error(`negative`);\n  return a;\n}\n' },
  { path: 'src/index.ts', text: 'export function sum(a: number { {{\n' },
];

describe('ReviewSession', () => {
  it('gives after each save what a new review would give', async () => {
    const extractor = extractorOfCheckout();
    const standard = standardOf(rules);
    const session = new ReviewSession(
      { changeSet: inMemoryChangeSet(base, head), standard, rules, now: new Date('2026-08-10') },
      extractor,
    );
    const texts: Record<string, string> = { ...head };
    assert.deepEqual(
      await session.start(),
      await review({ changeSet: inMemoryChangeSet(base, texts), standard, rules, now: new Date('2026-08-10') }, extractor),
    );
    for (const { path, text } of saves) {
      texts[path] = text;
      assert.deepEqual(
        await savedIn(session, path, text),
        await review({ changeSet: inMemoryChangeSet(base, texts), standard, rules, now: new Date('2026-08-10') }, extractor),
      );
    }
    await extractor.dispose();
  });

  it('tells at once what a saved file says by itself, and moves the rest with its lines', async () => {
    const extractor = extractorOfCheckout();
    const standard = standardOf(rules);
    const session = new ReviewSession(
      { changeSet: inMemoryChangeSet(base, head), standard, rules, now: new Date('2026-08-10') },
      extractor,
    );
    const signature = (review: Review | undefined) =>
      review?.findings.find(({ rule, location }) => rule === 'compatibility/changed-signature' && location.path === 'src/index.ts');
    const before = signature(await session.start());
    assert.ok(before);
    const save = (text: string) => session.save('src/index.ts', text);

    const own = await save(
      `import https from 'node:https';\nexport const agent = new https.Agent({ rejectUnauthorized: false });\n${head['src/index.ts']}`,
    );
    const moved = signature(own);
    assert.equal(moved?.location.start.line, before.location.start.line + 2);
    assert.deepEqual(moved.location.snippet, { ...before.location.snippet, firstLine: before.location.snippet.firstLine + 2 });
    assert.ok(own?.findings.some(({ rule }) => rule.startsWith('security/')));

    assert.equal(
      signature(await save('export function total(a: number, b: number, c: number): number {\n  return a + b + c;\n}\n')),
      undefined,
    );
    assert.ok(signature(await session.review()));
    assert.equal((await save(base['src/index.ts']))?.findings.filter(({ rule }) => rule.startsWith('security/')).length, 0);
    await extractor.dispose();
  });

  it('leaves files outside of the change to a new review', async () => {
    const extractor = extractorOfCheckout();
    const session = new ReviewSession(
      { changeSet: inMemoryChangeSet(base, head), standard: standardOf(rules), rules, now: new Date('2026-08-10') },
      extractor,
    );
    await session.start();
    assert.equal(await session.save('package.json', '{}'), undefined);
    await extractor.dispose();
  });
});
