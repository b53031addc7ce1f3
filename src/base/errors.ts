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

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'there is no permission',
  EPERM: 'it is not allowed',
  ELOOP: 'it is a link to itself',
};

/** Why something failed, in words for a person: those of the system are put into a sentence's. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return systemReasons[(error as NodeJS.ErrnoException).code ?? ''] ?? error.message;
}
