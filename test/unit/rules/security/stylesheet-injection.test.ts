import { stylesheetInjection } from '../../../../src/rules/security/stylesheet-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('security/stylesheet-injection in Java', () => {
  fileCases(stylesheetInjection, 'src/main/java/Page.java', [
    [
      'finds transformer.transform(source, result);',
      '',
      java(
        'Transformer transformer = factory.newTransformer(new StreamSource(new StringReader(name)));',
        'transformer.transform(source, result);',
      ),
      [
        '6 `doGet` runs a style sheet made of `request.getParameter("name")`, which comes from the request, through `transformer.transform`.',
      ],
    ],
    [
      'finds factory.newTransformer(new StreamSource(name)).transform(source, result);',
      '',
      java('factory.newTransformer(new StreamSource(name)).transform(source, result);'),
      ['5 `doGet` runs a style sheet made of `request.getParameter("name")`, which comes from the request, through `transform`.'],
    ],
    [
      'finds transformer.transform(source, result);',
      '',
      java(
        'Source sheet = new StreamSource(request.getInputStream());',
        'Transformer transformer = factory.newTransformer(sheet);',
        'transformer.transform(source, result);',
      ),
      ['7 `doGet` runs a style sheet made of `request.getInputStream()`, which comes from the request, through `transformer.transform`.'],
    ],
    [
      'is silent on transformer.transform(source, result);',
      '',
      java('Transformer transformer = factory.newTransformer(new StreamSource("a.xsl"));', 'transformer.transform(source, result);'),
      [],
    ],
    [
      'is silent on transformer.transform(new StreamSource(name), result);',
      '',
      java('Transformer transformer = factory.newTransformer();', 'transformer.transform(new StreamSource(name), result);'),
      [],
    ],
    [
      'is silent on transformer.transform(source, result);',
      '',
      java(
        'Transformer transformer = factory.newTransformer();',
        'transformer.setParameter("name", name);',
        'transformer.transform(source, result);',
      ),
      [],
    ],
  ]);
});
