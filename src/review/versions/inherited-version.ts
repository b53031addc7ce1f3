import { posix } from 'node:path';
import type { SourceFile } from '../../code/code-change.ts';
import { member, textOf } from '../../code/document-node.ts';
import { foldersAround, type TreeFiles } from '../tree-files.ts';

/** The path of the project that a Maven project inherits from, where it lies in the repository. */
export function parentPom(file: SourceFile): string | undefined {
  const root = file.document?.error ? undefined : file.document?.roots[0];
  const parent = member(root, 'parent');
  if (!parent) return undefined;
  const written = textOf(member(parent, 'relativePath')) ?? '../pom.xml';
  if (written.trim() === '') return undefined;
  const path = posix.join(posix.dirname(file.path), written.trim());
  const found = path.endsWith('.xml') ? path : posix.join(path, 'pom.xml');
  return found.startsWith('..') ? undefined : found;
}

/** The property that a Gradle build takes its version from: `version = ordersVersion`, `version = property("ordersVersion")`. */
export function gradleVersionName({ text }: SourceFile): string | undefined {
  const plain = /^[ \t]{0,40}(?:project\.)?version[ \t]{1,20}=?[ \t]{0,20}(?:rootProject\.|project\.|ext\.)?([A-Za-z]\w{0,60})[ \t]*\r?$/m;
  const quoted = /^[ \t]{0,40}(?:project\.)?version[ \t]{0,20}=?[ \t]{0,20}["']\$\{?(?:rootProject\.|project\.)?([A-Za-z]\w{0,60})\}?["']/m;
  const asked =
    /^[ \t]{0,40}(?:project\.)?version[ \t]{0,20}=?[ \t]{0,20}(?:project\.|rootProject\.)?(?:property|findProperty|providers\.gradleProperty)\(["']([A-Za-z]\w{0,60})["']\)/m;
  return [quoted, asked, plain].map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
}

/** What gives a property its value, in the build file itself or in the properties beside it and above it. */
export async function gradlePropertyFiles(file: SourceFile, files: TreeFiles): Promise<readonly SourceFile[]> {
  const paths = foldersAround(file.path).map((folder) => posix.join(folder, 'gradle.properties'));
  const read = await files.read('head', paths);
  return [file, ...paths.flatMap((path) => read.get(path) ?? [])];
}

/** `ordersVersion=1.2.0` of properties, `ext.ordersVersion = '1.2.0'`, `val ordersVersion = "1.2.0"` of a build file. */
export function gradleProperty(
  file: SourceFile,
  name: string,
): { readonly version: string; readonly range: { start: number; end: number } } | undefined {
  const pattern = file.path.endsWith('.properties')
    ? new RegExp(`^[ \\t]*${name}[ \\t]*[=:][ \\t]*([\\w.+-]{1,60})[ \\t]*\\r?$`, 'dm')
    : new RegExp(
        `^[ \\t]{0,40}(?:ext\\.|def[ \\t]+|val[ \\t]+|extra\\[["'])?${name}(?:["']\\])?[ \\t]*=[ \\t]*["']([\\w.+-]{1,60})["']`,
        'dm',
      );
  const [start, end] = pattern.exec(file.text)?.indices?.[1] ?? [];
  return start === undefined || end === undefined ? undefined : { version: file.text.slice(start, end), range: { start, end } };
}
