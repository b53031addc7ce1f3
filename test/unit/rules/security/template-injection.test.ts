import { templateInjection } from '../../../../src/rules/security/template-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private org.thymeleaf.TemplateEngine engine;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string =>
  `import ejs from 'ejs';\nimport handlebars from 'handlebars';\n\nexport function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/template-injection in Java', () => {
  fileCases(templateInjection, 'src/main/java/Page.java', [
    [
      'finds engine.process("Hello " + name, model);',
      '',
      java('engine.process("Hello " + name, model);'),
      ['6 `doGet` renders `request.getParameter("name")`, which comes from the request, as a template through `engine.process`.'],
    ],
    [
      'finds Velocity.evaluate(context, writer, "mail", name);',
      '',
      java('Velocity.evaluate(context, writer, "mail", name);'),
      ['6 `doGet` renders `request.getParameter("name")`, which comes from the request, as a template through `Velocity.evaluate`.'],
    ],
    [
      'finds engine.process(text, model);',
      '',
      java('String text = "Hi " + name + "!";', 'engine.process(text, model);'),
      ['7 `doGet` renders `request.getParameter("name")`, which comes from the request, as a template through `engine.process`.'],
    ],
    ['is silent on engine.process("hello", model);', '', java('engine.process("hello", model);'), []],
    [
      'is silent on Velocity.evaluate(context, writer, "mail", "Hello $name");',
      '',
      java('Velocity.evaluate(context, writer, "mail", "Hello $name");'),
      [],
    ],
    ['is silent on engine.process(name, model);', '', java('if (!templates.contains(name)) return;', 'engine.process(name, model);'), []],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/template-injection in ${path}`, () => {
    fileCases(templateInjection, path, [
      [
        "finds ejs.render('Hi ' + req.query.name);",
        '',
        script("ejs.render('Hi ' + req.query.name);"),
        ['5 `show` renders `req.query.name`, which comes from the request, as a template through `ejs.render`.'],
      ],
      [
        'finds handlebars.compile(text);',
        '',
        script('const text = `Hi ${req.body.name}`;', 'handlebars.compile(text);'),
        ['6 `show` renders `req.body.name`, which comes from the body of the request, as a template through `handlebars.compile`.'],
      ],
      [
        'finds ejs.compile(req.query.page);',
        '',
        script('ejs.compile(req.query.page);'),
        ['5 `show` renders `req.query.page`, which comes from the request, as a template through `ejs.compile`.'],
      ],
      [
        "is silent on ejs.render('Hi <%= name %>', { name: req.query.name });",
        '',
        script("ejs.render('Hi <%= name %>', { name: req.query.name });"),
        [],
      ],
      [
        "is silent on handlebars.compile('Hi {{name}}')({ name: req.query.name });",
        '',
        script("handlebars.compile('Hi {{name}}')({ name: req.query.name });"),
        [],
      ],
      ['is silent on moment.compile(req.query.name);', '', script('moment.compile(req.query.name);'), []],
    ]);
  });
}
