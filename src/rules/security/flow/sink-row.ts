import type { Confidence } from '../../../finding/draft.ts';
import type { Row } from './rows.ts';
import type { DangerName } from './dangers.ts';

/** A place where tainted data does harm. */
export interface SinkRow extends Row {
  readonly danger: DangerName;
  /** Which argument: by index from 0, several, all of them, or what the method is called on. */
  readonly argument: number | readonly number[] | 'all' | 'receiver';
  /** Where the argument is an object: the properties that matter, with `|` between. All where absent. */
  readonly property?: string;
  /** Only where the call's text has this: a pattern. */
  readonly with?: string;
  /** Only where the first argument is this: a pattern on its text, or on the name that is written. */
  readonly first?: string;
  /** Only values that are made of these types, with `|` between. */
  readonly made?: string;
  /** Not an object that has a text somewhere inside. */
  readonly textOnly?: boolean;
  /** Only an object, or all that a request brings in one piece. */
  readonly objectOnly?: boolean;
  /** Only where the call has at least so many arguments. */
  readonly minimum?: number;
  /** Only where the receiver is called like this: a pattern. */
  readonly receiverNamed?: string;
  /** Only on what is known to be a text. */
  readonly receiverText?: boolean;
  /** Only on what looks like a jQuery object. */
  readonly jquery?: boolean;
  /** The first argument is a path, the second one only of what moves, copies or links. */
  readonly pathArguments?: boolean;
  /** Not where options name a root folder. */
  readonly unlessRooted?: boolean;
  /** Not where an object of options names a root folder. */
  readonly unlessOptions?: true;
  /** Not where options name a safe schema. */
  readonly unlessSafeSchema?: boolean;
  /** Harmless in a browser: only data of a request. */
  readonly server?: boolean;
  /** Takes a page and not its address: what stands before says nothing, and what is escaped for pages loads nothing. */
  readonly markup?: true;
  /** Only where nothing, or this (a pattern), stands before the data. */
  readonly lead?: RegExp;
  /** Not where data is written back into data, into a local object, or into one without a prototype. */
  readonly ownReceiver?: true;
  readonly confidence?: Confidence;
  /** The first argument names the program: where that is fixed and no shell, what follows are only arguments. */
  readonly programFirst?: true;
}
