import type { TypeText } from './model.ts';

/** Whether all that was promised of a value that the server sends still holds: it may be promised more. */
export function isOutputKept(before: TypeText, after: TypeText): boolean {
  if (before.nonNull && !after.nonNull) return false;
  if (before.item) return after.item !== undefined && isOutputKept(before.item, after.item);
  return after.item === undefined && before.name === after.name;
}

/** Whether all that clients may send is still taken: less may be asked of them. */
export function isInputKept(before: TypeText, after: TypeText): boolean {
  if (after.nonNull && !before.nonNull) return false;
  if (before.item) return after.item !== undefined && isInputKept(before.item, after.item);
  return after.item === undefined && before.name === after.name;
}
