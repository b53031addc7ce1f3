import type { Notice } from '../../base/notice.ts';
import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { documentProblem } from '../document/read-contract-document.ts';

/** Characters; no build file that a person wrote comes near. */
const longest = 1_000_000;

/** Why nothing may be said of a build file: it is too long, or what is open in it is never closed, so that it may hide anything. */
export const gradleProblem = remembered((file: SourceFile): readonly Notice[] => {
  const roots: never[] = [];
  if (file.text.length > longest)
    return [documentProblem(file, { format: 'properties', roots, error: { kind: 'too-large', reason: 'it is too long' } })];
  const at = openAt(file.text);
  if (at === undefined) return [];
  const reason = `what line ${file.lines.position(at).line} opens is not closed, or was not open`;
  return [documentProblem(file, { format: 'properties', roots, error: { kind: 'broken', reason } })];
});

/** Comments, texts and bracket signs. A text between slashes stands where a value does, and on one line. */
const piece =
  /\/\/[^\n]*|\/\*[^]*?\*\/|"""[^]*?"""+|'''[^]*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|(?<=[=(,~:!]\s{0,5})\/(?:[^/\\\n]|\\.)+\/|["'{}()[\]]|\/\*/g;

const closes: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[' };

/** The first bracket, text or comment without its other end. */
function openAt(text: string): number | undefined {
  const open: { readonly sign: string; readonly at: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(piece)) {
    if (sign === '"' || sign === "'" || sign === '/*') return index;
    if (sign === '{' || sign === '(' || sign === '[') open.push({ sign, at: index });
    else if (sign in closes && open.pop()?.sign !== closes[sign]) return index;
  }
  return open[0]?.at;
}
