import type { SymbolFact } from '../../../code/facts.ts';

/** How many calls deep an assertion is looked for. */
const deepestCall = 3;

const assertion = /\b(?:assert|verify|expect|fail|andExpect|should)\w{0,60}\s{0,9}\(/;

/** Whether a method of this file asserts, itself or through others of the file. Read from its text, since untouched bodies are not read. */
export function assertingMethods(symbols: readonly SymbolFact[], text: string): (method: string) => boolean {
  const bodies = new Map<string, string[]>();
  for (const { kind, name, bodyRange } of symbols) {
    if (kind !== 'method' || !bodyRange) continue;
    const body = text.slice(bodyRange.start, bodyRange.end);
    const overloads = bodies.get(name);
    if (overloads) overloads.push(body);
    else bodies.set(name, [body]);
  }
  const known = new Map<string, boolean>();

  function asserts(method: string, depth: number): boolean {
    const answer = known.get(method);
    if (answer !== undefined) return answer;
    known.set(method, false);
    const result = (bodies.get(method) ?? []).some(
      (body) => assertion.test(body) || (depth < deepestCall && called(body).some((name) => asserts(name, depth + 1))),
    );
    known.set(method, result);
    return result;
  }

  function called(body: string): string[] {
    return Array.from(body.matchAll(/\b([A-Za-z_$][\w$]{0,100})\s{0,9}\(/g), ([, name = '']) => name).filter((name) => bodies.has(name));
  }

  return (method) => asserts(method, 1);
}
