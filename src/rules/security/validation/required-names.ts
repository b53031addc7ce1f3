import type { SymbolAt } from '../../../code/code-change.ts';
import type { Expression } from '../../../code/expression.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { membersNamed } from './schema-members.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { scopeOf } from '../../safeguards/scopes.ts';

/** The names in `required` of a schema that is written in code. */
export const requiredNames: SafeguardKind = {
  helpers: /schema|valid/i,
  find: (at) => [
    ...membersNamed(at, /^required$/).flatMap(({ value }) => (value && isDescribed(at) ? namesIn(value, '') : [])),
    ...visitsOf(codeOf(at.symbol), 'object').flatMap((visited): readonly Safeguard[] => {
      const said = (name: string): Expression | undefined => visited.node.properties.find(({ key }) => key === name)?.value;
      const required = said('required');
      return required && said('properties')?.kind === 'object' ? namesIn(required, scopeOf(visited)) : [];
    }),
  ],
  // A property that is gone is asked for no more.
  exposed: ({ subject = '' }, head) =>
    membersNamed(head, /^properties$/).some(
      (each) => head.file.facts && membersOf(each, head.file.facts).some(({ name }) => name === subject),
    ) ||
    visitsOf(codeOf(head.symbol), 'object').some(({ node }) => node.properties.some(({ key }) => key === subject)) ||
    membersNamed(head, /^properties$/).some(({ value }) => value?.kind === 'object' && value.properties.some(({ key }) => key === subject)),
};

function isDescribed(at: SymbolAt): boolean {
  return membersNamed(at, /^properties$/).length > 0;
}

function namesIn(required: Expression, scope: string): readonly Safeguard[] {
  if (required.kind !== 'array') return [];
  return required.elements.flatMap((each) =>
    each.kind === 'string'
      ? [{ family: `the need of ${each.value}`, key: `required ${each.value}`, scope, subject: each.value, range: each.range }]
      : [],
  );
}
