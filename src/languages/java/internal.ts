import type { SymbolFact } from '../../code/facts.ts';
import { simpleName } from './declarations/modifiers.ts';

const internalAnnotations: ReadonlySet<string> = new Set([
  'Internal',
  'InternalApi',
  'InternalAPI',
  'VisibleForTesting',
  'ForTesting',
  'PrivateApi',
  'ApiStatus.Internal',
  'InterfaceAudience.Private',
]);

/** Why a visible symbol is still not for others: an annotation, or a tag in its documentation. */
export function internalReason(symbol: SymbolFact, text: string): string | undefined {
  for (const { name, arguments: values } of symbol.annotations) {
    if (internalAnnotations.has(name) || internalAnnotations.has(simpleName(name))) return `@${name}`;
    const status = values.find((argument) => argument.name === 'status')?.value;
    const isInternal = (status?.kind === 'member' || status?.kind === 'name') && status.name === 'INTERNAL';
    if (simpleName(name) === 'API' && isInternal) return `@${name}(status = INTERNAL)`;
  }
  if (!symbol.documentation) return undefined;
  const tag = /@(?:internal|hidden|hide)\b/.exec(text.slice(symbol.documentation.start, symbol.documentation.end));
  return tag ? `${tag[0]} in its documentation` : undefined;
}
