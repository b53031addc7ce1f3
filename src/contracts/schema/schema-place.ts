import type { DocumentNode } from '../../code/document-node.ts';
import type { SchemaView } from './schema-view.ts';

/**
 * Who holds a schema's values. `in`: consumers write them, so all that was allowed must stay allowed.
 * `out`: consumers read them, so nothing may come that was ruled out.
 */
export type Flow = 'in' | 'out';

/** Where a schema is used. */
export interface SchemaPlace {
  readonly flow: Flow;
  /** Begins the ids of changes, e.g. `request-body`; empty for plain schemas. */
  readonly prefix: string;
  /** The JSON pointer by which it is reached. */
  readonly pointer: string;
  /** For people: `property \`name\``. */
  readonly subject: string;
  /** For people, what follows the subject: ` in the request body of \`POST /pets\``. */
  readonly within: string;
  /** Values travel as text, so that a text may stand for any scalar. */
  readonly asText: boolean;
  /** A list may be written by repeating the parameter, so one value is also a list of one. */
  readonly repeats: boolean;
  /** The whole is declared unstable: nothing in it was promised. */
  readonly unstable: boolean;
  /** The thing was announced to go. */
  readonly deprecated: boolean;
}

/** Two versions of a schema at one place. */
export interface SchemaPair {
  readonly old: SchemaView;
  readonly now: SchemaView;
  readonly place: SchemaPlace;
}

/** `narrowed`: values that fitted fit no more. `widened`: the other way round. `changed`: both may be. */
export type Effect = 'narrowed' | 'widened' | 'changed' | 'none';

/** What a comparison found, before it is judged by who reads and who writes. */
export interface SchemaDifference {
  /** Follows the place's prefix, e.g. `max-length-decreased`. */
  readonly change: string;
  readonly effect: Effect;
  /** The statement with old and new side by side, without a full stop, e.g. `the maximum length … is 5 instead of 10`. */
  readonly says: string;
  /** Where it was said, and where it is said now; the schema itself where absent. */
  readonly old?: DocumentNode | undefined;
  readonly now?: DocumentNode | undefined;
  /** Where the effect and the flow would judge too harshly or too mildly. */
  readonly impact?: 'breaking' | 'risky' | 'compatible';
  /** It takes a consumer that does what few do, though it was allowed. */
  readonly unlikely?: boolean;
  /** What it does to consumers, where the usual words do not fit. */
  readonly consequence?: string;
  /** Follows the place's pointer, e.g. `/properties/name`. */
  readonly below?: string;
}

/** What the comparers of single keywords need from the whole. */
export interface SchemaWalk {
  report(pair: SchemaPair, difference: SchemaDifference): void;
  /** Compares schemas further down. */
  compare(old: readonly DocumentNode[], now: readonly DocumentNode[], place: SchemaPlace): void;
  /** Whether going from one schema to the other would break or be a risk, without a report. */
  breaks(old: readonly DocumentNode[], now: readonly DocumentNode[], place: SchemaPlace): boolean;
}

/** The place of a property. */
export function propertyPlace(place: SchemaPlace, name: string): SchemaPlace {
  const prefix = propertyPrefix(place.prefix);
  const within = prefix === place.prefix ? place.within : ` in ${place.subject}${place.within}`;
  return { ...below(place, `/properties/${escaped(name)}`, `property \`${pathOf(place, name)}\``), prefix, within, repeats: false };
}

/** The place of a schema inside another that is no property, e.g. a list's items. */
export function innerPlace(place: SchemaPlace, path: string, name: string): SchemaPlace {
  return { ...below(place, `/${path}`, `${name} of ${place.subject}`), repeats: false };
}

export function turned(place: SchemaPlace): SchemaPlace {
  return { ...place, flow: place.flow === 'in' ? 'out' : 'in' };
}

/** A name as a part of a JSON pointer. */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function below(place: SchemaPlace, path: string, subject: string): SchemaPlace {
  return { ...place, pointer: place.pointer + path, subject };
}

function propertyPrefix(prefix: string): string {
  if (prefix === '' || prefix.endsWith('property')) return prefix;
  return prefix.endsWith('-body') ? prefix.replace(/-body$/, '-property') : `${prefix}-property`;
}

/** `owner.name` for the property of a property. */
function pathOf(place: SchemaPlace, name: string): string {
  const parent = /^(?:the items of )*property `([^`]{1,200})`$/.exec(place.subject)?.[1];
  return parent === undefined ? name : `${parent}${place.subject.startsWith('the items') ? '[]' : ''}.${name}`;
}
