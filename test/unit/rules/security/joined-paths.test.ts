import { pathTraversal } from '../../../../src/rules/security/path-traversal.ts';
import { fileCases } from '../rule-cases.ts';

const handler = (...lines: readonly string[]): string =>
  `import path from 'node:path';\nimport fs from 'node:fs';\n\nexport function show(req, res) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const says = (line: number, data: string, from = 'the request'): string =>
  `${String(line)} \`show\` opens a file at a path with \`${data}\`, which comes from ${from}, through \`path.join\`.`;

for (const file of ['src/show.js', 'src/show.ts']) {
  describe(`security/path-traversal of paths that other code opens in ${file}`, () => {
    fileCases(pathTraversal, file, [
      ['finds an argument', '', handler("extractFile(path.join('/srv', req.query.name));"), [says(5, 'req.query.name')]],
      ['finds a variable', '', handler("const at = path.join('/srv', req.params.name);", 'loadImage(at);'), [says(5, 'req.params.name')]],
      [
        'finds a property',
        '',
        handler("createFile({ filePath: path.join('/srv', req.body.name) });"),
        [says(5, 'req.body.name', 'the body of the request')],
      ],
      [
        'is silent where the path is looked at',
        '',
        handler("const at = path.join('/srv', req.params.name);", "if (at.startsWith('/srv/')) loadImage(at);"),
        [],
      ],
      ['is silent on the last part only', '', handler("loadImage(path.join('/srv', path.basename(req.params.name)));"), []],
      ['is silent where nothing is opened', '', handler("res.json({ at: path.join('/', req.params.name) });"), []],
      ['is silent on what is compared', '', handler("if (routes.has(path.join('/', req.params.name))) next();"), []],
    ]);
  });
}
