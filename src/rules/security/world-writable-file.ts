import { openFilesInJava, openFilesInScript } from './data/file-modes.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const worldWritableFile = patternRule({
  id: 'security/world-writable-file',
  title: 'Every user of the machine may change a file',
  reason:
    'What any user or process of the machine may write, any of them can exchange: settings, scripts and data that the program trusts because it wrote them.',
  remedy:
    'Give the owner alone what is needed: `0o600` for files, `0o700` for folders and programs. Share with a group where others must take part.',
  severity: 'warning',
  confidence: 'high',
  category: 'file-permissions',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [732, 276],
  sources: [
    { title: 'CWE-732: Incorrect Permission Assignment for Critical Resource', url: 'https://cwe.mitre.org/data/definitions/732.html' },
  ],
  limits: 'Modes that are computed are not seen. Folders with the sticky bit, as for temporary files, are left out.',
  examples: [
    {
      name: 'a file is made writable to all',
      base: {},
      head: { 'src/main/java/Store.java': 'class Store {\n  void open(File file) {\n    file.setWritable(true, false);\n  }\n}\n' },
      finds: ['src/main/java/Store.java:3 With `setWritable(true, false)` every user of the machine may change the file.'],
    },
    {
      name: 'a file is made writable to its owner',
      base: {},
      head: { 'src/main/java/Store.java': 'class Store {\n  void open(File file) {\n    file.setWritable(true);\n  }\n}\n' },
      finds: [],
    },
    {
      name: 'the mode lets all do everything',
      base: {},
      head: { 'src/store.ts': "import { chmodSync } from 'node:fs';\n\nexport const open = (path: string) => chmodSync(path, 0o777);\n" },
      finds: ['src/store.ts:3 With `0o777` every user of the machine may change the file.'],
    },
    {
      name: 'the mode lets others read',
      base: {},
      head: { 'src/store.ts': "import { chmodSync } from 'node:fs';\n\nexport const open = (path: string) => chmodSync(path, 0o755);\n" },
      finds: [],
    },
    {
      name: 'a file is written for all',
      base: {},
      head: {
        'src/store.js': "const fs = require('fs');\n\nexports.save = (path, text) => fs.writeFileSync(path, text, { mode: 0o666 });\n",
      },
      finds: ['src/store.js:3 With `0o666` every user of the machine may change the file.'],
    },
    {
      name: 'a file is written for its owner',
      base: {},
      head: {
        'src/store.js': "const fs = require('fs');\n\nexports.save = (path, text) => fs.writeFileSync(path, text, { mode: 0o600 });\n",
      },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, range, mode } of code.file.facts?.language === 'java' ? openFilesInJava(code) : openFilesInScript(code)) {
      yield { at, range, message: `With \`${mode}\` every user of the machine may change the file.` };
    }
  },
});
