import type { Call, Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, foldedText, isWithin, visitsOf } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';
import { numericValue, textOf } from '../../pattern/values.ts';
import { wordsOf } from '../sensitive/names.ts';

const topLevel = 'com|net|org|edu|gov|mil|int|io|dev|app|co|uk|de|fr|ch|at|nl|eu|us|ca|cn|jp|in|ru|info|biz|cloud|local|internal|corp';
const host = new RegExp(`^(?:https?://)?\\.?(?:[\\w-]{1,63}\\.){1,6}(?:${topLevel})(?::\\d{1,5})?(/[^\\s]{0,200})?$`, 'i');
const urlWords =
  /\b(?:url|uri|href|src|link|host|hostname|domain|origin|referer|referrer|location|redirect|address|target|return ?to|callback|endpoint|website|site)\b/;

/** Whether a name says that its value is an address. */
export function isAddress(expression: Expression | undefined): boolean {
  let at = expression && bare(expression);
  for (let step = 0; at && step < 6; step++) {
    const name = lastName(at);
    if (name !== undefined && urlWords.test(wordsOf(name))) return true;
    at = at.kind === 'call' ? at.receiver && bare(at.receiver) : at.kind === 'member' || at.kind === 'index' ? bare(at.object) : undefined;
  }
  return false;
}

/** `url.includes('acme.com')`, `url.contains("acme.com")`, `host.endsWith('acme.com')`, `url.startsWith('https://acme.com')`. */
export function* partialHosts(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.calls('includes', 'contains', 'indexOf', 'startsWith', 'endsWith')) {
    const text = textOf(sight.node.arguments[0], sight);
    if (text === undefined || !sight.node.receiver || sight.node.receiver.kind === 'array') continue;
    const how = checkOf(sight);
    if (how === undefined || !host.test(text) || isSound(how, text)) continue;
    const example =
      how === 'end' ? `evil${text.replace(/^https?:\/\//, '')}` : how === 'start' ? `${text}.evil.com` : `https://evil.com/?${text}`;
    yield {
      at: sight,
      range: sight.node.range,
      message: `The check for \`${text}\` also lets \`${example}\` through: compare the whole host of the parsed URL.`,
      ...(!isAddress(sight.node.receiver) && { confidence: 'low' as const }),
    };
  }
}

function checkOf({ node, parent }: Sight<Call>): 'start' | 'end' | 'anywhere' | undefined {
  if (node.name === 'includes' || node.name === 'contains') return 'anywhere';
  if (node.name !== 'indexOf') return node.name === 'startsWith' ? 'start' : 'end';
  if (parent?.node.kind !== 'binary') return undefined;
  const { operator, left, right } = parent.node;
  const other = left === node ? right : left;
  if (/^[!=]==?$/.test(operator) && other.kind === 'number' && other.text === '0') return 'start';
  return /^[!=<>]=?=?$/.test(operator) && (other.kind === 'number' || other.kind === 'unary') ? 'anywhere' : undefined;
}

function isSound(how: 'start' | 'end' | 'anywhere', text: string): boolean {
  const bareHost = text.replace(/^https?:\/\//, '');
  if (how === 'end') return text.startsWith('.') || bareHost.includes('/');
  return how === 'start' && (!/^https?:/.test(text) || /[/:]/.test(bareHost));
}

/** `url.startsWith('javascript:')`, with nothing said of `data:` and `vbscript:`. */
export function* partialSchemes(code: CodeInventory): Generator<Sighting> {
  const texts = [...code.of('string')].filter(({ node }) => /^javascript:?$/i.test(node.value));
  for (const sight of texts) {
    const where = sight.parent?.node;
    const checked =
      where?.kind === 'call'
        ? where.receiver
        : where?.kind === 'binary'
          ? where.left === sight.node
            ? where.right
            : where.left
          : undefined;
    if (
      !checked ||
      !isAddressOrScheme(checked, sight) ||
      (where?.kind === 'call' && !/^(startsWith|indexOf|includes|lastIndexOf|equals)$/.test(where.name))
    )
      continue;
    const all = visitsOf(sight.code, 'string', 'regex').map(({ node }) => (node.kind === 'string' ? node.value : node.pattern));
    const missing = ['data', 'vbscript'].filter((scheme) => !all.some((each) => new RegExp(`\\b${scheme}\\b`, 'i').test(each)));
    if (missing.length === 0 || all.some((each) => /^(?:https?:?\/{0,2}|mailto:?)$/i.test(each))) continue;
    yield {
      at: sight,
      range: where?.range ?? sight.node.range,
      message: `\`javascript:\` is refused, but ${missing.map((each) => `\`${each}:\``).join(' and ')} can hold a script as well: allow what is known to be good.`,
    };
  }
}

/** Told by the name, or by the names in the value that a local variable is given. */
function isAddressOrScheme(expression: Expression, scope: Scope): boolean {
  return isAddress(expression) || isScheme(expression) || isAddress(heldBy(expression, scope));
}

function isScheme(expression: Expression): boolean {
  return /\b(?:scheme|protocol)\b/.test(wordsOf(lastName(expression) ?? ''));
}

/** `s.indexOf(suffix) === s.length - suffix.length`: true also where the suffix is longer by one and missing. */
export function* suffixesByIndex(code: CodeInventory): Generator<Sighting> {
  for (const sight of code.of('binary')) {
    const { operator, left, right } = sight.node;
    const call = bare(left);
    const length = bare(right);
    if (
      !/^===?$/.test(operator) ||
      call.kind !== 'call' ||
      !/^(lastI|i)ndexOf$/.test(call.name) ||
      !call.receiver ||
      length.kind !== 'binary' ||
      length.operator !== '-'
    )
      continue;
    const start = bare(length.left);
    if (
      start.kind !== 'member' ||
      start.name !== 'length' ||
      !isSame(start.object, call.receiver, sight) ||
      numericValue(length.right, sight) === 1
    )
      continue;
    const text = code.file.text;
    const guarded = isWithin(
      sight,
      (node) =>
        node.kind === 'binary' &&
        /^(&&|\|\|)$/.test(node.operator) &&
        /[<>]=?\s*\w|-\s*1/.test(text.slice(node.range.start, sight.node.range.start)) &&
        !/>=\s*-|!==?\s*0/.test(text.slice(node.range.start, sight.node.range.start)),
    );
    if (!guarded)
      yield {
        at: sight,
        range: sight.node.range,
        message: 'Where the text is one shorter than the suffix and does not hold it, both sides are -1: use `endsWith`.',
      };
  }
}

function isSame(a: Expression, b: Expression, { file }: Sight): boolean {
  return foldedText(file.text, a.range) === foldedText(file.text, b.range);
}
