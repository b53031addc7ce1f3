import { referencesOf, report, type Comparison } from './comparison.ts';
import { featureOf } from './features.ts';
import { isScalar } from './field-type.ts';
import type { ProtoField } from './model.ts';

type Cardinality = 'required' | 'repeated' | 'optional' | 'implicit';

const names: Readonly<Record<Cardinality, string>> = {
  required: 'required',
  repeated: 'repeated',
  optional: 'optional',
  implicit: 'singular without presence',
};

/** How often a field may stand in a message, and whether its absence can be told from its default. */
export function compareCardinality(comparison: Comparison, base: ProtoField, head: ProtoField, typeChanged: boolean): void {
  if (base.mapKey !== undefined || head.mapKey !== undefined) return;
  const isMessage = !isEnumOrScalar(comparison, base, head);
  const [before, after] = [cardinalityOf(base, isMessage), cardinalityOf(head, isMessage)];
  if (before === after || (typeChanged && before !== 'repeated' && after !== 'repeated' && isMessage)) return;
  const { change, effect } = effectOf(before, after, head, isMessage);
  report(comparison, base, head, {
    change,
    impact: 'breaking',
    message: `\`${base.fullName}\` is ${names[after]}, was ${names[before]}: ${effect}`,
  });
}

/** A type that was not found counts as a message, for which presence never differs. */
function isEnumOrScalar(comparison: Comparison, base: ProtoField, head: ProtoField): boolean {
  const { before, after } = referencesOf(comparison, base, base.type, head, head.type);
  return [
    [base.type, before],
    [head.type, after],
  ].every(([written, reference]) => isScalar(written as string) || (reference as typeof before).type?.kind === 'enum');
}

function cardinalityOf(field: ProtoField, isMessage: boolean): Cardinality {
  if (field.label === 'repeated') return 'repeated';
  const presence = featureOf(field, 'field_presence');
  if (field.label === 'required' || presence === 'LEGACY_REQUIRED') return 'required';
  if (isMessage || field.label === 'optional' || field.oneof !== undefined || field.extendee !== undefined) return 'optional';
  return presence === 'IMPLICIT' ? 'implicit' : 'optional';
}

function effectOf(
  before: Cardinality,
  after: Cardinality,
  head: ProtoField,
  isMessage: boolean,
): { readonly change: string; readonly effect: string } {
  if (before === 'repeated' || after === 'repeated') {
    const packed = !isMessage && head.type !== 'string' && head.type !== 'bytes';
    return packed
      ? {
          change: 'field-wire-compatible-cardinality',
          effect:
            'packed values are not read as a single one, JSON has a list in place of a value, and code that uses the field no longer compiles.',
        }
      : {
          change: 'field-wire-json-compatible-cardinality',
          effect: 'all values but the last are lost, JSON has a list in place of a value, and code that uses the field no longer compiles.',
        };
  }
  if (after === 'required')
    return { change: 'message-same-required-fields', effect: 'messages of senders that leave it out are rejected.' };
  if (before === 'required')
    return { change: 'message-same-required-fields', effect: 'old readers reject messages in which it is not set.' };
  return {
    change: 'field-same-cardinality',
    effect:
      'whether it was set can be told on one side only, and generated code differs (presence methods, pointers), so code that uses the field may no longer compile.',
  };
}
