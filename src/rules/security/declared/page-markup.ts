import type { TextRange } from '../../../base/text-range.ts';
import { foldedText } from '../../../code/walk.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { DeclaredKind, DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

/** What pages and their templates protect with: a policy in `<meta>`, tokens of forms, checksums of scripts, sandboxes of frames. */
export const pageMarkup: DeclaredKind = {
  mayDeclare: ({ path }) =>
    /\.(?:html?|xhtml|ejs|hbs|handlebars|mustache|njk|pug|jade|jspx?|tag|ftlh?|twig|erb|liquid|vue|svelte|astro|gsp|cshtml|blade\.php)$/.test(
      path,
    ),
  find: (file) => [...metaPolicies(file), ...tokens(file), ...checksums(file), ...sandboxes(file)],
  isStillThere: ({ key, family }, head) => isStillWritten(family, key, head),
};

const policy = 'the security header `Content-Security-Policy`';
const token = 'the check against forged requests in a form';
const checksum = 'the checksum of a script';
const sandbox = 'the sandbox of a frame';

const scanned = 300_000;

function metaPolicies({ text, path }: SourceFile): readonly DeclaredSafeguard[] {
  const pattern = path.endsWith('.pug') ? /meta\(([^)\n]{0,2000})\)/g : /<meta\s([^>]{1,3000})>/gi;
  return all(text, pattern).flatMap(([attributes, range]) => {
    if (!/http-equiv\s{0,3}=\s{0,3}["']?content-security-policy["'\s]/i.test(attributes)) return [];
    const isLoose = /(?:script|default)-src[^;]{0,500}(?:'unsafe-(?:inline|eval)'|\s\*(?=[\s;"]))/i.test(attributes);
    return [
      safeguard(text, range, {
        family: policy,
        key: 'policy',
        what: 'its content security policy',
        level: isLoose ? 1 : 2,
        category: 'headers',
      }),
    ];
  });
}

const tokenNames = /csrf|xsrf|authenticity_token|__RequestVerificationToken|AntiForgeryToken/i;

/** Each hidden field by its form, told by where the form sends to. Some libraries put it into every form that they write. */
function tokens({ text }: SourceFile): readonly DeclaredSafeguard[] {
  return all(text, formStart).flatMap(([attributes, { start, end }]) => {
    const closed = text.indexOf('</form', end);
    const inside = text.slice(start, Math.min(closed === -1 ? text.length : closed, end + 20_000));
    const found = tokenNames.exec(inside);
    if (!found && !/th:action|<form:form/i.test(text.slice(start, end))) return [];
    const at = start + (found?.index ?? 0);
    const to = destination(attributes);
    return [
      safeguard(
        text,
        { start: text.lastIndexOf('\n', at) + 1, end: lineEnd(text, at) },
        {
          family: token,
          key: to,
          what: `the token against forged requests in the form to \`${to}\``,
          level: 1,
          category: 'csrf',
        },
      ),
    ];
  });
}

const formStart = /<form(?::form)?\b([^>]{0,1000})>/gi;

function destination(attributes: string): string {
  return /action\s{0,3}=\s{0,3}["']?([^"'\s>]{1,200})/i.exec(attributes)?.[1] ?? 'itself';
}

/** `integrity` of scripts and styles of other hosts. */
function checksums({ text }: SourceFile): readonly DeclaredSafeguard[] {
  return all(text, /<(?:script|link)\s([^>]{1,2000})>/gi).flatMap(([attributes, range]) => {
    const url = addressOf(attributes);
    return url !== undefined && /\bintegrity\s{0,3}=/i.test(attributes)
      ? [safeguard(text, range, { family: checksum, key: url, what: `the checksum of \`${url}\``, level: 1, category: 'supply-chain' })]
      : [];
  });
}

function addressOf(attributes: string): string | undefined {
  return /\b(?:src|href)\s{0,3}=\s{0,3}["']?((?:https?:)?\/\/[^"'\s>]{1,300})/i.exec(attributes)?.[1];
}

function sandboxes({ text }: SourceFile): readonly DeclaredSafeguard[] {
  return all(text, /<iframe\s([^>]{1,2000})>/gi).flatMap(([attributes, range]) => {
    const source = /\bsrc\s{0,3}=\s{0,3}["']?([^"'\s>]{1,300})/i.exec(attributes)?.[1];
    const value = /\bsandbox(?:\s{0,3}=\s{0,3}["']([^"']{0,300})["'])?/i.exec(attributes);
    if (source === undefined || !value) return [];
    const isOpen = (value[1] ?? '').includes('allow-scripts') && (value[1] ?? '').includes('allow-same-origin');
    return [
      safeguard(text, range, {
        family: sandbox,
        key: source,
        what: `the sandbox of the frame of \`${source}\``,
        level: isOpen ? 1 : 2,
        category: 'sandbox',
      }),
    ];
  });
}

/** The form still sends, the script is still loaded, the page is still one. */
function isStillWritten(family: string, key: string, { text }: SourceFile): boolean {
  if (family === policy) return /<head\b|\bhead\b/i.test(text.slice(0, scanned));
  if (family === token)
    return all(text, formStart).some(
      ([attributes]) => destination(attributes) === key && !/method\s{0,3}=\s{0,3}["']?get/i.test(attributes),
    );
  return text.includes(key);
}

function all(text: string, pattern: RegExp): readonly (readonly [inner: string, range: TextRange])[] {
  return Array.from(
    text.slice(0, scanned).matchAll(pattern),
    (match) => [match[1] ?? '', { start: match.index, end: match.index + match[0].length }] as const,
  );
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function safeguard(text: string, range: TextRange, more: Omit<DeclaredSafeguard, 'text' | 'range'>): DeclaredSafeguard {
  return { ...more, text: foldedText(text, range).trim().slice(0, 120), range };
}
