/** Where a workflow lies. */
export const workflowPath = '.github/workflows/ci.yml';

/** An expression of GitHub Actions. */
export function expression(text: string): string {
  return `\${{ ${text} }}`;
}

export const commit = '11bd71901bbe5b1630ceea73d27597364c9af683';

export interface WorkflowParts {
  readonly on?: string;
  /** As it stands behind `permissions:`; `undefined` where nothing is said. */
  readonly permissions?: string | undefined;
  /** Further lines of the job, without indentation. */
  readonly job?: readonly string[];
}

/** A workflow with one job; each step is its lines, the first behind `- `. Steps start at line 7, or later where the job has more lines. */
export function workflow(parts: WorkflowParts, ...steps: readonly (readonly string[])[]): string {
  const { on = 'push', job = [] } = parts;
  const permissions = 'permissions' in parts ? parts.permissions : '{}';
  return [
    'name: CI',
    `on: ${on}`,
    permissions === undefined ? '# nothing is said about permissions' : `permissions: ${permissions}`,
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-latest',
    ...job.map((line) => `    ${line}`),
    '    steps:',
    ...steps.flatMap((lines) => lines.map((line, index) => `${index === 0 ? '      - ' : '        '}${line}`)),
    '',
  ].join('\n');
}
