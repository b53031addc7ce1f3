import { groupBy } from '../../../base/group-by.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { typeOf } from '../../../code/flow/type.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { textOf } from '../../pattern/values.ts';
import type { CredentialUse } from './credential-use.ts';
import { credentialPlaces, settingNames, type CredentialPlace } from './credential-places-java.ts';

const calls = byName((of) => !of.startsWith('new '));
const constructions = byName((of) => of.startsWith('new '));

function byName(
  isMeant: (of: string) => boolean,
): ReadonlyMap<string, readonly { readonly name: string; readonly place: CredentialPlace }[]> {
  const places = credentialPlaces.filter(({ of }) => isMeant(of));
  return groupBy(
    places.flatMap((place) =>
      place.of
        .replace(/^new /, '')
        .split('|')
        .map((name) => ({ name, place })),
    ),
    ({ name }) => name,
  );
}

/** Where Java’s libraries take passwords and keys. */
export function* credentialsInJava(code: CodeInventory): Generator<CredentialUse> {
  for (const sight of code.calls(...calls.keys()))
    for (const { place } of calls.get(sight.node.name) ?? []) yield* useOf(place, sight, sight.node.receiver);
  for (const sight of code.constructions(...constructions.keys()))
    for (const { place } of constructions.get(simpleTypeName(sight.node.type)) ?? []) yield* useOf(place, sight, undefined);
  for (const sight of code.calls('put', 'setProperty', 'addToEnvironment')) yield* asSetting(sight);
}

function* useOf(place: CredentialPlace, sight: Sight<Call | Construction>, receiver: Expression | undefined): Generator<CredentialUse> {
  const given = sight.node.arguments;
  const expression = given[place.index];
  if (!expression || (place.count !== undefined && given.length !== place.count)) return;
  if (place.on && !(receiver && isOn(place.on, receiver, sight))) return;
  yield { at: sight, expression, name: place.name, ...(place.bytes && { bytes: true }) };
}

/** By its type, or where that is not known by its name. */
function isOn(pattern: RegExp, receiver: Expression, scope: Scope): boolean {
  const type = typeOf(receiver, scope);
  return (type !== undefined && pattern.test(simpleTypeName(type))) || pattern.test(lastName(receiver) ?? '');
}

/** `env.put(Context.SECURITY_CREDENTIALS, "…")`, `properties.setProperty("password", "…")`. */
function* asSetting(sight: Sight<Call>): Generator<CredentialUse> {
  const [key, expression] = sight.node.arguments;
  if (!key || !expression) return;
  const name = textOf(key, sight) ?? lastName(key) ?? '';
  if (settingNames.test(name)) yield { at: sight, expression, name: 'password' };
}
