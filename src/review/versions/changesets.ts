import { posix } from 'node:path';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { VersionStep } from '../../code/version.ts';
import type { TreeFiles } from '../tree-files.ts';

/** What one changeset says of one package (https://github.com/changesets/changesets). */
export interface ChangesetEntry {
  readonly file: SourceFile;
  readonly packageName: string;
  readonly step: VersionStep;
  /** The step alone. */
  readonly range: TextRange;
}

/** The changesets that the next release is made of, those of earlier changes too. */
export interface Changesets {
  readonly folder: string;
  readonly entries: readonly ChangesetEntry[];
  /** Package names are written in these quotes. */
  readonly quote: string;
  readonly isTaken: (path: string) => boolean;
}

/** Undefined where the repository does not use them. */
export async function readChangesets(files: TreeFiles): Promise<Changesets | undefined> {
  const paths = await files.paths('head', (path) => /(?:^|\/)\.changeset\/[^/]+\.(?:md|json)$/.test(path));
  const config = paths.find((path) => path.endsWith('/config.json'));
  if (config === undefined) return undefined;
  const folder = posix.dirname(config);
  const texts = paths.filter((path) => posix.dirname(path) === folder && path.endsWith('.md') && !path.endsWith('/README.md'));
  const entries = [...(await files.read('head', texts)).values()].flatMap(changesetEntries);
  const quote =
    entries.map(({ file, range }) => /(["'])[ \t]*:[ \t]*["']?$/.exec(file.text.slice(0, range.start))?.[1]).find(Boolean) ?? '"';
  return { folder, entries, quote, isTaken: (path) => paths.includes(path) };
}

/** What a text that may be a changeset says. */
export function changesetEntries(file: SourceFile): readonly ChangesetEntry[] {
  const head = /^---\r?\n([\s\S]{0,10000}?)\r?\n---/.exec(file.text)?.[1] ?? '';
  const start = file.text.indexOf(head);
  return Array.from(head.matchAll(/^(["']?)([@\w./-]{1,214})\1[ \t]*:[ \t]*["']?(major|minor|patch)\b/gm), (match): ChangesetEntry => {
    const [whole, , packageName = '', step = ''] = match;
    const end = start + match.index + whole.length;
    return { file, packageName, step: step as VersionStep, range: { start: end - step.length, end } };
  });
}

/** A changeset as the tool itself writes one. */
export function changesetText(packageName: string, step: VersionStep, says: readonly string[], { quote }: Changesets): string {
  const text = says.length === 1 ? (says[0] ?? '') : says.map((each) => `- ${each}`).join('\n');
  return `---\n${quote}${packageName}${quote}: ${step}\n---\n\n${text}\n`;
}

/** A path that is free, named after what it tells. */
export function newChangesetPath(about: string, { folder, isTaken }: Changesets): string {
  const words = about
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 6)
    .join('-');
  const names = [`${folder}/${words}.md`, ...Array.from({ length: 98 }, (_, index) => `${folder}/${words}-${index + 2}.md`)];
  return names.find((path) => !isTaken(path)) ?? `${folder}/${words}-again.md`;
}
