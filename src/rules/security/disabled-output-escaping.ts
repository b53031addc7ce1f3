import { originOf } from '../../code/flow/origin.ts';
import { bare, visitsOf } from '../../code/walk.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { constantsOf } from '../../code/flow/constant.ts';
import type { Expression } from '../../code/expression.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { truthOf } from '../pattern/values.ts';

const flags: ReadonlyMap<string, boolean> = new Map([
  ['autoescape', false],
  ['noEscape', true],
  ['escapeMarkup', false],
  ['autoEscape', false],
  ['escapeHtml', false],
  ['sanitize', false],
]);
const engines = /handlebars|hbs|nunjucks|mustache|swig|eta|ejs|squirrelly|dot|marked|markdown|twig|liquid|i18n|hogan|consolidate/i;

export const disabledOutputEscaping = patternRule({
  id: 'security/disabled-output-escaping',
  title: 'What is put into a page is not escaped',
  reason:
    'A template engine or framework escapes what it puts into a page, so that text stays text. Where that is switched off, anything a user wrote can become a script in the pages of others.',
  remedy:
    'Leave escaping on, and mark single values that are markup of your own. Sanitize markup that others wrote with a library that is made for it.',
  severity: 'error',
  confidence: 'medium',
  category: 'xss',
  languages: ['typescript', 'javascript'],
  cwe: [79, 116],
  sources: [
    {
      title: 'OWASP Cross Site Scripting Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
  ],
  limits: 'Templates themselves are not read. What is known to be a fixed text is left out.',
  examples: [
    {
      name: 'a template is compiled without escaping',
      base: {},
      head: {
        'src/view.ts':
          "import Handlebars from 'handlebars';\n\nexport const view = (text: string) => Handlebars.compile(text, { noEscape: true });\n",
      },
      finds: ['src/view.ts:3 Escaping is switched off by `noEscape: true`: what users wrote becomes part of the page.'],
      fixed: {
        'src/view.ts':
          "import Handlebars from 'handlebars';\n\nexport const view = (text: string) => Handlebars.compile(text, { noEscape: false });\n",
      },
    },
    {
      name: 'a template is compiled as it is',
      base: {},
      head: { 'src/view.ts': "import Handlebars from 'handlebars';\n\nexport const view = (text: string) => Handlebars.compile(text);\n" },
      finds: [],
    },
    {
      name: 'an environment does not escape',
      base: {},
      head: { 'src/view.js': "const nunjucks = require('nunjucks');\n\nnunjucks.configure('views', { autoescape: false });\n" },
      finds: ['src/view.js:3 Escaping is switched off by `autoescape: false`: what users wrote becomes part of the page.'],
      fixed: { 'src/view.js': "const nunjucks = require('nunjucks');\n\nnunjucks.configure('views', { autoescape: true });\n" },
    },
    {
      name: 'an environment escapes',
      base: {},
      head: { 'src/view.js': "const nunjucks = require('nunjucks');\n\nnunjucks.configure('views', { autoescape: true });\n" },
      finds: [],
    },
  ],
  *look(code) {
    for (const at of code.properties(...flags.keys())) {
      const off = flags.get(at.key);
      const caller = at.object?.parent?.node;
      const origin = caller?.kind === 'call' || caller?.kind === 'new' ? originOf(caller, at) : undefined;
      if (truthOf(at.value, at) !== off || (at.key === 'sanitize' && !/marked|markdown/.test(origin ?? ''))) continue;
      if (!engines.test(origin ?? '') && !code.file.facts?.imports.some(({ source }) => engines.test(source))) continue;
      const kept = at.value.kind === 'true' || at.value.kind === 'false';
      yield {
        at,
        range: at.range,
        message: `Escaping is switched off by \`${at.key}: ${String(off)}\`: what users wrote becomes part of the page.`,
        ...(kept && { fix: { title: 'Leave escaping on', edits: [{ range: at.value.range, newText: String(off === false) }] } }),
      };
    }
    for (const sight of code.assignments('escapeMarkup', 'escape', 'autoescape')) {
      const value = bare(sight.node.value);
      const identity =
        value.kind === 'function' &&
        value.body.length === 1 &&
        value.body[0]?.kind === 'return' &&
        value.body[0].value?.kind === 'name' &&
        value.body[0].value.name === value.parameters[0];
      if (truthOf(value, sight) !== false && !identity) continue;
      if (sight.node.target.kind === 'member')
        yield {
          at: sight,
          range: sight.node.range,
          message: `Escaping is switched off by \`${sight.node.target.name}\`: what users wrote becomes part of the page.`,
        };
    }
    for (const sight of code.calls('resourceUrlWhitelist', 'trustedResourceUrlList')) {
      const open = visitsOf(sight.node.arguments, 'string').find(({ node }) => /^\*\*?$|:\/\/\*\*?[./]?/.test(node.value));
      if (open)
        yield {
          at: sight,
          range: sight.node.range,
          message: `\`${open.node.value}\` has AngularJS trust templates and scripts of any site.`,
        };
    }
    for (const sight of code.calls(
      'bypassSecurityTrustHtml',
      'bypassSecurityTrustScript',
      'bypassSecurityTrustUrl',
      'bypassSecurityTrustResourceUrl',
      'bypassSecurityTrustStyle',
    )) {
      const [given, ...more] = sight.node.arguments;
      if (!given || more.length > 0 || !sight.node.receiver || isHarmless(given, sight)) continue;
      yield { at: sight, range: sight.node.range, message: `\`${sight.node.name}\` puts the value into the page without a look at it.` };
    }
  },
});

/** A fixed text, or one that was made harmless on the spot. */
function isHarmless(given: Expression, scope: Scope): boolean {
  const value = bare(given);
  return (
    constantsOf(value, scope) !== undefined || (value.kind === 'call' && /^(?:sanitiz|sanitis|escape|encode|purify)/i.test(value.name))
  );
}
