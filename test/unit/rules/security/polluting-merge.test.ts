import { pollutingMerge } from '../../../../src/rules/security/polluting-merge.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, what: string): string =>
  `${line} \`${what}\` is written under whatever names come: \`__proto__\` and \`constructor\` lead to what all objects share.`;

for (const path of ['src/merge.ts', 'src/merge.js']) {
  const merge = (...lines: readonly string[]): string => `function merge(to, from) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  describe(`security/polluting-merge in ${path}`, () => {
    fileCases(pollutingMerge, path, [
      [
        'finds a loop over the names',
        '',
        merge('for (let k in from) {', '  if (typeof to[k] === "object") merge(to[k], from[k]);', '  else to[k] = from[k];', '}'),
        [found(4, 'to[k]')],
      ],
      [
        'finds a callback for each name',
        '',
        merge(
          'Object.entries(from).forEach(([k, v]) => {',
          '  const there = to[k];',
          '  if (there) merge(there, v);',
          '  else to[k] = v;',
          '});',
        ),
        [found(5, 'to[k]')],
      ],
      [
        'finds an arrow function with a guard that is not enough',
        '',
        'const extend = (to, from) => {\n  for (const k in from) {\n    if (k === "__proto__") continue;\n    if (to[k]) extend(to[k], from[k]);\n    else to[k] = from[k];\n  }\n};\n',
        [found(5, 'to[k]')],
      ],
      [
        'finds a path that is made on the way',
        '',
        "export function set(o, path, v) {\n  const keys = path.split('.');\n  for (let i = 0; i < keys.length - 1; i++) o = o[keys[i]] = o[keys[i]] || {};\n  o[keys[keys.length - 1]] = v;\n}\n",
        [found(4, 'o[keys[(keys.length-1)]]')],
      ],
      ['leaves a flat copy alone', '', merge('for (let k in from) to[k] = from[k];'), []],
      [
        'leaves what the target has of its own alone',
        '',
        merge('for (let k in from) {', '  if (Object.hasOwn(to, k)) merge(to[k], from[k]);', '  else to[k] = from[k];', '}'),
        [],
      ],
      [
        'leaves a list of names that are left out alone',
        '',
        `const blocked = ['__proto__', 'constructor'];\n${merge('for (let k in from) {', '  if (blocked.includes(k)) continue;', '  if (to[k]) merge(to[k], from[k]);', '  else to[k] = from[k];', '}')}`,
        [],
      ],
      [
        'leaves a copy alone that makes new objects',
        '',
        'function clone(from) {\n  const to = {};\n  for (let k in from) to[k] = typeof from[k] === "object" ? clone(from[k]) : from[k];\n  return to;\n}\n',
        [],
      ],
      [
        'leaves a walk down a tree alone',
        '',
        'function find(node, names, value) {\n  for (const name of names) node = node[name];\n  node[value] = 1;\n}\n',
        [],
      ],
    ]);
  });
}
