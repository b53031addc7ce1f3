import type { Expression } from '../../code/expression.ts';
import { visitsOf, type CodeNode, type Visited } from '../../code/walk.ts';

/** Levels of functions within functions that are told apart. */
const deepest = 6;

/**
 * Where inside a symbol something stands: the way through the functions around it, each by what it is given to or called,
 * e.g. `post(/orders)`. Both sides have it, so that what is removed with its function is not taken for unprotected.
 */
export function scopeOf(visited: Visited): string {
  const names: string[] = [];
  for (let at = visited.parent; at && names.length < deepest; at = at.parent) {
    if (at.node.kind === 'function' && !isPassing(at)) names.push(anchorOf(at));
  }
  return names.reverse().join(' › ');
}

/** Every scope of a piece of code. */
export function scopesIn(code: readonly CodeNode[]): ReadonlySet<string> {
  const scopes = new Set(['']);
  for (const visited of visitsOf(code, 'function')) {
    if (isPassing(visited)) continue;
    const outer = scopeOf(visited);
    scopes.add([...(outer === '' ? [] : [outer]), anchorOf(visited)].slice(-deepest).join(' › '));
  }
  return scopes;
}

/** `headers(h -> h.frameOptions())` sets something up where it stands; what has a name or a path of its own is a scope. */
function isPassing({ node, parent }: Visited): boolean {
  if (node.kind !== 'function' || node.body.length !== 1 || node.body[0]?.kind !== 'return') return false;
  return parent?.node.kind === 'call' && parent.node.arguments[0]?.kind !== 'string';
}

function anchorOf({ node, parent }: Visited): string {
  const around = parent?.node;
  switch (around?.kind) {
    case 'call':
      return `${around.name}(${around.arguments[0]?.kind === 'string' ? around.arguments[0].value : ''})`;
    case 'variable':
      return around.name;
    case 'assignment':
      return 'name' in around.target ? around.target.name : '=';
    case 'object':
      return around.properties.find(({ value }) => value === (node as Expression))?.key ?? '';
    default:
      return around?.kind ?? '';
  }
}
