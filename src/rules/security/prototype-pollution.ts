import { flowRule } from './flow/flow-rule.ts';

export const prototypePollution = flowRule({
  id: 'security/prototype-pollution',
  danger: 'prototype',
  category: 'prototype-pollution',
  title: 'Data from outside is merged deeply, or chooses a property',
  reason: 'A key `__proto__` or `constructor` leads to what all objects share: who writes it changes the defaults of the whole program.',
  remedy: 'Merge only listed keys, refuse `__proto__`, `constructor` and `prototype`, or use a `Map` or an object without prototype.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['typescript', 'javascript'],
  cwe: [1321],
  sources: [
    {
      title: 'OWASP Prototype Pollution Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': "import _ from 'lodash';\n\nexport function show(req, res) {\n  _.merge(settings, req.body);\n}\n" },
      finds: ['src/page.js:4 `show` lets `req.body`, which comes from the body of the request, choose properties through `_.merge`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  settings.theme = String(req.body.theme);\n}\n' },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': "import _ from 'lodash';\n\nexport function show(req, res) {\n  _.merge(settings, req.body);\n}\n" },
      finds: ['src/page.ts:4 `show` lets `req.body`, which comes from the body of the request, choose properties through `_.merge`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  settings.theme = String(req.body.theme);\n}\n' },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} lets ${data}, which comes from ${from}, choose properties through ${sink}.`,
});
