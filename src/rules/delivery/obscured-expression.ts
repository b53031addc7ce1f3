import * as z from 'zod/mini';
import { nodesOf, type ScalarNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { expressionsIn, partsOf, type Expression } from './workflow/expression.ts';
import { workflowOf } from './workflow/workflow.ts';

const path = '.github/workflows/ci.yml';
const workflow = (uses: string): string =>
  `on: push\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ${uses}\n`;
const commit = '11bd71901bbe5b1630ceea73d27597364c9af683';

export const obscuredExpression = defineFileRule({
  id: 'delivery/obscured-expression',
  title: 'A workflow says in a roundabout way what it runs',
  reason:
    'Reviewers and scanners look for the names of actions and contexts. A path with `..` in it, or a function that gives back what it is given, hides them, and nobody needs either.',
  remedy: 'Write the path, the value or the context itself.',
  severity: 'note',
  confidence: 'high',
  languages: 'any',
  cwe: [1116],
  sources: [{ title: 'zizmor: obfuscation', url: 'https://docs.zizmor.sh/audits/#obfuscation' }],
  limits: 'Calls whose result is known from the text alone are found where all arguments are literals.',
  examples: [
    {
      name: 'a path goes round in a circle',
      base: {},
      head: { [path]: workflow(`actions//cache/save/../restore@${commit}`) },
      finds: [`${path}:7 \`actions//cache/save/../restore\` says in a roundabout way which action it is: write the path itself.`],
    },
    { name: 'a plain path', base: {}, head: { [path]: workflow(`actions/cache/restore@${commit}`) }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    const read = workflowOf(file);
    if (!read) return;
    for (const { uses } of [...read.jobs, ...read.steps]) {
      const [written = ''] = uses?.text.split('@') ?? [];
      if (uses?.kind === 'action' && /\/\/|\/\.\.?(?:\/|$)|\/$/.test(written))
        yield findingAt(uses.node, {
          message: `\`${written}\` says in a roundabout way which action it is: write the path itself.`,
          subject: `uses ${written}`,
          category: 'ci-logic',
        });
    }
    for (const node of nodesOf(read.root))
      if (node.kind === 'scalar' && typeof node.value === 'string' && node.value.includes('${{')) yield* inText(node, node.value);
  },
});

function* inText(node: ScalarNode, text: string): Generator<FindingDraft> {
  for (const expression of expressionsIn(text)) {
    // The outermost of what is fixed says it all.
    const found =
      isFixed(expression) && !isSwitch(expression, text)
        ? [[expression, 'The value of the expression is fixed: write it itself.'] as const]
        : parts(expression);
    for (const [part, message] of found)
      yield {
        message,
        place: { file: node.file, range: placeInScalar(node, part.range) },
        subject: text.slice(part.range.start, part.range.end),
        properties: { category: 'ci-logic' },
      };
  }
}

function parts(expression: Expression): readonly (readonly [Expression, string])[] {
  return [...partsOf(expression)].flatMap((part) => {
    const what = obscured(part);
    return what === undefined ? [] : [[part, what] as const];
  });
}

/** `if: ${{ false }}` turns a step off, and says so. */
function isSwitch({ kind }: Expression, text: string): boolean {
  return kind === 'literal' && text.trim().startsWith('${{') && text.trim().endsWith('}}');
}

/** Whether nothing in it depends on the run. */
function isFixed(expression: Expression): boolean {
  if (expression.kind === 'context') return false;
  if (expression.kind === 'literal') return true;
  if (expression.kind === 'operation') return expression.operands.every(isFixed);
  return pure.has(expression.name) && expression.arguments.length > 0 && expression.arguments.every(isFixed) && !isData(expression);
}

/** Functions of nothing but their arguments. */
const pure = new Set(['format', 'join', 'contains', 'startswith', 'endswith', 'fromjson', 'tojson']);
const inverse = new Map([
  ['fromjson', 'tojson'],
  ['tojson', 'fromjson'],
]);

function obscured(part: Expression): string | undefined {
  if (part.kind !== 'call') return undefined;
  const [first] = part.arguments;
  if (first?.kind === 'call' && inverse.get(part.name) === first.name)
    return `\`${part.name}(${first.name}(…))\` gives back what it is given: write that.`;
  return isFixed(part) ? `What \`${part.name}\` answers is fixed: write the value itself.` : undefined;
}

/** A list or an object can only be written as JSON. */
function isData({ name, arguments: [first] }: Extract<Expression, { kind: 'call' }>): boolean {
  return name === 'fromjson' && first?.kind === 'literal' && /^\s*[[{]/.test(first.value);
}
