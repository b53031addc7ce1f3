import { codeOf, visitsOf } from '../../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { scopeOf } from '../../safeguards/scopes.ts';

const tokenNames = /^(?:x-)?(?:csrf|xsrf)-token$|^_csrf$|^csrf_?token$|^authenticity_token$/i;

/** The token against forged requests as a page written in JSX, or a call of `fetch`, sends it. */
export const sentTokens: SafeguardKind = {
  helpers: /csrf|xsrf|token|header|api|client|http/i,
  elsewhere: /csrf|xsrf/i,
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'element', 'object').flatMap((visited): readonly Safeguard[] => {
      const { node } = visited;
      const sent =
        node.kind === 'element'
          ? node.name === 'input' &&
            node.attributes.some(({ name, value }) => name === 'name' && value?.kind === 'string' && tokenNames.test(value.value))
            ? node
            : undefined
          : node.properties.find(({ key }) => /^(?:x-)?(?:csrf|xsrf)-token$/i.test(key));
      return sent ? [{ family: 'the check against forged requests', key: 'token', scope: scopeOf(visited), range: sent.range }] : [];
    }),
  exposed: (_, { symbol }) =>
    visitsOf(codeOf(symbol), 'element', 'call').some(({ node }) =>
      node.kind === 'element' ? node.name === 'form' : /^(?:fetch|post|put|patch|delete|request|axios)$/.test(node.name),
    ),
};
