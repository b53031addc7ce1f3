import type { TextRange } from '../../../base/text-range.ts';
import type { AnnotationFact, FileFacts, SymbolFact } from '../../../code/facts.ts';
import type { Harm } from '../../../code/flow/taint/knowledge.ts';
import { taintOf, type Taint, type Value } from '../../../code/flow/taint/value.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { choosesHost, isHarmful } from './dangers.ts';
import { handlerAnnotations } from './sources.ts';

/** What a method of a controller returns becomes a page, or says where the browser goes next. */
export function answerHarms(facts: FileFacts, symbol: SymbolFact, value: Value, range: TextRange): readonly Harm[] {
  const taint = taintOf(value);
  if (!taint || taint.weak || taint.kind !== 'request' || !isHandler(symbol)) return [];
  if (/^(?:redirect|forward):/.test(taint.lead)) {
    const isRedirect = taint.lead.startsWith('redirect:') && choosesHost(taint.lead.slice('redirect:'.length));
    return isRedirect && isHarmful('redirect', taint) ? [{ danger: 'redirect', sink: 'redirect:', value, range }] : [];
  }
  const answersText = /^(?:String|ResponseEntity<String>|Mono<String>|CharSequence)$/.test(symbol.type ?? '') && value.taint !== undefined;
  return answersText && isPage(facts, symbol, taint) ? [{ danger: 'html', sink: 'return', value, range, confidence: 'medium' }] : [];
}

function isHandler(symbol: SymbolFact): boolean {
  return symbol.kind === 'method' && symbol.annotations.some(({ name }) => handlerAnnotations.has(simpleTypeName(name)));
}

/** Whether Spring writes the text into the answer as it is, as a page unless something else is said. */
function isPage(facts: FileFacts, symbol: SymbolFact, { lead }: Taint): boolean {
  const types = enclosing(symbol, facts);
  const around = [symbol, ...types].flatMap(({ annotations }) => annotations);
  const isBody = around.some(({ name }) => /^(?:RestController|ResponseBody)$/.test(simpleTypeName(name)));
  if (!isBody || /^\s*[[{"]/.test(lead)) return false;
  return around.every((each) => mayGivePage(each));
}

/** `produces = "application/json"` is no page. */
function mayGivePage({ name, arguments: given }: AnnotationFact): boolean {
  const produces = given.find((each) => each.name === 'produces')?.value;
  if (!produces) return !/^(?:FeignClient)$/.test(simpleTypeName(name));
  const text = JSON.stringify(produces);
  return /html|ALL_VALUE/i.test(text);
}
