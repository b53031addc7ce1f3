import { edited } from '../safeguards/example.ts';
import { sharedInJava, sharedInScript } from './data/shared-temporaries.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

const java = (made: string): string =>
  `import java.io.File;\n\nclass Export {\n  File file() throws Exception {\n    return ${made};\n  }\n}\n`;
const script = (path: string): string =>
  `import fs from 'node:fs';\nimport os from 'node:os';\nimport path from 'node:path';\n\nexport const save = (text) => fs.writeFileSync(${path}, text);\n`;

export const unsafeTemporaryFile = patternRule({
  id: 'security/unsafe-temporary-file',
  title: 'A temporary file can be foreseen or read by others on the machine',
  reason:
    'The temporary folder is everybody’s. Who can foresee the name puts a link there before, and has the program overwrite a file of its own; who can read the file sees what was only meant to pass through.',
  remedy:
    'Let the system make the file or folder: `fs.mkdtemp` in Node, `java.nio.file.Files.createTempFile` in Java. Both choose a name that cannot be foreseen and keep others out.',
  severity: 'warning',
  confidence: 'medium',
  category: 'temp-file',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [377, 379],
  sources: [{ title: 'CWE-377: Insecure Temporary File', url: 'https://cwe.mitre.org/data/definitions/377.html' }],
  limits:
    'Names are known where they are made of fixed words, the time and the number of the process. Whether the machine has other users is not known. A text that is fixed in the code is less sure.',
  examples: [
    edited(
      'a file is made for all to read',
      'src/main/java/Export.java',
      '',
      java('File.createTempFile("export", ".csv")'),
      ['5 `File.createTempFile` makes a file that everybody on the machine can read.'],
      java('java.nio.file.Files.createTempFile("export", ".csv").toFile()'),
    ),
    edited('a file is made for one user', 'src/main/java/Export.java', '', java('Files.createTempFile("export", ".csv").toFile()')),
    ...['src/export.ts', 'src/export.js'].flatMap((path) => [
      edited('a name can be foreseen', path, '', script("path.join(os.tmpdir(), 'export.csv')"), [
        '5 `writeFileSync` writes to a name in the shared temporary folder that others can foresee.',
      ]),
      edited('the folder is made anew', path, '', script("path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'export-')), 'export.csv')")),
    ]),
  ],
  *look(code) {
    for (const { what, ...sighting } of code.file.facts?.language === 'java' ? sharedInJava(code) : sharedInScript(code)) {
      yield { ...sighting, message: `${what}.` };
    }
  },
});
