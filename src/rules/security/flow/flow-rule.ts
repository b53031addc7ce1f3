import * as z from 'zod/mini';
import { shortened } from '../../../base/shortened.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Found } from '../../../code/flow/taint/harm-notes.ts';
import { taintOf, type Step, type Taint } from '../../../code/flow/taint/value.ts';
import { foldedText } from '../../../code/walk.ts';
import type { Confidence, FindingDraft, FixDraft, RelatedPlace } from '../../../finding/draft.ts';
import { reference } from '../../code-in-file.ts';
import { defineFileRule, type Rule, type RuleMetadata } from '../../rule.ts';
import type { DangerName } from './dangers.ts';
import { flowsIn, type MoreRows } from './found-flows.ts';

/** Words for the parts of a flow. */
export interface FlowWords {
  /** The function that it is found in, in back quotes. */
  readonly where: string;
  /** What was brought, as written, in back quotes. */
  readonly data: string;
  /** Who brought it: `the request`. */
  readonly from: string;
  /** What is called, in back quotes. */
  readonly sink: string;
}

/** Puts the words into the sentence that a reviewer would write. */
export type FlowWording = (words: FlowWords) => string;

interface FlowRule extends Omit<RuleMetadata, 'languages'> {
  readonly danger: DangerName;
  readonly category: string;
  readonly languages: readonly string[];
  readonly says: FlowWording;
  readonly fix?: (found: Found, file: SourceFile) => FixDraft | undefined;
  /** What else is found, less surely. */
  readonly more?: (file: SourceFile, told: readonly Found[], rows: MoreRows) => Iterable<Found>;
}

/** The rows that a standard may add to the tables of sources, sinks and sanitisers. */
export const flowOptions = z.object({
  sources: z._default(
    z
      .array(z.object({ call: z.string(), kind: z.optional(z.enum(['request', 'header', 'client'])) }))
      .check(z.describe('More calls that bring data from outside, e.g. `{ call: "Gateway.readParameter" }`.')),
    [],
  ),
  sinks: z._default(
    z
      .array(z.object({ call: z.string(), argument: z.int() }))
      .check(
        z.describe('More calls that such data must not reach, with the argument from 0, e.g. `{ call: "db.rawQuery", argument: 0 }`.'),
      ),
    [],
  ),
  sanitisers: z._default(
    z
      .array(z.object({ call: z.string() }))
      .check(z.describe('More calls that make such data harmless here, e.g. `{ call: "Clean.text" }`.')),
    [],
  ),
});

/** A rule on data that comes from outside and arrives where it does one kind of harm. */
export function flowRule({ danger, category, says, fix, more, ...metadata }: FlowRule): Rule {
  return defineFileRule({
    ...metadata,
    options: flowOptions,
    *check(file, options) {
      const flows = flowsIn(file, danger, options);
      yield* flows.unchecked;
      for (const found of flows.found) {
        const draft = flowDraft(found, file, metadata.confidence, says, category);
        const mended = draft && fix?.(found, file);
        if (draft) yield { ...draft, ...(mended && { fixes: [mended] }) };
      }
      for (const found of more?.(file, flows.found, options) ?? []) {
        const draft = flowDraft(found, file, 'medium', says, category);
        if (draft) yield draft;
      }
    },
  });
}

/** What a rule yields for one flow: the way that the data takes becomes the related places. */
export function flowDraft(found: Found, file: SourceFile, sure: Confidence, says: FlowWording, category: string): FindingDraft | undefined {
  const taint = taintOf(found.value);
  if (!taint) return undefined;
  const text = foldedText(file.text, found.place);
  return {
    message: says(wordsOf(found, taint, file)),
    place: { file, range: found.place },
    subject: `${found.symbol.qualifiedName} ${text}`,
    content: text,
    symbol: reference(found.symbol),
    related: wayOf(taint, file),
    confidence: confidenceOf(found, taint, sure),
    properties: { category },
  };
}

function confidenceOf(found: Found, taint: Taint, sure: Confidence): Confidence {
  if (found.confidence === 'low' || sure === 'low') return 'low';
  return taint.weak || found.confidence === 'medium' || sure === 'medium' ? 'medium' : 'high';
}

function wayOf({ steps }: Taint, file: SourceFile): readonly RelatedPlace[] {
  const way: RelatedPlace[] = [];
  for (let at: Step | undefined = steps; at; at = at.before) way.unshift({ file, range: at.range, caption: at.caption });
  return way;
}

function wordsOf(found: Found, taint: Taint, file: SourceFile): FlowWords {
  const { symbol } = found;
  return {
    where: symbol.kind === 'module' ? 'This module' : `\`${symbol.name}\``,
    data: `\`${shownSource(foldedText(file.text, taint.source))}\``,
    from: taint.from,
    sink: `\`${shortened(found.sink, 60)}\``,
  };
}

/** Of a parameter its name. */
function shownSource(text: string): string {
  if (!/^@|^(final\s+)?[\w.<>,[\]]+(\s|\.\.\.\s*)[\w$]+$/.test(text)) return shortened(text, 60);
  return /(?<![\w$])([\w$]+)(\s{0,200}:[^:]{0,1000})?$/.exec(text)?.[1] ?? shortened(text, 60);
}
