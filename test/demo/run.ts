import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSampleRepository } from './sample-repository.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Makes a sample repository, reviews its branch, and says how to go on from there. */
function demonstrate(): void {
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run \`npm run build\` first`);
  if (spawnSync('git', ['--version']).error) throw new Error('git was not found: install git 2.30 or later (https://git-scm.com)');
  const folder = join(mkdtempSync(join(tmpdir(), 'plumbline-demo-')), 'orders');
  makeSampleRepository(folder);
  console.log(`A sample repository is in ${folder}. Its branch \`refunds\`, reviewed against \`main\`:\n`);
  const review = spawnSync(process.execPath, [cli, 'check', '--repo', folder, '--base', 'main'], { stdio: 'inherit' });
  // The sample is meant to fail its gate.
  process.exitCode = review.status === 1 ? 0 : 1;
  if (review.status !== 1) return;
  console.log(`
Look at it yourself:
  cd ${folder}
  node ${cli} check --format html --output review.html
  node ${cli} explain removed-authorization
In VS Code: open that folder with the extension installed, and run "Plumbline: Review Branch".`);
}

demonstrate();
