import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { ContractChange, ContractImpact } from '../../code/contract-change.ts';
import { isDeprecated } from './features.ts';
import type { ProtoElement, ProtoFile } from './model.ts';
import { referenceOf, scopeOf, type ProtoSide, type Reference } from './side.ts';

/** Two sides that are compared, and what was found. */
export interface Comparison {
  readonly base: ProtoSide;
  readonly head: ProtoSide;
  /** Base package → head package, of files whose package was changed. */
  readonly packages: ReadonlyMap<string, string>;
  readonly changes: ContractChange[];
}

export interface Found {
  readonly change: string;
  readonly impact: ContractImpact;
  readonly message: string;
  readonly fix?: ContractChange['fix'];
}

export interface Spot {
  readonly file: SourceFile;
  readonly range: TextRange;
}

/** Puts down a change of an element: at head where it still is, else at base. */
export function report(
  comparison: Comparison,
  base: ProtoElement | undefined,
  head: ProtoElement | undefined,
  { fix, ...found }: Found,
): void {
  const element = base ?? head;
  const at = head ?? base;
  if (!element || !at) return;
  comparison.changes.push({
    contract: 'protobuf',
    ...found,
    impact: impactIn((base ?? element).file.package, found.impact),
    element: element.fullName,
    ...spotOf(at),
    ...(base && head && { before: spotOf(base) }),
    deprecatedBefore: base !== undefined && isDeprecated(base),
    ...(fix && { fix }),
  });
}

const unstable = /(?:^|\.)v\d+(?:p\d+)?(?:alpha\d*|test\w*|experimental|development|dev|unstable)(?:\.|$)/;

/** Packages whose version says that they are tried out promise nothing. */
function impactIn(name: string, impact: ContractImpact): ContractImpact {
  return impact === 'breaking' && unstable.test(name) ? 'risky' : impact;
}

/** Puts down a change of a file as a whole. */
export function reportFile(comparison: Comparison, element: string, at: Spot, found: Omit<Found, 'fix'>, before?: Spot): void {
  const name = /^[ \t]*package[ \t]+([\w.]+)/m.exec((before ?? at).file.text)?.[1] ?? '';
  const impact = impactIn(name, found.impact);
  comparison.changes.push({ contract: 'protobuf', ...found, impact, element, ...at, ...(before && { before }), deprecatedBefore: false });
}

export function spotOf({ file, nameRange }: ProtoElement): Spot {
  return { file: file.source, range: nameRange };
}

/** What an element's full name has become by a changed package. */
export function nameAtHead({ packages }: Comparison, fullName: string, file: ProtoFile): string {
  const renamed = packages.get(file.package);
  if (renamed === undefined) return fullName;
  const own = file.package === '' ? fullName : fullName.slice(file.package.length + 1);
  return renamed === '' ? own : `${renamed}.${own}`;
}

/** The types that a written name means at both sides, and whether they are the same. A type whose file is not part of the change is known by its name alone. */
export function referencesOf(
  comparison: Comparison,
  base: ProtoElement,
  baseName: string,
  head: ProtoElement,
  headName: string,
): { readonly before: Reference; readonly after: Reference; readonly same: boolean } {
  const before = referenceOf(comparison.base, baseName, scopeOf(base));
  const after = referenceOf(comparison.head, headName, scopeOf(head));
  const expected = before.type ? nameAtHead(comparison, before.name, before.type.file) : before.name;
  const sameName = before.name === after.name || expected === after.name;
  const bothKnown = before.type !== undefined && after.type !== undefined;
  const same = sameName || (!bothKnown && (endsWithName(expected, after.name) || endsWithName(after.name, expected)));
  return { before, after, same };
}

function endsWithName(longer: string, shorter: string): boolean {
  return longer.endsWith(`.${shorter}`);
}
