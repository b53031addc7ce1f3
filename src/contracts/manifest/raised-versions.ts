import { posix } from 'node:path';
import { groupBy } from '../../base/group-by.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { isBelow, majorOf, rootOf } from './gradle-api.ts';
import { handedOnBy, type HandedOn } from './gradle-dependencies.ts';
import { innerModule } from './inner-module.ts';
import { readGradle, withoutComments } from './read-gradle.ts';
import { isCatalogue, readCatalogue } from './version-catalogue.ts';

/** A version that a file sets for the build files below its folder, and that is another major version now. */
interface RaisedVersion {
  /** What build files call it: `libs.acme.money`, or of a named version `moneyVersion`. */
  readonly called: string;
  /** The library, where the file says it. */
  readonly name?: string;
  readonly was: { readonly value: string; readonly file: SourceFile; readonly range: TextRange };
  readonly is: { readonly value: string; readonly file: SourceFile; readonly range: TextRange };
}

const mostBuildFiles = 400;

/** Major versions that a catalogue, the properties of a build or its root raises for what modules hand on to consumers. */
export async function raisedVersions(
  files: readonly ChangedFile[],
  { grep, read }: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const raised = files.flatMap(raisedIn);
  if (raised.length === 0) return [];
  // In a text it may stand behind a sign of money, which is a part of words in some searches.
  const words = raised.map(({ called }) => called.slice(called.lastIndexOf('.') + 1)).flatMap((word) => [word, `$${word}`]);
  const held = await grep('head', [...new Set(words)], ['.gradle', '.gradle.kts']);
  const paths = [...held.keys()].filter((path) => !innerModule.test(posix.dirname(path))).slice(0, mostBuildFiles);
  const texts = await read('head', paths);
  const builds = [...texts].map(([path, text]) => unchangedFile('head', path, text)).filter((file) => !readGradle(file).isApplication);
  // What was handed on before is what consumers have; a changed build file may have come to it with this change.
  const before = new Map(files.map(({ path, base }) => [path, base]));
  const uses = raised.flatMap((version) => {
    const build = builds.find((file) => usesOf(version, file).some((use) => wasThere(use, file, before)));
    return build ? [{ version, build, use: usesOf(version, build)[0] }] : [];
  });
  return [...groupBy(uses, ({ version }) => `${version.is.file.path} ${version.is.range.start}`).values()].flatMap((all) => {
    const [first] = all;
    return first?.use ? [changeOf(first.version, namesOf(all), first.build)] : [];
  });
}

function namesOf(all: readonly { readonly version: RaisedVersion; readonly use: HandedOn | undefined }[]): readonly string[] {
  return [...new Set(all.flatMap(({ version, use }) => version.name ?? use?.name ?? []))];
}

function usesOf({ called, is }: RaisedVersion, file: SourceFile): readonly HandedOn[] {
  const { path } = is.file;
  if (isCatalogue(path))
    return isBelow(file.path, rootOf(path)) ? handedOnBy(file).filter(({ by, name }) => by === 'catalogue' && name === called) : [];
  if (!isBelow(file.path, posix.dirname(path))) return [];
  const named = new RegExp(`\\$\\{?(?:[\\w.]{1,60}\\.)?${called.replaceAll('.', '\\.')}\\b`);
  return handedOnBy(file).filter(({ by, version }) => by === 'coordinates' && named.test(version));
}

function wasThere({ name }: HandedOn, { path }: SourceFile, before: ReadonlyMap<string, SourceFile | undefined>): boolean {
  if (!before.has(path)) return true;
  const base = before.get(path);
  return base !== undefined && handedOnBy(base).some((each) => each.name === name);
}

function raisedIn({ base, head }: ChangedFile): readonly RaisedVersion[] {
  if (!base || !head) return [];
  const [old, now] = [versionsIn(base), versionsIn(head)];
  return [...now].flatMap(([called, is]) => {
    const was = old.get(called);
    const [from, to] = [majorOf(was?.value ?? '')?.[0], majorOf(is.value)?.[0]];
    if (!was || from === undefined || to === undefined || from >= to || was.name !== is.name) return [];
    return [{ called, was: { ...was, file: base }, is: { ...is, file: head }, ...(is.name !== undefined && { name: is.name }) }];
  });
}

type Versions = ReadonlyMap<string, { readonly value: string; readonly name?: string; readonly range: TextRange }>;

function versionsIn(file: SourceFile): Versions {
  if (isCatalogue(file.path))
    return new Map(
      [...(readCatalogue(file) ?? [])].flatMap(([called, libraries]) =>
        libraries.length === 1
          ? libraries.flatMap(({ name, version, node }) =>
              version === undefined ? [] : [[called, { name, value: version, range: node.range }]],
            )
          : [],
      ),
    );
  return /(?:gradle\.properties|\.gradle(?:\.kts)?)$/.test(file.path) ? namedVersions(withoutComments(file.text)) : new Map();
}

/** `moneyVersion = '2.1.0'` and `val moneyVersion by extra("2.1.0")`. */
function namedVersions(text: string): Versions {
  const setting =
    /^[ \t]*(?:(?:ext|extra|project\.ext|rootProject\.ext)\.|(?:val|def|var|String)\s+|set\(\s*)?["']?([a-zA-Z][\w.-]{1,80})["']?\s*(?:=|by\s+extra\(|,)\s*["']?(\d[\w.+-]{0,40})/gm;
  return new Map(
    Array.from(text.matchAll(setting), ({ 0: whole, 1: name = '', 2: value = '', index }) => {
      const end = index + whole.length;
      return [name, { value, range: { start: end - value.length, end } }] as const;
    }),
  );
}

function changeOf({ was, is }: RaisedVersion, names: readonly string[], build: SourceFile): ContractChange {
  const [name = ''] = names;
  const more = names.length > 1 ? ` (and ${names.length - 1} more with this version)` : '';
  return {
    contract: 'manifest',
    change: 'api-dependency-major-raised',
    impact: 'risky',
    message: `The version of \`${name}\`${more} is ${is.value} instead of ${was.value}, and consumers get it with \`${build.path}\`: those who call it must follow to another major version.`,
    element: name,
    file: is.file,
    range: is.range,
    before: { file: was.file, range: was.range },
    deprecatedBefore: false,
    fix: { title: `Keep ${was.value}`, edits: [{ range: is.range, newText: was.file.text.slice(was.range.start, was.range.end) }] },
  };
}
