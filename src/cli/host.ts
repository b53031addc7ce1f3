/** What a command may use of the process that it runs in. */
export interface Host {
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
  /** Plumbline's version. */
  readonly version: string;
  /** For results: resolves when all is written, or when nobody reads any more. */
  readonly print: (text: string) => Promise<void>;
  /** For a person, beside the result: standard error. */
  readonly say: (line: string) => void;
  readonly stdout: { readonly isTerminal: boolean; readonly color: boolean };
  readonly stderr: { readonly isTerminal: boolean; readonly color: boolean };
}

/** A command; returns its exit code. @throws UserError */
export type Command = (args: readonly string[], host: Host) => Promise<number>;
