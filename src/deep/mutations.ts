import type { SymbolAt } from '../code/code-change.ts';
import { isTouched } from '../code/touched.ts';
import { codeOf, isWithin, walk, type CodeNode } from '../code/walk.ts';
import { isTelling, mutantsOf, type Mutant } from './mutation-operators.ts';
import { replaced, type Edited } from './undo.ts';

/** At most one mutation for each line of a function that the change adds, in source order: the most telling one. */
export function mutationsOf(at: SymbolAt): readonly Edited[] {
  const { file, symbol } = at;
  const byLine = new Map<number, Mutant>();
  for (const visited of walk(codeOf(symbol))) {
    if (!isTouched(visited.node.range, file.touched) || isArid(visited.node) || isWithin(visited, isArid)) continue;
    for (const mutant of mutantsOf(visited, at)) {
      const { line } = file.lines.position(mutant.range.start);
      const known = byLine.get(line);
      if (isOnAddedLine(mutant, at) && (known === undefined || mutant.rank < known.rank)) byLine.set(line, mutant);
    }
  }
  return [...byLine].sort(([one], [other]) => one - other).map(([, mutant]) => edited(mutant, at));
}

/** The line on which it begins is new or changed. */
function isOnAddedLine({ range: { start } }: Mutant, { file }: SymbolAt): boolean {
  return isTouched({ start, end: start + 1 }, file.touched);
}

/** What it says to people, and which error it is, nobody tests word by word. */
function isArid(node: CodeNode): boolean {
  return isTelling(node) || (node.kind === 'new' && /(?:Error|Exception)$/.test(node.type));
}

function edited({ range, replacement }: Mutant, at: SymbolAt): Edited {
  return { at, tried: { kind: 'mutated', range, replacement }, text: replaced(at.file, range, replacement) };
}
