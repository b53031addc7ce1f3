import { itemsOf, member, scalarOf, type DocumentNode } from '../../../code/document-node.ts';
import type { Confidence, FindingDraft, Severity } from '../../../finding/draft.ts';
import { findingAt } from '../../document-finding.ts';
import type { CloudResource } from './terraform.ts';

/** A setting of cloud resources that is weak with some values, or where it is left out. */
export interface CloudSetting {
  /** Types of resources, parted by blanks. */
  readonly of: string;
  /** Names from the resource down, parted by dots; every block of a name is looked into, or those with a value: `parameter[name=tls].value`. */
  readonly at: string;
  /** Values that are weak, in lower case. */
  readonly weak?: readonly string[];
  /** The only values that are strong: every other that is written down is weak. */
  readonly strong?: readonly string[];
  /** How sure it is that being there at all is weak. */
  readonly there?: Confidence;
  /** How sure it is that leaving it out is weak; absent: it is not. */
  readonly leftOut?: Confidence;
  /** The same where a block around it is left out, too. */
  readonly blockLeftOut?: Confidence | 'fine';
  /** With one of these, parted by blanks, it says nothing: `restored_from`, `protocol=http`. */
  readonly unless?: string;
  /** It is of weight only with this: `protocol=https`, or a name that must be there. */
  readonly onlyWith?: string;
  /** Completes "… is weak:". */
  readonly what: string;
  readonly remedy: string;
  readonly confidence?: Confidence;
  readonly severity?: Severity;
}

export type SettingTable = ReadonlyMap<string, readonly CloudSetting[]>;

/** The settings by the type of the resource. */
export function settingTable(settings: readonly CloudSetting[]): SettingTable {
  const table = new Map<string, CloudSetting[]>();
  for (const setting of settings)
    for (const type of setting.of.split(' ')) {
      const known = table.get(type);
      if (known) known.push(setting);
      else table.set(type, [setting]);
    }
  return table;
}

/** What is weak about a resource, each setting once. */
export function* weaknesses(resource: CloudResource, table: SettingTable): Generator<FindingDraft> {
  const found = new Set<string>();
  for (const setting of table.get(resource.type) ?? []) {
    const weak = isOfWeight(setting, resource.node) ? weaknessOf(setting, resource.node) : undefined;
    const name = setting.at.slice(setting.at.lastIndexOf('.') + 1);
    const subject = `${resource.name} ${setting.what}`;
    if (!weak || found.has(subject)) continue;
    found.add(subject);
    yield findingAt(weak.node, {
      message: `\`${resource.name}\` ${setting.what} (\`${name}\`): ${setting.remedy}.`,
      subject,
      ...(weak.confidence && { confidence: weak.confidence }),
      ...(weak.isLeftOut ? { severity: 'note' as const } : setting.severity && { severity: setting.severity }),
      category: 'terraform',
    });
  }
}

interface Weakness {
  readonly node: DocumentNode;
  readonly isLeftOut: boolean;
  readonly confidence?: Confidence | undefined;
}

function weaknessOf(setting: CloudSetting, node: DocumentNode): Weakness | undefined {
  const { leaves, lacking } = lookFor(node, setting.at.split('.'));
  const weak = leaves.find((leaf) => setting.there !== undefined || isWeak(leaf, setting));
  if (weak) return { node: weak, isLeftOut: false, confidence: setting.there ?? setting.confidence };
  const [first] = lacking;
  if (!first) return undefined;
  const confidence = first.isInBlock ? setting.leftOut : (setting.blockLeftOut ?? setting.leftOut);
  if (confidence === undefined || confidence === 'fine') return undefined;
  return { node: first.isInBlock ? first.node : (member(node, '@labels') ?? node), isLeftOut: true, confidence };
}

function isWeak(leaf: DocumentNode, { weak, strong }: CloudSetting): boolean {
  const value = writtenValue(leaf);
  if (value === undefined) return false;
  return weak?.includes(value) ?? (strong !== undefined && !strong.includes(value));
}

/** A value in lower case; undefined where it is computed. */
function writtenValue(leaf: DocumentNode): string | undefined {
  if (leaf.kind === 'array')
    return leaf.items.length === 0
      ? '[]'
      : leaf.items
          .map((each) => String(scalarOf(each)))
          .join(',')
          .toLowerCase();
  const value = scalarOf(leaf);
  if (value === undefined) return undefined;
  const written = leaf.file.text.slice(leaf.range.start, leaf.range.end);
  const isComputed = typeof value === 'string' && (!written.startsWith('"') || value.includes('${'));
  return isComputed ? undefined : String(value).toLowerCase();
}

interface Lacking {
  readonly node: DocumentNode;
  /** Whether a block that it belongs to is there. */
  readonly isInBlock: boolean;
}

/** What stands at the end of a path, and where a block has no such thing. */
function lookFor(root: DocumentNode, path: readonly string[]): { leaves: readonly DocumentNode[]; lacking: readonly Lacking[] } {
  const lacking: Lacking[] = [];
  let at: readonly DocumentNode[] = [root];
  for (const [depth, name] of path.entries()) {
    const isLast = depth === path.length - 1;
    const next: DocumentNode[] = [];
    for (const node of at) {
      const found = named(node, name, isLast);
      if (found.length > 0) next.push(...found);
      else lacking.push({ node, isInBlock: isLast && node !== root });
    }
    at = next;
  }
  return { leaves: at, lacking };
}

/** Members of a name: blocks one by one, those that `dynamic` makes as well; `flag[name=x]` are those blocks that have the value. */
function named(node: DocumentNode, segment: string, isLast: boolean): readonly DocumentNode[] {
  const [name = '', condition] = segment.split(/[[\]]/);
  if (condition !== undefined) return named(node, name, isLast).filter((each) => holds(each, condition));
  const direct = member(node, name);
  if (direct) {
    const blocks = itemsOf(direct).filter(({ kind }) => kind === 'object');
    return blocks.length > 0 ? blocks : isLast || direct.kind === 'object' ? [direct] : [];
  }
  const made = itemsOf(member(node, 'dynamic')).filter((each) => scalarOf(itemsOf(member(each, '@labels'))[0]) === name);
  return made.flatMap((each) => itemsOf(member(each, 'content')));
}

function isOfWeight({ onlyWith, unless }: CloudSetting, node: DocumentNode): boolean {
  return (onlyWith === undefined || holds(node, onlyWith)) && !(unless?.split(' ') ?? []).some((each) => holds(node, each));
}

/** Whether a setting is there, or has a value: `name`, `name=value`. */
function holds(node: DocumentNode, condition: string): boolean {
  const [path = '', value] = condition.split('=');
  const { leaves } = lookFor(node, path.split('.'));
  return value === undefined ? leaves.length > 0 : leaves.some((leaf) => String(scalarOf(leaf)).toLowerCase() === value);
}
