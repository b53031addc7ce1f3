import type { Schema } from './model.ts';

/** Whether a server may send values of a type: some field has it. A type that nothing seen uses may be used elsewhere. */
export function isSent({ types, directives }: Schema, name: string): boolean {
  let isReceived = false;
  for (const { fields, inputFields } of types.values()) {
    if (fields.some(({ type }) => type.name === name)) return true;
    isReceived ||= inputFields.some(({ type }) => type.name === name) || fields.some(({ args }) => args.some(({ type }) => type.name === name));
  }
  isReceived ||= [...directives.values()].some(({ args }) => args.some(({ type }) => type.name === name));
  return !isReceived;
}
