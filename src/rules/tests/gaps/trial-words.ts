import type { Json } from '../../../base/json.ts';
import type { Trial } from '../../../code/trial.ts';

/** The command that was run, as a sentence names it. */
export function commandOf({ command }: Trial): string {
  const clean = command.replace(/`/g, "'").replace(/\s+/g, ' ');
  return `\`${clean.length > 60 ? `${clean.slice(0, 59)}…` : clean}\``;
}

/** What was done to know it, for whoever wants to do it again. */
export function evidenceOf({ command, exitCode, tests, tried }: Trial): Json {
  return { command, exitCode: exitCode ?? null, tests: [...tests], tried: tried.kind };
}
