import { itemsOf, member, textOf, type DocumentNode } from '../../../code/document-node.ts';
import type { EntryDifference } from './entry-kinds.ts';

/** What npm installs on, by the field that says so (the values of `process.platform` and `process.arch`). */
const platforms: readonly (readonly [field: string, what: string, known: readonly string[]])[] = [
  ['os', 'operating systems', ['linux', 'darwin', 'win32', 'freebsd', 'openbsd', 'android', 'aix', 'sunos']],
  ['cpu', 'processors', ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64']],
  ['libc', 'C libraries', ['glibc', 'musl']],
];

const mostShown = 3;

/** Where npm refuses to install the package now (`EBADPLATFORM`). */
export function platformKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  return platforms.flatMap(([field, what, known]) => {
    const [before, after] = [member(old, field), member(now, field)];
    const lost = known.filter((each) => isAllowed(each, before) && !isAllowed(each, after));
    if (lost.length === 0) return [];
    const shown = lost.slice(0, mostShown).map((each) => `\`${each}\``);
    const rest = lost.length > mostShown ? ` and ${lost.length - mostShown} more` : '';
    return [
      {
        id: 'platform-removed',
        element: field,
        message: `The package no longer installs on the ${what} ${shown.join(', ')}${rest}: npm refuses it there (\`EBADPLATFORM\`).`,
        node: after,
        before,
      },
    ];
  });
}

/** A list names what is meant, or with `!` what is not. */
function isAllowed(value: string, node: DocumentNode | undefined): boolean {
  const listed = (node?.kind === 'array' ? itemsOf(node) : node ? [node] : []).flatMap((each) => textOf(each) ?? []);
  const named = listed.filter((each) => !each.startsWith('!'));
  return !listed.includes(`!${value}`) && (named.length === 0 || named.includes(value) || named.includes('any'));
}
