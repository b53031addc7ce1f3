import { posix } from 'node:path';
import type { SourceFile } from '../../code/code-change.ts';
import { javaVersion, type Manifest, type ManifestFact } from './manifest-fact.ts';

/** One way to say something in a build file; the first group is the value. */
interface Pattern {
  readonly kind: ManifestFact['kind'];
  readonly name: string;
  readonly pattern: RegExp;
}

/** Of one name the first that is met counts: what sets the class files' version stands before what only sets the compiler. */
const patterns: readonly Pattern[] = [
  { kind: 'floor', name: 'Java', pattern: /\boptions\.release(?:\s*=\s*|\.set\(\s*|\s+)(\d{1,3})/ },
  { kind: 'floor', name: 'Java', pattern: /\btargetCompatibility(?:\s*=\s*|\s+)([\w."']{1,40})/ },
  { kind: 'floor', name: 'Java', pattern: /\bsourceCompatibility(?:\s*=\s*|\s+)([\w."']{1,40})/ },
  { kind: 'floor', name: 'Java', pattern: /\bJavaLanguageVersion\.of\(\s*["']?(\d{1,3})["']?\s*\)/ },
  { kind: 'floor', name: 'Java', pattern: /\bjvmToolchain\(\s*(\d{1,3})\s*\)/ },
  { kind: 'floor', name: 'Java', pattern: /\bjvmTarget(?:\s*=\s*|\.set\(\s*)(?:JvmTarget\.)?([\w."']{1,20})/ },
  {
    kind: 'floor',
    name: 'the Kotlin API',
    pattern: /\bapiVersion(?:\s*=\s*|\.set\(\s*)(?:KotlinVersion\.KOTLIN_)?["']?(\d{1,2}[._]\d{1,2})/,
  },
  { kind: 'floor', name: 'the Android SDK', pattern: /\bminSdk(?:Version)?(?:\s*=\s*|\s+|\(\s*)(\d{1,3})/ },
  { kind: 'coordinate', name: 'group', pattern: /^[ \t]*group(?:\s*=\s*|\s+)["']([\w.-]{1,200})["']/m },
  { kind: 'coordinate', name: 'rootProject.name', pattern: /\brootProject\.name\s*=\s*["']([\w.-]{1,200})["']/ },
];

/** What a build of Gradle says to consumers, as far as its text tells without running it; `api` dependencies are read with their versions' places. */
export function readGradle(file: SourceFile): Manifest {
  const text = withoutComments(file.text);
  const found = new Map<string, ManifestFact>();
  for (const { kind, name, pattern } of patterns) {
    const match = kind === 'coordinate' ? ofProject(text, pattern) : pattern.exec(text);
    const value = match?.[1]?.replaceAll(/["']/g, '');
    if (!match || value === undefined || found.has(name)) continue;
    const version = kind === 'floor' ? javaVersion(value) : undefined;
    if (kind === 'floor' && !version) continue;
    found.set(name, { kind, name, value, version, range: { start: match.index, end: match.index + match[0].length } });
  }
  const isApplication =
    /\b(?:org\.springframework\.boot|com\.android\.application)\b|\bid\s{0,4}\(?\s{0,4}["']application["']|^[ \t]{0,40}application[ \t]{0,40}$/m.test(
      text,
    );
  return { facts: [...found.values(), ...(isSettings(file.path) ? modules(text) : [])], isApplication };
}

/** The properties that name a package: Gradle's own, and those of the plugins that publish. */
const namingProperties: ReadonlyMap<string, string> = new Map([
  ['group', 'group'],
  ['GROUP', 'group'],
  ['POM_ARTIFACT_ID', 'artifactId'],
]);

/** What the properties of a build say to consumers. */
export function readGradleProperties({ text }: SourceFile): Manifest {
  const named = Array.from(text.matchAll(/^[ \t]*(\w+)[ \t]*[=:][ \t]*([\w.-]{1,200})[ \t]*$/gm), (match): ManifestFact[] => {
    const [whole, key = '', value = ''] = match;
    const name = namingProperties.get(key);
    const end = match.index + whole.trimEnd().length;
    return name === undefined ? [] : [{ kind: 'coordinate', name, value, range: { start: end - value.length, end } }];
  });
  return { facts: named.flat(), isApplication: false };
}

/** Tasks and publications have groups too: only what stands by itself, or holds for all projects, names the package. */
function ofProject(text: string, pattern: RegExp): RegExpExecArray | null {
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  for (let match = all.exec(text); match; match = all.exec(text)) {
    const around = blocksAround(text, match.index);
    if (around.every((block) => /\b(?:allprojects|subprojects)\s*$/.test(block))) return match;
  }
  return null;
}

/** What stands before each brace that is open at a place. */
function blocksAround(text: string, at: number): readonly string[] {
  const open: string[] = [];
  for (const brace of text.slice(0, at).matchAll(/[{}]/g))
    if (brace[0] === '}') open.pop();
    else open.push(text.slice(Math.max(0, brace.index - 60), brace.index));
  return open;
}

/** Comments as blanks, so that places stay. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:"'\w/])\/\/[^\n]*/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
}

/** Only there modules are included; in a build file `include` chooses files and what is packed together. */
function isSettings(path: string): boolean {
  return posix.basename(path).startsWith('settings');
}

function modules(text: string): readonly ManifestFact[] {
  return Array.from(text.matchAll(/^[ \t]*include\b[ \t]*\(?([^\n)]{1,2000})/gm), (statement) =>
    Array.from((statement[1] ?? '').matchAll(/["']:?([\w:.-]{1,200})["']/g), (match): ManifestFact => {
      const start = statement.index + statement[0].length - (statement[1] ?? '').length + match.index;
      const name = match[1] ?? '';
      return { kind: 'module', name: name.replaceAll(':', '/'), value: name, range: { start, end: start + match[0].length } };
    }),
  ).flat();
}
