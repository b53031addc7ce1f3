/** A use of a Java library that lets more through than it should: a call or a construction, with what it is given. */
export interface JavaUseRow {
  /** `method`, or `new Type`; alternatives with `|`. */
  readonly of: string;
  /** The simple type of the receiver, or where that is not known its last name. */
  readonly on?: RegExp;
  /** The type that is made, with its package as far as an import gives it. */
  readonly from?: RegExp;
  /** What arguments have to be, by index: a constant as text, `null`, or the last name that is written; of a list any element. */
  readonly given?: Readonly<Record<number, RegExp>>;
  /** How many arguments there are. */
  readonly count?: number;
  /** Not where the same code calls this, `name(value)`, or sets this, `key=value`. */
  readonly unless?: RegExp;
  /** The kind of thing: the findings' category. */
  readonly category: string;
  /** What comes of it; completes "With `call(value)` …". */
  readonly harm: string;
  readonly severity?: 'note' | 'warning' | 'error';
}
