import { pathTraversal } from '../../../../src/rules/security/path-traversal.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string =>
  `import fs from 'node:fs';\nimport path from 'node:path';\n\nexport function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/path-traversal in Java', () => {
  fileCases(pathTraversal, 'src/main/java/Page.java', [
    [
      'finds new File("/srv", name).delete();',
      '',
      java('new File("/srv", name).delete();'),
      ['5 `doGet` opens a file at a path with `request.getParameter("name")`, which comes from the request, through `File`.'],
    ],
    [
      'finds Files.readAllBytes(Paths.get("/srv/" + name));',
      '',
      java('Files.readAllBytes(Paths.get("/srv/" + name));'),
      ['5 `doGet` opens a file at a path with `request.getParameter("name")`, which comes from the request, through `Paths.get`.'],
    ],
    [
      'finds Path path = Path.of("/srv").resolve(name);',
      '',
      java('Path path = Path.of("/srv").resolve(name);'),
      ['5 `doGet` opens a file at a path with `request.getParameter("name")`, which comes from the request, through `resolve`.'],
    ],
    ['is silent on new File("/srv/a").delete();', '', java('new File("/srv/a").delete();'), []],
    [
      'is silent on new File("/srv/" + FilenameUtils.getName(name)).delete();',
      '',
      java('new File("/srv/" + FilenameUtils.getName(name)).delete();'),
      [],
    ],
    [
      'is silent on new File("/srv/" + name).delete();',
      '',
      java('if (name.contains("..")) return;', 'new File("/srv/" + name).delete();'),
      [],
    ],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/path-traversal in ${path}`, () => {
    fileCases(pathTraversal, path, [
      [
        "finds fs.createReadStream('/srv/' + req.params.name);",
        '',
        script("fs.createReadStream('/srv/' + req.params.name);"),
        ['5 `show` opens a file at a path with `req.params.name`, which comes from the request, through `fs.createReadStream`.'],
      ],
      [
        'finds fs.unlinkSync(file);',
        '',
        script("const file = path.join('/srv', req.query.file);", 'fs.unlinkSync(file);'),
        ['6 `show` opens a file at a path with `req.query.file`, which comes from the request, through `fs.unlinkSync`.'],
      ],
      [
        "finds res.sendFile(path.resolve('/srv', req.params.name));",
        '',
        script("res.sendFile(path.resolve('/srv', req.params.name));"),
        ['5 `show` opens a file at a path with `req.params.name`, which comes from the request, through `res.sendFile`.'],
      ],
      [
        "is silent on fs.readFileSync('/srv/' + path.basename(req.params.name));",
        '',
        script("fs.readFileSync('/srv/' + path.basename(req.params.name));"),
        [],
      ],
      [
        'is silent on fs.readFileSync(file);',
        '',
        script("const file = path.resolve('/srv', req.params.name);", "if (!file.startsWith('/srv/')) return;", 'fs.readFileSync(file);'),
        [],
      ],
      ["is silent on fs.writeFileSync('/srv/log', req.body.text);", '', script("fs.writeFileSync('/srv/log', req.body.text);"), []],
    ]);
  });
}
