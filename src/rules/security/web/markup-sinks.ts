import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, dottedName } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';

/** A value that a browser reads as markup. */
export interface MarkupUse {
  readonly at: Scope;
  readonly range: TextRange;
  /** What puts it there, e.g. `innerHTML`. */
  readonly sink: string;
  readonly value: Expression;
  /** Where the name of the property stands that is assigned to. */
  readonly property?: TextRange;
  /** Text without a tag in it is a selector or a text there. */
  readonly onlyTags?: true;
}

/** Methods that take markup, with the argument. */
const methods: ReadonlyMap<string, number> = new Map([
  ['insertAdjacentHTML', 1],
  ['setHTMLUnsafe', 0],
  ['parseHTMLUnsafe', 0],
  ['createContextualFragment', 0],
  ['createNodesFromMarkup', 0],
  ['setInnerHTMLUnsafe', 1],
  ['setOuterHTMLUnsafe', 1],
]);
const trusting = ['trustAsHtml', 'trustAsJs', 'trustAsCss', 'trustAsUrl', 'trustAsResourceUrl', 'trustAs'] as const;
const ofJquery = ['html', 'append', 'prepend', 'before', 'after', 'replaceWith', 'wrap', 'wrapInner', 'wrapAll'] as const;

/** `element.innerHTML = …`, `insertAdjacentHTML(…)`, `document.write(…)`, `dangerouslySetInnerHTML`, jQuery and AngularJS. */
export function* markupUsesIn(code: CodeInventory): Generator<MarkupUse> {
  for (const sight of code.assignments('innerHTML', 'outerHTML', 'srcdoc')) {
    const { target, value, range } = sight.node;
    const sink = lastName(target) ?? '';
    const named = bare(target);
    if (named.kind === 'name') continue;
    const property = sink === 'innerHTML' && sight.node.operator === '=' && named.kind === 'member';
    yield {
      at: sight,
      range,
      sink,
      value,
      ...(property && { property: { start: target.range.end - sink.length, end: target.range.end } }),
    };
  }
  for (const at of code.properties('__html')) yield { at, range: at.range, sink: 'dangerouslySetInnerHTML', value: at.value };
  for (const sight of code.calls(...methods.keys())) yield* argument(sight, methods.get(sight.node.name) ?? 0);
  for (const sight of code.calls('write', 'writeln'))
    if (/(?:^|\.)document$/.test((sight.node.receiver && dottedName(bare(sight.node.receiver))) ?? ''))
      for (const [index] of sight.node.arguments.entries()) yield* argument(sight, index, `document.${sight.node.name}`);
  for (const sight of code.calls(...trusting))
    if (((sight.node.receiver && lastName(sight.node.receiver)) ?? '').endsWith('sce'))
      yield* argument(sight, sight.node.name === 'trustAs' ? 1 : 0);
  yield* jqueryUses(code);
}

function* argument(sight: Sight<Call>, index: number, sink = sight.node.name): Generator<MarkupUse> {
  const value = sight.node.arguments[index];
  if (value) yield { at: sight, range: sight.node.range, sink, value };
}

/** `$(element).html(…)`, `$('<b>' + …)`. */
function* jqueryUses(code: CodeInventory): Generator<MarkupUse> {
  for (const sight of code.calls(...ofJquery)) {
    const [value] = sight.node.arguments;
    if (!value || !isJquery(sight.node.receiver)) continue;
    yield {
      at: sight,
      range: sight.node.range,
      sink: sight.node.name,
      value,
      ...(sight.node.name !== 'html' && { onlyTags: true as const }),
    };
  }
  for (const sight of code.calls('$', 'jQuery')) {
    const [value] = sight.node.arguments;
    if (value && !sight.node.receiver) yield { at: sight, range: sight.node.range, sink: sight.node.name, value, onlyTags: true };
  }
}

function isJquery(receiver: Expression | undefined): boolean {
  let at = receiver && bare(receiver);
  while (at?.kind === 'call' && at.receiver && at.name !== '$' && at.name !== 'jQuery') at = bare(at.receiver);
  const name = at?.kind === 'call' || at?.kind === 'name' || at?.kind === 'member' ? at.name : '';
  return name === 'jQuery' || name.startsWith('$');
}
