import { unsafeDeserialisation } from '../../../../src/rules/security/unsafe-deserialisation.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string =>
  `import serialize from 'node-serialize';\nimport yaml from 'js-yaml';\n\nexport function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/unsafe-deserialisation in Java', () => {
  fileCases(unsafeDeserialisation, 'src/main/java/Page.java', [
    [
      'finds new java.io.ObjectInputStream(request.getInputStream());',
      '',
      java('new java.io.ObjectInputStream(request.getInputStream());'),
      ['5 `doGet` makes objects of `request.getInputStream()`, which comes from the request, through `java.io.ObjectInputStream`.'],
    ],
    [
      'finds new com.thoughtworks.xstream.XStream().fromXML(name);',
      '',
      java('new com.thoughtworks.xstream.XStream().fromXML(name);'),
      ['5 `doGet` makes objects of `request.getParameter("name")`, which comes from the request, through `fromXML`.'],
    ],
    [
      'finds new org.yaml.snakeyaml.Yaml().load(name);',
      '',
      java('new org.yaml.snakeyaml.Yaml().load(name);'),
      ['5 `doGet` makes objects of `request.getParameter("name")`, which comes from the request, through `load`.'],
    ],
    ['is silent on new ObjectMapper().readValue(name, Order.class);', '', java('new ObjectMapper().readValue(name, Order.class);'), []],
    [
      'is silent on new java.io.ObjectInputStream(new FileInputStream("a"));',
      '',
      java('new java.io.ObjectInputStream(new FileInputStream("a"));'),
      [],
    ],
    ['is silent on properties.load(name);', '', java('properties.load(name);'), []],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/unsafe-deserialisation in ${path}`, () => {
    fileCases(unsafeDeserialisation, path, [
      [
        'finds serialize.unserialize(req.body.data);',
        '',
        script('serialize.unserialize(req.body.data);'),
        ['5 `show` makes objects of `req.body.data`, which comes from the body of the request, through `serialize.unserialize`.'],
      ],
      [
        "finds serialize.unserialize(Buffer.from(data, 'base64').toString());",
        '',
        script('const data = req.cookies.profile;', "serialize.unserialize(Buffer.from(data, 'base64').toString());"),
        ['6 `show` makes objects of `req.cookies.profile`, which comes from the request, through `serialize.unserialize`.'],
      ],
      [
        'finds yaml.load(req.body.text, { schema: yaml.DEFAULT_FULL_SCHEMA });',
        '',
        script('yaml.load(req.body.text, { schema: yaml.DEFAULT_FULL_SCHEMA });'),
        ['5 `show` makes objects of `req.body.text`, which comes from the body of the request, through `yaml.load`.'],
      ],
      ['is silent on JSON.parse(req.body.data);', '', script('JSON.parse(req.body.data);'), []],
      ['is silent on yaml.load(req.body.text);', '', script('yaml.load(req.body.text);'), []],
      ['is silent on serialize.serialize(req.body);', '', script('serialize.serialize(req.body);'), []],
    ]);
  });
}
