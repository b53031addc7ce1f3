import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../../src/finding/finding.ts';
import { readChangeSet } from '../../../src/git/read-change-set.ts';
import { review } from '../../../src/review/review.ts';
import { ReviewSession } from '../../../src/review/session/session.ts';
import { rules } from '../../../src/rules/index.ts';
import { makeSampleRepository } from '../../demo/sample-repository.ts';
import { extractorOfCheckout, standardOf } from '../../unit/review/reviewing.ts';
import { edits, pick, randomFrom } from './random-edits.ts';

const seeds = [1, 2, 3];
const savesEach = 16;

const fileRules = new Set(rules.filter(({ kind }) => kind === 'file').map(({ id }) => id));
const isOfFileRule = ({ rule }: Finding): boolean => fileRules.has(rule);

describe('a session on a repository', () => {
  let root: string;

  before(() => {
    root = join(realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-saves-'))), 'orders');
    makeSampleRepository(root);
    // What the branch has becomes an edit of the work tree.
    execFileSync('git', ['reset', '--soft', 'main'], { cwd: root });
  });

  after(() => {
    rmSync(join(root, '..'), { recursive: true });
  });

  for (const seed of seeds) {
    it(`gives after each of many saves what a new review would give (${String(seed)})`, async () => {
      const random = randomFrom(seed);
      const extractor = extractorOfCheckout();
      const reading = () => readChangeSet({ kind: 'working-tree' }, { root });
      const common = { standard: standardOf(rules), rules, now: new Date('2026-08-10') };
      const changeSet = await reading();
      const session = new ReviewSession({ changeSet, ...common }, extractor);
      await session.start();
      const first = new Map(changeSet.files.flatMap(({ path, head }) => (head?.text === undefined ? [] : [[path, head.text]])));
      const done: string[] = [];
      for (let save = 0; save < savesEach; save++) {
        const path = pick([...first.keys()], random);
        const name = pick(Object.keys(edits), random);
        const texts = {
          now: readFileSync(join(root, path), 'utf8'),
          base: changeSet.files.find((file) => file.path === path)?.base?.text,
          first: first.get(path) ?? '',
          other: readFileSync(join(root, pick([...first.keys()], random)), 'utf8'),
        };
        const text = edits[name]?.(texts, random) ?? '';
        done.push(`${path} ${name}`);
        writeFileSync(join(root, path), text);
        const own = await session.save(path, text);
        const updated = await session.review();
        assert.deepEqual(own?.findings.filter(isOfFileRule), updated.findings.filter(isOfFileRule), done.join('\n'));
        assert.deepEqual(updated, await review({ changeSet: await reading(), ...common }, extractor), done.join('\n'));
      }
      for (const [path, text] of first) writeFileSync(join(root, path), text);
      await extractor.dispose();
    });
  }
});
