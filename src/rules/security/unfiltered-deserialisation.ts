import { openReadersInJava, openReadersInScript } from './data/deserializers.ts';
import { patternRule } from '../pattern/pattern-rule.ts';

export const unfilteredDeserialisation = patternRule({
  id: 'security/unfiltered-deserialisation',
  title: 'Data decides which classes are made from it',
  reason:
    'A reader that makes objects of whatever class the data names, or functions from it, can be led to run code: the classes that are at hand are put together to do it. Who can write the data then owns the process.',
  remedy:
    'Read into types that the program names: JSON with a fixed class, a list of allowed types, a filter on the stream (`ObjectInputFilter`), a safe constructor or schema for YAML.',
  severity: 'error',
  confidence: 'medium',
  category: 'deserialization',
  yieldsTo: ['security/unsafe-deserialisation'],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [502],
  sources: [
    { title: 'OWASP Deserialization Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html' },
  ],
  limits:
    'Where the data comes from is not followed: what only the program itself has written is found as well. Filters that are set for the whole process are not seen.',
  examples: [
    {
      name: 'a stream is read without a filter',
      base: {},
      head: {
        'src/main/java/Inbox.java':
          'class Inbox {\n  Object next(InputStream in) throws Exception {\n    ObjectInputStream objects = new ObjectInputStream(in);\n    return objects.readObject();\n  }\n}\n',
      },
      finds: [
        'src/main/java/Inbox.java:4 `ObjectInputStream` without a filter makes objects of whatever class the data names, which can be led to run code.',
      ],
    },
    {
      name: 'a filter is set',
      base: {},
      head: {
        'src/main/java/Inbox.java':
          'class Inbox {\n  Object next(InputStream in) throws Exception {\n    ObjectInputStream objects = new ObjectInputStream(in);\n    objects.setObjectInputFilter(filter);\n    return objects.readObject();\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'YAML may hold functions',
      base: {},
      head: {
        'src/read.ts':
          "import yaml from 'js-yaml';\n\nexport const read = (text: string) => yaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA });\n",
      },
      finds: ['src/read.ts:3 `load` with the full schema makes objects of whatever class the data names, which can be led to run code.'],
    },
    {
      name: 'YAML is read as it is today',
      base: {},
      head: { 'src/read.ts': "import yaml from 'js-yaml';\n\nexport const read = (text: string) => yaml.load(text);\n" },
      finds: [],
    },
    {
      name: 'a package runs what it reads',
      base: {},
      head: { 'src/read.js': "const serialize = require('node-serialize');\n\nexports.read = (text) => serialize.unserialize(text);\n" },
      finds: [
        'src/read.js:3 `unserialize`, which can run functions from the data, makes objects of whatever class the data names, which can be led to run code.',
      ],
    },
    {
      name: 'JSON is read',
      base: {},
      head: { 'src/read.js': 'exports.read = (text) => JSON.parse(text);\n' },
      finds: [],
    },
  ],
  *look(code) {
    for (const { at, range, what, unsure, severity } of code.file.facts?.language === 'java'
      ? openReadersInJava(code)
      : openReadersInScript(code)) {
      yield {
        at,
        range,
        message: `${what} makes objects of whatever class the data names, which can be led to run code.`,
        ...(severity && { severity }),
        ...(unsure && { confidence: 'low' as const }),
      };
    }
  },
});
