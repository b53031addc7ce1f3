import { flowRule } from './flow/flow-rule.ts';
import { joinedPaths } from './flow/joined-paths.ts';

export const pathTraversal = flowRule({
  id: 'security/path-traversal',
  danger: 'path',
  category: 'path-traversal',
  more: joinedPaths,
  title: 'Data from outside chooses a file',
  reason:
    '`../` and absolute paths lead out of the folder that is meant: who writes a part of the path reads, writes or deletes other files. Names inside an archive do the same to whoever unpacks it.',
  remedy:
    'Take the last part of the path only (`path.basename`, `getFileName`), or resolve it and check that the result still begins with the folder and a separator.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [22, 73],
  sources: [{ title: 'OWASP File Upload Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html' }],
  limits:
    'A path that is joined of such data and handed to a function of another file is found where the name of that function speaks of files, and is less sure. Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    new java.io.FileInputStream("/srv/files/" + name);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` opens a file at a path with `request.getParameter("name")`, which comes from the request, through `java.io.FileInputStream`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    new java.io.FileInputStream("/srv/files/" + FilenameUtils.getName(name));\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.js':
          "import fs from 'node:fs';\n\nexport function show(req, res) {\n  fs.readFile('/srv/files/' + req.params.name, done);\n}\n",
      },
      finds: ['src/page.js:4 `show` opens a file at a path with `req.params.name`, which comes from the request, through `fs.readFile`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.js':
          "import fs from 'node:fs';\nimport path from 'node:path';\n\nexport function show(req, res) {\n  fs.readFile('/srv/files/' + path.basename(req.params.name), done);\n}\n",
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/page.ts':
          "import fs from 'node:fs';\n\nexport function show(req, res) {\n  fs.readFile('/srv/files/' + req.params.name, done);\n}\n",
      },
      finds: ['src/page.ts:4 `show` opens a file at a path with `req.params.name`, which comes from the request, through `fs.readFile`.'],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.ts':
          "import fs from 'node:fs';\nimport path from 'node:path';\n\nexport function show(req, res) {\n  fs.readFile('/srv/files/' + path.basename(req.params.name), done);\n}\n",
      },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} opens a file at a path with ${data}, which comes from ${from}, through ${sink}.`,
});
