import { distance } from 'fastest-levenshtein';

/** Whether a name may be taken for a known one although it is another: a letter more, less or other, or two changed about. */
export function looksLike(name: string, known: string): boolean {
  if (name === known || known.length < 5 || Math.abs(name.length - known.length) > 1) return false;
  const far = distance(name, known);
  return far === 1 || (far === 2 && name.length === known.length && isSwap(name, known));
}

/** Two neighbouring letters in the other order. */
function isSwap(name: string, known: string): boolean {
  let at = 0;
  while (known.charAt(at) === name.charAt(at)) at++;
  return name.charAt(at) === known.charAt(at + 1) && name.charAt(at + 1) === known.charAt(at) && name.slice(at + 2) === known.slice(at + 2);
}
