import { unsoundCondition } from '../../../../src/rules/delivery/unsound-condition.ts';
import { fileCases } from '../rule-cases.ts';
import { expression, workflow, workflowPath } from './workflow-texts.ts';

const when = (condition: string, on = 'pull_request_target'): string => workflow({ on }, ['run: gh pr merge', `if: ${condition}`]);

describe('delivery/unsound-condition', () => {
  fileCases(unsoundCondition, workflowPath, [
    [
      'finds the actor taken for the author',
      '',
      when("github.actor == 'renovate[bot]' && success()"),
      [
        '9 `github.actor` is whoever caused the last event, not who wrote the change: anyone can have a bot do that on their pull request. Compare `github.event.pull_request.user.login`.',
      ],
    ],
    [
      'finds the number of a bot',
      '',
      when(expression("github['ACTOR_ID'] == '49699333'")),
      [
        '9 `github.actor_id` is whoever caused the last event, not who wrote the change: anyone can have a bot do that on their pull request. Compare `github.event.pull_request.user.id`.',
      ],
    ],
    [
      'notes it where no rights are to be had',
      '',
      when("github.actor == 'dependabot[bot]'", 'pull_request'),
      [
        '9 `github.actor` is whoever caused the last event, not who wrote the change: anyone can have a bot do that on their pull request. Compare `github.event.pull_request.user.login`.',
      ],
    ],
    [
      'finds a text in place of a list',
      '',
      when("contains('refs/heads/main refs/heads/next', github.ref)"),
      [
        "9 `contains` looks for `github.ref` as a part of the text 'refs/heads/main refs/heads/next', so that `r` is in it too: give it a list with `fromJSON`.",
      ],
    ],
    [
      'finds text beside the braces',
      '',
      when(`${expression("github.ref == 'refs/heads/main'")} && success()`),
      [
        '9 There is text beside `${{ }}`, which makes the condition a text, and that is always true: put all of it inside, or leave the braces out.',
      ],
    ],
    [
      'finds a line break behind the braces',
      '',
      workflow({}, ['run: make', 'if: |', `  ${expression('failure()')}`]),
      [
        '9 There is text beside `${{ }}`, which makes the condition a text, and that is always true: put all of it inside, or leave the braces out.',
      ],
    ],
    [
      'finds a choice that is never taken',
      '',
      workflow({}, ['run: make', 'env:', `  A: ${expression("inputs.dry && '' || '--push'")}`]),
      ['10 The value behind `&&` counts as false, so that what follows `||` is always taken: turn the condition round.'],
    ],
    [
      'finds an input whose name is computed',
      '',
      when(expression('inputs[inputs.which]')),
      ['9 Which input is read is computed, so that no reader can tell: name it.'],
    ],
    ['leaves the author alone', '', when("github.event.pull_request.user.login == 'dependabot[bot]'"), []],
    ['leaves another actor alone, and pushes', '', when("github.actor == 'me' || github.actor == github.repository_owner"), []],
    ['leaves a bot on pushes alone', '', when("github.actor != 'dependabot[bot]' && github.actor == 'release[bot]'", 'push'), []],
    [
      'leaves a list alone',
      '',
      when('contains(fromJSON(\'["main", "next"]\'), github.ref_name) || contains(\'main\', github.ref_name)'),
      [],
    ],
    [
      'leaves a condition wholly inside or outside alone',
      '',
      workflow({}, ['run: make', 'if: >-', `  ${expression("success() && 'a}b' != github.ref")}`], ['run: make', 'if: |', '  failure()']),
      [],
    ],
  ]);
});
