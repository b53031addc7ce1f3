import { findNodeAtOffset, getNodePath } from 'jsonc-parser';
import { treeOf } from './json.ts';
import type { Spot } from './model.ts';
import type { Incompatibility } from './resolve.ts';

/**
 * Where a reason stands, as a JSON pointer into the file of the spot, the way Avro's own libraries say it:
 * `/` for the whole schema, `/fields/1` for a field, `/symbols`, `/size`, `/name`, and the branch that is missing.
 */
export function pointerOf({ id, branch }: Incompatibility, { file, range }: Spot): string {
  const node = findNodeAtOffset(treeOf(file), range.start);
  const path = node ? getNodePath(node) : [];
  // Named types and fields are told at their names.
  const whole = path.at(-1) === 'name' ? path.slice(0, -1) : path;
  const part = id === 'missing-union-branch' && branch !== undefined ? branch : parts[id];
  return `/${[...whole, ...(part === undefined ? [] : [part])].map((step) => escaped(String(step))).join('/')}`;
}

const parts: Readonly<Partial<Record<Incompatibility['id'], string>>> = {
  'name-mismatch': 'name',
  'fixed-size-mismatch': 'size',
  'missing-enum-symbols': 'symbols',
};

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
