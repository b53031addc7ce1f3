import { canonical, shown } from '../document/canonical.ts';
import { textOf, type DocumentNode } from '../../code/document-node.ts';
import type { SchemaPair, SchemaWalk } from './schema-place.ts';
import { innerPlace } from './schema-place.ts';
import { keyword, keywords } from './schema-view.ts';

/** Compares patterns and what a text contains. */
export function compareTexts(pair: SchemaPair, walk: SchemaWalk): void {
  comparePatterns(pair, walk);
  compareContentKind(pair, { name: 'contentMediaType', id: 'content-media-type' }, walk);
  compareContentKind(pair, { name: 'contentEncoding', id: 'content-encoding' }, walk);
  compareContentSchema(pair, walk);
}

/** Readers seldom check patterns, so a looser one is a risk for them and no break. */
function comparePatterns(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [new Map(patterns(pair.old)), new Map(patterns(pair.now))];
  const [gone] = [...old].filter(([text]) => !now.has(text));
  const [added] = [...now].filter(([text]) => !old.has(text));
  const { subject, within, flow, prefix } = pair.place;
  const isOut = flow === 'out' && prefix !== '';
  if (gone && added) {
    const wider = matchesAll(added[0]);
    walk.report(pair, {
      change: wider ? 'pattern-generalized' : 'pattern-changed',
      effect: wider ? 'widened' : 'changed',
      ...(isOut && { impact: 'risky' as const }),
      says: `the pattern of ${subject}${within} is \`${added[0]}\` instead of \`${gone[0]}\``,
      old: gone[1],
      now: added[1],
    });
  } else if (added && !matchesAll(added[0])) {
    walk.report(pair, {
      change: 'pattern-added',
      effect: 'narrowed',
      says: `${subject}${within} must match \`${added[0]}\`, which it had not to before`,
      now: added[1],
    });
  } else if (gone && !matchesAll(gone[0])) {
    walk.report(pair, {
      change: 'pattern-removed',
      effect: 'widened',
      ...(isOut && { impact: 'risky' as const }),
      says: `${subject}${within} need not match \`${gone[0]}\` any more`,
      old: gone[1],
    });
  }
}

function patterns(view: SchemaPair['old']): readonly (readonly [string, DocumentNode])[] {
  return keywords(view, 'pattern').flatMap((node) => {
    const text = textOf(node);
    return text === undefined ? [] : [[text, node] as const];
  });
}

function matchesAll(pattern: string): boolean {
  return ['', '.*', '^.*$', '^.*', '.*$'].includes(pattern);
}

function compareContentKind(pair: SchemaPair, { name, id }: { readonly name: string; readonly id: string }, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, name), keyword(pair.now, name)];
  if (canonical(old) === canonical(now)) return;
  walk.report(pair, {
    change: `${id}-changed`,
    effect: old && now ? 'changed' : now ? 'narrowed' : 'widened',
    says: `\`${name}\` of ${pair.place.subject}${pair.place.within} is ${old && !now ? 'not set' : shown(now)} instead of ${old ? shown(old) : 'not set'}`,
    old,
    now,
  });
}

function compareContentSchema(pair: SchemaPair, walk: SchemaWalk): void {
  const [old, now] = [keyword(pair.old, 'contentSchema'), keyword(pair.now, 'contentSchema')];
  if (old && now) walk.compare([old], [now], innerPlace(pair.place, 'contentSchema', 'the content'));
  else if (old ?? now) {
    walk.report(pair, {
      change: now ? 'content-schema-added' : 'content-schema-removed',
      effect: now ? 'narrowed' : 'widened',
      says: `the content of ${pair.place.subject}${pair.place.within} ${now ? 'must fit a schema, which it had not to before' : 'need not fit a schema any more'}`,
      old,
      now,
    });
  }
}
