import { logInjection } from '../../../../src/rules/security/log-injection.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private org.slf4j.Logger log;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/log-injection in Java', () => {
  fileCases(logInjection, 'src/main/java/Page.java', [
    [
      'finds log.info("Hello " + name);',
      '',
      java('log.info("Hello " + name);'),
      ['6 `doGet` pastes `request.getParameter("name")`, which comes from the request, into the log through `log.info`.'],
    ],
    [
      'finds log.warn(line);',
      '',
      java('String line = "user=" + name;', 'log.warn(line);'),
      ['7 `doGet` pastes `request.getParameter("name")`, which comes from the request, into the log through `log.warn`.'],
    ],
    [
      'finds log.error("Failed for " + name, error);',
      '',
      java('log.error("Failed for " + name, error);'),
      ['6 `doGet` pastes `request.getParameter("name")`, which comes from the request, into the log through `log.error`.'],
    ],
    ['is silent on log.info("Hello");', '', java('log.info("Hello");'), []],
    ['is silent on log.info("Hello " + name.replace("\\n", ""));', '', java('log.info("Hello " + name.replace("\\n", ""));'), []],
    ['is silent on log.info("Hello " + Integer.parseInt(name));', '', java('log.info("Hello " + Integer.parseInt(name));'), []],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/log-injection in ${path}`, () => {
    fileCases(logInjection, path, [
      [
        "finds console.log('Hello ' + req.query.name);",
        '',
        script("console.log('Hello ' + req.query.name);"),
        ['2 `show` pastes `req.query.name`, which comes from the request, into the log through `console.log`.'],
      ],
      [
        'finds logger.warn(`no ${req.params.id}`);',
        '',
        script('logger.warn(`no ${req.params.id}`);'),
        ['2 `show` pastes `req.params.id`, which comes from the request, into the log through `logger.warn`.'],
      ],
      [
        'finds console.info(line);',
        '',
        script("const line = 'user=' + req.query.name;", 'console.info(line);'),
        ['3 `show` pastes `req.query.name`, which comes from the request, into the log through `console.info`.'],
      ],
      ["is silent on console.log('Hello');", '', script("console.log('Hello');"), []],
      [
        "is silent on console.log('Hello ' + encodeURIComponent(req.query.name));",
        '',
        script("console.log('Hello ' + encodeURIComponent(req.query.name));"),
        [],
      ],
      ["is silent on console.log('id ' + Number(req.query.id));", '', script("console.log('id ' + Number(req.query.id));"), []],
    ]);
  });
}

describe('security/log-injection through loggers that are made', () => {
  const made = (logger: string, ...lines: readonly string[]): string =>
    `import org.slf4j.*;\nimport javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private static final Logger log = ${logger};\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
  const pasted = (line: number, where: string, data: string, sink: string): string =>
    `${line} ${where} pastes ${data}, which comes from the request, into the log through \`${sink}\`.`;
  fileCases(logInjection, 'src/main/java/Page.java', [
    [
      'finds what is pasted into the line of a logger that a factory gave',
      '',
      made('LoggerFactory.getLogger(Page.class)', 'log.info("Hello " + name);'),
      [pasted(7, '`doGet`', '`request.getParameter("name")`', 'log.info')],
    ],
    [
      'leaves what was freed of line breaks alone, also where they are written out',
      '',
      made('LoggerFactory.getLogger(Page.class)', 'log.info("Hello " + name.replaceAll("[\\r\\n]", "_"));'),
      [],
    ],
  ]);
  fileCases(logInjection, 'src/page.ts', [
    [
      'finds it with loggers of libraries',
      '',
      "import winston from 'winston';\nimport { Logger } from '@nestjs/common';\nconst audit = winston.createLogger({});\nconst own = new Logger('own');\nexport function show(req, res) {\n  audit.info(`Hello ${req.query.name}`);\n  own.log('Hello ' + req.query.name);\n}\n",
      [pasted(6, '`show`', '`req.query.name`', 'audit.info'), pasted(7, '`show`', '`req.query.name`', 'own.log')],
    ],
    [
      'leaves a structured entry alone',
      '',
      "import winston from 'winston';\nconst audit = winston.createLogger({});\nexport function show(req, res) {\n  audit.info('hello', { name: req.query.name });\n}\n",
      [],
    ],
  ]);
});
