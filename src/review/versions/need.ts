import type { CodeChange, SourceFile } from '../../code/code-change.ts';
import type { VersionStep } from '../../code/version.ts';
import type { Place } from '../../finding/draft.ts';
import type { Finding, Location } from '../../finding/finding.ts';
import { contractOf, displayName, exportedNames } from '../../rules/compatibility/api/contract.ts';
import { enclosing } from '../../rules/code-in-file.ts';
import type { Settings } from '../settings.ts';

/** Something in a change that asks for a version of its own kind. */
export interface Need {
  readonly step: Extract<VersionStep, 'major' | 'minor'>;
  /** The kind of contract, as findings say it in their properties. */
  readonly contract: string;
  /** For people: `Order.total`. */
  readonly name: string;
  /** What there is to be said about it, as a sentence. */
  readonly says: string;
  readonly place: Place;
}

/** What a change asks of the next version: what was found to break consumers, and what is new to them. */
export function needsOf(change: CodeChange, findings: readonly Finding[], settings: Settings): readonly Need[] {
  return [...breaks(change, findings, settings), ...additionsToCode(change), ...additionsToContracts(change)];
}

/** Schemas of databases and agreement within the repository are nobody's version. */
const unversioned = new Set(['sql-migration', 'agreement']);

/** Only breaks that are sure and nowhere allowed: what few do is told, but asks for nothing. */
function breaks(change: CodeChange, findings: readonly Finding[], settings: Settings): readonly Need[] {
  return findings.flatMap((finding): Need[] => {
    const { properties, suppressions, location, message } = finding;
    const contract = properties['contract'];
    if (properties['breaking'] !== true || typeof contract !== 'string' || unversioned.has(contract)) return [];
    if (finding.state !== 'new' || suppressions.length > 0 || finding.confidence === 'low') return [];
    const isUnlikely = properties['planned'] === 'none' && finding.severity !== settings.at(finding.rule, location.path).severity;
    const place = isUnlikely ? undefined : placeOf(location, change);
    return place ? [{ step: 'major', contract, name: shortName(finding), says: firstSentence(message), place }] : [];
  });
}

/** The last two parts of a qualified name, `GET /orders` of a pointer into an API, anything else as it is. */
function shortName({ symbol, location, properties }: Finding): string {
  const element = properties['element'];
  const name = symbol?.qualifiedName ?? (typeof element === 'string' && element !== '*' ? element : location.path);
  return symbol && symbol.kind !== 'element' ? name.split('.').slice(-2).join('.') : elementName(name);
}

function elementName(name: string): string {
  const [, path, method] = /^\/paths\/([^/]+)(?:\/([a-z]+)\b)?/.exec(name) ?? [];
  return path === undefined ? name : [method?.toUpperCase() ?? '', path.replaceAll('~1', '/').replaceAll('~0', '~')].join(' ').trim();
}

function firstSentence(message: string): string {
  return /^.*?[^.]\.(?=\s|$)/s.exec(message)?.[0] ?? message;
}

function placeOf({ path, side, start, end }: Location, { files }: CodeChange): Place | undefined {
  const file = files.map((each) => each[side]).find((each): each is SourceFile => each?.path === path);
  return file && { file, range: { start: file.lines.offset(start), end: file.lines.offset(end) } };
}

/** Public symbols that are new under every name. In TypeScript only what an entry point of the package exports is counted. */
function additionsToCode(change: CodeChange): readonly Need[] {
  const before = namesBefore(change);
  const fresh = new Set(change.symbols.flatMap((each) => (each.kind === 'added' ? [each.head.symbol] : [])));
  return change.symbols.flatMap((each): Need[] => {
    if (each.kind !== 'added' || isWithinNew(each.head.symbol.parent, each.head.file)) return [];
    const { head } = each;
    const { modifiers, kind } = head.symbol;
    if (modifiers.includes('implicit') || modifiers.includes('override') || kind === 'namespace') return [];
    if (head.symbol.annotations.some(({ name }) => name === 'Override')) return [];
    const contract = contractOf(head, change);
    const { scope, isWithin: isPrivate } = change.exposure(head.file);
    if (!contract || (contract.kind === 'typescript' && (scope !== 'names' || isPrivate))) return [];
    const isTop = head.file.facts !== undefined && enclosing(head.symbol, head.file.facts).length === 0;
    if (isTop && contract.names.every((name) => before.has(name))) return [];
    const name = displayName(head);
    const says = `\`${name}\` is new.`;
    return [{ step: 'minor', contract: contract.kind, name, says, place: { file: head.file, range: head.symbol.nameRange } }];
  });

  function isWithinNew(parent: number | undefined, file: SourceFile): boolean {
    const owner = parent === undefined ? undefined : file.facts?.symbols[parent];
    return owner !== undefined && owner.kind !== 'module' && fresh.has(owner);
  }
}

function namesBefore(change: CodeChange): ReadonlySet<string> {
  const declared = change.symbols.flatMap((each) => (each.kind === 'added' ? [] : [each.base.symbol.qualifiedName]));
  return new Set([...exportedNames(change, 'base'), ...declared]);
}

/** The kinds' own ids of what consumers may use from now on. */
const addition =
  /(?:^|-)(?:endpoint|operation|path|channel|message|service|method|field|type|property|parameter|value|member|argument)s?(?:-\w+)?-added$/;

function additionsToContracts({ contracts }: CodeChange): readonly Need[] {
  return contracts.flatMap(({ contract, change, impact, element, message, file, range }): Need[] =>
    impact === 'compatible' && !unversioned.has(contract) && addition.test(change)
      ? [{ step: 'minor', contract, name: elementName(element), says: message, place: { file, range } }]
      : [],
  );
}
