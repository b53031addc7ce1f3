import { obscuredExpression } from '../../../../src/rules/delivery/obscured-expression.ts';
import { fileCases } from '../rule-cases.ts';

const workflow = (step: string): string => `on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`;

describe('delivery/obscured-expression', () => {
  fileCases(obscuredExpression, '.github/workflows/ci.yml', [
    [
      'finds a path with an empty part',
      '',
      workflow('uses: github//codeql-action/init@v3'),
      ['6 `github//codeql-action/init` says in a roundabout way which action it is: write the path itself.'],
    ],
    [
      'finds a function and its inverse',
      '',
      workflow('run: echo ${{ fromJSON(toJSON(github.event.issue.title)) }}'),
      ['6 `fromjson(tojson(…))` gives back what it is given: write that.'],
    ],
    [
      'finds a text that is put together from literals',
      '',
      workflow("if: ${{ github.ref == format('refs/{0}/main', 'heads') }}"),
      ['6 What `format` answers is fixed: write the value itself.'],
    ],
    [
      'leaves plain paths and contexts alone',
      '',
      workflow("uses: github/codeql-action/init@v3\n        if: ${{ github.ref == 'refs/heads/main' }}"),
      [],
    ],
    ['leaves a text with a context in it alone', '', workflow("run: echo ${{ format('{0}-{1}', github.sha, 'a') }}"), []],
    [
      'finds a choice that is none',
      '',
      workflow('run: make ${{ true || false }}'),
      ['6 The value of the expression is fixed: write it itself.'],
    ],
    ['leaves a step that is turned off alone', '', workflow('run: make\n        if: ${{ false }}'), []],
    ['leaves lists as JSON alone', '', workflow(`if: contains(fromJSON('["push", "schedule"]'), github.event_name)`), []],
    ['leaves local actions and images alone', '', workflow('uses: ./.github/actions/setup'), []],
  ]);
});
