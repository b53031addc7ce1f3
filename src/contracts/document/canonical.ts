import { shortened } from '../../base/shortened.ts';
import type { DocumentNode } from '../../code/document-node.ts';

const longest = 20_000;

/** The same text for equal values, whatever the order of names; cut where a value is very long, unless all of it is asked for. */
export function canonical(node: DocumentNode | undefined, most = longest): string {
  const parts: string[] = [];
  let length = 0;
  const write = (part: string): void => {
    length += part.length;
    if (length <= most) parts.push(part);
  };
  const visit = (each: DocumentNode): void => {
    if (length > most) return;
    if (each.kind === 'scalar') write(JSON.stringify(each.value));
    else if (each.kind === 'array')
      bracketed(
        '[]',
        each.items.map((item) => () => {
          visit(item);
        }),
        write,
      );
    else
      bracketed(
        '{}',
        [...each.members]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => () => {
            write(`${JSON.stringify(name)}:`);
            visit(value);
          }),
        write,
      );
  };
  if (node) visit(node);
  return parts.join('');
}

function bracketed(brackets: string, parts: readonly (() => void)[], write: (part: string) => void): void {
  write(brackets.charAt(0));
  for (const part of parts) {
    part();
    write(',');
  }
  write(brackets.charAt(1));
}

/** A value for a message: as JSON, shortened. */
export function shown(node: DocumentNode | undefined): string {
  const text = canonical(node).replaceAll(/,([\]}])/g, '$1');
  return shortened(text, 60);
}
