import type { Danger } from '../../../code/flow/taint/value.ts';
import type { Row } from './rows.ts';

/** A call that makes data harmless to some dangers, or to all of them. */
export interface Sanitiser extends Row {
  readonly for: readonly Danger[] | 'all';
}

export const sanitisers: readonly Sanitiser[] = [
  // Numbers and the like carry no text.
  { call: 'parseInt|parseFloat|Number|Boolean|BigInt|isNaN|isFinite', for: 'all' },
  { call: 'Number.parseInt|parseFloat', for: 'all' },
  { call: 'Math.abs|floor|ceil|round|min|max|trunc|random', for: 'all' },
  {
    call: 'Integer|Long|Short|Double|Float|Boolean|Byte|UUID|LocalDate|LocalDateTime|Instant|Enum|BigDecimal.parseInt|parseLong|parseShort|parseDouble|parseFloat|parseBoolean|parseByte|valueOf|fromString|parse|decode',
    for: 'all',
  },
  { call: 'new Integer', for: 'all' },
  { call: 'new Long|Date|BigDecimal', for: 'all' },
  { call: 'moment|dayjs', for: 'all' },
  // HTML
  {
    call: '*.encodeForHTML|encodeForHTMLAttribute|encodeForJavaScript|forHtml|forHtmlContent|forHtmlAttribute|forJavaScript|forJavaScriptBlock|forUriComponent|escapeHtml|escapeHtml3|escapeHtml4|escapeHTML|htmlEscape|htmlEscapeDecimal|escapeEcmaScript|escapeXml|escapeXml10|escapeXml11|sanitizeHtml|sanitizeHTML|sanitize|purify|htmlEncode|encodeHTML|encodeForCSS|encodeForXML|escapeExpression|encodeForURL',
    for: ['html'],
  },
  {
    call: 'escapeHtml|escapeHTML|escapeHtml4|htmlEscape|htmlEncode|sanitizeHtml|sanitizeHTML|sanitize|escape|xss|escape-html|html-entities.encode|he.encode|he.escape|validator.escape|lodash.escape|underscore.escape|entities.encode|sanitize-html|dompurify.sanitize|isomorphic-dompurify.sanitize|sanitizer.sanitize|encodeHTML|striptags|filterXSS|xss.filterXSS|encodeForHTML|forHtml',
    for: ['html'],
  },
  { call: 'Encode.forHtml|forHtmlContent|forHtmlAttribute|forJavaScript', for: ['html'] },
  { call: 'JSON.stringify', for: ['log'] },
  // URLs
  { call: 'encodeURIComponent|encodeURI', for: ['html', 'redirect', 'request', 'header', 'log', 'path'] },
  {
    call: 'URLEncoder|UriUtils.encode|encodePath|encodePathSegment|encodeQueryParam',
    for: ['html', 'redirect', 'request', 'header', 'log', 'path'],
  },
  // Paths
  { call: 'path|path.posix|path.win32.basename|extname', for: ['path'] },
  { call: 'FilenameUtils.getName|getBaseName|getExtension|normalize', for: ['path'] },
  { call: 'sanitize-filename', for: ['path'] },
  { call: '*.getFileName', for: ['path'] },
  // SQL, LDAP, XPath, shells
  { call: 'mysql|mysql2|sqlstring|pg-format|SqlString|connection|pool|db.escape|escapeId|literal|ident', for: ['sql'] },
  { call: '*.encodeForSQL|escapeSql', for: ['sql'] },
  { call: '*.encodeForLDAP|encodeForDN|filterEncode|nameEncode|escapeLDAPSearchFilter|encodeFilterValue|encodeValue', for: ['ldap'] },
  { call: 'LdapEncoder.filterEncode|nameEncode', for: ['ldap'] },
  { call: 'Filter.createEqualityFilter|createPresenceFilter|createSubstringFilter', for: ['ldap'] },
  { call: 'new EqualsFilter|LikeFilter|WhitespaceWildcardsFilter|PresentFilter|Rdn', for: ['ldap', 'lookup'] },
  { call: '*.encodeForXPath', for: ['xpath'] },
  { call: '*.encodeForOS', for: ['command'] },
  {
    call: 'shell-quote.quote|shell-escape|shelljs.escape|quote|shellEscape|shellescape|shellQuote|escapeShell|escapeShellArg',
    for: ['command'],
  },
  { call: 'ldap-escape|ldap-escape.filter|dn|escape', for: ['ldap'] },
  { call: 'new EqualityFilter|SubstringFilter|PresenceFilter|ApproximateFilter', for: ['ldap'] },
  // Regular expressions, logs
  { call: 'Pattern|Matcher.quote|quoteReplacement', for: ['regex'] },
  {
    call: 'escapeRegExp|escapeRegex|escapeStringRegexp|escape-string-regexp|lodash.escapeRegExp|regexEscape|lodash.escaperegexp|RegExp.escape',
    for: ['regex'],
  },
  { call: 'mongo-sanitize|express-mongo-sanitize.sanitize', for: ['nosql'] },
  { call: 'String', for: ['nosql'] },
  { call: '*.toString', for: ['nosql'] },
  { call: '*.toISOString|getTime|intValue|longValue', for: 'all' },
];

/** Methods that check, by name: where one says that a value is good, it is taken for good. */
export const goodChecks =
  /^(is_?(valid|safe|allowed|trusted|local|same|whitelisted|permitted|numeric|alphanumeric|alpha|int|integer|number|uuid|email|mongoid|hexadecimal|date|known|supported|digits?)|(valid|safe|allow|allowed|trusted|whitelisted|isin|checkvalid|assertvalid)|validate|sanitize|check_?(path|url|host|name|origin|redirect|safe|allowed))/i;
/** Where one says that a value is bad. */
export const badChecks =
  /^(is_?(invalid|unsafe|malicious|evil|blocked|forbidden|bad|blacklisted)|has_?(traversal|illegal|forbidden))|^contains_?(illegal|invalid|forbidden|unsafe|traversal|special)/i;
