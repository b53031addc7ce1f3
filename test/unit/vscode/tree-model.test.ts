import assert from 'node:assert/strict';
import { findingsIn, treeOf, wholeTree, type TreeFilter } from '../../../src/vscode/tree-model.ts';
import { apartKinds, nodeKey, type Grouping, type TreeNode } from '../../../src/vscode/tree-nodes.ts';
import { finding, related, reviewOf } from './reviews.ts';

const secret = finding({ line: 9 });
const waived = finding({ line: 3, suppressions: [{ kind: 'waiver', reason: 'rotated' }] });
const old = finding({ line: 4, state: 'unchanged' });
const mended = finding({ line: 5, state: 'absent' });
const unsure = finding({ line: 6, confidence: 'low' });
const broken = finding({
  rule: 'compatibility/changed-signature',
  severity: 'warning',
  path: 'src/b.ts',
  line: 2,
  related: [related('it was here', 'src/b.ts', 1)],
});
const first = finding({ line: 1, severity: 'note' });
const review = reviewOf([broken, secret, first, waived, old, mended, unsure]);

describe('the rows of a review', () => {
  it('are the findings that count, by expectation, file and line', () => {
    assert.deepEqual(shown(), [
      'compatibility 1 warning',
      '  src/b.ts 1',
      '    2',
      '      it was here',
      'security 2 error',
      '  src/a.ts 2',
      '    1',
      '    9',
    ]);
  });

  it('can be grouped by severity and by file', () => {
    assert.deepEqual(shown({ grouping: 'severity' }), [
      'error 1',
      '  src/a.ts 1',
      '    9',
      'warning 1',
      '  src/b.ts 1',
      '    2',
      '      it was here',
      'note 1',
      '  src/a.ts 1',
      '    1',
    ]);
    assert.deepEqual(shown({ grouping: 'file' }), ['src/a.ts 2', '  1', '  9', 'src/b.ts 1', '  2', '    it was here']);
  });

  it('keep apart what does not count, when it is asked for', () => {
    assert.deepEqual(shown({ filter: { severities: ['error'], apart: apartKinds } }), [
      ...['security 1 error', '  src/a.ts 1', '    9'],
      ...['suppressed 1', '  src/a.ts 1', '    3', 'unsure 1', '  src/a.ts 1', '    6'],
      ...['unchanged 1', '  src/a.ts 1', '    4', 'absent 1', '  src/a.ts 1', '    5'],
    ]);
  });

  it('end with the notices, and say whether something may be missing', () => {
    const notices = [
      { id: 'file-too-large', message: 'big', path: 'x', incomplete: true },
      { id: 'b', message: 'b', incomplete: false },
    ];
    const [node] = treeOf(reviewOf([], { notices }), wholeTree, 'expectation');
    assert.deepEqual(node?.kind === 'notices' && [node.incomplete, node.count, node.children.map(({ notice }) => notice)], [
      true,
      2,
      notices,
    ]);
  });

  it('are none where there is nothing to say', () => {
    assert.deepEqual(treeOf(reviewOf([old]), wholeTree, 'expectation'), []);
  });

  it('have keys that tell them apart', () => {
    const keys = findingsIn(treeOf(review, { ...wholeTree, apart: apartKinds }, 'file')).map(nodeKey);
    assert.equal(new Set(keys).size, 7);
  });
});

function shown({ filter = wholeTree, grouping = 'expectation' }: { filter?: TreeFilter; grouping?: Grouping } = {}): string[] {
  const below = (nodes: readonly TreeNode[], indent: string): string[] =>
    nodes.flatMap((node) => [indent + name(node), ...below(node.children, `${indent}  `)]);
  return below(treeOf(review, filter, grouping), '');
}

function name(node: TreeNode): string {
  switch (node.kind) {
    case 'expectation':
      return `${node.expectation.id} ${node.count} ${node.worst}`;
    case 'severity':
      return `${node.severity} ${node.count}`;
    case 'file':
      return `${node.path} ${node.count}`;
    case 'finding':
      return String(node.finding.location.start.line);
    case 'related':
      return node.location.caption;
    case 'apart':
      return `${node.apart} ${node.count}`;
    case 'notices':
    case 'notice':
      return node.kind;
  }
}
