import { errorDetailInResponse } from '../../../../src/rules/security/error-detail-in-response.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/error-detail-in-response in Java', () => {
  fileCases(errorDetailInResponse, 'src/main/java/A.java', [
    [
      'finds a writer in a variable',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    PrintWriter out = response.getWriter();\n    try { run(); } catch (Exception e) { e.printStackTrace(out); }\n  }\n}\n',
      ['4 The stack trace of `e` is sent to the caller.'],
    ],
    [
      'finds the frames',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    try { run(); } catch (Exception e) { response.getWriter().println(e.getStackTrace()); }\n  }\n}\n',
      ['3 The stack trace of `e` is sent to the caller.'],
    ],
    [
      'finds a library',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    try { run(); } catch (Exception e) { response.getWriter().print(ExceptionUtils.getStackTrace(e)); }\n  }\n}\n',
      ['3 The stack trace of `e` is sent to the caller.'],
    ],
    [
      'leaves the console alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    try { run(); } catch (Exception e) { e.printStackTrace(); }\n  }\n}\n',
      [],
    ],
    [
      'leaves a log alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    try { run(); } catch (Exception e) { log.error("failed", e); }\n  }\n}\n',
      [],
    ],
    [
      'leaves a message alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    try { run(); } catch (Exception e) { response.getWriter().print("failed"); }\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/error-detail-in-response in ${path}`, () => {
    fileCases(errorDetailInResponse, path, [
      [
        'finds a stack',
        '',
        'export const f = (err, req, res, next) => res.json({ stack: err.stack });\n',
        ['1 The stack trace of `err` is sent to the caller.'],
      ],
      [
        'finds an error in an object',
        '',
        'export function f(req, res) {\n  try {\n    run();\n  } catch (err) {\n    res.json({ err });\n  }\n}\n',
        ['5 The whole of `err` is sent to the caller, with what is in it besides the message.'],
      ],
      [
        'finds an answer of Koa',
        '',
        'export function f(ctx) {\n  try {\n    run();\n  } catch (error) {\n    ctx.response.send(error.stack);\n  }\n}\n',
        ['5 The stack trace of `error` is sent to the caller.'],
      ],
      ['leaves a message alone', '', 'export const f = (err, req, res, next) => res.json({ message: err.message });\n', []],
      ['leaves a log alone', '', 'export const f = (err, req, res, next) => log.error(err.stack);\n', []],
      ['leaves the stack of cards alone', '', 'export const f = (game, res) => res.json({ cards: game.stack });\n', []],
    ]);
  });
}

describe('security/error-detail-in-response by way of a text', () => {
  const java = (...lines: readonly string[]): string =>
    `class Errors {\n  ResponseEntity<String> handle(Exception e) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
  const finds = (line: number): string => `${String(line)} The stack trace of \`e\` is sent to the caller.`;
  fileCases(errorDetailInResponse, 'src/main/java/Errors.java', [
    [
      'finds a trace that was printed into a buffer',
      '',
      java(
        'StringWriter out = new StringWriter();',
        'e.printStackTrace(new PrintWriter(out));',
        'return ResponseEntity.status(500).body(out.toString());',
      ),
      [finds(5)],
    ],
    [
      'finds a trace by way of a writer',
      '',
      java(
        'StringWriter out = new StringWriter();',
        'PrintWriter writer = new PrintWriter(out);',
        'e.printStackTrace(writer);',
        'return ResponseEntity.status(500).body(out.toString());',
      ),
      [finds(6)],
    ],
    ['finds the lines of a trace', '', java('return ResponseEntity.status(500).body(Arrays.toString(e.getStackTrace()));'), [finds(3)]],
    [
      'is silent where the buffer is logged',
      '',
      java(
        'StringWriter out = new StringWriter();',
        'e.printStackTrace(new PrintWriter(out));',
        'log.error(out.toString());',
        'return ResponseEntity.status(500).body("failed");',
      ),
      [],
    ],
  ]);
  fileCases(errorDetailInResponse, 'src/app.js', [
    [
      'finds what Koa answers',
      '',
      "app.on('error', (error, ctx) => {\n  ctx.body = error.stack;\n});\n",
      ['2 The stack trace of `error` is sent to the caller.'],
    ],
    ['is silent on another body', '', "app.on('error', (error, ctx) => {\n  report.body = error.stack;\n  ctx.body = 'failed';\n});\n", []],
  ]);
});
