import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files of the sample: `main`, and what the branch has otherwise. */
const texts = fileURLToPath(new URL('../fixtures/demo', import.meta.url));

const java = 'src/main/java/com/acme/orders';

interface SampleCommit {
  readonly message: string;
  readonly side: 'main' | 'feature';
  readonly paths: readonly string[];
}

const mainCommits: readonly SampleCommit[] = [
  { message: 'Take orders', side: 'main', paths: ['README.md', 'plumbline.yaml', 'pom.xml', 'src'] },
  { message: 'Show orders in the shop', side: 'main', paths: ['web'] },
];

const featureCommits: readonly SampleCommit[] = [
  { message: 'Refund orders', side: 'feature', paths: [`${java}/OrderService.java`, 'src/test', 'web/src/client.ts'] },
  { message: 'Search orders', side: 'feature', paths: [`${java}/OrderRepository.java`, `${java}/OrderController.java`] },
  { message: 'Tidy up the package', side: 'feature', paths: ['web/src/index.ts', 'web/src/total.ts', 'web/test'] },
];

/** Makes a repository with a branch `refunds` that is worth reviewing against `main`. The same commits every time. */
export function makeSampleRepository(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const git = gitIn(folder);
  git('init', '--quiet', '--initial-branch=main');
  for (const commit of mainCommits) addCommit(folder, commit, git);
  git('switch', '--quiet', '--create', 'refunds');
  for (const commit of featureCommits) addCommit(folder, commit, git);
}

function addCommit(folder: string, { message, side, paths }: SampleCommit, git: (...args: string[]) => void): void {
  for (const path of paths) cpSync(join(texts, side, path), join(folder, path), { recursive: true });
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

function gitIn(folder: string): (...args: string[]) => void {
  let minute = 0;
  return (...args) => {
    minute += 1;
    const date = new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();
    const person = {
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@acme.example',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@acme.example',
    };
    const env = {
      ...process.env,
      ...person,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    };
    execFileSync('git', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  };
}
