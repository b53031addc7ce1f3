import type { Notice } from '../../base/notice.ts';
import type { ChangeSet } from '../../change/change-set.ts';
import type { CodeChange } from '../../code/code-change.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import type { Drafted } from '../run-rules.ts';

/** Whether one thing that a module exports can still be used as before. */
export interface TypeQuestion {
  /** Of the module, at each side. */
  readonly base: string;
  readonly head: string;
  /** What is exported, then the member of it that is meant: `Cart`, `size`. */
  readonly names: readonly string[];
}

/** What a compiler says of one question; `undefined` where it cannot tell. */
export interface CompilerAnswers {
  readonly fits: (question: TypeQuestion) => boolean | undefined;
  readonly notices: readonly Notice[];
}

/** The two sides that a compiler reads: after a save, as they are then. */
export type CompilerSides = Pick<ChangeSet, 'root' | 'trees'>;

/** Asks a compiler. A host hands it over only where a person named the compiler. */
export type AskCompiler = (questions: readonly TypeQuestion[], sides: CompilerSides) => Promise<CompilerAnswers>;

/** Differences of types, which a compiler knows better than what is written. */
const ofTypes: ReadonlySet<unknown> = new Set([
  'param-type-changed',
  'param-type-narrowed',
  'return-type-changed',
  'return-type-widened',
  'property-type-changed',
  'variable-type-changed',
  'type-alias-changed',
  'type-alias-narrowed',
  'type-alias-widened',
]);

/** What was found about types, with the compiler's answer: it wins, both ways. */
export async function settleTypes(
  drafted: readonly Drafted[],
  change: CodeChange,
  ask: (questions: readonly TypeQuestion[]) => Promise<CompilerAnswers>,
): Promise<{ readonly drafted: readonly Drafted[]; readonly notices: readonly Notice[] }> {
  const questions = new Map(
    drafted.flatMap((each): [Drafted, TypeQuestion][] => {
      const question = questionOf(each.draft, change);
      return question ? [[each, question]] : [];
    }),
  );
  if (questions.size === 0) return { drafted, notices: [] };
  const { fits, notices } = await ask([...questions.values()]);
  const settled = drafted.map((each) => {
    const question = questions.get(each);
    const answer = question && fits(question);
    return answer === undefined ? each : { ...each, draft: answer ? asFitting(each.draft) : asBreaking(each.draft) };
  });
  return { drafted: settled, notices };
}

/** Where something differs that is no type as well, the compiler does not know the whole of it. */
function questionOf({ place, symbol, properties }: FindingDraft, change: CodeChange): TypeQuestion | undefined {
  if (properties?.['contract'] !== 'typescript' || !place || !symbol) return undefined;
  const { changes } = properties;
  if (!Array.isArray(changes) || !changes.every((each) => ofTypes.has(each))) return undefined;
  const file = change.files.find(({ head }) => head === place.file);
  if (!file?.base || place.file.facts?.language !== 'typescript') return undefined;
  const names = symbol.qualifiedName.split('.');
  return names.length > 2 ? undefined : { base: file.base.path, head: place.file.path, names };
}

/** What it does to callers is no longer so; what changed still is. */
function asFitting(draft: FindingDraft): FindingDraft {
  const consequence = draft.message.lastIndexOf(': ');
  const what = consequence === -1 ? draft.message.replace(/\.$/, '') : draft.message.slice(0, consequence);
  return {
    ...draft,
    severity: 'note',
    message: `${what}: the TypeScript compiler takes the new for the old.`,
    properties: { ...draft.properties, breaking: false, compiler: 'fits' },
  };
}

/** As sure as can be. */
function asBreaking(draft: FindingDraft): FindingDraft {
  return { ...draft, confidence: 'high', properties: { ...draft.properties, compiler: 'does not fit' } };
}
