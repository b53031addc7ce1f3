/**
 * Something the person asked for cannot be done: shown without a stack, with a hint of what to do.
 * Every other error is a bug of Plumbline.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** What the person can do about it. */
  readonly hint: string;

  /** @param message what happened, and where */
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.hint = hint;
  }
}
