import { severities } from '../finding/draft.ts';
import { formats } from '../report/formats.ts';
import type { CommandSpec, OptionSpec } from './command-line.ts';

const repo: OptionSpec = { values: ['DIR'], description: 'A folder of the repository. Default: the current folder.' };
const standard: OptionSpec = {
  values: ['FILE'],
  description:
    'A standard to use in place of the repository’s own: a file, a built-in one (plumbline:strict), or one in a git repository (github:acme/standard#v1.2.0).',
};

export const checkCommand: CommandSpec = {
  name: 'check',
  summary: 'Review a change against the standard',
  operands: ['[A..B]'],
  options: {
    repo,
    base: {
      values: ['REV'],
      description: 'What to compare with: the change starts where it branched off. Default: the upstream or the default branch.',
    },
    head: { values: ['REV'], description: 'The change’s last commit. Default: HEAD.' },
    staged: { values: [], description: 'What is staged, against HEAD.' },
    'working-tree': { values: [], description: 'All that is not committed, untracked files too, against HEAD.' },
    outgoing: { values: [], description: 'What `git push` would send.' },
    'whole-tree': { values: [], description: 'Everything that HEAD has, as if all of it was new: what a baseline lists.' },
    dirs: { values: ['BASE', 'HEAD'], description: 'Two folders, without git.' },
    title: {
      values: ['TEXT'],
      description: 'The title of the pull request. Where it says that the change breaks something (`feat!: …`), the change has said so.',
    },
    standard,
    format: { values: ['FORMAT'], choices: formats, description: `How to report: ${formats.join(', ')}. Default: pretty.` },
    output: { values: ['FILE'], description: 'Where to write the report. Default: standard output.' },
    'fail-on': {
      values: ['SEVERITY'],
      choices: [...severities, 'never'],
      description:
        'The least severity of a new finding that fails the review: error, warning, note or never. Default: what the standard says.',
    },
    coverage: {
      values: ['FILE'],
      isRepeatable: true,
      description:
        'A report on what the tests executed (lcov, Istanbul’s JSON, or the XML of JaCoCo, Cobertura or Clover), newer than the change. May be given several times. Those in the usual places are found without.',
    },
    deep: {
      values: [],
      description:
        'Also run the tests on a copy of the change with parts of it undone or put otherwise, to find what no test notices. Needs --test-command.',
    },
    'test-command': {
      values: ['COMMAND'],
      description:
        'With --deep: your own command that runs the tests. {files} stands for the test files that concern the change, {classes} for Java test classes with commas between; after --tests, as Gradle takes them, that option is repeated for each.',
    },
    'deep-minutes': { values: ['N'], description: 'With --deep: how long it may take in all. Default: 5.' },
    typescript: {
      values: ['FOLDER'],
      description:
        'Also ask the TypeScript compiler installed in FOLDER whether changed types still fit. Its answer wins. It is yours to name: none is taken from the repository.',
    },
    all: { values: [], description: 'Also report what does not count: suppressed, unchanged, mended and less sure findings.' },
    'no-cache': { values: [], description: 'Read everything anew, and keep nothing for the next run.' },
  },
  examples: [
    { line: 'plumbline check', meaning: 'the current branch, or what is not committed on the default branch' },
    { line: 'plumbline check --staged', meaning: 'what the next commit would hold' },
    { line: 'plumbline check v1.2.0..HEAD --format markdown', meaning: 'any range, as a text for a pull request' },
    {
      line: 'plumbline check --deep --test-command "npm test -- {files}"',
      meaning: 'whether the tests would notice if the change were not there',
    },
    { line: 'plumbline check --base origin/main --format sarif --output plumbline.sarif', meaning: 'in CI, for code scanning' },
  ],
  notes: [
    'The deep check works on a copy of the change: what git ignores is not in it, packages that are installed',
    'are linked into it, and CI is set in its environment.',
    '',
    'Exit codes: 0 passed; 1 failed; 2 asked for something that cannot be done; 3 passed, but a part could not be reviewed;',
    '70 Plumbline itself failed; 130 cancelled.',
  ].join('\n'),
};

export const rulesCommand: CommandSpec = {
  name: 'rules',
  summary: 'List every rule, with those that the standard defines itself',
  operands: [],
  options: { repo, standard },
  examples: [{ line: 'plumbline rules', meaning: 'every rule with its severity, by expectation' }],
};

export const explainCommand: CommandSpec = {
  name: 'explain',
  summary: 'Explain a rule, or what of a file is a contract',
  operands: ['RULE|FILE'],
  options: { repo, standard },
  examples: [
    {
      line: 'plumbline explain compatibility/removed-public-symbol',
      meaning: 'the page of one rule: why it matters, what to do, options and examples',
    },
    { line: 'plumbline explain src/main/java/com/acme/Cart.java', meaning: 'what of it is a contract, and why the rest is none' },
  ],
};

export const initCommand: CommandSpec = {
  name: 'init',
  summary: `Write a commented plumbline.yaml to start from`,
  operands: [],
  options: { repo, hook: { values: [], description: 'Only print how to check before every push.' } },
  examples: [
    { line: 'plumbline init', meaning: 'an own standard for this repository; an existing one is never overwritten' },
    { line: 'plumbline init --hook', meaning: 'how to set up a pre-push hook' },
  ],
};

export const baselineCommand: CommandSpec = {
  name: 'baseline',
  summary: 'List what is there now, so that a team can begin with old code',
  operands: [],
  options: { repo, standard },
  examples: [{ line: 'plumbline baseline', meaning: 'writes plumbline.baseline.json, to be committed beside plumbline.yaml' }],
  notes:
    'A change is compared with its base, and what was there before never counts. The baseline says the same where there is no base to compare with, as in a review of the whole tree.',
};

export const standardPrintCommand: CommandSpec = {
  name: 'standard print',
  summary: 'Print the standard in effect, with the source of every setting',
  operands: [],
  options: { repo, standard },
  examples: [
    { line: 'plumbline standard print', meaning: 'the standard of this folder, all that it extends included' },
    { line: 'plumbline standard print --standard plumbline:strict', meaning: 'a built-in standard' },
  ],
};

export const standardCheckCommand: CommandSpec = {
  name: 'standard check',
  summary: 'Check the standard: its settings, and its own rules against their examples',
  operands: [],
  options: { repo, standard },
  examples: [{ line: 'plumbline standard check', meaning: 'in the pipeline of the repository that holds the standard of many' }],
};

export const commands: readonly CommandSpec[] = [
  checkCommand,
  rulesCommand,
  explainCommand,
  initCommand,
  baselineCommand,
  standardPrintCommand,
  standardCheckCommand,
];
