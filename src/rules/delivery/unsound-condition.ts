import * as z from 'zod/mini';
import { member, nodesOf, type ScalarNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { expressionsIn, parseExpression, partsOf, type Expression } from './workflow/expression.ts';
import { workflowOf, type Workflow } from './workflow/workflow.ts';

const path = '.github/workflows/merge.yml';
const workflow = (condition: string): string =>
  `name: Merge\non: pull_request_target\npermissions: {}\njobs:\n  merge:\n    runs-on: ubuntu-latest\n    if: ${condition}\n    steps:\n      - run: gh pr merge\n`;

export const unsoundCondition = defineFileRule({
  id: 'delivery/unsound-condition',
  title: 'A condition of a workflow does not hold what it seems to',
  reason:
    'A guard that is always true, or that an outsider can make true, guards nothing: `github.actor` is whoever pushed last, `contains` on a text finds parts of words, and a condition with anything beside `${{ }}` is a text, which is true.',
  remedy:
    'Compare the author of the pull request, not the actor; give `contains` a list (`fromJSON(\'["main"]\')`); write a condition without `${{ }}`, or wholly inside it.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [290, 571, 185],
  sources: [
    {
      title: 'GitHub Actions: bot checks that can be spoofed',
      url: 'https://www.synacktiv.com/publications/github-actions-exploitation-dependabot',
    },
    { title: 'zizmor: bot-conditions, unsound-condition, unsound-contains', url: 'https://docs.zizmor.sh/audits/#bot-conditions' },
  ],
  limits: 'Conditions on a bot count where a pull request starts the workflow; without the rights of the repository they are a note.',
  examples: [
    {
      name: 'the actor is taken for the author',
      base: {},
      head: { [path]: workflow("github.actor == 'dependabot[bot]'") },
      finds: [
        `${path}:7 \`github.actor\` is whoever caused the last event, not who wrote the change: anyone can have a bot do that on their pull request. Compare \`github.event.pull_request.user.login\`.`,
      ],
    },
    {
      name: 'a list of names is a text',
      base: {},
      head: { [path]: workflow("contains('main,develop', github.ref_name)") },
      finds: [
        `${path}:7 \`contains\` looks for \`github.ref_name\` as a part of the text 'main,develop', so that \`m\` is in it too: give it a list with \`fromJSON\`.`,
      ],
    },
    {
      name: 'the condition is wholly inside the braces, and compares the author',
      base: {},
      head: { [path]: workflow("${{ github.event.pull_request.user.login == 'dependabot[bot]' }}") },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    const read = workflowOf(file);
    if (!read) return;
    for (const { node } of [...read.jobs, ...read.steps]) {
      const condition = member(node, 'if');
      if (condition?.kind === 'scalar' && typeof condition.value === 'string') yield* unsound(condition, condition.value, read);
    }
    yield* elsewhere(read);
  },
});

function* unsound(node: ScalarNode, text: string, workflow: Workflow): Generator<FindingDraft> {
  if (text.includes('${{') && !/^\$\{\{(?:(?!\}\})[^])*\}\}$/.test(text))
    yield finding(
      node,
      'There is text beside `${{ }}`, which makes the condition a text, and that is always true: put all of it inside, or leave the braces out.',
    );
  const whole = text.includes('${{') ? expressionsIn(text) : [parseExpression(text.trim())].filter((each) => each !== undefined);
  for (const part of whole.flatMap((each) => [...partsOf(each)])) {
    const what = wrongIn(part);
    if (what !== undefined && (!what.isBot || isOpen(workflow))) {
      yield { ...finding(node, what.message), ...(what.isBot && !isPrivileged(workflow) && { severity: 'note' as const }) };
      return;
    }
  }
}

function wrongIn(part: Expression): { readonly message: string; readonly isBot?: boolean } | undefined {
  const actor = actorCompared(part);
  if (actor !== undefined)
    return {
      isBot: true,
      message: `\`${actor}\` is whoever caused the last event, not who wrote the change: anyone can have a bot do that on their pull request. Compare \`github.event.pull_request.user.${actor.endsWith('id') ? 'id' : 'login'}\`.`,
    };
  const [first, second] = part.kind === 'call' && part.name === 'contains' ? part.arguments : [];
  if (first?.kind !== 'literal' || second?.kind !== 'context' || !/[,\s|;]/.test(first.value)) return undefined;
  const name = second.path.join('.');
  return {
    message: `\`contains\` looks for \`${name}\` as a part of the text '${first.value}', so that \`${first.value.charAt(0)}\` is in it too: give it a list with \`fromJSON\`.`,
  };
}

/** Dependabot, Renovate and GitHub Actions by their numbers. */
const botNumbers = new Set(['49699333', '29139614', '41898282']);

function actorCompared(part: Expression): string | undefined {
  const sides = part.kind === 'operation' && part.operator === '==' ? part.operands : part.kind === 'call' ? part.arguments : [];
  const context = sides.find((side) => side.kind === 'context' && /^github\.(?:triggering_)?actor(?:_id)?$/.test(side.path.join('.')));
  const literal = sides.find((side) => side.kind === 'literal');
  if (context?.kind !== 'context' || literal?.kind !== 'literal') return undefined;
  return literal.value.endsWith('[bot]') || botNumbers.has(literal.value) ? context.path.join('.') : undefined;
}

function isOpen({ triggers }: Workflow): boolean {
  return [...triggers.keys()].some((name) => /^(?:pull_request|issue_comment|workflow_run|discussion)/.test(name));
}

function isPrivileged({ triggers }: Workflow): boolean {
  return [...triggers.keys()].some((name) => name !== 'pull_request' && /^(?:pull_request|issue_comment|workflow_run)/.test(name));
}

/** What is wrong in any expression: an access whose name is computed, and a choice whose first value is never taken. */
function* elsewhere({ root }: Workflow): Generator<FindingDraft> {
  for (const node of nodesOf(root)) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string' || !node.value.includes('${{')) continue;
    for (const part of expressionsIn(node.value).flatMap((each) => [...partsOf(each)])) {
      if (neverChosen(part))
        yield finding(node, 'The value behind `&&` counts as false, so that what follows `||` is always taken: turn the condition round.');
      else if (part.kind === 'context' && part.path[0] === 'inputs' && part.path.includes('[]'))
        yield {
          ...finding(node, 'Which input is read is computed, so that no reader can tell: name it.'),
          severity: 'note',
          confidence: 'medium',
        };
    }
  }
}

/** `condition && '' || 'other'`. */
function neverChosen(part: Expression): boolean {
  const [first] = part.kind === 'operation' && part.operator === '||' ? part.operands : [];
  const value = first?.kind === 'operation' && first.operator === '&&' ? first.operands[1] : undefined;
  return value?.kind === 'literal' && /^(?:|0|false|null)$/.test(value.value);
}

function finding(node: ScalarNode, message: string): FindingDraft {
  return findingAt(node, { message, subject: `${String(node.value).trim()} ${message}`, category: 'ci-logic' });
}
