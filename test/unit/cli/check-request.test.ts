import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { UserError } from '../../../src/base/errors.ts';
import { readCheckRequest } from '../../../src/cli/check-request.ts';
import type { CheckRequest } from '../../../src/cli/check-request.ts';

const nothingAsked: CheckRequest = {
  repository: resolve('.'),
  source: undefined,
  title: undefined,
  standard: undefined,
  format: 'pretty',
  output: undefined,
  failOn: undefined,
  coverageFiles: [],
  all: false,
  cache: true,
  deep: undefined,
  typescript: undefined,
};

function messageOf(...args: string[]): string {
  try {
    readCheckRequest(args);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('readCheckRequest', () => {
  it('asks for nothing where no option is given', () => {
    assert.deepEqual(readCheckRequest([]), nothingAsked);
  });

  it('reads every option', () => {
    const args = [
      '--repo',
      '/r',
      '--base',
      'b',
      '--head=h',
      '--title',
      'feat!: x',
      '--standard',
      's.yaml',
      '--format',
      'sarif',
      '--output=o',
      '--fail-on',
      'never',
      '--coverage',
      '/r/lcov.info',
      '--all',
      '--coverage=/r/jacoco.xml',
      '--no-cache',
      '--deep',
      '--test-command',
      'npm test -- {files}',
      '--deep-minutes=0.5',
      '--typescript',
      '/usr/lib/typescript',
    ];
    assert.deepEqual(readCheckRequest(args), {
      repository: '/r',
      source: { kind: 'branch', base: 'b', head: 'h' },
      title: 'feat!: x',
      standard: 's.yaml',
      format: 'sarif',
      output: 'o',
      failOn: 'never',
      coverageFiles: [resolve('/r/lcov.info'), resolve('/r/jacoco.xml')],
      all: true,
      cache: false,
      deep: { command: 'npm test -- {files}', minutes: 0.5 },
      typescript: '/usr/lib/typescript',
    });
  });

  for (const [args, source] of [
    [['A..B'], { kind: 'range', range: 'A..B' }],
    [['--', '-odd..B'], { kind: 'range', range: '-odd..B' }],
    [['--head', 'h'], { kind: 'branch', head: 'h' }],
    [['--base=-x'], { kind: 'branch', base: '-x' }],
    [['--staged'], { kind: 'staged' }],
    [['--working-tree'], { kind: 'working-tree' }],
    [['--outgoing'], { kind: 'outgoing' }],
    [['--dirs', 'a', 'b', '--all'], { kind: 'folders', base: 'a', head: 'b' }],
    [['--dirs=a', 'b'], { kind: 'folders', base: 'a', head: 'b' }],
  ] as const) {
    it(`reads ${args.join(' ')}`, () => {
      assert.deepEqual(readCheckRequest(args).source, source);
    });
  }

  for (const [args, message] of [
    [['--formt', 'json'], 'There is no option --formt (did you mean "--format"?).'],
    [['-f'], 'There is no option -f.'],
    [
      ['--format', 'sarf'],
      '"sarf" is not a value of --format (did you mean "sarif"?). There are: pretty, json, sarif, markdown, html, junit, github, gitlab.',
    ],
    [['--fail-on', 'all'], '"all" is not a value of --fail-on. There are: error, warning, note, never.'],
    [['--format'], 'The option --format needs FORMAT.'],
    [['--output', '--all'], 'The option --output needs FILE.'],
    [['--all=yes'], 'The option --all takes no value.'],
    [['--dirs'], 'The option --dirs needs BASE and HEAD.'],
    [['--dirs', 'a'], 'The option --dirs needs BASE and HEAD.'],
    [['--dirs', 'a', '--all', 'b'], 'The option --dirs needs BASE and HEAD.'],
    [['--deep'], '--deep needs the command that runs the tests.'],
    [['--test-command', 'npm test'], '--test-command is for the deep check alone.'],
    [['--deep-minutes', '3'], '--deep-minutes is for the deep check alone.'],
    [['--deep', '--test-command', 'npm test', '--deep-minutes', '0'], '"0" is no number of minutes for --deep-minutes.'],
    [['--deep', '--test-command', 'npm test', '--deep-minutes', 'soon'], '"soon" is no number of minutes for --deep-minutes.'],
    [['--base', 'a', '--base', 'b'], 'The option --base is given twice.'],
    [['A..B', 'C'], '"C" is one argument too many for `plumbline check`.'],
    [['--staged', '--base', 'x', 'A..B'], 'Only one change can be reviewed at a time: the range A..B, --base and --head, --staged.'],
  ] as const) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.equal(messageOf(...args), message);
    });
  }
});
