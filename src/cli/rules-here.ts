import { UserError } from '../base/errors.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { customRules } from '../standard/custom-rule.ts';
import type { ParsedCommand } from './command-line.ts';
import type { Host } from './host.ts';
import { standardHere } from './standard-here.ts';

/** Every rule that comes with Plumbline, and those of the standard's own; where it has mistakes, a hint in their place. */
export async function rulesHere(parsed: ParsedCommand, host: Host): Promise<{ readonly all: readonly Rule[]; readonly hint?: string }> {
  try {
    return { all: [...rules, ...customRules(await standardHere(parsed, host))] };
  } catch (error) {
    if (!(error instanceof UserError) || parsed.options.has('standard')) throw error;
    return { all: rules, hint: `The standard’s own rules are left out. ${error.message}` };
  }
}
