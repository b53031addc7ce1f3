import { removedOutputEncoding } from '../../../../src/rules/security/removed-output-encoding.ts';
import { fileCases } from '../rule-cases.ts';

const script = (body: string): string => `export function show(page, name) {\n  ${body}\n}\n`;
const java = (body: string): string => `class Page {\n  void show(Writer out, String name) {\n    ${body}\n  }\n}\n`;
const raw = (line: number, text: string, value = 'name'): string =>
  `${line} \`show\` sends \`${value}\` out as it is: \`${text}\` is gone.`;

for (const path of ['src/show.ts', 'src/show.js']) {
  describe(`security/removed-output-encoding in ${path}`, () => {
    fileCases(removedOutputEncoding, path, [
      [
        'finds markup that is no longer cleaned',
        script('page.innerHTML = DOMPurify.sanitize(name);'),
        script('page.innerHTML = name;'),
        [raw(1, 'DOMPurify.sanitize(name)')],
      ],
      [
        'finds a value in a sentence',
        script("return '<p>' + _.escape(name) + '</p>';"),
        script("return '<p>' + name + '</p>';"),
        [raw(1, '_.escape(name)')],
      ],
      [
        'finds an identifier that is no longer quoted',
        script('return db.query(`select * from ${mysql.escapeId(page.table)}`);'),
        script('return db.query(`select * from ${page.table}`);'),
        [raw(1, 'mysql.escapeId(page.table)', 'page.table')],
      ],
      ['leaves another encoder alone', script('page.innerHTML = escapeHtml(name);'), script('page.innerHTML = he.encode(name);'), []],
      ['leaves a value that is no longer used alone', script('page.innerHTML = escapeHtml(name);'), script("page.innerHTML = '';"), []],
      ['leaves text that needs no encoding alone', script('page.innerHTML = escapeHtml(name);'), script('setTextContent(page, name);'), []],
    ]);
  });
}

describe('security/removed-output-encoding in Java', () => {
  fileCases(removedOutputEncoding, 'src/main/java/Page.java', [
    [
      'finds text written as markup',
      java('out.write(HtmlUtils.htmlEscape(name));'),
      java('out.write(name);'),
      [raw(2, 'HtmlUtils.htmlEscape(name)')],
    ],
    [
      'finds an encoder of ESAPI that is gone',
      java('out.write("<i>" + ESAPI.encoder().encodeForHTML(name) + "</i>");'),
      java('out.write("<i>" + name + "</i>");'),
      [raw(2, 'ESAPI.encoder().encodeForHTML(name)')],
    ],
    [
      'finds an encoder of a variable that is gone',
      java('String safe = StringEscapeUtils.escapeHtml4(name); out.write(safe);'),
      java('String safe = name; out.write(safe);'),
      [raw(2, 'StringEscapeUtils.escapeHtml4(name)')],
    ],
    ['leaves a helper that escapes alone', java('out.write(HtmlUtils.htmlEscape(name));'), java('out.write(escaped(name));'), []],
    ['leaves an encoded literal alone', java('out.write(HtmlUtils.htmlEscape("a"));'), java('out.write("a");'), []],
    ['leaves another value alone', java('out.write(HtmlUtils.htmlEscape(name));'), java('out.write(total());'), []],
  ]);
});
