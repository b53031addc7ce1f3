import * as z from 'zod/mini';
import type { ChangedFile, CodeChange, SourceFile } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { defineChangeRule } from '../rule.ts';

const path = 'src/views/order.ejs';

export const removedTemplateEscaping = defineChangeRule({
  id: 'security/removed-template-escaping',
  title: 'A template writes a value unescaped that it escaped before',
  reason: 'What the value holds becomes part of the page: a user’s name with a script in it runs for everyone who sees the name.',
  remedy: 'Escape the value again. Where it is meant to be markup, clean it first, and say so by its name.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [79, 116],
  needs: [],
  sources: [
    {
      title: 'OWASP: Cross Site Scripting Prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'EJS, ERB, Handlebars, Mustache, Vue, Pug, Twig, Jinja, Nunjucks, Blade, Thymeleaf, FreeMarker and JSP, where the same expression is written in both ways.',
  examples: [
    {
      name: 'a name is written as it is',
      base: { [path]: '<b><%= order.name %></b>\n' },
      head: { [path]: '<b><%- order.name %></b>\n' },
      finds: [
        `${path}:1 \`order.name\` is written into the page as it is, and was escaped before: whoever fills it can run scripts there.`,
      ],
    },
    {
      name: 'a name is escaped',
      base: { [path]: '<b><%- order.name %></b>\n' },
      head: { [path]: '<b><%= order.name %></b>\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const file of change.files) {
      const syntax = syntaxes.find((each) => each.path.test(file.path));
      if (syntax && file.head?.role !== 'test' && file.head?.role !== 'generated') yield* unescaped(syntax, file);
    }
  },
});

interface Syntax {
  readonly path: RegExp;
  /** The first group is the expression. All repetitions are bounded. */
  readonly escaped: readonly RegExp[];
  readonly raw: readonly RegExp[];
}

const tags = { escaped: /<%=\s{0,9}([^%\n]{1,200}?)\s{0,9}-?%>/g, raw: /<%-\s{0,9}([^%\n]{1,200}?)\s{0,9}-?%>/g };
const braces = { escaped: /(?<!\{)\{\{\s{0,9}([^{}\n]{1,200}?)\s{0,9}\}\}(?!\})/g, raw: /\{\{\{\s{0,9}([^{}\n]{1,200}?)\s{0,9}\}\}\}/g };

const syntaxes: readonly Syntax[] = [
  { path: /\.ejs$/, escaped: [tags.escaped], raw: [tags.raw] },
  {
    path: /\.erb$/,
    escaped: [tags.escaped],
    raw: [/<%=\s{0,9}raw[\s(]{1,4}([^%\n]{1,200}?)\)?\s{0,9}%>/g, /<%=\s{0,9}([^%\n]{1,200}?)\.html_safe\s{0,9}%>/g],
  },
  { path: /\.(?:hbs|handlebars|mustache)$/, escaped: [braces.escaped], raw: [braces.raw, /\{\{&\s{0,9}([^{}\n]{1,200}?)\s{0,9}\}\}/g] },
  { path: /\.vue$/, escaped: [braces.escaped, /v-text="([^"\n]{1,200})"/g], raw: [/v-html="([^"\n]{1,200})"/g] },
  {
    path: /\.(?:twig|njk|j2|jinja2?)$/,
    escaped: [braces.escaped],
    raw: [/\{\{\s{0,9}([^{}|\n]{1,200}?)\s{0,9}\|\s{0,9}(?:raw|safe)\s{0,9}\}\}/g],
  },
  { path: /\.blade\.php$/, escaped: [braces.escaped], raw: [/\{!!\s{0,9}([^{}\n]{1,200}?)\s{0,9}!!\}/g] },
  {
    path: /\.(?:pug|jade)$/,
    escaped: [/#\{([^{}\n]{1,200})\}/g, /(?<!!)=\s{1,4}([^\n]{1,200})$/gm],
    raw: [/!\{([^{}\n]{1,200})\}/g, /!=\s{1,4}([^\n]{1,200})$/gm],
  },
  { path: /\.ftlh$/, escaped: [/\$\{([^{}?\n]{1,200})(?:\?html)?\}/g], raw: [/\$\{([^{}?\n]{1,200})\?no_esc\}/g] },
  // Without a format of its own a template of FreeMarker escapes only what it is told to.
  {
    path: /\.ftl$/,
    escaped: [/\$\{([^{}?\n]{1,200})\?(?:html|xhtml|esc)\}/g],
    raw: [/\$\{([^{}?\n]{1,200})(?:\?no_esc)?\}/g],
  },
  {
    path: /\.jspx?$/,
    escaped: [/<c:out\s{1,9}value="\$\{([^{}\n]{1,200})\}"/g, /\$\{fn:escapeXml\(([^{}\n]{1,200})\)\}/g],
    // In an attribute of a tag it is asked, and not written.
    raw: [/(?<!(?:value|test|items|key|code|var)=["'])\$\{([^{}:\n]{1,200})\}/g],
  },
  {
    path: /\.html?$/,
    escaped: [/th:text="([^"\n]{1,200})"/g, /\[\[([^\]\n]{1,200})\]\]/g],
    raw: [/th:utext="([^"\n]{1,200})"/g, /\[\(([^)\n]{1,200})\)\]/g],
  },
];

function* unescaped({ escaped, raw }: Syntax, { base, head }: ChangedFile): Generator<FindingDraft> {
  if (!base || !head) return;
  const were = new Set(found(escaped, base).map(({ expression }) => expression));
  const rawBefore = new Set(found(raw, base).map(({ expression }) => expression));
  const still = new Set(found(escaped, head).map(({ expression }) => expression));
  for (const { expression, start, end } of found(raw, head)) {
    if (!were.has(expression) || rawBefore.has(expression) || still.has(expression) || !isTouched(head, start)) continue;
    yield {
      message: `\`${expression}\` is written into the page as it is, and was escaped before: whoever fills it can run scripts there.`,
      place: { file: head, range: { start, end } },
      subject: expression,
      properties: { category: 'xss' },
    };
  }
}

function isTouched({ touched }: SourceFile, offset: number): boolean {
  return touched.some(({ start, end }) => start <= offset && offset < end);
}

function found(
  patterns: readonly RegExp[],
  { text }: SourceFile,
): readonly { readonly expression: string; readonly start: number; readonly end: number }[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      expression: (match[1] ?? '').trim(),
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
