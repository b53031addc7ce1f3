import { report, type Comparison } from './comparison.ts';
import { compareFields } from './fields.ts';
import { compareGoogleOptions } from './google-options.ts';
import { compareJsonFormat } from './json-format.ts';
import type { ProtoMessage } from './model.ts';
import { compareExtensionRanges, compareReserved } from './reserved.ts';

/** Compares two versions of a message; what is nested in it is compared by itself. */
export function compareMessage(comparison: Comparison, base: ProtoMessage, head: ProtoMessage): void {
  compareFields(comparison, base, head);
  compareOneofs(comparison, base, head);
  compareReserved(comparison, base, head);
  compareExtensionRanges(comparison, base, head);
  compareJsonFormat(comparison, base, head);
  compareMessageOptions(comparison, base, head);
  compareGoogleOptions(comparison, 'message', base, head);
}

/** A oneof whose fields all went too is told by its fields. */
function compareOneofs(comparison: Comparison, base: ProtoMessage, head: ProtoMessage): void {
  for (const oneof of base.oneofs) {
    if (head.oneofs.some(({ name }) => name === oneof.name)) continue;
    const remaining = head.fields.filter(({ number }) =>
      base.fields.some((field) => field.oneof === oneof.name && field.number === number),
    );
    const renamed = remaining[0]?.oneof;
    const what = renamed === undefined ? 'was removed' : `is gone; its fields are in \`${renamed}\``;
    report(comparison, oneof, undefined, {
      change: 'oneof-no-delete',
      impact: 'breaking',
      message: `Oneof \`${oneof.fullName}\` ${what}: code that asks which of its fields is set no longer compiles${renamed === undefined ? ', and several of them may now be set together' : ''}.`,
    });
  }
}

function compareMessageOptions(comparison: Comparison, base: ProtoMessage, head: ProtoMessage): void {
  if (isSet(head, 'no_standard_descriptor_accessor') && !isSet(base, 'no_standard_descriptor_accessor')) {
    report(comparison, base, head, {
      change: 'message-no-remove-standard-descriptor-accessor',
      impact: 'breaking',
      message: `\`${base.fullName}\` has \`no_standard_descriptor_accessor = true\`, was \`false\`: C++ code that calls its \`descriptor()\` no longer compiles.`,
    });
  }
  if (isSet(head, 'message_set_wire_format') !== isSet(base, 'message_set_wire_format')) {
    report(comparison, base, head, {
      change: 'message-same-message-set-wire-format',
      impact: 'breaking',
      message: `\`${base.fullName}\` has \`message_set_wire_format = ${isSet(head, 'message_set_wire_format')}\`, was \`${isSet(base, 'message_set_wire_format')}\`: its extensions are written differently and cannot be read by the other side.`,
    });
  }
}

function isSet({ options }: ProtoMessage, option: string): boolean {
  return options.get(option) === 'true';
}
