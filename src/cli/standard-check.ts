import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inMemoryChangeSet } from '../change/in-memory.ts';
import type { Example, Rule } from '../rules/rule.ts';
import { createExtractor } from '../review/extraction/extractor.ts';
import type { Extractor } from '../review/extraction/extractor.ts';
import { review } from '../review/review.ts';
import { customRules } from '../standard/custom-rule.ts';
import { standardError } from '../standard/problem.ts';
import type { Problem } from '../standard/problem.ts';
import type { Standard } from '../standard/standard.ts';
import { parseCommand } from './command-line.ts';
import { standardCheckCommand } from './commands.ts';
import { exitCodes } from './exit-code.ts';
import type { Command } from './host.ts';
import { standardHere } from './standard-here.ts';

/** `plumbline standard check`: whether the standard can be used, and its own rules do what their examples say. */
export const checkStandard: Command = async (args, host) => {
  const standard = await standardHere(parseCommand(standardCheckCommand, args), host);
  const own = customRules(standard);
  const extractor = createExtractor({ wasm: dirname(fileURLToPath(import.meta.url)) });
  try {
    const problems = await Promise.all(own.map((rule) => broken(rule, standard, extractor)));
    if (problems.some(({ length }) => length > 0)) throw standardError(problems.flat());
  } finally {
    await extractor.dispose();
  }
  await host.print(`${summary(own)}\n`);
  return exitCodes.passed;
};

/** What a rule does otherwise than its examples say. */
async function broken(rule: Rule, standard: Standard, extractor: Extractor): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const place = standard.provenance.get(`rules.${rule.id}.examples`) ?? { source: 'the standard' };
  for (const example of rule.examples) {
    const found = await findsIn(example, rule, standard, extractor);
    if (found === example.finds.length > 0) continue;
    const what = found ? 'finds something in' : 'finds nothing in';
    problems.push({ ...place, message: `The rule ${rule.id} ${what} its example ${example.name}, against what that says.` });
  }
  return problems;
}

/** Looked at as a new file, by this rule alone. */
async function findsIn({ base, head }: Example, rule: Rule, standard: Standard, extractor: Extractor): Promise<boolean> {
  const setting = { severity: rule.severity, options: standard.rules.get(rule.id)?.options ?? {} };
  const alone = {
    ...standard,
    rules: new Map([[rule.id, setting]]),
    overrides: [],
    ignore: [],
    waivers: [],
    minimumConfidence: 'low' as const,
  };
  const request = { changeSet: inMemoryChangeSet(base, head), standard: alone, rules: [], now: new Date() };
  const { findings } = await review(request, extractor);
  return findings.some((finding) => finding.rule === rule.id);
}

function summary(own: readonly Rule[]): string {
  const count = own.reduce((sum, { examples }) => sum + examples.length, 0);
  const said = [
    ...(own.length > 0 ? [counted(own.length, 'rule of its own', 'rules of its own')] : []),
    ...(count > 0 ? [`${counted(count, 'example', 'examples')} tried`] : []),
  ];
  return ['The standard is in order', ...said].join(', ') + '.';
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
