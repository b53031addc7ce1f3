import * as z from 'zod/mini';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Scope } from '../../code/flow/scope.ts';
import type { FileRole } from '../../code/language.ts';
import { foldedText } from '../../code/walk.ts';
import type { Confidence, FindingDraft, Severity } from '../../finding/draft.ts';
import { reference } from '../code-in-file.ts';
import { defineFileRule, type Rule, type RuleMetadata } from '../rule.ts';
import { inventoryOf, type CodeInventory } from './code-inventory.ts';
import { isNamedLikeTestOnly } from './test-names.ts';

/** What a pattern looks like in one place. */
export interface Sighting {
  readonly at: Scope;
  readonly range: TextRange;
  readonly message: string;
  readonly fix?: {
    readonly title: string;
    readonly safety?: 'safe';
    readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
  };
  /** Less than the rule's own. */
  readonly confidence?: Confidence;
  readonly severity?: Severity;
  /** Another than the rule's own. */
  readonly category?: string;
  /** Where to look as well. */
  readonly related?: { readonly range: TextRange; readonly caption: string };
}

interface Pattern extends RuleMetadata {
  /** The subject it belongs to, e.g. `weak-hash`. */
  readonly category: string;
  /** What kinds of files are looked at: by default production code, and what builds and configures it. */
  readonly roles?: readonly FileRole[];
  readonly look: (code: CodeInventory) => Iterable<Sighting>;
}

const productive: readonly FileRole[] = ['production', 'build', 'configuration'];

/** A rule on the shape of code in one file: calls, constructions and options that are weak by themselves. */
export function patternRule({ category, roles = productive, look, ...metadata }: Pattern): Rule {
  return defineFileRule({
    ...metadata,
    options: z.object({}),
    *check(file) {
      if (!file.facts || !(roles.includes(file.role) || isNamedLikeTestOnly(file))) return;
      const seen = new Set<string>();
      for (const sighting of look(inventoryOf(file))) {
        const place = `${String(sighting.range.start)}-${String(sighting.range.end)}`;
        if (seen.has(place)) continue;
        seen.add(place);
        yield draftOf(sighting, file, category);
      }
    },
  });
}

function draftOf(sighting: Sighting, file: SourceFile, category: string): FindingDraft {
  const { at, range, message, fix, confidence, severity, related } = sighting;
  const text = foldedText(file.text, range);
  return {
    message,
    place: { file, range },
    subject: `${at.symbol.qualifiedName} ${text}`,
    content: text,
    symbol: reference(at.symbol),
    ...(confidence && { confidence }),
    ...(severity && { severity }),
    ...(related && { related: [{ file, ...related }] }),
    ...(fix && { fixes: [{ title: fix.title, safety: fix.safety ?? 'unsafe', edits: fix.edits.map((edit) => ({ file, ...edit })) }] }),
    properties: { category: sighting.category ?? category },
  };
}
