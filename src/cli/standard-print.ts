import picocolors from 'picocolors';
import { stringify } from 'yaml';
import { describeProvenance } from '../standard/problem.ts';
import type { RuleSetting, Standard } from '../standard/standard.ts';
import { parseCommand } from './command-line.ts';
import { standardPrintCommand } from './commands.ts';
import { exitCodes } from './exit-code.ts';
import type { Command } from './host.ts';
import { standardHere } from './standard-here.ts';

/** `plumbline standard print`: the standard in effect, as a file that says the same, with the source of every setting. */
export const printStandard: Command = async (args, host) => {
  const standard = await standardHere(parseCommand(standardPrintCommand, args), host);
  await host.print(render(standard, host.stdout.color));
  return exitCodes.passed;
};

interface Line {
  readonly text: string;
  /** The name of the setting that the line says. */
  readonly setting?: string;
}

function render(standard: Standard, color: boolean): string {
  const lines = settingLines(standard);
  const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)) + 2);
  const { dim } = picocolors.createColors(color);
  const commented = lines.map(({ text, setting }) => {
    const place = setting === undefined ? undefined : standard.provenance.get(setting);
    return place ? `${`${text}  `.padEnd(width)}${dim(`# ${describeProvenance(place)}`)}` : text;
  });
  return `${commented.join('\n')}\n`;
}

function settingLines({
  name,
  minimumConfidence,
  noticeMonths,
  gate,
  rules: settings,
  overrides,
  ignore,
  coverage,
  waivers,
}: Standard): Line[] {
  return [
    { text: `name: ${scalar(name)}`, setting: 'name' },
    { text: `minimumConfidence: ${minimumConfidence}`, setting: 'minimumConfidence' },
    { text: `noticeMonths: ${noticeMonths}`, setting: 'noticeMonths' },
    { text: 'gate:' },
    { text: `  failOn: ${gate.failOn}`, setting: 'gate.failOn' },
    { text: 'rules:' },
    ...[...settings].flatMap(([rule, setting]) => ruleLines(rule, setting, 'rules', '  ')),
    ...(overrides.length > 0 ? [{ text: 'overrides:' }] : []),
    ...overrides.flatMap(({ paths, rules: block }, index) => [
      { text: `  - paths: ${scalar(paths)}`, setting: `overrides.${index}.paths` },
      { text: '    rules:' },
      ...[...block].flatMap(([rule, setting]) => ruleLines(rule, setting, `overrides.${index}.rules`, '      ')),
    ]),
    ...(ignore.length > 0 ? [{ text: 'ignore:' }] : []),
    ...ignore.map((glob, index) => ({ text: `  - ${scalar(glob)}`, setting: `ignore.${index}` })),
    ...(coverage.length > 0 ? [{ text: 'coverage:' }] : []),
    ...coverage.map((glob, index) => ({ text: `  - ${scalar(glob)}`, setting: `coverage.${index}` })),
    ...(waivers.length > 0 ? [{ text: 'waivers:' }] : []),
    ...waivers.map((waiver, index) => ({ text: `  - ${scalar({ ...waiver, place: undefined })}`, setting: `waivers.${index}` })),
  ];
}

function ruleLines(rule: string, { severity, options = {} }: Partial<RuleSetting>, block: string, indent: string): Line[] {
  const said = [...(severity === undefined ? [] : [['severity', severity] as const]), ...Object.entries(options)];
  return [
    { text: `${indent}${rule}:` },
    ...said.map(([name, value]) => ({ text: `${indent}  ${name}: ${scalar(value)}`, setting: `${block}.${rule}.${name}` })),
  ];
}

/** A value as YAML on one line. */
function scalar(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }).trimEnd();
}
