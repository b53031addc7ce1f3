import { openedParsersInJava, openParsersInJava } from './data/xml-parsers.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { truthOf } from '../pattern/values.ts';

export const unsafeXmlParser = patternRule({
  id: 'security/unsafe-xml-parser',
  title: 'An XML parser fetches what a document asks for',
  reason:
    'A document can name files and addresses to be put into it (external entities). A parser that follows them reads files of the server, asks services behind the firewall, or is kept busy until it falls over, for whoever sent the document.',
  remedy:
    'Forbid document types: `factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)`; for StAX `factory.setProperty(XMLInputFactory.SUPPORT_DTD, false)`; for schemas and stylesheets set `ACCESS_EXTERNAL_DTD` and its kin to "".',
  severity: 'error',
  confidence: 'medium',
  category: 'xxe',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [611, 776],
  sources: [
    {
      title: 'OWASP XML External Entity Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'The factory is followed within one function. Where it is handed to another function it is taken to be set up there. What reads files that come with the program is less sure.',
  examples: [
    {
      name: 'a factory is used as it comes',
      base: {},
      head: {
        'src/main/java/Reader.java':
          'class Reader {\n  Document read(InputStream in) throws Exception {\n    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();\n    return factory.newDocumentBuilder().parse(in);\n  }\n}\n',
      },
      finds: [
        'src/main/java/Reader.java:4 The parser that DocumentBuilderFactory makes follows external entities, so that a document can have files and addresses read.',
      ],
    },
    {
      name: 'document types are forbidden',
      base: {},
      head: {
        'src/main/java/Reader.java':
          'class Reader {\n  Document read(InputStream in) throws Exception {\n    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();\n    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);\n    return factory.newDocumentBuilder().parse(in);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'entities are to be replaced',
      base: {},
      head: {
        'src/read.ts': "import { parseXml } from 'libxmljs';\n\nexport const read = (text: string) => parseXml(text, { noent: true });\n",
      },
      finds: [
        'src/read.ts:3 `noent: true` has the parser put external entities into the document, so that it can have files and addresses read.',
      ],
      fixed: {
        'src/read.ts': "import { parseXml } from 'libxmljs';\n\nexport const read = (text: string) => parseXml(text, { noent: false });\n",
      },
    },
    {
      name: 'entities are left alone',
      base: {},
      head: {
        'src/read.ts':
          "import { parseXml } from 'libxmljs';\n\nexport const read = (text: string) => parseXml(text, { noblanks: true });\n",
      },
      finds: [],
    },
    {
      name: 'a document type is loaded',
      base: {},
      head: {
        'src/read.js': "const libxmljs = require('libxmljs2');\n\nexports.read = (text) => libxmljs.parseXml(text, { dtdload: true });\n",
      },
      finds: [
        'src/read.js:3 `dtdload: true` has the parser put external entities into the document, so that it can have files and addresses read.',
      ],
      fixed: {
        'src/read.js': "const libxmljs = require('libxmljs2');\n\nexports.read = (text) => libxmljs.parseXml(text, { dtdload: false });\n",
      },
    },
    {
      name: 'a document type is not loaded',
      base: {},
      head: {
        'src/read.js': "const libxmljs = require('libxmljs2');\n\nexports.read = (text) => libxmljs.parseXml(text, { dtdload: false });\n",
      },
      finds: [],
    },
  ],
  *look(code) {
    if (code.file.facts?.language === 'java') {
      for (const { at, range, maker, made, ownFile } of openParsersInJava(code)) {
        yield {
          at,
          range,
          message: `The parser that ${maker} makes follows external entities, so that a document can have files and addresses read.`,
          ...(ownFile && { confidence: 'low' as const }),
          ...(made && { related: { range: made, caption: 'made here, without protection' } }),
        };
      }
      for (const { at, range, feature } of openedParsersInJava(code)) {
        yield {
          at,
          range,
          message: `\`${feature}\` is switched so that the parser follows what a document names: it can have files and addresses read.`,
        };
      }
      for (const sight of code.calls('setProcessExternalEntities', 'setSupportDtd')) {
        if (truthOf(sight.node.arguments[0], sight) === true)
          yield {
            at: sight,
            range: sight.node.range,
            message: `\`${sight.node.name}(true)\` has the parser follow external entities, so that a document can have files and addresses read.`,
          };
      }
      return;
    }
    for (const at of code.properties('noent', 'dtdload', 'replaceEntities', 'resolveExternals')) {
      if (truthOf(at.value, at) !== true) continue;
      yield {
        at,
        range: at.range,
        message: `\`${at.key}: true\` has the parser put external entities into the document, so that it can have files and addresses read.`,
        ...(at.value.kind === 'true' && { fix: { title: 'Leave them out', edits: [{ range: at.value.range, newText: 'false' }] } }),
      };
    }
  },
});
