import type { ArtifactChange, ArtifactLocation, Fix as SarifFix, Location as SarifLocation, LogicalLocation, Region, Result } from 'sarif';
import { expectationOf } from '../finding/expectation.ts';
import type { Finding, Fix, FixEdit, Location, RelatedLocation } from '../finding/finding.ts';
import { captionOf } from './selection.ts';
import { wellFormed } from './text.ts';

/** Severity → SARIF level: the same words. */
export const sarifLevels = { error: 'error', warning: 'warning', note: 'note' } as const;

/** One result; `ruleIndex` points into the run's descriptors. */
export function sarifResult(finding: Finding, ruleIndex: number | undefined): Result {
  return {
    ruleId: finding.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: sarifLevels[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: physicalLocation(finding.location),
        ...(finding.symbol && { logicalLocations: logicalLocations(finding.symbol) }),
      },
    ],
    ...(finding.related.length > 0 && { relatedLocations: finding.related.map(relatedLocation) }),
    partialFingerprints: { 'plumbline/v1': finding.fingerprint },
    baselineState: finding.state,
    ...(finding.suppressions.length > 0 && {
      suppressions: finding.suppressions.map((suppression) => ({
        kind: suppression.kind === 'in-source' ? ('inSource' as const) : ('external' as const),
        status: 'accepted' as const,
        justification: suppression.reason,
        ...(suppression.owner !== undefined && { properties: { owner: suppression.owner, expires: suppression.expires } }),
        ...(suppression.location && { location: { physicalLocation: physicalLocation(suppression.location) } }),
      })),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map(sarifFix) }),
    properties: { ...finding.properties, expectation: expectationOf(finding.rule).id, confidence: finding.confidence },
  };
}

/** A path relative to the root as a URI reference: forward slashes, every other reserved character escaped. */
export function artifactLocation(path: string): ArtifactLocation {
  return { uri: wellFormed(path).split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function physicalLocation(location: Location): NonNullable<SarifLocation['physicalLocation']> {
  return { artifactLocation: artifactLocation(location.path), region: region(location) };
}

function relatedLocation(location: RelatedLocation, index: number): SarifLocation {
  return {
    id: index + 1,
    message: { text: location.side === 'base' ? `${location.caption} (before the change)` : captionOf(location) },
    physicalLocation: physicalLocation(location),
  };
}

function region({ start, end }: Pick<Location, 'start' | 'end'>): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

const logicalKinds: Readonly<Record<string, string>> = {
  module: 'module',
  namespace: 'namespace',
  function: 'function',
  method: 'function',
  constructor: 'function',
  initializer: 'function',
  field: 'member',
  'enum-constant': 'member',
  variable: 'variable',
  element: 'element',
};

/** By name, and by pointer where there is one. */
function logicalLocations(symbol: NonNullable<Finding['symbol']>): LogicalLocation[] {
  const { qualifiedName, kind, pointer } = symbol;
  const named = {
    name: qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1),
    fullyQualifiedName: qualifiedName,
    kind: logicalKinds[kind] ?? 'type',
  };
  if (pointer === undefined) return [named];
  return [named, { name: pointer.slice(pointer.lastIndexOf('/') + 1) || pointer, fullyQualifiedName: pointer, kind: 'value' }];
}

function sarifFix(fix: Fix): SarifFix {
  const paths = [...new Set(fix.edits.map((edit) => edit.path))];
  return {
    description: { text: fix.title },
    artifactChanges: paths.map((path) =>
      artifactChange(
        path,
        fix.edits.filter((edit) => edit.path === path),
      ),
    ),
    properties: { safety: fix.safety },
  };
}

function artifactChange(path: string, edits: readonly FixEdit[]): ArtifactChange {
  return {
    artifactLocation: artifactLocation(path),
    replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } })),
  };
}
