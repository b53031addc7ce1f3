import { flowRule } from './flow/flow-rule.ts';

export const sizeFromOutside = flowRule({
  id: 'security/size-from-outside',
  danger: 'size',
  category: 'dos',
  title: 'Data from outside says how much is made',
  reason: 'A large number takes all memory: one request stops the program.',
  remedy: 'Compare the number with a limit first.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['typescript', 'javascript'],
  cwe: [770, 400],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  Buffer.alloc(req.query.size);\n}\n' },
      finds: [
        'src/page.js:2 `show` makes something as large as `req.query.size`, which comes from the request, says through `Buffer.alloc`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  Buffer.alloc(1024);\n}\n' },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  Buffer.alloc(req.query.size);\n}\n' },
      finds: [
        'src/page.ts:2 `show` makes something as large as `req.query.size`, which comes from the request, says through `Buffer.alloc`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  Buffer.alloc(1024);\n}\n' },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} makes something as large as ${data}, which comes from ${from}, says through ${sink}.`,
});
