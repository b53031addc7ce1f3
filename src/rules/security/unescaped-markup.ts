import { shortened } from '../../base/shortened.ts';
import { bare, foldedText } from '../../code/walk.ts';
import type { Scope } from '../../code/flow/scope.ts';
import type { CodeInventory } from '../pattern/code-inventory.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { symbolsHandlingInput } from './flow/found-flows.ts';
import { markupUsesIn } from './web/markup-sinks.ts';
import { foreignPiecesOf } from './web/own-markup.ts';

const show = (line: string): string => `export function show(element, name) {\n  ${line}\n}\n`;

export const unescapedMarkup = patternRule({
  id: 'security/unescaped-markup',
  title: 'A value becomes markup of a page',
  reason:
    'What is set as HTML is read as HTML: a name with a tag in it is a tag, and an image that cannot be loaded runs a script. The code that sets it no longer sees where the value was written, and sooner or later it is one that a stranger wrote.',
  remedy:
    'Set `textContent`, or build elements and add them. Where it has to be markup, send it through a sanitizer that is made for it, and name the result so.',
  severity: 'warning',
  confidence: 'medium',
  category: 'xss',
  yieldsTo: ['security/cross-site-scripting', 'security/disabled-output-escaping'],
  languages: ['typescript', 'javascript'],
  cwe: [79],
  sources: [
    {
      title: 'OWASP DOM based XSS Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/DOM_based_XSS_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Fixed texts, numbers, translations, what other modules hold, and what a function or a name says is escaped, sanitized or safe are left alone. What a function of the same project makes of its arguments is taken for less sure. What is known to come from a request or an address is told by another rule.',
  examples: ['src/show.js', 'src/show.ts'].flatMap((path) => [
    {
      name: 'a value stands in markup',
      base: {},
      head: { [path]: show('element.innerHTML = `<b>${name}</b>`;') },
      finds: [`${path}:2 \`show\` makes \`name\` part of the page as markup by \`innerHTML\`: a tag in it is a tag.`],
    },
    {
      name: 'a value is set as markup',
      base: {},
      head: { [path]: show('element.innerHTML = name;') },
      finds: [`${path}:2 \`show\` makes \`name\` part of the page as markup by \`innerHTML\`: a tag in it is a tag.`],
      fixed: { [path]: show('element.textContent = name;') },
    },
    { name: 'a value is escaped', base: {}, head: { [path]: show('element.innerHTML = `<b>${escapeHtml(name)}</b>`;') }, finds: [] },
    { name: 'a value is a text', base: {}, head: { [path]: show('element.textContent = name;') }, finds: [] },
  ]),
  *look(code) {
    for (const { at, range, sink, value, property, onlyTags } of markupUsesIn(code)) {
      const { pieces, around } = foreignPiecesOf(value, at);
      const [piece] = pieces;
      if (!piece || (onlyTags && !/^\s*</.test(around))) continue;
      const where = at.symbol.kind === 'module' ? 'This module' : `\`${at.symbol.name}\``;
      const shown = shortened(foldedText(at.file.text, piece.range), 60).replaceAll('`', "'");
      yield {
        at,
        range,
        message: `${where} makes \`${shown}\` part of the page as markup by \`${sink}\`: a tag in it is a tag.`,
        ...((isFollowed(at, code) || pieces.every((each) => bare(each).kind === 'call')) && { confidence: 'low' as const }),
        ...(property && around === '' && { fix: { title: 'Set it as a text', edits: [{ range: property, newText: 'textContent' }] } }),
      };
    }
  },
});

/** Where a file deals with what comes from outside, what does not is less likely to do harm; messages of other windows are followed, too. */
function isFollowed({ file }: Scope, code: CodeInventory): boolean {
  return (
    symbolsHandlingInput(file).size > 0 ||
    code.calls('addEventListener').some(({ node }) => node.arguments[0]?.kind === 'string' && node.arguments[0].value === 'message')
  );
}
