import { flowRule } from './flow/flow-rule.ts';

export const unsafeDeserialisation = flowRule({
  id: 'security/unsafe-deserialisation',
  danger: 'deserialisation',
  category: 'deserialization',
  title: 'Objects are made of data from outside',
  reason: 'The data says which classes are made, and some classes run code while they are: who writes the data runs code on the server.',
  remedy: 'Read a plain format (JSON) into types of your own, or let through only listed classes (`ObjectInputFilter`, `SafeConstructor`).',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [502],
  sources: [
    { title: 'OWASP Deserialization Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html' },
  ],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    new java.io.ObjectInputStream(request.getInputStream()).readObject();\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` makes objects of `request.getInputStream()`, which comes from the request, through `java.io.ObjectInputStream`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    new com.fasterxml.jackson.databind.ObjectMapper().readValue(request.getInputStream(), Order.class);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.js':
          "import serialize from 'node-serialize';\n\nexport function show(req, res) {\n  serialize.unserialize(req.body.data);\n}\n",
      },
      finds: [
        'src/page.js:4 `show` makes objects of `req.body.data`, which comes from the body of the request, through `serialize.unserialize`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  JSON.parse(req.body.data);\n}\n' },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.ts':
          "import serialize from 'node-serialize';\n\nexport function show(req, res) {\n  serialize.unserialize(req.body.data);\n}\n",
      },
      finds: [
        'src/page.ts:4 `show` makes objects of `req.body.data`, which comes from the body of the request, through `serialize.unserialize`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  JSON.parse(req.body.data);\n}\n' },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} makes objects of ${data}, which comes from ${from}, through ${sink}.`,
});
