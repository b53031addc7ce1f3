import { unfilteredDeserialisation } from '../../../../src/rules/security/unfiltered-deserialisation.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/unfiltered-deserialisation in Java', () => {
  fileCases(unfilteredDeserialisation, 'src/main/java/A.java', [
    [
      'finds a stream on the spot',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Object o = new ObjectInputStream(in).readObject();\n  }\n}\n',
      ['3 `ObjectInputStream` without a filter makes objects of whatever class the data names, which can be led to run code.'],
    ],
    [
      'finds a decoder of XML',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    XMLDecoder decoder = new XMLDecoder(in);\n    decoder.readObject();\n  }\n}\n',
      [
        '4 `XMLDecoder`, which runs whatever the document says, makes objects of whatever class the data names, which can be led to run code.',
      ],
    ],
    [
      'finds Jackson’s default typing',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    ObjectMapper mapper = new ObjectMapper();\n    mapper.enableDefaultTyping();\n  }\n}\n',
      ['4 Jackson with `enableDefaultTyping` makes objects of whatever class the data names, which can be led to run code.'],
    ],
    [
      'finds a type by class',
      '',
      '@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)\nabstract class A {\n}\n',
      ['1 A type that is named by the class in the data makes objects of whatever class the data names, which can be led to run code.'],
    ],
    [
      'finds XStream as it comes',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    XStream xstream = new XStream();\n    xstream.fromXML(text);\n  }\n}\n',
      ['3 `XStream` without a list of types makes objects of whatever class the data names, which can be led to run code.'],
    ],
    [
      'leaves a stream with a filter alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    ObjectInputStream objects = new ObjectInputStream(in);\n    objects.setObjectInputFilter(filter);\n    objects.readObject();\n  }\n}\n',
      [],
    ],
    [
      'leaves an object that reads itself alone',
      '',
      'class A implements Serializable {\n  private void readObject(ObjectInputStream in) throws Exception {\n    in.defaultReadObject();\n    name = (String) in.readObject();\n  }\n}\n',
      [],
    ],
    [
      'leaves XStream with a list alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    XStream xstream = new XStream();\n    xstream.allowTypes(new Class[] { Order.class });\n  }\n}\n',
      [],
    ],
    ['leaves a type by name alone', '', '@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)\nabstract class A {\n}\n', []],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/unfiltered-deserialisation in ${path}`, () => {
    fileCases(unfilteredDeserialisation, path, [
      [
        'finds node-serialize',
        '',
        "const serialize = require('node-serialize');\nexports.read = (s) => serialize.unserialize(s);\n",
        [
          '2 `unserialize`, which can run functions from the data, makes objects of whatever class the data names, which can be led to run code.',
        ],
      ],
      [
        'finds the full schema in a variable',
        '',
        "import yaml from 'js-yaml';\nconst full = { schema: yaml.DEFAULT_FULL_SCHEMA };\nexport const read = (s) => yaml.safeLoad(s, full);\n",
        ['3 `safeLoad` with the full schema makes objects of whatever class the data names, which can be led to run code.'],
      ],
      [
        'finds the old default beside the safe one',
        '',
        "const yaml = require('js-yaml');\nexports.a = (s) => yaml.safeLoad(s);\nexports.b = (s) => yaml.load(s);\n",
        [
          '3 `load` with the default schema of the old version makes objects of whatever class the data names, which can be led to run code.',
        ],
      ],
      ['leaves the safe one alone', '', "const yaml = require('js-yaml');\nexports.a = (s) => yaml.safeLoad(s);\n", []],
      ['leaves today’s default alone', '', "import { load } from 'js-yaml';\nexport const a = (s) => load(s);\n", []],
      [
        'leaves another load alone',
        '',
        "import { load } from './shop.js';\nexport const a = (s) => load(s, { schema: DEFAULT_FULL_SCHEMA });\n",
        [],
      ],
    ]);
  });
}

const remote = (parameter: string, of = 'Remote'): string =>
  `import java.rmi.Remote;\n\ninterface Store extends ${of} {\n  void keep(${parameter}) throws RemoteException;\n}\n`;

describe('security/unfiltered-deserialisation by remote methods', () => {
  const found = (type: string): readonly string[] => [
    `4 The remote method \`keep\`, which is handed a ${type}, makes objects of whatever class the data names, which can be led to run code.`,
  ];
  fileCases(unfilteredDeserialisation, 'src/main/java/Store.java', [
    ['finds any object', '', remote('Object item'), found('Object')],
    ['finds a class', '', remote('Item item'), found('Item')],
    ['leaves texts and numbers alone', '', remote('String name, int count'), []],
    ['leaves another interface alone', '', remote('Object item', 'Local'), []],
  ]);
});
