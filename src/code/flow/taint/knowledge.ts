import type { TextRange } from '../../../base/text-range.ts';
import type { ParameterFact, SymbolFact } from '../../facts.ts';
import type { Danger, Value } from './value.ts';

/** A call, construction, assignment or attribute as the tables see it. */
export interface Use {
  readonly form: 'call' | 'new' | 'set';
  /** The name of the function, constructed type or property. */
  readonly name: string;
  /** Where the receiver (of a function without one: the function itself) comes from. */
  readonly origin?: string;
  /** The receiver and name as written, `db.query`; absent where the receiver is no chain of names. */
  readonly written?: string;
  readonly receiver?: Value;
  readonly values: readonly Value[];
  /** What is written to is held by a local name of the function. */
  readonly isOwn?: true;
  /** Of the whole expression. */
  readonly range: TextRange;
  /** Of the receiver and the arguments, as far as they are written. */
  readonly receiverRange?: TextRange;
  readonly ranges: readonly TextRange[];
}

/** Data that must not arrive where it does. */
export interface Harm {
  readonly danger: Danger;
  /** What is done there, for messages: `res.send`. */
  readonly sink: string;
  readonly value: Value;
  readonly range: TextRange;
  readonly confidence?: 'high' | 'medium' | 'low';
}

/** What is known about the libraries that code uses. */
export interface Knowledge {
  /** What the parameters of a function hold that is called from outside of the file. */
  parameter(symbol: SymbolFact | undefined, parameter: ParameterFact | undefined, index: number, all: readonly string[]): Value | undefined;
  /** What a name of no one's own stands for, such as `location`. */
  global(name: string, range: TextRange): Value | undefined;
  /** A property that brings something, such as `req.query`. */
  member(object: Value, name: string, range: TextRange): Value | undefined;
  /** What a call gives, where the libraries are known; undefined where they are not. */
  result(use: Use): Value | undefined;
  /** What a function of the file gives back, where its name says what it has done to it. */
  handedBack(name: string, value: Value): Value;
  /** What the parameters of a function hold that is handed to a call. */
  callback(use: Use, parameters: readonly string[]): readonly (Value | undefined)[] | undefined;
  /** Whether a call uses what the function gives back that it is handed, as if that had been handed to it. */
  takesResult(use: Use): boolean;
  /** Whether a value comes from outside, or brings what does. */
  isInput(value: Value): boolean;
  /** What the receiver is after the call, where the call says something about it. */
  effect(use: Use): Value | undefined;
  harms(use: Use): readonly Harm[];
  /** The harms of what a function gives to the framework that called it. */
  answered(symbol: SymbolFact, value: Value, range: TextRange): readonly Harm[];
  /** What a text can do no harm to that has none of the characters that a pattern finds; `source/flags`. */
  withoutCharacters(pattern: string): readonly Danger[];
  /** What holds for a value where a test of the name has come out true or false; undefined where it tells nothing. */
  checked(test: string, outcome: boolean): readonly Danger[] | 'all' | undefined;
}
