import { weakenedPipeline } from '../../../../src/rules/delivery/weakened-pipeline.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';
import { workflow, workflowPath } from './workflow-texts.ts';

const both = workflow({}, ['run: npm ci'], ['run: npm test'], ['run: npm run lint']);

describe('delivery/weakened-pipeline in workflows', () => {
  fileCases(weakenedPipeline, workflowPath, [
    [
      'finds tests that are taken out',
      both,
      workflow({}, ['run: npm ci'], ['run: npm run lint']),
      ['9 The change takes `npm test` out of the pipeline: nothing else in it runs tests any more.'],
    ],
    [
      'finds a linter that may fail',
      both,
      workflow({}, ['run: npm ci'], ['run: npm test'], ['run: npm run lint || true']),
      ['10 `npm run lint` can no longer fail the pipeline: `|| true`.'],
    ],
    [
      'finds a step that may fail',
      both,
      workflow({}, ['run: npm ci'], ['run: npm test', 'continue-on-error: true'], ['run: npm run lint']),
      ['9 `npm test` can no longer fail the pipeline: `continue-on-error: true`.'],
    ],
    [
      'finds a job that is never run',
      both,
      workflow({ job: ['if: false'] }, ['run: npm ci'], ['run: npm test'], ['run: npm run lint']),
      ['10 `npm test` can no longer fail the pipeline: `if: false`.', '11 `npm run lint` can no longer fail the pipeline: `if: false`.'],
    ],
    [
      'finds tests that Maven skips',
      workflow({}, ['run: ./mvnw -B verify']),
      workflow({}, ['run: ./mvnw -B -DskipTests verify']),
      ['8 `mvnw -B -DskipTests verify` can no longer fail the pipeline: `-DskipTests`.'],
    ],
    [
      'finds a scan that is taken out',
      workflow({}, ['uses: gitleaks/gitleaks-action@v2'], ['uses: github/codeql-action/analyze@v3']),
      workflow({}, ['run: make']),
      [
        '8 The change takes `gitleaks/gitleaks-action` out of the pipeline: nothing else in it looks for secrets any more.',
        '8 The change takes `github/codeql-action/analyze` out of the pipeline: nothing else in it looks for weaknesses any more.',
      ],
    ],
    [
      'leaves another command of the same kind alone',
      both,
      workflow({}, ['run: npm ci'], ['run: npx vitest run'], ['run: npx eslint .']),
      [],
    ],
    [
      'leaves a check that moves to another job alone',
      both,
      `${workflow({}, ['run: npm ci'])}  more:\n    steps:\n      - run: npm test && npm run lint\n`,
      [],
    ],
    ['leaves a check that was soft before alone', workflow({}, ['run: npm test || true']), workflow({}, ['run: make']), []],
    ['leaves other steps alone', both, workflow({}, ['run: npm test'], ['run: npm run lint']), []],
  ]);

  it('leaves a check that moves to another workflow alone', async () => {
    await expectFindings(
      weakenedPipeline,
      { [workflowPath]: both },
      { [workflowPath]: workflow({}, ['run: npm test']), '.github/workflows/lint.yml': workflow({}, ['run: npx eslint .']) },
      [],
    );
  });
});

describe('delivery/weakened-pipeline elsewhere', () => {
  fileCases(weakenedPipeline, '.gitlab-ci.yml', [
    [
      'finds a job that may fail',
      'test:\n  script: [npm test]\n',
      'test:\n  script: [npm test]\n  allow_failure: true\n',
      ['2 `npm test` can no longer fail the pipeline: `allow_failure: true`.'],
    ],
    [
      'finds a job that is taken out',
      'test:\n  script: [pytest]\nbuild:\n  script: [make]\n',
      'build:\n  script: [make]\n',
      ['1 The change takes `pytest` out of the pipeline: nothing else in it runs tests any more.'],
    ],
    ['leaves jobs that stay alone', 'test:\n  script: [npm test]\n', 'unit:\n  before_script: [npm ci]\n  script:\n    - npm test\n', []],
  ]);
  fileCases(weakenedPipeline, 'package.json', [
    [
      'finds a script that does nothing any more',
      '{ "scripts": { "test": "mocha" } }\n',
      '{ "scripts": { "test": "echo skipped" } }\n',
      ['1 `npm run test` can no longer fail the pipeline: `echo skipped`.'],
    ],
    [
      'finds a script that cannot fail',
      '{ "scripts": { "lint": "eslint ." } }\n',
      '{ "scripts": { "lint": "eslint . || true" } }\n',
      ['1 `npm run lint` can no longer fail the pipeline: `|| true`.'],
    ],
    [
      'leaves a script that never tested anything alone',
      '{ "scripts": { "test": "echo \\"Error: no test specified\\" && exit 1" } }\n',
      '{ "scripts": {} }\n',
      [],
    ],
    ['leaves another tool alone', '{ "scripts": { "test": "mocha" } }\n', '{ "scripts": { "test": "vitest run" } }\n', []],
  ]);
});
