import assert from 'node:assert/strict';
import { commandInjection } from '../../../../src/rules/security/command-injection.ts';
import { crossSiteScripting } from '../../../../src/rules/security/cross-site-scripting.ts';
import { sqlBuiltFromStrings } from '../../../../src/rules/security/sql-built-from-strings.ts';
import { reviewTexts } from '../../review/reviewing.ts';
import { expectFindings } from '../rule-cases.ts';

const path = 'src/page.js';

describe('a flow of data from outside', () => {
  it('shows its way as related places', async () => {
    const head =
      'function greeting(name) {\n  return `Hello ${name}`;\n}\nexport function show(req, res) {\n  const name = req.query.name;\n  res.send(greeting(name));\n}\n';
    const [finding] = await expectFindings(crossSiteScripting, {}, { [path]: head }, [
      `${path}:6 \`show\` makes \`req.query.name\`, which comes from the request, part of a page unescaped through \`res.send\`.`,
    ]);
    assert.deepEqual(
      finding?.related.map(({ caption, start }) => `${start.line} ${caption}`),
      ['5 comes from the request', '5 kept in `name`', '6 handed to `greeting`', '2 becomes part of this text', '2 returned here'],
    );
  });

  it('is found at the call in touched code, where it arrives in a helper that is not touched', async () => {
    const helper = 'function send(res, text) {\n  res.send(text);\n}\n';
    const base = `${helper}export function show(req, res) {\n  send(res, 'Hello');\n}\n`;
    const head = `${helper}export function show(req, res) {\n  send(res, req.query.name);\n}\n`;
    await expectFindings(crossSiteScripting, { [path]: base }, { [path]: head }, [
      `${path}:5 \`show\` makes \`req.query.name\`, which comes from the request, part of a page unescaped through \`res.send\`.`,
    ]);
  });

  it('is followed up to a limit, which is told once for all rules', async () => {
    const head = `export const all = [${'1,\n'.repeat(130_000)}];\nexport function show(req, res) {\n  res.send(req.query.name);\n}\n`;
    const { findings, notices } = await reviewTexts({}, { [path]: head }, [crossSiteScripting, commandInjection, sqlBuiltFromStrings]);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      notices.map(({ id, path: of, message }) => [id, of, message]),
      [
        [
          'partly-checked',
          path,
          `Not all of ${path} was checked: data from outside was followed through its code only up to a limit, since the code is very long or very deeply nested.`,
        ],
      ],
    );
  });

  it('ends in functions that call each other without end', async () => {
    const head =
      'function a(x) { return b(x); }\nfunction b(x) { return a(x); }\nexport function show(req, res) {\n  res.send(String(a(1)));\n}\n';
    await expectFindings(crossSiteScripting, {}, { [path]: head }, []);
  });

  it('knows what a condition lets through on each way', async () => {
    const head =
      "export function show(req, res) {\n  const { name } = req.query;\n  if (/^[a-z]+$/.test(name)) res.send(name);\n  else res.send('no ' + name);\n}\n";
    await expectFindings(crossSiteScripting, {}, { [path]: head }, [
      `${path}:4 \`show\` makes \`req.query\`, which comes from the request, part of a page unescaped through \`res.send\`.`,
    ]);
  });

  it('follows lists, callbacks and promises', async () => {
    const head =
      "export function show(req, res) {\n  const names = [req.query.a, 'b'].map((name) => name.trim());\n  Promise.resolve(names).then((all) => res.send(all.join(' ')));\n}\n";
    await expectFindings(crossSiteScripting, {}, { [path]: head }, [
      `${path}:3 \`show\` makes \`req.query.a\`, which comes from the request, part of a page unescaped through \`res.send\`.`,
    ]);
  });
});

describe('the tables of flows', () => {
  it('take more sinks, sources and sanitisers from a standard', async () => {
    const head =
      'export function show(req, res) {\n  legacy.shell(req.query.a);\n}\nexport function other() {\n  legacy.shell(gateway.read());\n  legacy.shell(wash(gateway.read()));\n}\n';
    const options = { sinks: [{ call: 'legacy.shell', argument: 0 }], sources: [{ call: 'gateway.read' }], sanitisers: [{ call: 'wash' }] };
    await expectFindings(
      commandInjection,
      {},
      { [path]: head },
      [
        `${path}:2 \`show\` runs a command with \`req.query.a\`, which comes from the request, through \`legacy.shell\`.`,
        `${path}:5 \`other\` runs a command with \`gateway.read()\`, which comes from \`gateway.read\`, through \`legacy.shell\`.`,
      ],
      options,
    );
    await expectFindings(commandInjection, {}, { [path]: head }, []);
  });
});

describe('security/sql-built-from-strings with a request', () => {
  const java = (value: string): string =>
    `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, java.sql.Statement statement) {\n    String name = request.getParameter("name");\n    String value = ${value};\n    statement.executeQuery("select * from users where name = '" + value + "'");\n  }\n}\n`;

  it('is sure where the request arrives in the statement', async () => {
    const [finding] = await expectFindings(sqlBuiltFromStrings, {}, { 'src/main/java/Page.java': java('name.trim()') }, [
      'src/main/java/Page.java:6 `doGet` pastes `request.getParameter("name")` into an SQL statement instead of passing it as a parameter.',
    ]);
    assert.equal(finding?.confidence, 'high');
    assert.equal(finding.related[0]?.caption, 'comes from the request');
  });

  it('is not sure where something else does', async () => {
    const [finding] = await expectFindings(sqlBuiltFromStrings, {}, { 'src/main/java/Page.java': java('1 > 2 ? name : settings.get()') }, [
      'src/main/java/Page.java:6 `doGet` pastes `request.getParameter("name")` and `settings.get()` into an SQL statement instead of passing them as parameters.',
    ]);
    assert.equal(finding?.confidence, 'low');
  });
});
