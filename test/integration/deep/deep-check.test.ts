import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { json } from '../../../src/report/json.ts';
import type { Review } from '../../../src/review/review-result.ts';
import { adds, cart, cartSandbox, cartTest, deepFindings, deepNotices, deepReview, hashOf, node, refusal, refuses } from './deep-review.ts';

const plain = cart('return sum + tax;');
const refusing = cart(refusal, 'return sum + tax;');
const runFiles = `${node} {files}`;

function found(review: Review): string[] {
  return deepFindings(review).map((each) => each.replace(runFiles, 'RUN'));
}

describe('the deep check', () => {
  it('finds what the tests pass without', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds), cartTest(adds, 'assert.equal(total(2, 0), 2);'));
    const review = await deepReview(sandbox, runFiles);
    assert.deepEqual(found(review), [
      `passes-without-the-change src/cart.js:1 \`total\` is changed (\`if (tax < 0) throw new RangeError('negative');\` and \`throws RangeError\`), but \`RUN\` passes with what it was before, too.`,
    ]);
    assert.deepEqual(deepNotices(review), []);
    assert.deepEqual(review.findings.length, 1, 'what the sources make it look like is not said as well');
  });

  it('finds what the tests do not notice, where they notice the change as such', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds), cartTest(adds, refuses));
    const review = await deepReview(sandbox, runFiles);
    assert.deepEqual(found(review), [], 'an error that is expected is noticed whichever way the line is put');
    using other = cartSandbox(
      plain,
      cart('if (sum > 100) return sum;', 'return sum + tax;'),
      cartTest(adds),
      cartTest('assert.equal(total(200, 1), 200);'),
    );
    assert.deepEqual(found(await deepReview(other, runFiles)), [
      'unnoticed-mutation src/cart.js:2 `RUN` passes when in `total` `sum > 100` becomes `sum >= 100`.',
    ]);
  });

  it('lets a new function throw', async () => {
    using sandbox = cartSandbox(plain, `${plain}export const twice = (sum) => total(sum, sum) + 1;\n`, cartTest(adds));
    assert.deepEqual(found(await deepReview(sandbox, runFiles)), [
      'passes-without-the-change src/cart.js:4 `twice` is new, but `RUN` passes even when all it does is throw.',
    ]);
  });

  it('stops where the tests fail as they are, and shows the person why', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds), cartTest('assert.equal(total(1, 2), 4);'));
    const told: string[] = [];
    const review = await deepReview(sandbox, runFiles, { tell: (text) => told.push(text) });
    assert.deepEqual([deepFindings(review), deepNotices(review)], [[], ['deep-check-red']]);
    assert.equal(review.verdict.complete, false);
    assert.match(told.join('\n'), /3 !== 4/);
    assert.match(told.at(-1) ?? '', /^Deep check: 1 runs of the tests in \d/);
  });

  it('stops where there is no such command', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds));
    const review = await deepReview(sandbox, 'there-is-no-such-program {files}');
    assert.deepEqual(deepNotices(review), ['deep-check-red']);
  });

  it('runs a command without a placeholder as it is', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds));
    const [finding] = (await deepReview(sandbox, `${node} test/cart.test.js`)).findings;
    assert.deepEqual((finding?.properties['evidence'] as { tests: unknown }).tests, []);
  });

  it('says nothing of code that the tests load from what was built before', async () => {
    const test = cartTest(adds).replace('../src/cart.js', '../dist/cart.js');
    using sandbox = cartSandbox(plain, refusing, test, `${test}// src/cart.js\n`, { 'dist/cart.js': plain });
    const review = await deepReview(sandbox, `${node} test/cart.test.js`);
    assert.deepEqual([deepFindings(review), deepNotices(review)], [[], ['deep-check-unreached']]);
  });

  it('takes for nothing what does not build with the old body', async () => {
    using sandbox = cartSandbox(
      `import { rate } from './rate.js';\n${cart('return sum + rate(tax);')}`,
      cart('return sum + tax * 2;'),
      cartTest('assert.ok(total(0, 0) === 0);'),
      undefined,
      { 'src/rate.js': 'export const rate = (tax) => tax;\n' },
    );
    const review = await deepReview(sandbox, runFiles);
    // Its old body needs an import that is gone, so that it is only made to throw, which the test notices.
    assert.deepEqual(found(review), [
      'unnoticed-mutation src/cart.js:2 `RUN` passes when in `total` `sum + tax * 2` becomes `sum - tax * 2`.',
    ]);
  });

  it('tells nothing twice the same but what is the same: the report has no times in it', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds));
    const [one, other] = [await deepReview(sandbox, runFiles), await deepReview(sandbox, runFiles)];
    const text = (review: typeof one): string => json(review, { version: '0', color: false, all: true });
    assert.equal(text(one), text(other));
  });

  it('ends in time, with what it has', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds));
    const review = await deepReview(sandbox, `${node} -e "setTimeout(() => {}, 60000)"`, { minutes: 0.02 });
    assert.deepEqual([deepFindings(review), deepNotices(review)], [[], ['deep-check-time']]);
    assert.match(review.notices.find(({ id }) => id === 'deep-check-time')?.message ?? '', /0 of 1 trials/);
  });
});

describe('the copy that the deep check makes', () => {
  /** What the command sees: the files and their texts, written to a file outside. */
  const look = (out: string): string =>
    `${node} -e "const fs=require('fs');fs.writeFileSync(process.argv[1],JSON.stringify(fs.readdirSync('.',{recursive:true}).filter(f=>/[.](js|txt|md)$/.test(f)).sort().map(f=>[f,fs.readFileSync(f,'utf8')])))" ${JSON.stringify(out)}`;

  it('is of the commit that is reviewed, whatever is checked out', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds));
    sandbox.git('switch', '-q', 'main');
    sandbox.write('src/cart.js', 'broken(');
    const out = join(sandbox.folder, 'seen.json');
    await deepReview(sandbox, `${look(out)} && false`, { source: { kind: 'range', range: 'main..feature' } });
    const seen = Object.fromEntries(JSON.parse(readFileSync(out, 'utf8')) as [string, string][]);
    assert.deepEqual(Object.keys(seen), ['src/cart.js', 'test/cart.test.js']);
    assert.equal(seen['src/cart.js'], refusing);
  });

  it('is of the working tree with what git does not know yet, and without what it ignores', async () => {
    using sandbox = cartSandbox(plain, plain, cartTest(adds), undefined, { '.gitignore': 'ignored.txt\n' });
    sandbox.write('src/cart.js', refusing);
    sandbox.write('notes.md', 'new');
    sandbox.write('ignored.txt', 'secret');
    symlinkSync('notes.md', join(sandbox.root, 'link.md'));
    const out = join(sandbox.folder, 'seen.json');
    await deepReview(sandbox, `${look(out)} && false`, { source: { kind: 'working-tree' } });
    const seen = Object.fromEntries(JSON.parse(readFileSync(out, 'utf8')) as [string, string][]);
    assert.deepEqual(Object.keys(seen), ['link.md', 'notes.md', 'src/cart.js', 'test/cart.test.js']);
    assert.equal(seen['src/cart.js'], refusing);
  });

  it('is of what is staged', async () => {
    using sandbox = cartSandbox(plain, plain, cartTest(adds));
    sandbox.write('src/cart.js', refusing);
    sandbox.git('add', '.');
    sandbox.write('src/cart.js', 'later');
    const out = join(sandbox.folder, 'seen.json');
    await deepReview(sandbox, `${look(out)} && false`, { source: { kind: 'staged' } });
    assert.match(readFileSync(out, 'utf8'), /negative/);
  });

  it('is of the second of two folders', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds));
    for (const [folder, text] of [
      ['a', plain],
      ['b', refusing],
    ] as const) {
      mkdirSync(join(sandbox.folder, folder, 'src'), { recursive: true });
      mkdirSync(join(sandbox.folder, folder, 'test'));
      writeFileSync(join(sandbox.folder, folder, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(sandbox.folder, folder, 'src/cart.js'), text);
      writeFileSync(join(sandbox.folder, folder, 'test/cart.test.js'), cartTest(adds));
    }
    const source = { kind: 'folders', base: join(sandbox.folder, 'a'), head: join(sandbox.folder, 'b') } as const;
    assert.equal(deepFindings(await deepReview(sandbox, runFiles, { source })).length, 1);
  });

  it('leaves the repository as it is, to the byte and the minute', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds), undefined, { '.gitignore': 'node_modules\n' });
    sandbox.write('node_modules/left/index.js', 'export const left = 1;\n');
    sandbox.write('node_modules/left/package.json', '{ "name": "left", "type": "module", "exports": "./index.js" }');
    sandbox.write('staged.txt', 'staged');
    sandbox.git('add', 'staged.txt');
    sandbox.write('untracked.txt', 'untracked');
    const [status, before] = [sandbox.git('status', '--porcelain'), hashOf(sandbox.root)];
    const writing = `${node} -e "const fs=require('fs');for (const f of ['made.txt','src/made.js','node_modules/.cache','node_modules/made.txt']) fs.writeFileSync(f,'x');fs.rmSync('package.json')"`;
    for (const source of [{ kind: 'branch', base: 'main' }, { kind: 'staged' }, { kind: 'working-tree' }] as const)
      await deepReview(sandbox, `${writing} && ${node} test/cart.test.js`, { source });
    assert.equal(hashOf(sandbox.root), before);
    assert.equal(sandbox.git('status', '--porcelain'), status);
  });

  it('uses what is installed, and of the packages of the tree itself its own copy', async () => {
    const more = {
      '.gitignore': 'node_modules\n',
      'packages/tax/package.json': '{ "name": "@acme/tax", "type": "module", "exports": "./index.js" }',
      'packages/tax/index.js': 'export const tax = () => 1;\n',
      'test/tax.test.js': [
        "import assert from 'node:assert/strict';",
        "import { test } from 'node:test';",
        "import { tax } from '@acme/tax';",
        "import { left } from 'left';",
        "test('tax', () => { assert.equal(tax(left), 1); });",
      ].join('\n'),
    };
    using sandbox = cartSandbox(plain, plain, cartTest(adds), undefined, more);
    sandbox.write('node_modules/left/index.js', 'export const left = 1;\n');
    sandbox.write('node_modules/left/package.json', '{ "name": "left", "type": "module", "exports": "./index.js" }');
    mkdirSync(join(sandbox.root, 'node_modules/@acme'));
    symlinkSync('../../packages/tax', join(sandbox.root, 'node_modules/@acme/tax'));
    sandbox.write('packages/tax/index.js', 'export const tax = (left) => {\n  if (left === 0) return 9;\n  return left;\n};\n');
    const review = await deepReview(sandbox, `${node} test/tax.test.js`, { source: { kind: 'working-tree' } });
    assert.deepEqual(deepNotices(review), []);
    assert.match(deepFindings(review).join('\n'), /^passes-without-the-change packages\/tax\/index.js:1 `tax` is changed/);
  });

  it('is taken away, whatever came of it', async () => {
    using sandbox = cartSandbox(plain, refusing, cartTest(adds));
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = join(sandbox.folder, 'temporary');
    mkdirSync(process.env['TMPDIR']);
    const left = (): string[] => readdirSync(join(sandbox.folder, 'temporary')).filter((name) => name.startsWith('plumbline-deep'));
    try {
      await deepReview(sandbox, runFiles);
      assert.deepEqual(left(), []);
      const cancellation = new AbortController();
      const out = join(sandbox.folder, 'started');
      const review = deepReview(sandbox, `echo x > ${JSON.stringify(out)}; sleep 60`, { signal: cancellation.signal });
      while (!existsSync(out)) await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(left().length, 1);
      cancellation.abort();
      await assert.rejects(review, { name: 'AbortError' });
      assert.deepEqual(left(), []);
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
  });
});
