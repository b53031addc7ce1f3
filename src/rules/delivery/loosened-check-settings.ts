import * as z from 'zod/mini';
import { literalNumber } from '../../code/flow/literal-number.ts';
import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import type { Expression } from '../../code/expression.ts';
import { foldedText, visitsOf, type Visited } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { codeIn } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';

const path = 'eslint.config.js';
const eslint = (level: string): string => `export default [{ rules: { 'no-eval': ${level} } }];\n`;

export const loosenedCheckSettings = defineChangeRule({
  id: 'delivery/loosened-check-settings',
  title: 'Configuration that is code asks for less than before',
  reason: 'What was asked of all code is asked of none from then on. In a file of JavaScript it is seen even less than in one of settings.',
  remedy: 'Keep the setting, and take out the one place that cannot hold to it, with a reason.',
  severity: 'warning',
  confidence: 'high',
  languages: ['typescript', 'javascript'],
  needs: [],
  sources: [
    { title: 'ESLint: configure rules', url: 'https://eslint.org/docs/latest/use/configure/rules' },
    { title: 'Vitest: coverage thresholds', url: 'https://vitest.dev/config/#coverage-thresholds' },
  ],
  limits: 'ESLint, Jest, Vitest, Playwright and Next, as far as their settings are written down as literals in the file itself.',
  examples: [
    {
      name: 'a lint rule is turned off',
      base: { [path]: eslint("'error'") },
      head: { [path]: eslint("'off'") },
      finds: [`${path}:1 The lint rule \`no-eval\` goes from \`'error'\` to \`'off'\`: what it has found so far passes.`],
    },
    { name: 'a lint rule is turned on', base: { [path]: eslint("'off'") }, head: { [path]: eslint("'error'") }, finds: [] },
    {
      name: 'less coverage is asked for',
      base: { 'vitest.config.ts': 'export default defineConfig({ test: { coverage: { thresholds: { lines: 90 } } } });\n' },
      head: { 'vitest.config.ts': 'export default defineConfig({ test: { coverage: { thresholds: { lines: 70 } } } });\n' },
      finds: [
        'vitest.config.ts:1 The coverage that is asked for (`lines`) goes from `90` to `70`: that much code may lose its tests unseen.',
      ],
    },
    {
      name: 'more coverage is asked for',
      base: { 'vitest.config.ts': 'export default defineConfig({ test: { coverage: { thresholds: { lines: 70 } } } });\n' },
      head: { 'vitest.config.ts': 'export default defineConfig({ test: { coverage: { thresholds: { lines: 90 } } } });\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const { path: name, base, head } of change.files)
      if (base && head && configuration.test(name)) yield* loosened(settingsIn(base), settingsIn(head), { base, head });
  },
});

const configuration = /(?:^|\/)(?:eslint|jest|vitest|vite|playwright|next|nyc|c8)\.config\.[cm]?[jt]s$|(?:^|\/)\.eslintrc\.c?js$/;

interface Setting {
  readonly key: string;
  readonly value: Expression;
  readonly range: { readonly start: number; readonly end: number };
}

/** Every property by the names that lead to it. */
function settingsIn(file: SourceFile): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const { symbol, code } of codeIn(file)) {
    // The members of an object that is exported are symbols of their own.
    const own = symbol.kind === 'module' ? [] : symbol.qualifiedName.split('.');
    if (symbol.value) settings.set(own.join('\n'), { key: symbol.name, value: symbol.value, range: symbol.range });
    for (const visited of visitsOf(code, 'object')) {
      const around = [...own, ...keysTo(visited)];
      for (const { key, value, range } of visited.node.properties) {
        const name = [...around, key].join('\n');
        if (!settings.has(name)) settings.set(name, { key, value, range });
      }
    }
  }
  return settings;
}

function keysTo(visited: Visited): readonly string[] {
  const keys: string[] = [];
  let inner: Visited['node'] = visited.node;
  for (let at = visited.parent, depth = 0; at && depth < 30; inner = at.node, at = at.parent, depth += 1) {
    const { node } = at;
    const own = node.kind === 'object' ? node.properties.find(({ value }) => value === inner) : undefined;
    if (own) keys.unshift(own.key);
  }
  return keys;
}

interface Sides {
  readonly base: SourceFile;
  readonly head: SourceFile;
}

function* loosened(before: ReadonlyMap<string, Setting>, after: ReadonlyMap<string, Setting>, sides: Sides): Generator<FindingDraft> {
  for (const [name, old] of before) {
    const kind = kinds.find(({ isOne }) => isOne.test(name));
    const now = after.get(name);
    const [was, is] = [kind?.level(old.value), now ? kind?.level(now.value) : 0];
    if (!kind || was === undefined || is === undefined || is >= was || (!now && !kind.byItself)) continue;
    yield finding(kind, old.key, sides, now, old.value);
  }
  for (const [name, now] of after) {
    const kind = kinds.find(({ isOne }) => isOne.test(name));
    if (kind?.off && !before.has(name) && kind.level(now.value) === 0) yield finding(kind, now.key, sides, now);
  }
}

function finding(kind: Kind, key: string, { base, head }: Sides, now: Setting | undefined, old?: Expression): FindingDraft {
  const shown = now ? `\`${foldedText(head.text, now.value.range)}\`` : 'nothing';
  return {
    message: `${kind.says(key)} ${old ? `goes from \`${foldedText(base.text, old.range)}\` to ${shown}` : `is set to ${shown}`}: ${kind.then}.`,
    place: { file: head, range: now?.range ?? head.lines.lineRange(1) },
    subject: `${key} looser`,
    ...(!old && { confidence: 'medium' as const }),
  };
}

interface Kind {
  /** Of the names that lead to it, one a line. */
  readonly isOne: RegExp;
  readonly level: (value: Expression) => number | undefined;
  readonly says: (key: string) => string;
  readonly then: string;
  /** To leave it out is to ask for less as well. */
  readonly byItself?: true;
  /** A new setting that turns a check off counts, too. */
  readonly off?: true;
}

const kinds: readonly Kind[] = [
  {
    isOne: /(?:^|\n)rules\n[^\n]+$/,
    level: lintLevel,
    says: (key) => `The lint rule \`${key}\``,
    then: 'what it has found so far passes',
  },
  {
    isOne: /(?:^|\n)(?:coverageThreshold|thresholds?|check-coverage|coverage)\n(?:[^\n]+\n)?(?:branches|functions|lines|statements)$/,
    level: literalNumber,
    says: (key) => `The coverage that is asked for (\`${key}\`)`,
    then: 'that much code may lose its tests unseen',
    byItself: true,
  },
  {
    isOne: /(?:^|\n)(?:ignoreBuildErrors|ignoreDuringBuilds|passWithNoTests)$/,
    level: (value) => (value.kind === 'true' ? 0 : 1),
    says: (key) => `\`${key}\``,
    then: 'what fails there no longer fails the build',
    off: true,
  },
];

function lintLevel(value: Expression): number | undefined {
  const first = value.kind === 'array' ? value.elements[0] : value;
  const text = first?.kind === 'string' ? first.value : first?.kind === 'number' ? first.text : undefined;
  return text === undefined
    ? undefined
    : new Map([
        ['error', 2],
        ['2', 2],
        ['warn', 1],
        ['1', 1],
        ['off', 0],
        ['0', 0],
      ]).get(text);
}
