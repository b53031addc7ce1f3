import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { lastName, type CodeInventory } from '../../pattern/code-inventory.ts';
import { textOf } from '../../pattern/values.ts';
import { isOutdatedTls } from './algorithms.ts';

/** A place where an old version of SSL or TLS is let in. */
export interface OutdatedTls {
  readonly at: Scope;
  readonly range: TextRange;
  readonly version: string;
}

/** `SSLContext.getInstance("SSLv3")`, `setProtocols(…)`, `setEnabledProtocols(…)`, `tlsVersions(TlsVersion.TLS_1_0)`. */
export function* outdatedTlsInJava(code: CodeInventory): Generator<OutdatedTls> {
  for (const sight of code.calls(
    'getInstance',
    'setProtocols',
    'setEnabledProtocols',
    'tlsVersions',
    'setProtocol',
    'useProtocol',
    'protocols',
  )) {
    const { name, receiver, arguments: given } = sight.node;
    if (name === 'getInstance' && (!receiver || lastName(receiver) !== 'SSLContext')) continue;
    const version = firstOutdated(name === 'getInstance' ? given.slice(0, 1) : given, sight);
    if (version !== undefined) yield { at: sight, range: sight.node.range, version };
  }
  for (const sight of code.constructions('SSLParameters')) {
    const version = firstOutdated(sight.node.arguments.slice(1), sight);
    if (version !== undefined) yield { at: sight, range: sight.node.range, version };
  }
}

const scriptOptions = ['secureProtocol', 'minVersion', 'maxVersion', 'DEFAULT_MIN_VERSION', 'DEFAULT_MAX_VERSION'] as const;

/** `{ minVersion: 'TLSv1' }`, `{ secureProtocol: 'SSLv3_method' }`, `tls.DEFAULT_MIN_VERSION = 'TLSv1'`. */
export function* outdatedTlsInScript(code: CodeInventory): Generator<OutdatedTls> {
  for (const sight of code.properties(...scriptOptions)) {
    const version = firstOutdated([sight.value], sight);
    if (version !== undefined) yield { at: sight, range: sight.range, version };
  }
  for (const sight of code.assignments(...scriptOptions)) {
    const version = firstOutdated([sight.node.value], sight);
    if (version !== undefined) yield { at: sight, range: sight.node.range, version };
  }
}

function firstOutdated(given: readonly Expression[], scope: Scope): string | undefined {
  for (const each of given) {
    const held = bare(heldBy(each, scope) ?? each);
    if (held.kind === 'array') {
      const inside = firstOutdated(held.elements, scope);
      if (inside !== undefined) return inside;
    }
    const version = held.kind === 'member' ? held.name : textOf(held, scope);
    if (version !== undefined && isOutdatedTls(version)) return version;
  }
  return undefined;
}
