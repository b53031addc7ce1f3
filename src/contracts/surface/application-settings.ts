import type { SourceFile } from '../../code/code-change.ts';
import { membersOf, type DocumentNode, type ScalarNode } from '../../code/document-node.ts';
import { placeInScalar } from '../../code/scalar-place.ts';
import { settingIdentity } from '../../code/surface/environment.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';

/** The files that Spring Boot and Quarkus read their settings from. */
export function isApplicationSettings(path: string): boolean {
  return (
    /(?:^|\/)(?:application|bootstrap)(?:-[\w-]{1,60})?\.(?:ya?ml|properties)$/.test(path) &&
    !/(?:^|\/)(?:src\/test|tests?|samples?|examples?)\//.test(path)
  );
}

/** Settings of a framework that callers and operators meet. */
const known =
  /^(?:server\.port|server\.servlet\.context-path|spring\.(?:mvc\.servlet\.path|webflux\.base-path|data\.rest\.base-path|graphql\.(?:http\.)?path)|management\.(?:server\.port|endpoints\.web\.base-path)|quarkus\.http\.(?:port|root-path))$/;

/** What the settings of an application ask its environment for, and those that callers meet. */
export function applicationSettings(file: SourceFile): readonly SurfaceElement[] {
  if (!isApplicationSettings(file.path)) return [];
  const profile = /(?:application|bootstrap)-([\w-]+)\./.exec(file.path)?.[1];
  return scalarsIn(file).flatMap(([name, node]) => {
    const asked = placeholders(name, node);
    return known.test(name) && profile === undefined && asked.length === 0 ? [plain(name, node)] : asked;
  });
}

/** Dotted name → value, of all documents of the file. */
export function scalarsIn(file: SourceFile): readonly (readonly [string, ScalarNode])[] {
  const found: (readonly [string, ScalarNode])[] = [];
  const visit = (node: DocumentNode, name: string, depth: number): void => {
    if (node.kind === 'scalar') found.push([name, node]);
    else if (node.kind === 'array')
      node.items.forEach((item) => {
        if (depth < 20) visit(item, name, depth + 1);
      });
    else for (const [key, value] of membersOf(node)) if (depth < 20) visit(value, name === '' ? key : `${name}.${key}`, depth + 1);
  };
  for (const root of file.document?.roots ?? []) visit(root, '', 0);
  return found;
}

/** `${NAME:default}`. */
function placeholders(within: string, node: ScalarNode): readonly SurfaceElement[] {
  if (typeof node.value !== 'string') return [];
  return Array.from(node.value.matchAll(/\$\{([\w.-]{1,200})(?::([^{}]{0,200}))?\}/g), (found): SurfaceElement => {
    const [text, name = '', fallback] = found;
    const isVariable = /^[A-Z][A-Z0-9_]*$/.test(name);
    return {
      kind: isVariable ? 'environment-variable' : 'setting',
      name,
      identity: isVariable ? name : settingIdentity(name),
      file: node.file,
      range: placeInScalar(node, { start: found.index, end: found.index + text.length }),
      // What one setting is made of may be another.
      required: isVariable && fallback === undefined && !within.startsWith('spring.profiles'),
      deprecated: false,
      ...(fallback !== undefined && { default: fallback }),
    };
  });
}

function plain(name: string, node: ScalarNode): SurfaceElement {
  return {
    kind: 'setting',
    name,
    identity: settingIdentity(name),
    file: node.file,
    range: node.range,
    required: false,
    deprecated: false,
    default: String(node.value),
  };
}
