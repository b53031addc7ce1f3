import { canonical } from '../document/canonical.ts';
import { member, membersOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import { escaped } from '../schema/schema-place.ts';
import { reportIn, type OperationPair } from './comparison.ts';
import type { Operation, SecurityAlternative } from './openapi-model.ts';

/** Compares who is let in: whoever was must still be, with the same means. */
export function compareSecurity(pair: OperationPair): void {
  if (pair.now.caller === 'provider') return;
  const [old, now] = [alternatives(pair.old), alternatives(pair.now)];
  const shutOut = old.filter((was) => !now.some((is) => letsIn(is, was)));
  const at = { old: shutOut[0]?.at ?? pair.old.securityAt, now: pair.now.securityAt };
  if (shutOut.length > 0) {
    const scopesOnly = shutOut.every((was) => now.some((is) => [...is.schemes.keys()].every((name) => was.schemes.has(name))));
    reportIn(pair, {
      change: scopesOnly ? 'api-security-scope-added' : old.every(isOpen) ? 'api-security-added' : 'api-security-changed',
      impact: 'breaking',
      says: `${pair.now.name} asks for ${listOf(now)} instead of ${listOf(old)}`,
      consequence: 'callers that were let in by the old means are refused',
      ...at,
      ...(!at.now && { now: pair.now.at }),
      below: '/security',
    });
  } else if (canonicalOf(old) !== canonicalOf(now)) {
    reportIn(pair, {
      change: 'api-security-relaxed',
      impact: 'compatible',
      says: `${pair.now.name} asks for ${listOf(now)} instead of ${listOf(old)}`,
      consequence: 'all who were let in still are',
      old: pair.old.securityAt,
      now: pair.now.securityAt,
      below: '/security',
    });
  }
  for (const name of new Set(old.flatMap(({ schemes }) => [...schemes.keys()]))) compareScheme(pair, name);
}

/** No requirement at all is the same as one that asks for nothing. */
function alternatives({ security, at }: Operation): readonly SecurityAlternative[] {
  return security.length > 0 ? security : [{ at, schemes: new Map() }];
}

function isOpen({ schemes }: SecurityAlternative): boolean {
  return schemes.size === 0;
}

/** Whether one who has what the old alternative asked for has all that the new one asks for. */
function letsIn(is: SecurityAlternative, was: SecurityAlternative): boolean {
  return [...is.schemes].every(([name, scopes]) => {
    const had = was.schemes.get(name);
    return had !== undefined && scopes.every((scope) => had.includes(scope));
  });
}

function listOf(all: readonly SecurityAlternative[]): string {
  const names = all.map(
    ({ schemes }) =>
      [...schemes].map(([name, scopes]) => `\`${name}\`${scopes.length > 0 ? ` (${scopes.join(', ')})` : ''}`).join(' with ') || 'nothing',
  );
  return names.join(' or ');
}

function canonicalOf(all: readonly SecurityAlternative[]): string {
  return JSON.stringify(all.map(({ schemes }) => [...schemes]));
}

/** What of a scheme a client must know to be let in. */
const known: readonly (readonly [path: readonly string[], change: string])[] = [
  [['type'], 'type'],
  [['scheme'], 'scheme'],
  [['bearerFormat'], 'bearer-format'],
  [['in'], 'location'],
  [['name'], 'name'],
  [['openIdConnectUrl'], 'openid-connect-url'],
  [['flow'], 'flow'],
  [['authorizationUrl'], 'oauth-url'],
  [['tokenUrl'], 'oauth-token-url'],
];

function compareScheme(pair: OperationPair, name: string): void {
  const {
    old: { schemes: old },
    now: { schemes: now },
  } = pair.comparison;
  const [was, is] = [old.get(name), now.get(name)];
  if (!was || !is) return;
  for (const [path, change] of known) compareDetail(pair, { name, path, change, was, is });
  const flows = member(is, 'flows');
  for (const [flow] of membersOf(member(was, 'flows'))) {
    if (!member(flows, flow))
      reportScheme(pair, {
        name,
        change: 'oauth-flow-removed',
        says: `no longer offers the flow \`${flow}\``,
        old: member(was, 'flows', flow),
      });
    for (const url of ['authorizationUrl', 'tokenUrl', 'refreshUrl'])
      compareDetail(pair, { name, path: ['flows', flow, url], change: urlIds[url] ?? 'oauth-url', was, is });
  }
}

const urlIds: Readonly<Record<string, string>> = {
  authorizationUrl: 'oauth-url',
  tokenUrl: 'oauth-token-url',
  refreshUrl: 'oauth-refresh-url',
};

interface Detail {
  readonly name: string;
  readonly path: readonly string[];
  readonly change: string;
  readonly was: DocumentNode;
  readonly is: DocumentNode;
}

/** Only where both sides say it: clients do not know what was not said. */
function compareDetail(pair: OperationPair, { name, path, change, was, is }: Detail): void {
  const [old, now] = [member(was, ...path), member(is, ...path)];
  if (!old || !now || canonical(old).toLowerCase() === canonical(now).toLowerCase()) return;
  reportScheme(pair, {
    name,
    change: `${change}-changed`,
    says: `has the ${path.join('.')} \`${textOf(now) ?? ''}\` instead of \`${textOf(old) ?? ''}\``,
    old,
    now,
  });
}

interface SchemeChange {
  readonly name: string;
  readonly change: string;
  readonly says: string;
  readonly old?: DocumentNode | undefined;
  readonly now?: DocumentNode | undefined;
}

/** Told once for a scheme, however many operations ask for it. */
function reportScheme({ comparison: { changes } }: OperationPair, { name, change, says, old, now }: SchemeChange): void {
  changes.add({
    change: `api-security-component-${change}`,
    impact: 'breaking',
    says: `the security scheme \`${name}\` ${says}`,
    consequence: 'callers that are set up for the old one are not let in',
    element: `/components/securitySchemes/${escaped(name)}`,
    old,
    now,
  });
}
