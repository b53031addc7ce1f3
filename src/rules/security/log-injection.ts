import { flowRule } from './flow/flow-rule.ts';

export const logInjection = flowRule({
  id: 'security/log-injection',
  danger: 'log',
  category: 'log-injection',
  title: 'Data from outside is pasted into a line of the log',
  reason: 'A line break in it begins a line that looks like one of the program’s own: who writes it hides traces or lays false ones.',
  remedy:
    'Pass the value as an argument to a layout that encodes line breaks, log it as a field of a structured entry, or take line breaks out.',
  severity: 'note',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [117],
  sources: [{ title: 'OWASP Logging Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html' }],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import org.slf4j.Logger;\nimport javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  private Logger log;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    log.info("Hello " + name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:8 `doGet` pastes `request.getParameter("name")`, which comes from the request, into the log through `log.info`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import org.slf4j.Logger;\nimport javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  private Logger log;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    log.info("Hello " + name.replaceAll("[\\\\r\\\\n]", ""));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': 'export function show(req, res) {\n  console.log(`Hello ${req.query.name}`);\n}\n' },
      finds: ['src/page.js:2 `show` pastes `req.query.name`, which comes from the request, into the log through `console.log`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.js': "export function show(req, res) {\n  console.log(`Hello ${req.query.name.replace(/[\\r\\n]/g, '')}`);\n}\n" },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': 'export function show(req, res) {\n  console.log(`Hello ${req.query.name}`);\n}\n' },
      finds: ['src/page.ts:2 `show` pastes `req.query.name`, which comes from the request, into the log through `console.log`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: { 'src/page.ts': "export function show(req, res) {\n  console.log(`Hello ${req.query.name.replace(/[\\r\\n]/g, '')}`);\n}\n" },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} pastes ${data}, which comes from ${from}, into the log through ${sink}.`,
});
