import { deepMerges } from './merging/deep-merges.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

const merge = (guard: string): string =>
  `export function merge(target, source) {\n  for (const key of Object.keys(source)) {\n${guard}    if (target[key]) merge(target[key], source[key]);\n    else target[key] = source[key];\n  }\n}\n`;
const guard = "    if (key === '__proto__' || key === 'constructor') continue;\n";
const set = (guarded: string): string =>
  `export function set(object, path, value) {\n  const parts = path.split('.');\n  const last = parts.pop();\n${guarded}  for (const part of parts) object = object[part];\n  object[last] = value;\n}\n`;

export const pollutingMerge = patternRule({
  id: 'security/polluting-merge',
  title: 'A deep copy follows names that lead to what all objects share',
  reason:
    'Under the names `__proto__` and `constructor` every object has what all objects share. A function that goes down by the names of another object, or by the parts of a path, writes there as well: data with such a name then changes every object of the program, checks of rights included.',
  remedy: 'Leave out `__proto__`, `constructor` and `prototype`, or go only into what the target has of its own (`Object.hasOwn`).',
  severity: 'warning',
  confidence: 'medium',
  category: 'prototype-pollution',
  languages: ['typescript', 'javascript'],
  cwe: [1321, 915],
  sources: [
    {
      title: 'OWASP Prototype Pollution Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Functions that call themselves with what is already in the target, and loops that go down the parts of a path. Whether strangers choose the names is not followed. A guard that names only one of `__proto__` and `constructor` is not enough.',
  examples: [
    {
      name: 'a merge calls itself',
      base: {},
      head: { 'src/merge.ts': merge('') },
      finds: [
        'src/merge.ts:4 `target[key]` is written under whatever names come: `__proto__` and `constructor` lead to what all objects share.',
      ],
    },
    { name: 'the names are left out', base: {}, head: { 'src/merge.ts': merge(guard) }, finds: [] },
    {
      name: 'a path is followed',
      base: {},
      head: { 'src/set.js': set('') },
      finds: [
        'src/set.js:5 `object[last]` is written under whatever names come: `__proto__` and `constructor` lead to what all objects share.',
      ],
    },
    {
      name: 'the parts of a path are looked at',
      base: {},
      head: { 'src/set.js': set("  if (/__proto__|constructor/.test(path)) throw new Error('no');\n") },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, target, key } of deepMerges(code)) {
      yield {
        at,
        range: at.node.range,
        message: `\`${target}[${key}]\` is written under whatever names come: \`__proto__\` and \`constructor\` lead to what all objects share.`,
      };
    }
  },
});
