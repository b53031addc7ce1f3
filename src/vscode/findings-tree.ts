import { isDeepStrictEqual } from 'node:util';
import { EventEmitter, type Memento, type TreeDataProvider, type TreeItem } from 'vscode';
import type { FindingNode, Grouping, TreeNode } from './tree-nodes.ts';
import { findingKey, nodeKey } from './tree-nodes.ts';
import { findingTooltip } from './finding-tooltip.ts';
import type { ReviewRuns } from './review-runs.ts';
import { treeItem } from './tree-items.ts';
import { findingsIn, treeOf, wholeTree, type TreeFilter } from './tree-model.ts';

const filterKey = 'plumbline.filter';
const groupingKey = 'plumbline.grouping';

/** With more findings the files are closed at first, so that the expectations below can be seen. */
const mostShownAtOnce = 200;

/** The rows of the review that is shown, as the person filters and groups them. */
export class FindingsTree implements TreeDataProvider<TreeNode> {
  readonly #runs: ReviewRuns;
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<undefined>();
  readonly #parents = new WeakMap<TreeNode, TreeNode>();
  #roots: readonly TreeNode[] = [];
  #isLarge = false;
  readonly onDidChangeTreeData = this.#changed.event;

  /** @param memory of the workspace: the filter and the grouping stay as they were */
  constructor(runs: ReviewRuns, memory: Memento) {
    this.#runs = runs;
    this.#memory = memory;
  }

  get roots(): readonly TreeNode[] {
    return this.#roots;
  }

  get filter(): TreeFilter {
    return this.#memory.get(filterKey, wholeTree);
  }

  get grouping(): Grouping {
    return this.#memory.get<Grouping>(groupingKey, 'expectation');
  }

  async setFilter(filter: TreeFilter): Promise<void> {
    await this.#memory.update(filterKey, filter);
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.#memory.update(groupingKey, grouping);
  }

  /** Where the rows stay as they are nothing is drawn anew: a tree that had the focus takes it again then, and closes a pick that has it by now. */
  refresh(): void {
    const { state } = this.#runs;
    const roots = state.kind === 'done' ? treeOf(state.answer.review, this.filter, this.grouping) : [];
    if (isDeepStrictEqual(roots, this.#roots)) return;
    this.#roots = roots;
    this.#isLarge = this.findings().length > mostShownAtOnce;
    this.#changed.fire(undefined);
  }

  /** The findings in the order of the rows. */
  findings(): readonly FindingNode[] {
    return findingsIn(this.#roots);
  }

  /** The row that shows a finding now, found again after a re-check. */
  rowOf(node: FindingNode): FindingNode | undefined {
    const key = findingKey(node.finding);
    return this.findings().find(({ finding }) => findingKey(finding) === key);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    const children = node === undefined ? this.#roots : node.children;
    if (node) for (const child of children) this.#parents.set(child, node);
    return [...children];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#parents.get(node) ?? this.#findParent(node, this.#roots);
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = treeItem(node, this.#isLarge);
    item.id = this.#path(node);
    return item;
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    const { state } = this.#runs;
    if (node.kind === 'finding' && state.kind === 'done') {
      item.tooltip = findingTooltip(
        node.finding,
        state.answer.review.rules.find(({ id }) => id === node.finding.rule),
      );
    }
    return item;
  }

  #path(node: TreeNode): string {
    const parent = this.getParent(node);
    return parent === undefined ? nodeKey(node) : `${this.#path(parent)} ${nodeKey(node)}`;
  }

  #findParent(node: TreeNode, among: readonly TreeNode[]): TreeNode | undefined {
    for (const candidate of among) {
      const children: readonly TreeNode[] = candidate.children;
      const found = children.includes(node) ? candidate : this.#findParent(node, children);
      if (found) return found;
    }
    return undefined;
  }
}
