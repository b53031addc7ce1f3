import { found } from '../api/api-change.ts';
import { supertypeKinds } from './hierarchy-kinds.ts';
import type { JavaPair } from './java-pair.ts';
import { publicHeirs } from './java-sides.ts';
import type { JavaDifference } from './kinds.ts';

/** What unchanged types for all to see are no longer, because of one between that only its package sees. What a changed type lost is told of itself. */
export function handedOnKinds({ base, head, sides }: JavaPair): readonly JavaDifference[] {
  const { kind, visibility } = base.symbol;
  if ((kind !== 'class' && kind !== 'interface') || visibility !== 'package' || kind !== head.symbol.kind) return [];
  for (const heir of publicHeirs(base, sides.base)) {
    const after = sides.head.named(heir.symbol.qualifiedName);
    if (after?.file !== heir.file) continue;
    const lost = found(...supertypeKinds(heir, after, sides)).filter(({ confidence }) => confidence !== 'low');
    if (lost.length > 0)
      return lost.map((each) => ({ ...each, whom: `code that uses \`${heir.symbol.name}\`, which extends it, as one breaks` }));
  }
  return [];
}
