import { itemsOf, member, textOf } from '../../code/document-node.ts';
import { compareBodies } from './compare-bodies.ts';
import { compareLifecycles } from './compare-lifecycles.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import { reportIn, type OperationPair } from './comparison.ts';

/** Compares all of an operation. */
export function compareOperation(pair: OperationPair): void {
  compareLifecycles(pair);
  compareNames(pair);
  compareTags(pair);
  compareSecurity(pair);
  compareParameters(pair);
  compareBodies(pair);
  compareResponses(pair);
  compareCallbacks(pair);
}

/** Nothing on the wire has the operation's id, but generated clients name their methods after it. */
function compareNames(pair: OperationPair): void {
  const [oldNode, nowNode] = [member(pair.old.at, 'operationId'), member(pair.now.at, 'operationId')];
  const [old, now] = [textOf(oldNode), textOf(nowNode)];
  if (old === now) return;
  const change = old === undefined ? 'api-operation-id-added' : now === undefined ? 'api-operation-id-removed' : 'api-operation-id-changed';
  reportIn(pair, {
    change,
    impact: old === undefined ? 'compatible' : 'risky',
    says: `the operation id of ${pair.now.name} is ${now === undefined ? 'not set' : `\`${now}\``} instead of ${old === undefined ? 'not set' : `\`${old}\``}`,
    consequence: 'methods of generated clients get another name',
    old: oldNode,
    now: nowNode,
  });
}

function compareTags(pair: OperationPair): void {
  const tags = (side: 'old' | 'now') => new Map(itemsOf(member(pair[side].at, 'tags')).map((node) => [textOf(node) ?? '', node]));
  const [old, now] = [tags('old'), tags('now')];
  for (const [name, node] of old)
    if (!now.has(name))
      reportIn(pair, {
        change: 'api-tag-removed',
        impact: 'compatible',
        says: `${pair.now.name} no longer has the tag \`${name}\``,
        old: node,
      });
  for (const [name, node] of now)
    if (!old.has(name))
      reportIn(pair, { change: 'api-tag-added', impact: 'compatible', says: `${pair.now.name} has the new tag \`${name}\``, now: node });
}

function compareCallbacks(pair: OperationPair): void {
  for (const [key, old] of pair.old.callbacks) {
    const now = pair.now.callbacks.get(key);
    if (now) compareOperation({ old, now, comparison: pair.comparison });
    else
      reportIn(pair, {
        change: 'callback-removed',
        impact: 'breaking',
        says: `the callback \`${old.path}\` of ${pair.now.name} is gone`,
        consequence: 'consumers that wait for it are never called again',
        old: old.at,
      });
  }
  for (const [key, now] of pair.now.callbacks)
    if (!pair.old.callbacks.has(key))
      reportIn(pair, {
        change: 'callback-added',
        impact: 'compatible',
        says: `the callback \`${now.path}\` of ${pair.now.name} is new`,
        now: now.at,
      });
}
