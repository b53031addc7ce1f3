import * as z from 'zod/mini';
import { expectationOf, expectations } from '../../src/finding/expectation.ts';
import type { Example, ExampleTrial, Rule } from '../../src/rules/rule.ts';

/** The page of one rule, in Markdown. */
export function rulePage(rule: Rule): string {
  const expectation = expectationOf(rule.id);
  const blocks = [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.severity} · ${rule.confidence} confidence · ${rule.languages === 'any' ? 'any text' : rule.languages.map(languageName).join(', ')}`,
    `> **${expectation.title}.** ${expectation.promise}`,
    '## Why',
    rule.reason,
    '## What to do',
    rule.remedy,
    ...optionBlocks(rule),
    ...(rule.limits === undefined ? [] : ['## What it does not see', rule.limits]),
    '## Examples',
    ...rule.examples.flatMap(exampleBlocks),
    '## Allowing it',
    'On the line or the line above, with a reason:',
    fence('', `// plumbline-allow ${rule.id} -- the reason`),
    `For a whole repository or some paths, in \`plumbline.yaml\`:`,
    fence('yaml', `rules:\n  ${rule.id}: off`),
    ...sourceBlocks(rule),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The list of all rules, by expectation. */
export function overviewPage(rules: readonly Rule[]): string {
  const groups = expectations
    .map((expectation) => ({ expectation, rules: rules.filter(({ id }) => id.startsWith(`${expectation.id}/`)) }))
    .filter((group) => group.rules.length > 0);
  const blocks = groups.flatMap(({ expectation, rules: ofGroup }) => [
    `## ${expectation.title}`,
    expectation.promise,
    ['| rule | what is seen | severity | fix |', '|---|---|---|---|', ...ofGroup.map(row)].join('\n'),
  ]);
  return `${['# Rules', 'Every rule cites an expectation of the standard. Its page says why it matters, what to do, and shows examples that are run as tests.', ...blocks].join('\n\n')}\n`;
}

function row(rule: Rule): string {
  const fix = rule.examples.some(({ fixed }) => fixed) ? 'yes' : '';
  return `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${fix} |`;
}

function optionBlocks(rule: Rule): readonly string[] {
  const rows = optionsOf(rule.options).map(
    ({ name, standard, meaning }) => `| \`${name}\` | \`${JSON.stringify(standard)}\` | ${meaning} |`,
  );
  return rows.length === 0 ? [] : ['## Options', ['| option | default | meaning |', '|---|---|---|', ...rows].join('\n')];
}

/** What a rule lets a team choose, with what holds where nothing is chosen. */
export function optionsOf(
  options: Rule['options'],
): readonly { readonly name: string; readonly standard: unknown; readonly meaning: string }[] {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { description = '', default: standard } = schema as { description?: string; default?: unknown };
    return { name, standard, meaning: description };
  });
}

function exampleBlocks(example: Example): readonly string[] {
  const found = example.finds.length > 0;
  const heading = `### ${found ? 'Found' : 'Not found'}: ${example.name}`;
  const options = example.options ? [`With \`${JSON.stringify(example.options)}\`:`] : [];
  const paths = [...new Set([...Object.keys(example.base), ...Object.keys(example.head)])]
    .filter((path) => example.base[path] !== example.head[path])
    .sort();
  const files = paths.flatMap((path) => sideBlocks(path, example));
  const reports = Object.entries(example.coverage ?? {}).flatMap(([path, text]) => [
    `\`${path}\`, written by the tests at head:`,
    fence('', shortened(text)),
  ]);
  const trials = (example.trials ?? []).map(trialWords);
  const finds = found ? [['It says:', '', ...example.finds.map((each) => `- ${each}`)].join('\n')] : [];
  const fixed = Object.entries(example.fixed ?? {}).filter(([path, text]) => example.head[path] !== text);
  return [
    heading,
    ...options,
    ...files,
    ...reports,
    ...(trials.length === 0 ? [] : [trials.join('\n')]),
    ...finds,
    ...fixed.flatMap(([path, text]) => [`The fix makes \`${path}\`:`, fence(language(path), text)]),
  ];
}

function trialWords({ of, tried, outcome }: ExampleTrial): string {
  const kinds = { undone: 'as it was before', emptied: 'doing nothing but to throw' };
  const how = typeof tried === 'string' ? kinds[tried] : `with \`${tried.to}\` in place of \`${tried.from}\``;
  const came = { passed: 'they passed', failed: 'a test failed', unclear: 'it did not build' }[outcome];
  return `- The tests were run with \`${of}\` ${how}: ${came}.`;
}

function sideBlocks(path: string, { base, head }: Example): readonly string[] {
  const side = (name: string, text: string): readonly string[] => [`\`${path}\`, ${name}:`, fence(language(path), shortened(text))];
  const [before, after] = [base[path], head[path]];
  return [
    ...(before === undefined ? [] : side('before', before)),
    ...(after === undefined ? [`\`${path}\` is deleted.`] : side(before === undefined ? 'new' : 'after', after)),
  ];
}

function shortened(text: string): string {
  const lines = text.trimEnd().split('\n');
  return lines.length > 30 ? [...lines.slice(0, 12), '…', ...lines.slice(-3)].join('\n') : text;
}

function fence(name: string, text: string): string {
  return `\`\`\`${name}\n${text.trimEnd()}\n\`\`\``;
}

function language(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function languageName(id: string): string {
  return { java: 'Java', typescript: 'TypeScript', javascript: 'JavaScript' }[id] ?? id;
}

function sourceBlocks(rule: Rule): readonly string[] {
  const weaknesses = (rule.cwe ?? []).map((number) => `- [CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`);
  const sources = (rule.sources ?? []).map(({ title, url }) => `- [${title}](${url})`);
  const all = [...sources, ...weaknesses];
  return all.length === 0 ? [] : ['## Sources', all.join('\n')];
}
