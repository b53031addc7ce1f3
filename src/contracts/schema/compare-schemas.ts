import type { DocumentNode } from '../../code/document-node.ts';
import { compareAccess } from './compare-access.ts';
import { compareArrays } from './compare-arrays.ts';
import { compareBounds } from './compare-bounds.ts';
import { compareConditions } from './compare-conditions.ts';
import { compareLifespans } from './compare-lifespans.ts';
import { compareObjects } from './compare-objects.ts';
import { compareTexts } from './compare-texts.ts';
import { compareTypes } from './compare-types.ts';
import { compareUnions } from './compare-unions.ts';
import { compareValues } from './compare-values.ts';
import type { SchemaDifference, SchemaPair, SchemaPlace, SchemaWalk } from './schema-place.ts';
import { viewOf, type SchemaReader } from './schema-view.ts';

/** Takes what was found; called once for each difference of each pair of schemas, however often they are used. */
export type ReportDifference = (pair: SchemaPair, difference: SchemaDifference, impact: 'breaking' | 'risky' | 'compatible') => void;

/** Schema pairs that are looked at in one comparison; a document that needs more is hostile. */
const mostSteps = 400_000;
const deepest = 60;

/** Compares schemas of two sides, each pair once for each way of use. */
export class SchemaComparison implements SchemaWalk {
  readonly #old: SchemaReader;
  readonly #now: SchemaReader;
  readonly #report: ReportDifference;
  readonly #ids = new WeakMap<DocumentNode, number>();
  readonly #compared = new Set<string>();
  readonly #breaks = new Map<string, boolean>();
  /** Set while only asking whether something would break. */
  #asked: { broken: boolean } | undefined;
  readonly #pending: (() => void)[] = [];
  #draining = false;
  #nextId = 0;
  #steps = 0;
  #depth = 0;

  constructor(readers: { readonly old: SchemaReader; readonly now: SchemaReader }, report: ReportDifference) {
    this.#old = readers.old;
    this.#now = readers.now;
    this.#report = report;
  }

  /** Whether the limits of time or depth were met, so that differences may be missing. */
  incomplete = false;

  compare(old: readonly DocumentNode[], now: readonly DocumentNode[], place: SchemaPlace): void {
    if (this.#asked) {
      this.#asked.broken ||= this.breaks(old, now, place);
      return;
    }
    const key = this.#keyOf(old, now, place);
    if (this.#compared.has(key) || this.#exhausted()) return;
    this.#compared.add(key);
    this.#pending.push(() => {
      this.#descend(old, now, place);
    });
    this.#drain();
  }

  /** The shallow ones first, so that what recurs is told where it is first met. */
  #drain(): void {
    if (this.#draining) return;
    this.#draining = true;
    for (let next = this.#pending.shift(); next; next = this.#pending.shift()) next();
    this.#draining = false;
  }

  breaks(old: readonly DocumentNode[], now: readonly DocumentNode[], place: SchemaPlace): boolean {
    const key = this.#keyOf(old, now, place);
    const known = this.#breaks.get(key);
    if (known !== undefined || this.#exhausted()) return known ?? false;
    // While it is being asked, a recursive schema is taken to fit: the largest consistent answer.
    this.#breaks.set(key, false);
    const outer = this.#asked;
    const asked = { broken: false };
    this.#asked = asked;
    this.#descend(old, now, place);
    this.#asked = outer;
    this.#breaks.set(key, asked.broken);
    return asked.broken;
  }

  report(pair: SchemaPair, difference: SchemaDifference): void {
    const impact = difference.impact ?? impactOf(pair, difference);
    if (this.#asked) this.#asked.broken ||= impact !== 'compatible';
    else this.#report(pair, difference, impact === 'breaking' && pair.place.unstable ? 'compatible' : impact);
  }

  #descend(old: readonly DocumentNode[], now: readonly DocumentNode[], place: SchemaPlace): void {
    const views = { old: viewOf(old, this.#old), now: viewOf(now, this.#now) };
    if (!views.old || !views.now || this.#asked?.broken) return;
    this.#depth++;
    compareViews({ old: views.old, now: views.now, place }, this);
    this.#depth--;
  }

  #exhausted(): boolean {
    this.#steps++;
    if (this.#steps <= mostSteps && this.#depth <= deepest) return false;
    this.incomplete = true;
    return true;
  }

  #keyOf(old: readonly DocumentNode[], now: readonly DocumentNode[], place: SchemaPlace): string {
    const ids = (nodes: readonly DocumentNode[]): string => nodes.map((node) => this.#idOf(this.#target(node))).join('+');
    return `${ids(old)} ${ids(now)} ${place.flow} ${place.prefix} ${place.asText} ${place.repeats} ${place.unstable}`;
  }

  /** References without anything beside them are the same schema as what they lead to. */
  #target(node: DocumentNode): DocumentNode {
    if (node.kind !== 'object' || node.members.size !== 1) return node;
    const reader = node.file.side === 'base' ? this.#old : this.#now;
    return reader.documents.resolve(node) ?? node;
  }

  #idOf(node: DocumentNode): number {
    const known = this.#ids.get(node);
    if (known !== undefined) return known;
    this.#ids.set(node, ++this.#nextId);
    return this.#nextId;
  }
}

function compareViews(pair: SchemaPair, walk: SchemaWalk): void {
  const { old, now } = pair;
  if (old.partial || now.partial) return;
  if (old.never !== now.never) {
    walk.report(pair, {
      change: now.never ? 'schema-forbidden' : 'schema-allowed',
      effect: now.never ? 'narrowed' : 'widened',
      says: `nothing fits ${pair.place.subject}${pair.place.within} ${now.never ? 'any more' : 'but did before'}`,
    });
    return;
  }
  compareAccess(pair, walk);
  compareLifespans(pair, walk);
  const goOn = compareUnions(pair, walk);
  if (!goOn || !compareTypes(pair, walk)) return;
  compareValues(pair, walk);
  compareTexts(pair, walk);
  compareBounds(pair, walk);
  compareObjects(pair, walk);
  compareArrays(pair, walk);
  compareConditions(pair, walk);
}

/** A schema that consumers write to must not narrow; one that they read must not widen. */
function impactOf({ place }: SchemaPair, { effect }: SchemaDifference): 'breaking' | 'compatible' {
  if (effect === 'changed') return 'breaking';
  return effect === (place.flow === 'in' ? 'narrowed' : 'widened') ? 'breaking' : 'compatible';
}
