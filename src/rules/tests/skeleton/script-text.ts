/** A title as a string literal. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** What stands in the place of a result that nobody has stated yet: it is equal to none. */
export function markerFor(call: string): string {
  return quoted(`state what ${call} should give`);
}
