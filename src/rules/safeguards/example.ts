import type { Example } from '../rule.ts';

/** An example with one file that is there at both sides; `finds` without the path. Where it finds and `fixed` is not said, the fix brings base back. */
export function edited(name: string, path: string, base: string, head: string, finds: readonly string[] = [], fixed?: string): Example {
  return {
    name,
    base: { [path]: base },
    head: { [path]: head },
    finds: finds.map((each) => `${path}:${each}`),
    ...(fixed !== undefined && { fixed: { [path]: fixed } }),
  };
}
