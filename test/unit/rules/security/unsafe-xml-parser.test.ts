import { unsafeXmlParser } from '../../../../src/rules/security/unsafe-xml-parser.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/unsafe-xml-parser in Java', () => {
  fileCases(unsafeXmlParser, 'src/main/java/A.java', [
    [
      'finds SAX',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    SAXParserFactory factory = SAXParserFactory.newInstance();\n    factory.newSAXParser().parse(in, handler);\n  }\n}\n',
      ['4 The parser that SAXParserFactory makes follows external entities, so that a document can have files and addresses read.'],
    ],
    [
      'finds StAX',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    XMLInputFactory factory = XMLInputFactory.newInstance();\n    XMLStreamReader reader = factory.createXMLStreamReader(in);\n  }\n}\n',
      ['4 The parser that XMLInputFactory makes follows external entities, so that a document can have files and addresses read.'],
    ],
    [
      'finds half of a protection',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();\n    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);\n    DocumentBuilder builder = factory.newDocumentBuilder();\n    builder.parse(in);\n  }\n}\n',
      ['6 The parser that DocumentBuilderFactory makes follows external entities, so that a document can have files and addresses read.'],
    ],
    [
      'finds a stylesheet that is read',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    TransformerFactory factory = TransformerFactory.newInstance();\n    factory.newTransformer(new StreamSource(in)).transform(source, result);\n  }\n}\n',
      ['4 The parser that TransformerFactory makes follows external entities, so that a document can have files and addresses read.'],
    ],
    [
      'finds a schema that is read',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);\n    factory.newSchema(new StreamSource(in));\n  }\n}\n',
      ['4 The parser that SchemaFactory makes follows external entities, so that a document can have files and addresses read.'],
    ],
    [
      'finds dom4j',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    SAXReader reader = new SAXReader();\n    reader.read(in);\n  }\n}\n',
      ['4 The parser that SAXReader makes follows external entities, so that a document can have files and addresses read.'],
    ],
    [
      'finds a switch that is turned on',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    marshaller.setProcessExternalEntities(true);\n  }\n}\n',
      [
        '3 `setProcessExternalEntities(true)` has the parser follow external entities, so that a document can have files and addresses read.',
      ],
    ],
    [
      'leaves StAX without document types alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    XMLInputFactory factory = XMLInputFactory.newInstance();\n    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);\n    factory.createXMLStreamReader(in);\n  }\n}\n',
      [],
    ],
    [
      'leaves secure processing alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();\n    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);\n    factory.newDocumentBuilder().parse(in);\n  }\n}\n',
      [],
    ],
    [
      'leaves a document that is written alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Transformer transformer = TransformerFactory.newInstance().newTransformer();\n    transformer.transform(new DOMSource(document), new StreamResult(out));\n  }\n}\n',
      [],
    ],
    [
      'leaves a factory that is set up elsewhere alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();\n    protect(factory);\n    factory.newDocumentBuilder().parse(in);\n  }\n}\n',
      [],
    ],
    [
      'leaves a new document alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    DocumentBuilder builder = builders.get();\n    Document document = builder.newDocument();\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/unsafe-xml-parser in ${path}`, () => {
    fileCases(unsafeXmlParser, path, [
      [
        'finds entities',
        '',
        'libxmljs.parseXmlString(text, { noent: true });\n',
        ['1 `noent: true` has the parser put external entities into the document, so that it can have files and addresses read.'],
      ],
      [
        'finds options in a variable',
        '',
        'const options = { noblanks: true, noent: true };\nparse(text, options);\n',
        ['1 `noent: true` has the parser put external entities into the document, so that it can have files and addresses read.'],
      ],
      [
        'finds a document type',
        '',
        'libxmljs.parseXml(text, { dtdload: true, nonet: false });\n',
        ['1 `dtdload: true` has the parser put external entities into the document, so that it can have files and addresses read.'],
      ],
      ['leaves them off alone', '', 'libxmljs.parseXml(text, { noent: false });\n', []],
      ['leaves a setting alone', '', 'libxmljs.parseXml(text, { noent: options.entities });\n', []],
      ['leaves another parser alone', '', 'new XMLParser({ ignoreAttributes: false });\n', []],
    ]);
  });
}

describe('security/unsafe-xml-parser on switches and builders', () => {
  const factory = (...lines: readonly string[]): string =>
    `class Reader {\n  DocumentBuilder make() throws Exception {\n    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
  const disallowed = 'factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);';
  fileCases(unsafeXmlParser, 'src/main/java/Reader.java', [
    [
      'finds a builder where it is made',
      '',
      factory('return factory.newDocumentBuilder();'),
      ['4 The parser that DocumentBuilderFactory makes follows external entities, so that a document can have files and addresses read.'],
    ],
    [
      'finds a feature that is switched off',
      '',
      factory('factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);', 'return builder(factory);'),
      ['4 `disallow-doctype-decl` is switched so that the parser follows what a document names: it can have files and addresses read.'],
    ],
    ['leaves a builder with protection alone', '', factory(disallowed, 'return factory.newDocumentBuilder();'), []],
    [
      'leaves another feature alone',
      '',
      factory(disallowed, 'factory.setFeature("http://xml.org/sax/features/namespaces", false);', 'return factory.newDocumentBuilder();'),
      [],
    ],
  ]);
});
