import type { RubyCall, RubyValue } from './ruby-calls.ts';
import type { SchemaAction } from './schema-action.ts';

/** What a method of Active Record's migrations does to the database. */
export type RailsMethod = (call: RubyCall) => readonly SchemaAction[];

/** Methods by their name. */
export type RailsMethods = Readonly<Partial<Record<string, RailsMethod>>>;

/** Whether an option is given and switches something on. */
export function isTrue(value: RubyValue | undefined): boolean {
  return value !== undefined && value.text !== 'false' && value.text !== 'nil';
}

/** The word or text of an argument; empty where there is none. */
export function textOf(value: RubyValue | undefined): string {
  return value?.text ?? '';
}
