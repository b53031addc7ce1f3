import type { TextRange } from '../../../base/text-range.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { scopeOf } from '../../safeguards/scopes.ts';
import { membersNamed } from './schema-members.ts';

const named = /^(?:additional|unevaluated)Properties$/;

/** `additionalProperties: false` in a schema: what it does not name is refused. */
export const closedObjects: SafeguardKind = {
  helpers: /schema|valid/i,
  find: (at) => [
    ...membersNamed(at, named).flatMap(({ value, range }) => (value ? closed(value, '', '', range) : [])),
    ...visitsOf(codeOf(at.symbol), 'object').flatMap((visited): readonly Safeguard[] => {
      const { properties } = visited.node;
      const described = properties.find(({ key }) => key === 'properties')?.value;
      const refusal = properties.find(({ key }) => named.test(key));
      const of = described?.kind === 'object' ? (described.properties[0]?.key ?? '') : '';
      return described && refusal ? closed(refusal.value, of, scopeOf(visited), refusal.range) : [];
    }),
  ],
  exposed: (_, head) => describes(head),
};

function closed({ kind }: Expression, of: string, scope: string, range: TextRange): readonly Safeguard[] {
  if (kind !== 'false' && kind !== 'true') return [];
  const family = 'the refusal of properties that a schema does not name';
  return [{ family, key: `closed ${of}`, scope, range, level: kind === 'false' ? 1 : 0, scale: 'closed' }];
}

function describes(at: SymbolAt): boolean {
  const { symbol } = at;
  if (membersNamed(at, /^properties$/).length > 0) return true;
  return visitsOf(codeOf(symbol), 'object').some(({ node }) => node.properties.some(({ key }) => key === 'properties'));
}
