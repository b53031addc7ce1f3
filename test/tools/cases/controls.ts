import { tokensOf } from '../../../src/code/tokens.ts';
import type { Commit } from './history.ts';
import type { ReadFile } from './read-commit.ts';

/** What a commit is that changes nothing that a test could show. */
export type ControlKind = 'testonly' | 'config' | 'docs-in-code' | 'format' | 'rename' | 'refactor';

/** Most of a repository's controls of one kind. */
export const mostOfKind: Readonly<Record<ControlKind, number>> = {
  refactor: 4,
  testonly: 2,
  config: 2,
  'docs-in-code': 2,
  format: 2,
  rename: 2,
};

/** Which control a commit is: by what it changes where that tells, by its title where only a person could tell. */
export function controlKind({ subject }: Commit, files: readonly ReadFile[]): ControlKind | undefined {
  const code = files.filter(({ baseCode, headCode }) => baseCode ?? headCode);
  if (files.length === 0 || files.length > mostFiles) return undefined;
  if (code.length === 0) return 'config';
  if (files.every(({ role }) => role === 'test')) return 'testonly';
  if (!code.every(({ role, baseCode, headCode }) => role === 'production' && baseCode && headCode)) return undefined;
  if (code.every(saysTheSame)) return /\b(?:docs?|jsdoc|javadocs?|comments?|typos?)\b/i.test(subject) ? 'docs-in-code' : 'format';
  if (files.length > code.length || behaves.test(subject)) return undefined;
  return renames.test(subject) ? 'rename' : refactors.test(subject) ? 'refactor' : undefined;
}

const mostFiles = 6;
const renames = /\brenam(?:e|es|ed|ing)\b|\bbetter (?:internal )?names?\b/i;
const refactors = /^(?:refactor|style|cleanup|clean up|lint|simplif(?:y|ies))\b|\brefactor(?:s|ed|ing)?\b|\bunused\b/i;
/** Words of titles that tell of more than how code is written. */
const behaves = /\b(?:fix(?:es|ed)?|feat|add(?:s|ed)?|support|perf|performance|bug|allow|remove support|drop|breaking)\b|!:/i;

/** Whether both sides have the same tokens. */
function saysTheSame({ baseCode, headCode }: ReadFile): boolean {
  const [one, other] = [baseCode, headCode].map(
    (code) => code && tokensOf(code.text, { start: 0, end: code.text.length }, code.facts.language).join(' '),
  );
  return one === other;
}
