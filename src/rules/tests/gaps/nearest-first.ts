import type { SymbolAt } from '../../../code/code-change.ts';
import { areInSamePart } from '../../../code/nearest-tests.ts';
import { isCalledAfter } from './near.ts';
import type { LinkedTest } from './tests-of-file.ts';

/** The tests that are tied to a function, the nearest first: those that call it, those whose file is called after its own, then the others. */
export function nearestFirst(tests: readonly LinkedTest[], at: SymbolAt): readonly LinkedTest[] {
  return tests
    .map((each) => ({ each, distance: distanceOf(each, at) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ each }) => each);
}

/** Whether a test stands where one would look for it: it calls the function, or its file is called after the function's own. */
export function isAtHome({ link, test }: LinkedTest, { file }: SymbolAt): boolean {
  return link === 'call' || (isCalledAfter(test.file.path, file.path) && areInSamePart(test.file.path, file.path));
}

const nearness = { call: 0, caller: 2, file: 3 };

function distanceOf(linked: LinkedTest, at: SymbolAt): number {
  const { path } = linked.test.file;
  const isAfter = isCalledAfter(path, at.file.path);
  const away = isAtHome(linked, at) ? Math.min(nearness[linked.link], 1) : nearness[linked.link];
  return away - (isAfter ? 0.5 : 0) - (isNamedIn(path, at.symbol.name) ? 0.25 : 0);
}

/** `__tests__/response/body.test.js` is about `body`. */
function isNamedIn(path: string, name: string): boolean {
  return (
    name.length > 2 &&
    path
      .slice(path.lastIndexOf('/') + 1)
      .split(/[^\w$]/)
      .includes(name)
  );
}
