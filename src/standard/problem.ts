import { UserError } from '../base/errors.ts';
import type { Provenance } from './provenance.ts';

/** Something wrong in a standard's file, and where. */
export interface Problem extends Provenance {
  readonly message: string;
}

/** `plumbline.yaml:4:3`, or the source alone where no line is known. */
export function describeProvenance({ source, line, column }: Provenance): string {
  return line === undefined ? source : `${source}:${line}:${column ?? 1}`;
}

/** Says all problems at once, so that they can be mended at once. */
export function standardError(problems: readonly Problem[]): UserError {
  const lines = problems.map((problem) => `  ${describeProvenance(problem)} ${problem.message}`);
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new UserError(
    `The standard has ${count}:\n${lines.join('\n')}`,
    'Correct the file. `plumbline rules` lists every rule, `plumbline explain RULE` its options.',
  );
}
