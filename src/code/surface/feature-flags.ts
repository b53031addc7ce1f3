import type { SourceFile } from '../code-change.ts';
import type { Call } from '../expression.ts';
import type { SymbolFact } from '../facts.ts';
import { constantOf } from '../flow/constant.ts';
import type { Scope } from '../flow/scope.ts';
import { dottedName, visitsOf } from '../walk.ts';
import { literalText } from './annotation-values.ts';
import type { SurfaceElement } from './surface-element.ts';

/** Calls that ask for a flag by their name alone: LaunchDarkly, OpenFeature's and other hooks, Flagsmith, PostHog. */
const askers =
  /^(?:(?:bool|string|int|double|number|json|jsonValue|migration)Variation(?:Detail)?|isFeatureEnabled|isFlagEnabled|hasFeature|getFeatureFlag|use(?:Feature)?Flag|useFeature(?:IsOn|Value|FlagEnabled|FlagPayload)|use(?:Boolean|String|Number|Object)Flag(?:Value|Details)?)$/;

/** Names that other things have, too, so that what they are asked of must say that it is about flags. */
const ofClients: readonly (readonly [name: RegExp, on: RegExp])[] = [
  [/^variation(?:Detail)?$/, /launchdarkly|(?:^|[._])ld\w*|client$/i],
  [/^get(?:Boolean|String|Integer|Number|Double|Object)(?:Value|Details)$/, /(?:feature|flag)\w*|(?:^|\.)client$/i],
  [/^(?:isEnabled|getVariant)$/, /unleash|feature|flags?$/i],
  [/^(?:isOn|isOff|getFeatureValue)$/, /growthbook|(?:^|\.)gb$/i],
  [/^getValue(?:Async)?$/, /configcat/i],
  [/^check$/, /ff4j/i],
];

/** The feature flags that touched code asks for by their names, with what holds where nobody has switched them. */
export function flagCalls(scope: Scope): readonly SurfaceElement[] {
  return visitsOf(scope.code, 'call').flatMap(({ node: call }) => {
    const [first, ...others] = call.arguments;
    const key = first && asksForFlag(call) ? constantOf(first, scope) : undefined;
    if (typeof key !== 'string' || !/^[\w.:/-]{2,120}$/.test(key)) return [];
    return [elementOf(key, scope.file, scope.symbol, call.range, literalText(others.at(-1)))];
  });
}

function asksForFlag({ name, receiver }: Call): boolean {
  if (askers.test(name)) return true;
  const on = receiver?.kind === 'call' ? receiver.name : receiver ? (dottedName(receiver) ?? '') : '';
  return on !== '' && ofClients.some(([named, of]) => named.test(name) && of.test(on));
}

/** Togglz: the constants of an enum that is a `Feature`. */
export function declaredFlags(file: SourceFile): readonly SurfaceElement[] {
  const symbols = file.facts?.symbols ?? [];
  return symbols.flatMap((symbol) => {
    const owner = symbol.parent === undefined ? undefined : symbols[symbol.parent];
    const isFlag = symbol.kind === 'enum-constant' && owner?.supertypes.some(({ type }) => /(?:^|\.)Feature$/.test(type));
    return isFlag ? [elementOf(symbol.name, file, owner, symbol.nameRange)] : [];
  });
}

function elementOf(
  name: string,
  file: SourceFile,
  symbol: SymbolFact | undefined,
  range: SurfaceElement['range'],
  fallback?: string,
): SurfaceElement {
  return {
    kind: 'feature-flag',
    name,
    identity: name,
    file,
    range,
    ...(symbol && { symbol }),
    required: false,
    deprecated: symbol?.deprecated ?? false,
    ...(fallback !== undefined && { default: fallback }),
  };
}
