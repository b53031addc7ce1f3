import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import { constantOf, heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import type { CodeInventory } from '../../pattern/code-inventory.ts';
import { numericValue, optionOf, textOf } from '../../pattern/values.ts';

/** A port that is open to the whole internet, and is not meant for it. */
export interface OpenPort {
  readonly at: Scope;
  readonly range: TextRange;
  /** As in messages: `port 22`. */
  readonly port: string;
}

const methods = ['addIngressRule', 'allowFrom', 'allowDefaultPortFrom', 'allowFromAnyIpv4', 'allowDefaultPortFromAnyIpv4'] as const;
const everyone = /^(?:0\.0\.0\.0\/0|::\/0)$/;

/** Ports of administration, and whole ranges, that a security group opens to everyone. */
export function* openPortsIn(code: CodeInventory): Generator<OpenPort> {
  for (const sight of code.calls(...methods)) {
    const [first, second] = sight.node.arguments;
    const any = sight.node.name.endsWith('AnyIpv4');
    if (!any && !(first && isEveryone(first, sight))) continue;
    const port = portOf(any ? first : second, sight);
    if (port !== undefined) yield { at: sight, range: sight.node.nameRange, port };
  }
  for (const at of code.properties('cidrIp', 'cidrIpv6')) {
    if (!everyone.test(textOf(at.value, at) ?? '') || !at.object) continue;
    const of = (key: string): number | undefined => numericValue(at.object && optionOf(at.object.node, key, at), at);
    const [from, to] = [of('fromPort'), of('toPort')];
    const all = textOf(optionOf(at.object.node, 'ipProtocol', at), at) === '-1';
    const port = all ? 'every port' : from === undefined || to === undefined ? undefined : named(from, to);
    if (port !== undefined) yield { at, range: at.range, port };
  }
}

function isEveryone(peer: Expression, scope: Scope): boolean {
  const held = bare(heldBy(peer, scope) ?? peer);
  if (held.kind !== 'call') return false;
  return (
    /^anyIpv[46]$/.test(held.name) || (/^ipv[46]$/.test(held.name) && everyone.test(String(constantOf(held.arguments[0] ?? held, scope))))
  );
}

/** `Port.tcp(22)`, `Port.allTraffic()`, `Port.tcpRange(1, 100)`. */
function portOf(expression: Expression | undefined, scope: Scope): string | undefined {
  const held = expression && bare(heldBy(expression, scope) ?? expression);
  if (held?.kind === 'member' && held.name === 'SSH') return 'port 22';
  if (held?.kind !== 'call') return undefined;
  if (/^all(?:Traffic|Tcp)$/.test(held.name)) return 'every port';
  const [from, to] = held.arguments.map((each) => numericValue(each, scope));
  return from === undefined || !held.name.startsWith('tcp') ? undefined : named(from, to ?? from);
}

const administration: readonly number[] = [22, 23, 3389, 3306, 5432, 1433, 27017, 6379, 9200, 11211];

function named(from: number, to: number): string | undefined {
  const port = administration.find((each) => from <= each && each <= to);
  if (port === undefined && from !== 0 && from !== -1) return undefined;
  return from === to && from > 0 ? `port ${from}` : `ports ${from} to ${to}`;
}
