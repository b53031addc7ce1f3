import * as z from 'zod/mini';
import { groupBy } from '../../../base/group-by.ts';
import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { confidences, type FindingDraft, type FixDraft } from '../../../finding/draft.ts';
import { reference } from '../../code-in-file.ts';
import { defineChangeRule, type Rule, type RuleMetadata } from '../../rule.ts';
import { addedDraft, partAdded } from './added-members.ts';
import { isBreaking, type ApiChange } from './api-change.ts';
import { apiChanges } from './api-changes.ts';
import { breakProperties, displayName, kindName } from './contract.ts';
import { lastParameters, optionalParameters } from './optional-parameters.ts';
import { deprecatedDelegate } from './restore.ts';
import { partSwapped, swapDraft } from './swapped-types.ts';

type Described = Pick<RuleMetadata, 'id' | 'title' | 'reason' | 'remedy' | 'sources' | 'limits' | 'examples' | 'languages'>;

/** The rule for some kinds of change of an API: one finding a symbol, with all that differs in it. */
export function apiRule(described: Described): Rule {
  return defineChangeRule({
    severity: 'error',
    confidence: 'high',
    needs: ['exposure'],
    ...described,
    options: z.object({}),
    *check(change: CodeChange) {
      const { changes: all, unchecked } = apiChanges(change);
      yield* unchecked;
      const own = all.filter(({ kind }) => kind.rule === described.id);
      const { swapped, others } = partSwapped([...groupBy(own, ({ base, head }) => (base ?? head).symbol).values()]);
      const { crowds, others: single } = partAdded(others);
      for (const changes of crowds) {
        const draft = addedDraft(changes);
        if (draft) yield draft;
      }
      for (const changes of single) {
        const [first] = changes;
        if (first) yield draftOf(first, changes);
      }
      for (const [swap, changes] of swapped) {
        const draft = swapDraft(swap, changes);
        if (draft) yield draft;
      }
    },
  });
}

function draftOf(first: ApiChange, changes: readonly ApiChange[]): FindingDraft {
  const { base, head } = first;
  const breaks = changes.filter(isBreaking);
  const [worst = first] = breaks;
  const fix = base && fixOf(base, head, changes);
  return {
    message: messageOf(first, changes),
    place: { file: head.file, range: { start: head.symbol.nameRange.start, end: Math.max(head.symbol.nameRange.end, placeEnd(first)) } },
    subject: subjectOf(base ?? head, changes),
    symbol: reference(head.symbol),
    ...(base && { related: [{ file: base.file, range: base.symbol.nameRange, caption: 'it was declared so' }] }),
    ...(fix && { fixes: [fix] }),
    ...(breaks.length === 0 && { severity: 'warning' as const }),
    ...lessSure(changes),
    properties: {
      ...breakProperties(worst.difference.id, breaks.length > 0, base ?? head),
      changes: changes.map(({ difference }) => difference.id),
      breaks: [...new Set(changes.flatMap(({ kind }) => kind.breaks))],
    },
  };
}

function fixOf(base: SymbolAt, head: SymbolAt, changes: readonly ApiChange[]): FixDraft | undefined {
  const isAll = (test: (change: ApiChange) => boolean): boolean => changes.every(test);
  if (isAll(({ contract, kind, difference }) => contract === 'java' && isOverloadable(difference.id) && kind.breaks.includes('source')))
    return deprecatedDelegate(base, head);
  if (!isAll(({ difference }) => /^(?:required-param-added|param-inserted|param-became-required)$/.test(difference.id))) return undefined;
  return optionalParameters(base, head) ?? lastParameters(base, head);
}

function placeEnd({ base, head }: ApiChange): number {
  return base?.symbol.kind === head.symbol.kind ? head.symbol.signatureRange.end : 0;
}

/** What fits into a sentence. */
const mostTold = 3;

function messageOf({ base, head }: ApiChange, changes: readonly ApiChange[]): string {
  const told = changes.slice(0, changes.length > mostTold + 1 ? mostTold : changes.length);
  const rest = changes.length - told.length;
  const what = [...told.map(({ difference }) => difference.what), ...(rest > 0 ? [`differs in ${rest} more ways`] : [])].join(' and ');
  const whom = [...new Set(changes.map(({ difference }) => difference.whom))].join('; ');
  const name = `\`${displayName(base ?? head)}\``;
  return `${base ? `The ${adjective(base.symbol)}${kindName(base.symbol)} ${name}` : name} ${what}: ${whom}.`;
}

function adjective({ visibility }: SymbolFact): string {
  return visibility === 'public' || visibility === 'protected' ? `${visibility} ` : '';
}

function subjectOf({ symbol }: SymbolAt, changes: readonly ApiChange[]): string {
  const parameters = symbol.parameters ? `(${symbol.parameters.map(({ type }) => type ?? '').join(',')})` : '';
  return `${symbol.qualifiedName}${parameters} ${changes.map(({ difference }) => difference.id).join(' ')}`;
}

/** The old form can stand beside the new one only where the parameters tell them apart. */
function isOverloadable(id: string): boolean {
  return /^method-parameter(?:s-reordered|-added|-removed)$/.test(id);
}

/** As sure as the surest of them. */
function lessSure(changes: readonly ApiChange[]): Pick<FindingDraft, 'confidence'> {
  const surest = Math.min(...changes.map(({ difference }) => confidences.indexOf(difference.confidence ?? 'high')));
  const confidence = confidences[surest];
  return confidence === undefined || confidence === 'high' ? {} : { confidence };
}
