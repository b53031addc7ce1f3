import * as z from 'zod/mini';
import { shortened } from '../../base/shortened.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';
import { isTemplate, rawOutputs } from './web/template-outputs.ts';

/** What roles are told by is the language of a file, and templates have none. */
const isAside = /(?:^|\/)(?:examples?|docs?|tests?|__tests__|fixtures|e2e|node_modules|vendor)\//;

export const unescapedTemplateOutput = defineChangeRule({
  id: 'security/unescaped-template-output',
  title: 'A template writes a value into the page as it is',
  reason:
    'Template engines escape what they write, so that text stays text. Each has a mark that has a value stand there as it is, and inside of a script escaping for a page does not help: whoever had a hand in the value writes markup or a script of his own.',
  remedy:
    'Use the mark that escapes. Sanitize markup that has to stay markup where it comes in, and hand values to a script as JSON in an element of its own (`type="application/json"`).',
  severity: 'warning',
  confidence: 'medium',
  yieldsTo: ['security/removed-template-escaping'],
  languages: 'any',
  needs: [],
  cwe: [79, 116],
  sources: [
    {
      title: 'OWASP Cross Site Scripting Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Templates of EJS, Handlebars, Mustache, Pug, Nunjucks, Twig, Liquid, Vue, Svelte, JSP, Thymeleaf, FreeMarker and JSF, by their endings. Of a JSP, which escapes nothing, only what is written straight from the request. Where the value comes from is not followed. Layouts, translations, icons, and what is called sanitized or safe are left out, and so are templates of code.',
  examples: [
    {
      name: 'a value is written as it is',
      base: {},
      head: { 'views/user.ejs': '<h1><%- user.name %></h1>\n' },
      finds: ['views/user.ejs:1 `user.name` is written into the page as it is by `<%-`: markup in it is markup of the page.'],
    },
    {
      name: 'a value is escaped',
      base: {},
      head: { 'views/user.ejs': "<%- include('head') %>\n<h1><%= user.name %></h1>\n" },
      finds: [],
    },
    {
      name: 'a value is written into a script',
      base: {},
      head: { 'views/user.hbs': '<script>\n  const name = "{{user.name}}";\n</script>\n' },
      finds: ['views/user.hbs:2 `user.name` is escaped for a page, but stands in a script, which reads it in another way.'],
    },
  ],
  options: z.object({}),
  *check(change) {
    for (const { head } of change.files) if (head) yield* rawIn(head);
  },
});

function* rawIn(file: SourceFile): Generator<FindingDraft> {
  if (!isTemplate(file.path) || isAside.test(file.path) || /^(?:generated|vendored|test|example|documentation)$/.test(file.role)) return;
  for (const { range, value, mark } of rawOutputs(file.path, file.text)) {
    if (!file.touched.some(({ start, end }) => start <= range.start && range.start < end)) continue;
    const shown = `\`${shortened(value.replaceAll(/\s+/g, ' '), 60)}\``;
    yield {
      message:
        mark === undefined
          ? `${shown} is escaped for a page, but stands in a script, which reads it in another way.`
          : `${shown} is written into the page as it is by \`${mark}\`: markup in it is markup of the page.`,
      place: { file, range },
      subject: `${mark ?? 'script'} ${value}`,
      properties: { category: 'xss' },
    };
  }
}
