import assert from 'node:assert/strict';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** What each folder of src may import besides itself. */
const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  change: ['base'],
  code: ['base', 'change'],
  finding: ['base', 'change', 'code'],
  rules: ['base', 'change', 'code', 'finding'],
  coverage: ['base', 'code'],
  standard: ['base', 'change', 'code', 'finding', 'rules', 'git'],
  review: ['base', 'change', 'code', 'finding', 'rules', 'standard', 'syntax', 'languages', 'documents', 'contracts', 'coverage'],
  report: ['base', 'finding', 'review'],
  git: ['base', 'change'],
  syntax: ['base'],
  languages: ['base', 'change', 'code', 'syntax'],
  documents: ['base', 'change', 'code'],
  contracts: ['base', 'change', 'code', 'syntax', 'documents'],
  deep: ['base', 'change', 'code', 'rules', 'review', 'git'],
  cli: ['base', 'change', 'code', 'finding', 'rules', 'standard', 'review', 'report', 'git', 'syntax', 'languages', 'deep'],
  vscode: ['base', 'change', 'code', 'finding', 'rules', 'standard', 'review', 'report', 'git', 'syntax', 'languages', 'deep'],
};

const layerRules: IForbiddenRuleType[] = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer} imports only to its left`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

const edges = {
  fileSystem: '^src/(git|deep|standard|syntax|review|cli|vscode)/',
};

const rules: IForbiddenRuleType[] = [
  ...layerRules,
  { name: 'no cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  { name: 'vscode only in src/vscode', severity: 'error', from: { pathNot: '^src/vscode/' }, to: { path: '^vscode$' } },
  { name: 'web-tree-sitter only in src/syntax', severity: 'error', from: { pathNot: '^src/syntax/' }, to: { path: 'web-tree-sitter' } },
  {
    name: 'git is started in src/git only',
    severity: 'error',
    from: { pathNot: '^src/git/' },
    to: { path: 'simple-git' },
  },
  {
    name: 'processes only in src/git, and in src/deep the command that a person gave',
    severity: 'error',
    from: { pathNot: '^src/git/|^src/deep/(command-run|process-group)[.]ts$' },
    to: { path: '^(node:)?child_process$' },
  },
  {
    name: 'the file system only at the edges',
    severity: 'error',
    from: { pathNot: edges.fileSystem },
    to: { path: '^(node:)?fs(/promises)?$' },
  },
  {
    name: 'rules do not import rules',
    severity: 'error',
    from: { path: '^src/rules/([^/]+)/' },
    // Frames that serve several groups; no rule is in these folders.
    to: { path: '^src/rules/([^/]+)/', pathNot: '^src/rules/($1|safeguards|pattern)/' },
  },
];

async function violations(): Promise<string[]> {
  const { output } = await cruise(['src'], {
    ruleSet: { forbidden: rules },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  });
  const result = output as ICruiseResult;
  assert.ok(result.summary.totalCruised > 50, 'the sources were not found');
  return result.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`);
}

describe('the layers', () => {
  it('import only to their left, without cycles, and reach outside only where they may', async function () {
    this.timeout(60_000);
    assert.deepEqual(await violations(), []);
  });
});
