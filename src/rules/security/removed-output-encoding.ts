import { shortened } from '../../base/shortened.ts';
import { edited } from '../safeguards/example.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { encoders } from './encoders.ts';

const java = (value: string): string =>
  `class Greeting {\n  void write(HttpServletRequest request, PrintWriter out) {\n    String name = request.getParameter("name");\n    out.print("<b>" + ${value} + "</b>");\n  }\n}\n`;
const script = (value: string): string => `export function row(order: Order) {\n  return \`<td>\${${value}}</td>\`;\n}\n`;

export const removedOutputEncoding = removalRule({
  id: 'security/removed-output-encoding',
  title: 'A value goes out without the encoding that it had',
  reason:
    'Encoding keeps a value from being read as markup, script, a path or a query. Without it whoever sets the value decides what the page, the shell or the database does.',
  remedy: 'Encode it again, for the place that it goes to. Where a template engine does that now, let the change show it.',
  severity: 'error',
  confidence: 'high',
  yieldsTo: ['security/disabled-output-escaping', 'security/cross-site-scripting'],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [116, 79],
  sources: [
    {
      title: 'OWASP Cross Site Scripting Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Knows encoders by their names. Finds nothing where the value is not used in the same function any more, or where another encoder is called.',
  kinds: [encoders],
  category: 'xss',
  message: ({ lost }, { name, before }) => `${name} sends \`${shortened(lost.key, 60)}\` out as it is: ${before} is gone.`,
  examples: [
    edited(
      'a parameter is written into a page as it is',
      'src/main/java/Greeting.java',
      java('Encode.forHtml(name)'),
      java('name'),
      ['2 `write` sends `name` out as it is: `Encode.forHtml(name)` is gone.'],
      java('Encode.forHtml(name)'),
    ),
    edited('another encoder is used', 'src/main/java/Greeting.java', java('Encode.forHtml(name)'), java('HtmlUtils.htmlEscape(name)')),
    edited(
      'a field is no longer escaped in a template',
      'src/row.ts',
      script('escapeHtml(order.note)'),
      script('order.note'),
      ['1 `row` sends `order.note` out as it is: `escapeHtml(order.note)` is gone.'],
      script('escapeHtml(order.note)'),
    ),
    edited('the field is no longer shown', 'src/row.ts', script('escapeHtml(order.note)'), script('order.total')),
    edited(
      'a value is put into an address as it is',
      'src/link.js',
      "exports.link = (term) => '/search?q=' + encodeURIComponent(term);\n",
      "exports.link = (term) => '/search?q=' + term;\n",
      ['1 `link` sends `term` out as it is: `encodeURIComponent(term)` is gone.'],
    ),
    edited(
      'the address is built by what encodes itself',
      'src/link.js',
      "exports.link = (term) => '/search?q=' + encodeURIComponent(term);\n",
      "exports.link = (term) => '/search?' + new URLSearchParams({ q: term });\n",
    ),
  ],
});
