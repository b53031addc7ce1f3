import type { TextRange } from '../../../base/text-range.ts';

/** A place of a template where a value becomes part of the page without being escaped for it. */
export interface RawOutput {
  readonly range: TextRange;
  /** The value, as written. */
  readonly value: string;
  /** What has it stand there as it is, e.g. `<%-`; absent where it is escaped, but for the page and not for the script around it. */
  readonly mark?: string;
}

/** How a template engine writes a value as it is: `mark` for messages, `pattern` with the value as its only group. */
interface Mark {
  readonly mark: string;
  readonly pattern: RegExp;
  /** Not in an attribute of a tag of a library, which is handed the value and writes it as it likes. */
  readonly outsideTags?: true;
}

interface Engine {
  readonly files: RegExp;
  /** Only pages that have this: other pages end alike. */
  readonly having?: RegExp;
  readonly marks: readonly Mark[];
  /** How it writes a value that is escaped for a page. */
  readonly escaped?: RegExp;
}

const braces: readonly Mark[] = [
  { mark: '{{{', pattern: /\{\{\{~?\s{0,10}([^{}]{1,200}?)\s{0,10}~?\}\}\}/g },
  { mark: '{{&', pattern: /\{\{&\s{0,10}([^{}]{1,200}?)\s{0,10}\}\}/g },
];
const engines: readonly Engine[] = [
  {
    files: /\.ejs$/,
    marks: [{ mark: '<%-', pattern: /<%-\s{0,10}([^%]{1,300}?)\s{0,10}[-_]?%>/g }],
    escaped: /<%=\s{0,10}([^%]{1,300}?)\s{0,10}[-_]?%>/g,
  },
  { files: /\.(?:hbs|handlebars|mustache|mst|hjs)$/, marks: braces, escaped: /\{\{\s{0,10}([\w.@/]{1,100})\s{0,10}\}\}/g },
  {
    files: /\.(?:pug|jade)$/,
    marks: [
      { mark: '!{', pattern: /!\{([^{}]{1,200})\}/g },
      { mark: '!=', pattern: /^[ \t]{0,80}(?:[\w#.:-]{1,80}(?:\([^()\n]{0,200}\))?)?!=[ \t]{0,10}([^\n]{1,200})$/gm },
      { mark: '!=', pattern: /[\w:-]{1,60}!=(?<=\([^()\n]{0,200}!=)[ \t]{0,4}([\w.$[\]]{1,100})(?=[\s,)])/g },
    ],
  },
  {
    files: /\.(?:njk|nunjucks|twig|liquid|jinja2?|j2)$/,
    marks: [
      { mark: '| safe', pattern: /\{\{-?\s{0,10}([^{}|]{1,200}?)\s{0,10}\|\s{0,4}safe\s{0,10}-?\}\}/g },
      { mark: '| raw', pattern: /\{\{-?\s{0,10}([^{}|]{1,200}?)\s{0,10}\|\s{0,4}raw\s{0,10}-?\}\}/g },
    ],
    escaped: /\{\{-?\s{0,10}([\w.]{1,100})\s{0,10}-?\}\}/g,
  },
  { files: /\.vue$/, marks: [{ mark: 'v-html', pattern: /\sv-html\s{0,4}=\s{0,4}"([^"]{1,300})"/g }] },
  {
    files: /\.(?:jspx?|jspf|tagx?)$/,
    marks: [
      // Of what a page shows, this comes straight from the request.
      {
        mark: '${…}',
        pattern: /\$\{\s{0,10}((?:param|paramValues|header|headerValues|cookie)[.[][^{}]{1,200}?)\s{0,10}\}/g,
        outsideTags: true,
      },
      { mark: '<%=', pattern: /<%=\s{0,10}(request\s{0,4}\.\s{0,4}get(?:Parameter|Header|QueryString)\s{0,4}\([^%]{0,200}?\))\s{0,10}%>/g },
      {
        mark: 'escapeXml="false"',
        pattern:
          /<c:out\b(?=[^<>]{0,400}\sescapeXml\s{0,4}=\s{0,4}["']false["'])[^<>]{0,400}?\svalue\s{0,4}=\s{0,4}["'][$#]\{([^{}"']{1,200})\}/g,
      },
    ],
  },
  {
    files: /\.html?$/,
    having: /\bth:|xmlns:th\b|\[\(\$\{/,
    marks: [
      { mark: 'th:utext', pattern: /\sth:utext\s{0,4}=\s{0,4}"([^"]{0,300}[$*]\{[^"]{1,300})"/g },
      { mark: '[(…)]', pattern: /\[\(([$*]\{[^{}]{1,300}\})\)\]/g },
    ],
  },
  {
    files: /\.ft[lh]+$/,
    marks: [
      { mark: '?no_esc', pattern: /\$\{\s{0,10}([^{}]{1,200}?)\?no_esc\s{0,10}\}/g },
      { mark: '<#noautoesc>', pattern: /<#no(?:auto)?esc(?:ape)?>[^<>]{0,200}\$\{\s{0,10}([^{}]{1,200}?)\s{0,10}\}/g },
    ],
  },
  {
    files: /\.xhtml$/,
    marks: [
      {
        mark: 'escape="false"',
        pattern:
          /<h:output\w{1,20}\b(?=[^<>]{0,400}\sescape\s{0,4}=\s{0,4}["']false["'])[^<>]{0,400}?\svalue\s{0,4}=\s{0,4}["']#\{([^{}"']{1,200})\}/g,
      },
    ],
  },
  { files: /\.svelte$/, marks: [{ mark: '{@html', pattern: /\{@html\s{1,10}([^{}]{1,300}?)\s{0,10}\}/g }] },
];

/** Pieces of the page itself, what was made harmless, and what has no text of anyone in it. */
const harmless =
  /^(?:await\s+)?(?:include|partial|body|content|yield|layout|block|contentFor|defaultContent|render\w*|csrf\w*|super|children|outlet|head|scripts?|styles?|stylesheets?|css|js|icons?|svg|nonce|json|__?|t|\$t|i18n|loc|translate|gettext)\b|sanit|purif|escape|encode|stringify|serialize|markdown|marked|highlight|safe|trusted|icon|svg|\.content$|\.css$|Html\(|toHTML/i;
const literal = /^(?:(['"`])[^'"`$]*\1|\d+|true|false|null)$/;

/** Whether templates of the kind are known. */
export function isTemplate(path: string): boolean {
  return engines.some(({ files }) => files.test(path));
}

/** Whether a place is in an attribute of a tag of a library: `<c:out value="…`. */
function isInLibraryTag(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - longestTag), index);
  return /^<\w{1,20}:\w/.test(before.slice(Math.max(0, before.lastIndexOf('<')))) && before.lastIndexOf('>') < before.lastIndexOf('<');
}

const longestTag = 500;

const comments = /^[ \t]{0,80}(?:\*|\/\/|\/\*)[^\n]{0,2000}$/gm;
const pageTag =
  /<\/?(?:html|head|body|div|p|span|h[1-6]|ul|ol|li|table|tr|td|th|form|section|script|img|br|a|b|i|em|strong|button|input)\b/i;
const codeLine = /^[ \t]{0,80}(?:package|import|using|namespace|export|public|class|interface|module|func|def|const|#include)\b/m;

/** A generator writes code with the same engines: there nothing becomes part of a page. */
function writesCode(text: string): boolean {
  return codeLine.test(text) && !pageTag.test(text.replaceAll(comments, ''));
}

/** Where a template writes values as they are, or into a script. */
export function* rawOutputs(path: string, text: string): Generator<RawOutput> {
  const engine = engines.find(({ files }) => files.test(path));
  if (!engine || engine.having?.test(text) === false || writesCode(text)) return;
  for (const { mark, pattern, outsideTags } of engine.marks) {
    for (const match of text.matchAll(pattern)) {
      if (outsideTags && isInLibraryTag(text, match.index)) continue;
      const value = (match[1] ?? '').trim();
      if (value !== '' && !harmless.test(value) && !literal.test(value)) yield { range: rangeOf(match), value, mark };
    }
  }
  if (engine.escaped) yield* inScripts(text, engine.escaped);
  if (engine.files.test('.jsp')) yield* requestLocals(text);
}

/** `name = …` of a script, not `name="…"` of a tag, and whether it is what the request says. */
const given = /\b(\w{1,40})\s{0,4}=\s{0,4}(?![="'<\s])(request\s{0,4}\.\s{0,4}get(?:Parameter|Header)\s{0,4}\()?/g;

/** `<% String name = request.getParameter("name"); %>` … `<%= name %>`. */
function* requestLocals(text: string): Generator<RawOutput> {
  const names = new Set<string>();
  // What is given another value, too, may be encoded by it.
  const givenAnew = new Set<string>();
  for (const [, name = '', isRequested] of text.matchAll(given)) (isRequested ? names : givenAnew).add(name);
  if (names.size === 0) return;
  for (const match of text.matchAll(/<%=\s{0,10}(\w{1,40})\s{0,10}%>/g)) {
    const value = match[1] ?? '';
    if (names.has(value) && !givenAnew.has(value)) yield { range: rangeOf(match), value, mark: '<%=' };
  }
}

function rangeOf({ index, 0: whole }: RegExpExecArray): TextRange {
  const start = index + (whole.length - whole.trimStart().length);
  return { start, end: index + whole.length };
}

/** In a script what is escaped for a page is not escaped: quotes are only a part of what ends a text there. */
function* inScripts(text: string, escaped: RegExp): Generator<RawOutput> {
  for (const { start, end } of scriptsIn(text)) {
    for (const match of text.slice(start, end).matchAll(escaped)) {
      const value = (match[1] ?? '').trim();
      if (value === '' || harmless.test(value) || literal.test(value) || /^(?:else|this|@\w+|\/\w+)$/.test(value)) continue;
      yield { range: { start: start + match.index, end: start + match.index + match[0].length }, value };
    }
  }
}

function* scriptsIn(text: string): Generator<TextRange> {
  for (const match of text.matchAll(/<script\b([^>]{0,400})>/gi)) {
    if (/type\s*=\s*["']?(?:text\/(?:html|template|x-)|application\/(?:json|ld))/i.test(match[1] ?? '')) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('</script', start);
    if (end > start) yield { start, end };
  }
}
