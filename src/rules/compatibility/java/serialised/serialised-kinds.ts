import type { JavaPair } from '../java-pair.ts';
import type { JavaDifference } from '../kinds.ts';
import { memberKinds } from './member-kinds.ts';
import { nameKinds } from './member-names.ts';
import { serialKinds } from './serial-form.ts';
import { typeKindsOf } from './type-kinds.ts';

/** What became of the form in which objects are stored and sent, whoever may see the code. */
export function serialisedKinds(pair: JavaPair): readonly JavaDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  const others = pair.owner.head?.members.filter((each) => each !== head) ?? [];
  return [...serialKinds(pair), ...nameKinds(base, head, others), ...memberKinds(base, head), ...typeKindsOf(base, head)];
}
