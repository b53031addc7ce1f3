import type { TextDrift } from '../../change/text-drift.ts';
import type { Finding, Fix, Location } from '../../finding/finding.ts';

/**
 * A finding after an edit of a file at head, with its places in that file where they are now.
 * Undefined where what it points at was edited: it may be gone. A fix that would edit there is left out.
 */
export function movedFinding(finding: Finding, path: string, drift: TextDrift): Finding | undefined {
  const location = movedLocation(finding.location, path, drift);
  if (!location) return undefined;
  return {
    ...finding,
    location,
    related: finding.related.flatMap((each) => movedLocation(each, path, drift) ?? []),
    fixes: finding.fixes.flatMap((each) => movedFix(each, path, drift) ?? []),
  };
}

function movedLocation<Place extends Location>(location: Place, path: string, drift: TextDrift): Place | undefined {
  if (location.path !== path || location.side === 'base') return location;
  const span = drift.span(location);
  const { firstLine, lines } = location.snippet;
  return span && { ...location, ...span, snippet: { firstLine: firstLine + span.start.line - location.start.line, lines } };
}

function movedFix(fix: Fix, path: string, drift: TextDrift): Fix | undefined {
  const edits = fix.edits.flatMap((edit) => {
    if (edit.path !== path || edit.create) return edit;
    const span = drift.span(edit);
    return span ? { ...edit, ...span } : [];
  });
  return edits.length === fix.edits.length ? { ...fix, edits } : undefined;
}
