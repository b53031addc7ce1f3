import type { DocumentChange } from './document-change.ts';
import type { ContractChange, ContractKindId } from '../../code/contract-change.ts';
import type { SchemaDifference, SchemaPair } from '../schema/schema-place.ts';
import { member, shownRange, type DocumentNode } from '../../code/document-node.ts';
import type { Deprecation } from '../../code/deprecation.ts';
import { fixOf } from './restore-fix.ts';

const severities: readonly ContractChange['impact'][] = ['compatible', 'risky', 'breaking'];

/** Gathers the changes of documents of one kind. */
export class ChangeList {
  readonly #contract: ContractKindId;
  readonly #changes = new Map<string, ContractChange>();

  constructor(contract: ContractKindId) {
    this.#contract = contract;
  }

  /** By file, then by place. */
  get changes(): readonly ContractChange[] {
    return [...this.#changes.values()].sort((a, b) =>
      a.file.path === b.file.path ? a.range.start - b.range.start : a.file.path < b.file.path ? -1 : 1,
    );
  }

  add(found: DocumentChange): void {
    const node = found.now ?? found.old;
    if (!node) return;
    const { change, impact, element } = found;
    const fix = impact === 'compatible' ? undefined : fixOf(found);
    // What many operations share is told once, at its worst.
    const key = `${change} ${node.file.path} ${node.range.start} ${found.promise ?? ''}`;
    const known = this.#changes.get(key);
    if (known && severities.indexOf(known.impact) >= severities.indexOf(impact)) return;
    this.#changes.set(key, {
      contract: this.#contract,
      change,
      impact,
      message: sentence(found),
      element,
      file: node.file,
      range: shownRange(node),
      ...(found.now && found.old && { before: { file: found.old.file, range: shownRange(found.old) } }),
      deprecatedBefore: found.deprecatedBefore ?? false,
      ...(found.deprecation && { deprecation: deprecationIn(found.deprecation) }),
      ...(found.unlikely && { unlikely: true }),
      ...(found.promise && { promise: found.promise }),
      ...(fix && { fix }),
    });
  }

  /** @param promise which of a schema's promises the difference is judged by, where readers and writers are told apart */
  addSchema(pair: SchemaPair, difference: SchemaDifference, impact: ContractChange['impact'], promise?: ContractChange['promise']): void {
    const { place } = pair;
    this.add({
      change: idOf(place.prefix, difference.change),
      impact,
      says: difference.says,
      consequence: difference.consequence ?? usualConsequence(pair, difference),
      element: `${place.pointer}${difference.below ?? ''}`,
      deprecatedBefore: place.deprecated,
      unlikely: difference.unlikely,
      promise,
      ...((difference.old ?? difference.now)
        ? { old: difference.old, now: difference.now, into: propertiesOf(pair, difference) }
        : { old: pair.old.at, now: pair.now.at }),
    });
  }
}

function deprecationIn({ at, removal }: NonNullable<DocumentChange['deprecation']>): Deprecation {
  return { file: at.file, range: shownRange(at), ...(removal !== undefined && { removal }) };
}

/** Of a property that is gone: those that are left. */
function propertiesOf({ now }: SchemaPair, { change, now: left }: SchemaDifference): DocumentNode | undefined {
  return left === undefined && /(?:^|-)property-removed$/.test(change) ? member(now.at, 'properties') : undefined;
}

/** `request-property-became-required`: a property is named after the whole message, not after the object that it is in. */
function idOf(prefix: string, change: string): string {
  const owner = /^(?:required-|optional-)?property-(?:added|removed|became)/.test(change)
    ? prefix.replace(/-(?:body|property)$/, '')
    : prefix;
  return owner === '' ? change : `${owner}-${change}`;
}

function usualConsequence({ place: { flow, prefix } }: SchemaPair, { effect }: SchemaDifference): string | undefined {
  if (effect === 'none') return undefined;
  if (prefix === '' && flow === 'in' && effect !== 'widened') return 'what fitted the schema before no longer does';
  if (prefix === '' && flow === 'out' && effect !== 'narrowed') return 'those who read with the old schema meet what it rules out';
  if (flow === 'in')
    return effect === 'widened' ? 'nobody who writes it has to change' : 'callers that send what was allowed before are refused';
  return effect === 'narrowed' ? 'nobody who reads it has to change' : 'readers may get what was ruled out before';
}

function sentence({ says, consequence }: DocumentChange): string {
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}${consequence === undefined ? '' : `: ${consequence}`}.`;
}
