import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSampleRepository } from './sample-repository.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');

/** Makes a sample repository, reviews its branch, and says how to go on from there. */
function demonstrate(): void {
  if (!existsSync(cli)) throw new Error(`${cli} is not there: run \`npm run build\` first`);
  if (spawnSync('git', ['--version']).error) throw new Error('git was not found: install git 2.30 or later (https://git-scm.com)');
  const folder = join(mkdtempSync(join(tmpdir(), 'plumbline-demo-')), 'orders');
  makeSampleRepository(folder);
  console.log(`A sample repository is in ${folder}. Its branch \`refunds\`, reviewed against \`main\`:\n`);
  const review = spawnSync(process.execPath, [cli, 'check', '--repo', folder, '--base', 'main'], { stdio: 'inherit' });
  console.log(`
Look at it yourself:
  cd ${folder}
  node ${cli} check --format html --output review.html
  node ${cli} explain removed-authorization
In VS Code: open that folder with the extension installed, and run "Plumbline: Review Branch".`);
  // The sample is meant to fail its gate.
  process.exitCode = review.status === 1 ? 0 : 1;
}

demonstrate();
