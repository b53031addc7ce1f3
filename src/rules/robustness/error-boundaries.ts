import { codeOf, visitsOf } from '../../code/walk.ts';
import type { SafeguardKind } from '../safeguards/safeguard.ts';

export const shownErrors = 'what is shown where a part of the page fails';

/** `<ErrorBoundary>` around parts of a page: without it an error in one of them takes the whole page away. */
export const errorBoundaries: SafeguardKind = {
  helpers: /boundary|error|safe/i,
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'element').flatMap(({ node }) =>
      /(?:^|\.)(?:\w*ErrorBoundary|CatchBoundary)$/.test(node.name)
        ? [
            {
              family: shownErrors,
              key: node.name,
              scope: '',
              range: { start: node.range.start, end: node.range.start + node.name.length + 1 },
            },
          ]
        : [],
    ),
  // What is inside of it is still shown.
  exposed: (_, { symbol }) => visitsOf(codeOf(symbol), 'element').some(({ node }) => /^[A-Z]/.test(node.name)),
};
