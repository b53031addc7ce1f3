import { canonical } from '../../code/canonical.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import type { Call, Expression } from '../../code/expression.ts';
import { bare, codeOf, walk } from '../../code/walk.ts';
import { receiverName } from '../safeguards/call-kind.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const encoderName =
  /^(escapeHtml\w*|htmlEscape\w*|escapeXml\w*|escapeHTML|encodeHTML|encodeForHTML\w*|encodeForJavaScript|encodeForURL|encodeForCSS|encodeForLDAP|encodeForSQL|encodeForOS|forHtml\w*|forJavaScript\w*|forUriComponent|forCssString|forXml\w*|sanitize\w*|purify|escapeEcmaScript|escapeJava[sS]cript|escapeJson|htmlspecialchars|stripTags|xssFilters?|escapeRegExp|escapeShellArg|shellEscape|quoteIdentifier|escapeId|escapeLiteral|escapeIdentifier|encodeURIComponent|escapeMarkdown)$/;
const encoderOn =
  /^(he|_|lodash|validator|DOMPurify|xss|mysql|connection|sqlstring|ent|entities|Encode|ESAPI|HtmlUtils|Handlebars|SqlString|Utils|URLEncoder|UriUtils|UriEncoder)\b/;
const shortName = /^(encode|escape|clean|process)$/;

/** What is made harmless before it goes out, by what is given to the encoder. */
export const encoders: SafeguardKind = {
  helpers: /escape|encod|saniti[sz]e|purify|quote|render|template|URLSearchParams|textContent|createTextNode|queryParam|UriComponents/i,
  exposed: (lost, head) => isUsedRaw(lost.key, head),
  find: (at) => {
    const found: Safeguard[] = [];
    for (const visited of walk(codeOf(at.symbol))) {
      const { node } = visited;
      const given = node.kind === 'call' && isEncoder(node) ? node.arguments.find(isData) : undefined;
      if (given) found.push({ family: 'encoding', key: canonical(bare(given)), scope: scopeOf(visited), range: node.range });
    }
    return found;
  },
};

function isEncoder(call: Call): boolean {
  return encoderName.test(call.name) || (shortName.test(call.name) && encoderOn.test(receiverName(call)));
}

/** A literal needs no encoding. */
function isData(expression: Expression): boolean {
  return expression.kind === 'name' || expression.kind === 'member' || expression.kind === 'call' || expression.kind === 'index';
}

/** Head still uses the very same value, and not as what another call is given to make it harmless. */
function isUsedRaw(key: string, { symbol }: SymbolAt): boolean {
  for (const visited of walk(codeOf(symbol))) {
    const { node, parent } = visited;
    if (!isExpression(node) || !isData(node) || canonical(node) !== key) continue;
    const around = parent?.node;
    if (around?.kind === 'member' || (around?.kind === 'call' && isEncoder(around))) continue;
    if (around?.kind === 'concatenation' || around?.kind === 'call' || around?.kind === 'assignment' || around?.kind === 'return')
      return true;
    if (around?.kind === 'element' || around?.kind === 'object' || around?.kind === 'variable') return true;
  }
  return false;
}

function isExpression(node: { readonly kind: string }): node is Expression {
  return /^(name|member|call|index)$/.test(node.kind);
}
