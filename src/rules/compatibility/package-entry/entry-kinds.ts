import { isOwnPath } from '../../../code/own-by-name.ts';
import { isTrue, itemsOf, member, membersOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import { platformKinds } from './platform-kinds.ts';

/** One way in which a package can no longer be entered as before. */
export interface EntryDifference {
  readonly id: string;
  /** What of the manifest, e.g. `exports["./utils"]`. */
  readonly element: string;
  readonly message: string;
  /** Where it stands at head; absent for what is gone. */
  readonly node?: DocumentNode | undefined;
  readonly before?: DocumentNode | undefined;
  readonly isRisky?: boolean;
}

type Kinds = (old: DocumentNode, now: DocumentNode) => readonly EntryDifference[];

const kinds: readonly Kinds[] = [
  entrypointKinds,
  takenOutKinds,
  closedKinds,
  formatKinds,
  fieldKinds,
  commandKinds,
  peerKinds,
  platformKinds,
];

/** What differs for consumers between two manifests of one package. */
export function entryKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  return kinds.flatMap((each) => each(old, now));
}

/** Paths of the exports map, each with the conditions under which it leads somewhere. */
function entrypoints(root: DocumentNode): ReadonlyMap<string, DocumentNode> {
  const exports = member(root, 'exports');
  if (!exports) return new Map();
  const paths = membersOf(exports).filter(([path]) => path.startsWith('.'));
  return new Map(paths.length > 0 ? paths.filter(([path, node]) => !isClosed(node) && !isOwnPath(path)) : [['.', exports]]);
}

function isClosed(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function entrypointKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  if (!member(old, 'exports') || !member(now, 'exports')) return [];
  const after = entrypoints(now);
  return [...entrypoints(old)].flatMap(([path, before]): readonly EntryDifference[] => {
    const node = closedPaths(now).has(path) ? undefined : (after.get(path) ?? patternFor(path, after));
    const shown = path === '.' ? 'the package itself' : `\`${path}\``;
    if (!node)
      return [
        {
          id: 'entrypoint-removed',
          element: `exports["${path}"]`,
          message: `${shown.replace('the', 'The')} can no longer be imported: \`exports\` does not name it any more.`,
          node: member(now, 'exports'),
          before,
        },
      ];
    return conditionKinds(path, shown, before, node);
  });
}

/** `"./internal/*": null` takes out of a wider pattern what it names. */
function takenOutKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  const [before, after] = [closedPaths(old), closedPaths(now)];
  const served = entrypoints(old);
  return [...after].flatMap(([path, node]) => {
    const wider = patternFor(path, served);
    if (before.has(path) || served.has(path) || !wider || !member(old, 'exports')) return [];
    return [
      {
        id: 'entrypoint-removed',
        element: `exports["${path}"]`,
        message: `\`${path}\` can no longer be imported: \`exports\` closes it now.`,
        node,
        before: wider,
      },
    ];
  });
}

function closedPaths(root: DocumentNode): ReadonlyMap<string, DocumentNode> {
  return new Map(membersOf(member(root, 'exports')).filter(([path, node]) => path.startsWith('.') && isClosed(node) && !isOwnPath(path)));
}

/** `./features/*` serves `./features/a`. */
function patternFor(path: string, entries: ReadonlyMap<string, DocumentNode>): DocumentNode | undefined {
  for (const [pattern, node] of entries) {
    const [prefix = '', suffix = ''] = pattern.split('*', 2);
    if (pattern.includes('*') && path.startsWith(prefix) && path.endsWith(suffix)) return node;
  }
  return undefined;
}

/** Formats that consumers ask for; a target without a condition serves all. */
function conditionKinds(path: string, shown: string, before: DocumentNode, node: DocumentNode): readonly EntryDifference[] {
  const [old, now] = [conditions(before), conditions(node)];
  if (now.has('*')) return [];
  const lost = ['require', 'import'].filter(
    (format) => (old.has(format) || old.has('default')) && !now.has(format) && !now.has('default') && old.has(format),
  );
  return lost.map((format) => ({
    id: `condition-removed`,
    element: `exports["${path}"].${format}`,
    message: `${shown.replace('the', 'The')} can no longer be loaded by \`${format}\`: \`exports\` has no such condition any more.`,
    node,
    before,
  }));
}

function conditions(node: DocumentNode, depth = 0): ReadonlySet<string> {
  if (node.kind === 'scalar') return new Set(['*']);
  if (node.kind === 'array') return new Set(itemsOf(node).flatMap((item) => [...conditions(item, depth + 1)]));
  const own = membersOf(node).flatMap(([name, inner]) => [
    name,
    ...(depth < 5 ? [...conditions(inner, depth + 1)].filter((each) => each !== '*') : []),
  ]);
  return new Set(own);
}

/** An exports map hides every path that it does not name. */
function closedKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  const node = member(now, 'exports');
  if (member(old, 'exports') || !node || entrypoints(now).has('./*')) return [];
  return [
    {
      id: 'entrypoints-closed',
      element: 'exports',
      message:
        'An `exports` map hides every path that it does not name: code that imports files of the package by their path no longer finds them.',
      node,
      isRisky: true,
    },
  ];
}

/** What `.js` files of the package are. */
function formatKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  const [before, after] = [old, now].map((root) => textOf(member(root, 'type')) ?? 'commonjs');
  if (before === after || !/^(?:module|commonjs)$/.test(after ?? '')) return [];
  const modules = [...entrypoints(now).values()].filter((node) => !isData(node));
  const keepsBoth = modules.length > 0 && modules.every((node) => conditions(node).has('require') && conditions(node).has('import'));
  if (keepsBoth || isExplicit(now)) return [];
  return [
    {
      id: 'module-format-changed',
      element: 'type',
      message:
        after === 'module'
          ? 'The package is ES modules only now: code that loads it by `require` no longer gets it as it did.'
          : 'The package is CommonJS now: code that imports its names no longer finds all of them.',
      node: member(now, 'type'),
      before: member(old, 'type'),
    },
  ];
}

/** `./package.json` and styles are no modules. */
function isData(node: DocumentNode): boolean {
  return /\.(?:json|css|wasm)$/.test(textOf(node) ?? '');
}

/** Suffixes that say the format whatever `type` says. */
function isExplicit(root: DocumentNode): boolean {
  const main = textOf(member(root, 'main'));
  return main !== undefined && /\.[cm]js$/.test(main) && !member(root, 'exports');
}

/** Old ways to name what consumers get; an exports map stands in for them. */
function fieldKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  const hasTypes = member(now, 'types') ?? member(now, 'typings');
  const lostTypes = (member(old, 'types') ?? member(old, 'typings')) && !hasTypes && !member(now, 'exports');
  const lostMain = member(old, 'main') && !member(now, 'main') && !member(now, 'exports') && !member(now, 'module');
  return [
    ...(lostTypes
      ? [
          {
            id: 'types-removed',
            element: 'types',
            message: '`types` is gone: consumers who write TypeScript may get no types any more.',
            before: member(old, 'types') ?? member(old, 'typings'),
            isRisky: true,
          },
        ]
      : []),
    ...(lostMain
      ? [
          {
            id: 'entrypoint-removed',
            element: 'main',
            message: '`main` is gone: what consumers get by the package’s name is another file, or none.',
            before: member(old, 'main'),
            isRisky: true,
          },
        ]
      : []),
  ];
}

function commandKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  const after = commands(now);
  return [...commands(old)].flatMap(([name, before]) =>
    after.has(name)
      ? []
      : [
          {
            id: 'command-removed',
            element: `bin.${name}`,
            message: `The command \`${name}\` is gone: scripts that run it fail.`,
            node: member(now, 'bin'),
            before,
          },
        ],
  );
}

/** A single command has the package's own name, without its scope. */
function commands(root: DocumentNode): ReadonlyMap<string, DocumentNode> {
  const bin = member(root, 'bin');
  if (bin?.kind !== 'scalar') return new Map(membersOf(bin));
  return new Map([[(textOf(member(root, 'name')) ?? '').replace(/^@[^/]*\//, ''), bin]]);
}

/** What consumers have to install beside the package. */
function peerKinds(old: DocumentNode, now: DocumentNode): readonly EntryDifference[] {
  return membersOf(member(now, 'peerDependencies')).flatMap(([name, node]): readonly EntryDifference[] => {
    if (isTrue(member(now, 'peerDependenciesMeta', name, 'optional'))) return [];
    const before = member(old, 'peerDependencies', name);
    const element = `peerDependencies.${name}`;
    const range = textOf(node) ?? '';
    if (!before) {
      const isMoved = member(old, 'dependencies', name) !== undefined;
      const why = isMoved ? 'it came with the package so far' : 'who has it not installed gets errors';
      return [
        { id: 'peer-dependency-added', element, message: `The package asks for the peer \`${name}\` (\`${range}\`) now: ${why}.`, node },
      ];
    }
    if (isTrue(member(old, 'peerDependenciesMeta', name, 'optional')))
      return [
        {
          id: 'peer-dependency-added',
          element,
          message: `The peer \`${name}\` (\`${range}\`) is no longer optional: who has it not installed gets errors.`,
          node,
          before,
        },
      ];
    const [least, lowest] = [lowestMajor(textOf(before) ?? ''), lowestMajor(range)];
    if (least === undefined || lowest === undefined || lowest <= least) return [];
    return [
      {
        id: 'peer-dependency-narrowed',
        element,
        message: `The package asks for \`${name}\` \`${range}\` instead of \`${textOf(before) ?? ''}\`: consumers with an older one can no longer use it.`,
        node,
        before,
      },
    ];
  });
}

/** The lowest major version that a range takes in; undefined where it is no plain range. */
function lowestMajor(range: string): number | undefined {
  const majors = range.split('||').map((part) => /^\s{0,200}(?:[\^~=v]|>=)?\s{0,200}(\d+)/.exec(part)?.[1]);
  return majors.every((each) => each !== undefined) ? Math.min(...majors.map(Number)) : undefined;
}
