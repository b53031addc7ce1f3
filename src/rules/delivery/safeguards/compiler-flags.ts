import type { ChangedFile, SourceFile } from '../../../code/code-change.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { FindingDraft } from '../../../finding/draft.ts';

/** How much a compiler or a checker of a build is told to ask for. */
interface Flag {
  readonly level: number;
  readonly text: string;
  readonly range: TextRange;
}

const levels: ReadonlyMap<string, number> = new Map([
  ['error', 2],
  ['warn', 1],
  ['warning', 1],
  ['enable', 1],
  ['off', 0],
  ['disable', 0],
]);

/** What is told, by what it is about; group 1 is a level, group 2 a name, or the other way round. */
const inGradle: readonly RegExp[] = [
  /-Xep:(?<name>\w{2,60}):(?<level>ERROR|WARN|OFF)\b/g,
  /\bcheck\(\s{0,4}["'](?<name>\w{2,60})["']\s{0,4},\s{0,4}(?:net\.ltgt\.gradle\.errorprone\.)?(?:CheckSeverity\.)?(?<level>ERROR|WARN|OFF)\s{0,4}\)/g,
  /^[^\S\n]{0,40}(?:options\.errorprone\.)?(?<level>error|warn|enable|disable)[\s(]{1,2}["'](?<name>[A-Z]\w{2,60})["']\)?/gm,
];
const inMaven: readonly RegExp[] = [/-Xep:(?<name>\w{2,60}):(?<level>ERROR|WARN|OFF)\b/g];
const switches =
  /(?<werror>["']-Werror["'])|\ballWarningsAsErrors\s{0,4}(?:=|\.set\()\s{0,4}(?<all>true|false)|\b(?:isIgnoreFailures|ignoreFailures)\s{0,4}(?:=|\.set\()\s{0,4}(?<ignored>true|false)/g;

/** Whether what the change writes into one of the other files is so. */
export type Elsewhere = (holds: (text: string) => boolean) => boolean;

/** Checks of Error Prone, `-Werror` and `ignoreFailures` of Gradle, `-Xep:` of Maven, that ask for less than before. */
export function* loweredFlags({ path, base, head }: ChangedFile, elsewhere: Elsewhere): Generator<FindingDraft> {
  const isGradle = /\.gradle(?:\.kts)?$/.test(path);
  if (!base || !head || head.role === 'vendored' || (!isGradle && !/(?:^|\/)pom\.xml$/.test(path))) return;
  const after = flagsIn(head, isGradle);
  for (const [name, old] of flagsIn(base, isGradle)) {
    const now = after.get(name);
    if ((now?.level ?? 0) >= old.level || (!now && elsewhere((text) => text.includes(name)))) continue;
    yield {
      message: `${isCheck(name) ? `The check \`${name}\`` : `\`${name}\``} goes from \`${old.text}\` to ${now ? `\`${now.text}\`` : 'nothing'}: what it has found so far passes.`,
      place: { file: head, range: now?.range ?? head.lines.lineRange(1) },
      subject: `${name} weaker`,
      related: [{ file: base, range: old.range, caption: 'before' }],
      ...(!now && { confidence: 'medium' as const }),
    };
  }
  const ignored = after.get('ignoreFailures');
  if (ignored?.level !== 0 || flagsIn(base, isGradle).has('ignoreFailures')) return;
  yield {
    message: '`ignoreFailures` is set to `true`: what fails there no longer fails the build.',
    place: { file: head, range: ignored.range },
    subject: 'ignoreFailures off',
    confidence: 'medium',
  };
}

function isCheck(name: string): boolean {
  return /^[A-Z]/.test(name);
}

function flagsIn(file: SourceFile, isGradle: boolean): ReadonlyMap<string, Flag> {
  const found = new Map<string, Flag>();
  for (const pattern of isGradle ? inGradle : inMaven)
    for (const match of file.text.matchAll(pattern)) {
      const { name = '', level = '' } = match.groups ?? {};
      if (!found.has(name)) found.set(name, flag(match, levels.get(level.toLowerCase()) ?? 0));
    }
  for (const match of isGradle ? file.text.matchAll(switches) : []) {
    const { werror, all, ignored } = match.groups ?? {};
    if (werror !== undefined) found.set('-Werror', flag(match, 1));
    else if (all !== undefined) found.set('allWarningsAsErrors', flag(match, all === 'true' ? 1 : 0));
    else if (ignored === 'true') found.set('ignoreFailures', flag(match, 0));
  }
  return found;
}

function flag(match: RegExpExecArray, level: number): Flag {
  const lead = match[0].length - match[0].trimStart().length;
  return { level, text: match[0].trim(), range: { start: match.index + lead, end: match.index + match[0].length } };
}
