import * as z from 'zod/mini';
import { member, textOf, type ScalarNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import type { Confidence, Edit, FindingDraft, FixDraft, Severity } from '../../finding/draft.ts';
import { indentationAt } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { codeInputs, type CodeInput } from './workflow/code-inputs.ts';
import { expressionsIn, type Expression } from './workflow/expression.ts';
import { scriptInjectionExamples } from './workflow/script-injection-examples.ts';
import { untrustedIn, type Author, type Untrusted } from './workflow/untrusted.ts';
import { stepSubject, workflowOf, type Step } from './workflow/workflow.ts';

export const scriptInjection = defineFileRule({
  id: 'delivery/script-injection',
  title: 'A workflow builds a script from text that others write',
  reason:
    'The expression is replaced by its text before the script starts, so a quote or a `$(…)` in the title of an issue or the name of a branch is run as code, with the token and the secrets of the job.',
  remedy: 'Hand the value over in the environment (`env`), and read it in the script as a variable in quotes.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [94, 78],
  sources: [
    {
      title: 'GitHub Security Lab: Untrusted input',
      url: 'https://securitylab.github.com/resources/github-actions-untrusted-input/',
    },
    { title: 'zizmor: template-injection', url: 'https://docs.zizmor.sh/audits/#template-injection' },
  ],
  limits:
    'What an outsider writes is an error, what only those write who may push or start the workflow is a note, and what comes out of earlier steps and jobs is less sure. Which inputs of other actions are code is known by their names.',
  examples: scriptInjectionExamples,
  options: z.object({}),
  *check(file) {
    const workflow = workflowOf(file);
    for (const step of workflow?.steps ?? []) for (const input of codeInputs(step)) yield* injected(input, step);
  },
});

const weight: Readonly<Record<Author, { readonly severity?: Severity; readonly confidence?: Confidence; readonly who: string }>> = {
  anyone: { who: 'whoever opens an issue or a pull request writes' },
  caller: { severity: 'note', confidence: 'medium', who: 'whoever starts or calls it writes' },
  writer: { severity: 'note', confidence: 'medium', who: 'whoever may push a branch or a tag names' },
  unknown: { severity: 'note', confidence: 'low', who: 'an earlier step, another job or the matrix fills' },
};

function* injected(input: CodeInput, step: Step): Generator<FindingDraft> {
  const { node } = input;
  for (const expression of expressionsIn(String(node.value))) {
    for (const untrusted of untrustedIn(expression, step)) {
      const { who, ...less } = weight[untrusted.author];
      const fix = throughEnvironment(input, step, expression, untrusted);
      yield {
        message: `\`${untrusted.name}\`, which ${who}, becomes part of the script before it runs: anything in it is run as code.`,
        place: { file: node.file, range: placeInScalar(node, untrusted.expression.range) },
        subject: `${stepSubject(step)} ${untrusted.name}`,
        content: untrusted.name,
        ...less,
        ...(fix && { fixes: [fix] }),
        properties: { category: 'ci-injection' },
      };
    }
  }
}

/** Only where the expression is nothing but the value, the script is a shell's, and the value stands in quotes or alone in a word. */
function throughEnvironment({ node, language }: CodeInput, step: Step, expression: Expression, { name }: Untrusted): FixDraft | undefined {
  const isPowerShell = /pwsh|powershell|cmd|python/.test(textOf(member(step.node, 'shell')) ?? '');
  if (language !== 'shell' || isPowerShell || expression.kind !== 'context' || member(step.node, 'env')) return undefined;
  const place = placeInScalar(node, expression.range);
  const source = node.file.text;
  const start = source.lastIndexOf('${{', place.start);
  const end = source.indexOf('}}', place.end) + 2;
  const stepStart = step.node.range.start;
  const isWhole = start >= node.range.start && end <= node.range.end && end >= 2;
  if (!isWhole || lineBefore(source, start).includes("'") || !/^[\w-]+:/.test(source.slice(stepStart, stepStart + 40))) return undefined;
  const variable = name.split('.').slice(-2).join('_').replace(/\W/g, '_').toUpperCase();
  const inQuotes = (lineBefore(source, start).split('"').length - 1) % 2 === 1;
  const indent = `${indentationAt(node.file, stepStart)}${' '.repeat(columnWithin(node, stepStart))}`;
  const edits: Edit[] = [
    {
      file: node.file,
      range: { start: stepStart, end: stepStart },
      newText: `env:\n${indent}  ${variable}: ${source.slice(start, end)}\n${indent}`,
    },
    { file: node.file, range: { start, end }, newText: inQuotes ? `\${${variable}}` : `"\${${variable}}"` },
  ];
  const plainScalar = !/^[|>"']/.test(source.slice(node.range.start));
  if (plainScalar && !inQuotes && start === node.range.start) return undefined;
  return { title: `Hand it over in the environment as \`${variable}\``, safety: 'unsafe', edits };
}

function lineBefore(source: string, offset: number): string {
  return source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** How far behind the indentation the first name of a step stands: behind its `- `. */
function columnWithin({ file }: ScalarNode, offset: number): number {
  return lineBefore(file.text, offset).length - indentationAt(file, offset).length;
}
