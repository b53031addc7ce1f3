import * as z from 'zod/mini';
import { remembered } from '../../base/remembered.ts';
import { overlaps } from '../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import { member, shownRange, type DocumentNode, type ScalarNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { loweredFlags, type Elsewhere } from './safeguards/compiler-flags.ts';
import { lostModules } from './safeguards/lint-modules.ts';
import { settingsOf, type Settings } from '../document-settings.ts';
import { defineChangeRule } from '../rule.ts';

export const loweredStrictness = defineChangeRule({
  id: 'delivery/lowered-strictness',
  title: 'A compiler, a linter or a coverage threshold asks for less than before',
  reason:
    'What was asked of all code is asked of none from then on: errors that would have been seen at once are found in production, and it is rarely asked for again.',
  remedy: 'Keep the setting, and take out the one place that cannot hold to it, with a reason.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  needs: [],
  sources: [
    { title: 'TypeScript: strict', url: 'https://www.typescriptlang.org/tsconfig/#strict' },
    { title: 'JaCoCo: check', url: 'https://www.jacoco.org/jacoco/trunk/doc/check-mojo.html' },
  ],
  limits:
    'tsconfig, ESLint, Biome and oxlint configuration in JSON or YAML, flags of javac, Error Prone and NullAway, modules of Checkstyle and rules of PMD, thresholds of Jest, nyc, c8 and Codecov, and Maven (JaCoCo, Checkstyle, PMD, SpotBugs, Surefire). A configuration that begins to extend another may get the setting from there and is left alone; configuration that is code is not looked at.',
  examples: [
    {
      name: 'strict is turned off',
      base: { 'tsconfig.json': '{\n  "compilerOptions": { "strict": true }\n}\n' },
      head: { 'tsconfig.json': '{\n  "compilerOptions": { "strict": false }\n}\n' },
      finds: ['tsconfig.json:2 `strict` goes from `true` to `false`: the compiler lets errors pass that it has found so far.'],
      fixed: { 'tsconfig.json': '{\n  "compilerOptions": { "strict": true }\n}\n' },
    },
    {
      name: 'the coverage that is asked for is lowered',
      base: { '.nycrc': '{ "branches": 90 }\n' },
      head: { '.nycrc': '{ "branches": 70 }\n' },
      finds: ['.nycrc:1 The coverage that is asked for (`branches`) goes from `90` to `70`: that much code may lose its tests unseen.'],
    },
    {
      name: 'more is asked for',
      base: { 'tsconfig.json': '{ "compilerOptions": { "strict": false } }\n', '.nycrc': '{ "branches": 70 }\n' },
      head: { 'tsconfig.json': '{ "compilerOptions": { "strict": true } }\n', '.nycrc': '{ "branches": 90 }\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const file of change.files) {
      const kind = kinds.find(({ path }) => path.test(file.path));
      const elsewhere: Elsewhere = (holds) => textsAnew(change).some(({ path, text }) => path !== file.path && holds(text));
      if (kind && file.base && file.head && file.head.role !== 'vendored') yield* lowered(kind, file, file.base, file.head, elsewhere);
      if (/\.gradle(?:\.kts)?$/.test(file.path)) yield* loweredInGradle(file);
      yield* loweredFlags(file, elsewhere);
      yield* lostModules(file, change);
    }
  },
});

interface Kind {
  readonly path: RegExp;
  /** The settings by which it is known, and what it means that one has become weaker. */
  readonly isOne: (name: string) => boolean;
  readonly weaker: (old: ScalarNode, now: ScalarNode | undefined) => boolean;
  readonly says: (name: string) => string;
  readonly then: string;
}

const strictFlags =
  /^compilerOptions\.(?:strict\w*|alwaysStrict|noImplicit\w+|noUnchecked\w+|exactOptionalPropertyTypes|noUnused\w+|noFallthrough\w+|noPropertyAccess\w+|useUnknownInCatchVariables)$/;
const looseFlags = /^compilerOptions\.(?:allowUnreachableCode|allowUnusedLabels|suppress\w+|noCheck)$/;

const kinds: readonly Kind[] = [
  {
    path: /(?:^|\/)[tj]sconfig[\w.-]*\.json$/,
    isOne: (name) => strictFlags.test(name) || looseFlags.test(name),
    weaker: (old, now) =>
      looseFlags.test(`compilerOptions.${keyOf(old)}`)
        ? now?.value === true && old.value !== true
        : old.value === true && now?.value !== true,
    says: (name) => `\`${lastOf(name)}\``,
    then: 'the compiler lets errors pass that it has found so far',
  },
  {
    path: /(?:^|\/)\.eslintrc(?:\.json|\.ya?ml)?$/,
    isOne: (name) => /^rules\.[^.]+(?:\.0)?$/.test(name),
    weaker: (old, now) => level(old) > level(now),
    says: (name) => `The lint rule \`${name.replace(/^rules\.|\.0$/g, '')}\``,
    then: 'what it has found so far passes',
  },
  {
    path: /(?:^|\/)(?:\.?biome\.jsonc?|\.?oxlintrc\.jsonc?|\.stylelintrc(?:\.json|\.ya?ml)?)$/,
    isOne: (name) =>
      /^(?:linter\.|overrides\.\d+\.(?:linter\.)?)?(?:rules|categories)\.[^.]+(?:\.[^.]+){0,2}$|^(?:linter|formatter)\.enabled$/.test(name),
    weaker: (old, now) => level(old) > level(now) && (now !== undefined || old.value === true),
    says: (name) =>
      name.endsWith('enabled') ? `\`${name}\`` : `The lint rule \`${name.replace(/\.(?:level|0)$/, '').replace(/^.*\./, '')}\``,
    then: 'what it has found so far passes',
  },
  {
    path: /(?:^|\/)(?:package\.json|\.nycrc(?:\.json|\.ya?ml)?|\.c8rc\.json|jest\.config\.json|\.?codecov\.ya?ml)$/,
    isOne: (name) =>
      /(?:^|[.])coverageThreshold\..*(?:branches|functions|lines|statements)$|^(?:nyc\.|c8\.)?(?:branches|functions|lines|statements)$|^coverage\.status\.(?:project|patch)(?:\.\w+)?\.target$/.test(
        name,
      ),
    weaker: (old, now) => numeric(old) > numeric(now),
    says: (name) => `The coverage that is asked for (\`${lastOf(name)}\`)`,
    then: 'that much code may lose its tests unseen',
  },
  {
    path: /(?:^|\/)(?:package\.json|\.nycrc(?:\.json|\.ya?ml)?|\.c8rc\.json)$/,
    isOne: (name) => /^(?:nyc\.|c8\.)?check-coverage$/.test(name),
    weaker: (old, now) => old.value === true && now?.value !== true,
    says: () => '`check-coverage`',
    then: 'code may lose its tests unseen',
  },
  {
    path: /(?:^|\/)pom\.xml$/,
    isOne: (name) =>
      /(?:^|\.)compilerArgs?\.(?:arg\.)?(?:\d+)?$|(?:^|\.)compilerArgs\.arg$/.test(name) || /(?:^|\.)compilerArgument$/.test(name),
    weaker: (old, now) => /-Werror|-Xlint(?!:-)/.test(String(old.value)) && !now,
    says: () => 'What the compiler is told',
    then: 'its warnings no longer fail the build',
  },
  {
    path: /(?:^|\/)pom\.xml$/,
    isOne: (name) => /(?:^|\.)limits?\.(?:limit\.)?(?:\d+\.)?minimum$/.test(name),
    weaker: (old, now) => numeric(old) > numeric(now),
    says: () => 'The coverage that JaCoCo asks for',
    then: 'that much code may lose its tests unseen',
  },
  {
    path: /(?:^|\/)pom\.xml$/,
    isOne: (name) =>
      /(?:^|\.)(?:failOnViolation|failsOnError|failOnError|failOnWarning|maven\.test\.skip|skipTests|skipITs|testFailureIgnore|checkstyle\.skip|pmd\.skip|spotbugs\.skip|jacoco\.skip)$/.test(
        name,
      ),
    weaker: (old, now) =>
      keyOf(old).startsWith('fail') ? old.value === 'true' && now?.value === 'false' : old.value !== 'true' && now?.value === 'true',
    says: (name) => `\`${/(?:maven\.test\.|(?:checkstyle|pmd|spotbugs|jacoco)\.)?(?<!\w)\w+$/.exec(name)?.[0] ?? name}\``,
    then: 'what fails there no longer fails the build',
  },
];

/** `minimum = 0.9` of JaCoCo and `maxWarnings = 0` of Checkstyle in a build file of Gradle, which is code and no document. */
function* loweredInGradle({ base, head }: ChangedFile): Generator<FindingDraft> {
  if (!base || !head) return;
  const [before, after] = [gradleLimits(base), gradleLimits(head)];
  for (const [index, old] of before.entries()) {
    const now = before.length === after.length ? after[index] : undefined;
    if (now?.name !== old.name || (old.name === 'minimum' ? now.value >= old.value : now.value <= old.value)) continue;
    yield {
      message: `${old.name === 'minimum' ? 'The coverage that JaCoCo asks for' : `\`${old.name}\``} goes from \`${String(old.value)}\` to \`${String(now.value)}\`: ${old.name === 'minimum' ? 'that much code may lose its tests unseen' : 'what is found there no longer fails the build'}.`,
      place: { file: head, range: now.range },
      subject: `${old.name} ${String(index)} weaker`,
    };
  }
}

function gradleLimits({ text }: SourceFile) {
  const pattern = /^[^\S\n]{0,40}(minimum|maxWarnings|maxErrors)\s{0,4}=\s{0,4}["']?(\d{1,4}(?:\.\d{1,4})?)["']?/gm;
  return Array.from(text.matchAll(pattern), (match) => ({
    name: match[1] ?? '',
    value: Number(match[2]),
    range: { start: match.index + match[0].indexOf(match[1] ?? ''), end: match.index + match[0].length },
  }));
}

function* lowered(first: Kind, { path }: ChangedFile, base: SourceFile, head: SourceFile, elsewhere: Elsewhere): Generator<FindingDraft> {
  if (!base.document || !head.document || head.document.error || extendsMore(base, head)) return;
  const [before, after] = [settingsOf(base), settingsOf(head)];
  for (const kind of kinds.filter((each) => each === first || each.path.test(path))) {
    for (const [name, old] of before)
      if (kind.isOne(name) && (after.has(name) || !isSaidAnew(name, old, elsewhere))) yield* weaker(kind, name, old, after, head);
    for (const [name, now] of after) if (kind.isOne(name) && !before.has(name) && isWrittenAnew(now)) yield* turnedOff(kind, name, now);
  }
}

/** What the change writes into files of configuration, those that are code among them. */
const textsAnew = remembered(({ files }: CodeChange): readonly { readonly path: string; readonly text: string }[] =>
  files.flatMap(({ head }) => {
    if (!head || !/(?:config|rc|json|gradle|kts|xml|toml|ya?ml)$|config\.\w+$/.test(head.path)) return [];
    return [
      { path: head.path, text: head.touched.map(({ start, end }) => head.text.slice(start, Math.min(end, start + 20_000))).join('\n') },
    ];
  }),
);

/** The same setting with the same value moved into another file: `coverageThreshold` from package.json into jest.config.js. */
function isSaidAnew(name: string, { value }: ScalarNode, elsewhere: Elsewhere): boolean {
  const key = name.replace(/\.\d+$/, '').replace(/^.*\./, '');
  return (
    key !== '' &&
    elsewhere((text) => {
      const at = text.indexOf(key);
      return at !== -1 && text.slice(at, at + key.length + 40).includes(String(value));
    })
  );
}

function* weaker(kind: Kind, name: string, old: ScalarNode, after: Settings, head: SourceFile): Generator<FindingDraft> {
  const now = after.get(name) ?? after.get(`${name}.0`) ?? after.get(name.replace(/\.0$/, ''));
  if (
    !kind.weaker(old, now) ||
    (now && !isWrittenAnew(now)) ||
    isCovered(name, now, after) ||
    (now === undefined && isElsewhere(kind, old, after))
  )
    return;
  const root = head.document?.roots[0];
  const at: DocumentNode | undefined = now ?? nearest(root, name) ?? root;
  if (!at) return;
  yield {
    message: `${kind.says(name)} goes from \`${String(old.value)}\` to ${now ? `\`${String(now.value)}\`` : 'nothing'}: ${kind.then}.`,
    place: { file: head, range: shownRange(at) },
    subject: `${name} weaker`,
    related: [{ file: old.file, range: shownRange(old), caption: 'before' }],
    ...(now && {
      fixes: [
        {
          title: `Restore ${String(old.value)}`,
          safety: 'unsafe' as const,
          edits: [{ file: head, range: now.range, newText: old.file.text.slice(old.range.start, old.range.end) }],
        },
      ],
    }),
  };
}

/** What stands in a list has another number where something comes before it: it is told by its line. */
function isWrittenAnew({ file, range }: ScalarNode): boolean {
  return file.touched.some((each) => overlaps(each, range));
}

/** The same for what is gone under its number. */
function isElsewhere(kind: Kind, old: ScalarNode, after: Settings): boolean {
  if (!kind.path.test('pom.xml')) return false;
  for (const [name, now] of after) if (kind.isOne(name) && keyOf(now) === keyOf(old) && now.value === old.value) return true;
  return false;
}

/** A check that is named for the first time, to turn it off. */
function* turnedOff(kind: Kind, name: string, now: ScalarNode): Generator<FindingDraft> {
  const isSkip = /(?:skip\w*|testFailureIgnore|noCheck)$/i.test(name) && String(now.value) === 'true';
  const isSoft = /fail\w+$/.test(name) && now.value === 'false';
  const isStrictOff = strictFlags.test(name) && now.value === false && name.endsWith('.strict');
  if (!isSkip && !isSoft && !isStrictOff) return;
  yield {
    message: `${kind.says(name)} is set to \`${String(now.value)}\`: ${kind.then}.`,
    place: { file: now.file, range: shownRange(now) },
    subject: `${name} off`,
    confidence: 'medium',
  };
}

/** A flag that `strict` turns on needs no line of its own. */
function isCovered(name: string, now: ScalarNode | undefined, after: Settings): boolean {
  return (
    now === undefined &&
    /\.(?:strict\w+|noImplicitAny|noImplicitThis|alwaysStrict|useUnknownInCatchVariables)$/.test(name) &&
    after.get('compilerOptions.strict')?.value === true
  );
}

function extendsMore(base: SourceFile, head: SourceFile): boolean {
  const written = ({ document }: SourceFile): string => {
    const node = member(document?.roots[0], 'extends');
    return node ? node.file.text.slice(node.range.start, node.range.end) : '';
  };
  return written(head) !== '' && written(base) !== written(head);
}

function nearest(root: DocumentNode | undefined, name: string): DocumentNode | undefined {
  let at = root;
  let found: DocumentNode | undefined;
  for (const part of name.split('.')) {
    at = at?.kind === 'object' ? at.members.get(part) : undefined;
    if (at) found = at;
  }
  return found;
}

function level(node: ScalarNode | undefined): number {
  const value = String(node?.value ?? '');
  return /^(?:error|deny|2|true|on)$/.test(value) ? 2 : /^(?:warn|1)$/.test(value) ? 1 : 0;
}

/** `80`, `80%` and `0.8` as they are written; nothing asks for nothing. What is no number, such as `auto`, is never less. */
function numeric(node: ScalarNode | undefined): number {
  if (!node) return 0;
  const value = Number(String(node.value).replace(/%$/, ''));
  return Number.isNaN(value) ? 100 : value;
}

function keyOf(node: ScalarNode): string {
  return node.key ? node.file.text.slice(node.key.start, node.key.end).replace(/"/g, '') : '';
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
