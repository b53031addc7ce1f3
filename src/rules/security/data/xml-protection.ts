import type { Call, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { constantsOf } from '../../../code/flow/constant.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare } from '../../../code/walk.ts';
import { lastName } from '../../pattern/code-inventory.ts';
import { textOf, truthOf } from '../../pattern/values.ts';

/** Which protections of a parser were set, by short names such as `disallow-doctype-decl`; `?` where some are set whose names are computed. */
export type Settings = ReadonlyMap<string, boolean>;

/** Reads `factory.setFeature("…/disallow-doctype-decl", true)` and its kin; a value of `''` means that nothing may be fetched. */
export function settingsOf(calls: readonly Call[], scope: Scope): Settings {
  const settings = new Map<string, boolean>();
  for (const call of calls) {
    const [name, value] = call.arguments;
    if (/^set(?:Feature|Property|Attribute)$/.test(call.name) && name && value) {
      for (const each of namesOf(name, call, scope)) {
        if (each === '') settings.set('?', true);
        const on = truthOf(value, scope) ?? booleanObject(value) ?? (textOf(value, scope) === '' ? true : undefined);
        settings.set(shortName(each), on ?? false);
      }
    } else if (/^set\w+$/.test(call.name) && name) {
      const on = truthOf(name, scope);
      if (on !== undefined) settings.set(call.name, on);
    }
  }
  return settings;
}

/** Of a name that is given several values the one last before the call. */
function namesOf(name: Expression, call: Call, scope: Scope): readonly string[] {
  const held = bare(name);
  const known = constantsOf(name, scope)?.filter((each) => typeof each === 'string') ?? [];
  if (known.length <= 1 || held.kind !== 'name') return known.length > 0 ? known : [isConstantName(held) ? (lastName(held) ?? '') : ''];
  const latest = bindingsOf(held.name, scope).findLast(({ value }) => value && value.range.end <= call.range.start)?.value;
  return [textOf(latest, scope) ?? ''];
}

/** `XMLConstants.ACCESS_EXTERNAL_DTD`. */
function isConstantName(name: Expression): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(lastName(name) ?? '');
}

/** `Boolean.TRUE`. */
function booleanObject(value: Expression): boolean | undefined {
  const held = bare(value);
  return held.kind === 'member' && /^(TRUE|FALSE)$/.test(held.name) ? held.name === 'TRUE' : undefined;
}

function shortName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')) + 1);
  return longNames.get(last) ?? last;
}

const longNames: ReadonlyMap<string, string> = new Map([
  ['FEATURE_SECURE_PROCESSING', 'secure-processing'],
  ['ACCESS_EXTERNAL_DTD', 'accessExternalDTD'],
  ['ACCESS_EXTERNAL_SCHEMA', 'accessExternalSchema'],
  ['ACCESS_EXTERNAL_STYLESHEET', 'accessExternalStylesheet'],
  ['SUPPORT_DTD', 'supportDTD'],
  ['IS_SUPPORTING_EXTERNAL_ENTITIES', 'isSupportingExternalEntities'],
]);

/** Whether no document type, or nothing from outside, gets in. */
export function keepsEntitiesOut(settings: Settings): boolean {
  const is = (name: string, value: boolean): boolean => settings.get(name) === value;
  return (
    is('disallow-doctype-decl', true) ||
    is('secure-processing', true) ||
    is('accessExternalDTD', true) ||
    (is('external-general-entities', false) && is('external-parameter-entities', false))
  );
}

export function keepsStreamEntitiesOut(settings: Settings): boolean {
  return (
    settings.get('supportDTD') === false ||
    settings.get('isSupportingExternalEntities') === false ||
    settings.get('accessExternalDTD') === true
  );
}

export function keepsSchemasOut(settings: Settings): boolean {
  return (
    settings.get('secure-processing') === true ||
    settings.get('disallow-doctype-decl') === true ||
    (settings.get('accessExternalDTD') === true && settings.get('accessExternalSchema') === true)
  );
}

export function keepsStylesheetsOut(settings: Settings): boolean {
  return settings.get('secure-processing') === true || settings.get('accessExternalDTD') === true;
}
