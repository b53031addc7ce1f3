import type { Schema } from './model.ts';

/** Whether a server may send values of a type: some field has it, or nothing seen uses it, so that other files may. */
export function sentTypes({ types, directives }: Schema): (name: string) => boolean {
  const fields = [...types.values()].flatMap((type) => type.fields);
  const inputs = [...types.values()]
    .flatMap(({ inputFields }) => inputFields)
    .concat([...fields, ...directives.values()].flatMap(({ args }) => args));
  const sent = new Set(fields.map(({ type }) => type.name));
  const received = new Set(inputs.map(({ type }) => type.name));
  return (name) => sent.has(name) || !received.has(name);
}
