import { flowRule } from './flow/flow-rule.ts';

const store = (body: string): string => `const settings = {};\n\nexport function store(req, res) {\n${body}\n  res.end();\n}\n`;
const chosen =
  '`store` lets `req.body.name`, which comes from the body of the request, choose which property of `settings` is written: `__proto__` leads to what all objects share.';

export const propertyFromOutside = flowRule({
  id: 'security/property-from-outside',
  danger: 'property',
  category: 'prototype-pollution',
  title: 'Data from outside chooses which property is written',
  reason:
    'Every object has more names than were put into it: `__proto__`, `constructor`, `toString`. Who chooses the name replaces what the program counts on, and through `__proto__` changes all objects at once.',
  remedy:
    'Keep what strangers name in a `Map` or in an object without prototype (`Object.create(null)`), or look the name up in a list of those that are meant.',
  severity: 'warning',
  confidence: 'medium',
  yieldsTo: ['security/prototype-pollution', 'security/mass-assignment', 'security/polluting-merge'],
  languages: ['typescript', 'javascript'],
  cwe: [1321, 915],
  sources: [
    {
      title: 'OWASP Prototype Pollution Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Data is followed inside a function and through functions of the same file. A name with something fixed before it, a number, and one that was looked up (`Object.hasOwn`, `includes`) are left out.',
  examples: ['src/settings.ts', 'src/settings.js'].flatMap((path) => [
    {
      name: 'the request names the property',
      base: {},
      head: { [path]: store('  settings[req.body.name] = req.body.value;') },
      finds: [`${path}:4 ${chosen}`],
    },
    {
      name: 'only listed names are written',
      base: {},
      head: { [path]: store("  if (['theme', 'size'].includes(req.body.name)) settings[req.body.name] = req.body.value;") },
      finds: [],
    },
  ]),
  says: ({ where, data, from, sink }) =>
    `${where} lets ${data}, which comes from ${from}, choose which property ${writtenBy(sink)}: \`__proto__\` leads to what all objects share.`,
});

/** The object that is written to, or the function that writes. */
function writtenBy(sink: string): string {
  if (sink === '`[chosen]`') return 'is written';
  return /(?:\.|^`)(?:set|setWith|setProperty|defineProperty|dset|setValue|unsetValue|str)`$/.test(sink)
    ? `${sink} writes`
    : `of ${sink} is written`;
}
