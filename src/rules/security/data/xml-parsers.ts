import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import { bare, visitsOf, type Visited } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { textOf, truthOf } from '../../pattern/values.ts';
import {
  keepsEntitiesOut,
  keepsSchemasOut,
  keepsStreamEntitiesOut,
  keepsStylesheetsOut,
  settingsOf,
  type Settings,
} from './xml-protection.ts';

/** A parser that fetches what a document asks for. */
export interface OpenParser {
  readonly at: Sight;
  readonly range: TextRange;
  /** What made it, e.g. `DocumentBuilderFactory`. */
  readonly maker: string;
  /** Where it was made, if that is another place. */
  readonly made?: TextRange;
  /** It reads what comes with the program only. */
  readonly ownFile: boolean;
}

interface Kind {
  readonly isSafe: (settings: Settings) => boolean;
  /** What reads a document; with arguments only. */
  readonly reads: RegExp;
}

const documents: Kind = { isSafe: keepsEntitiesOut, reads: /^(parse|read|build)$/ };
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['DocumentBuilderFactory', documents],
  ['SAXParserFactory', documents],
  ['SAXReader', documents],
  ['SAXBuilder', documents],
  ['XMLReaderFactory', documents],
  ['Digester', documents],
  ['XMLInputFactory', { isSafe: keepsStreamEntitiesOut, reads: /^create(XMLStreamReader|XMLEventReader|FilteredReader)$/ }],
  ['SchemaFactory', { isSafe: keepsSchemasOut, reads: /^(?:newSchema|validate)$/ }],
  ['TransformerFactory', { isSafe: keepsStylesheetsOut, reads: /^(newTransformer|newTemplates|transform)$/ }],
  ['SAXTransformerFactory', { isSafe: keepsStylesheetsOut, reads: /^(newTransformer|newTemplates|transform|newXMLFilter)$/ }],
]);

/** The parsers of a file that are made without protection, where they read. */
export function* openParsersInJava(code: CodeInventory): Generator<OpenParser> {
  for (const sight of code.calls(
    'newInstance',
    'newFactory',
    'newDefaultInstance',
    'newDefaultFactory',
    'createXMLReader',
    'newNSInstance',
  )) {
    const maker = sight.node.receiver && lastName(sight.node.receiver);
    if (maker !== undefined && kinds.has(maker)) yield* readsOf(sight, maker);
  }
  for (const sight of code.constructions('SAXReader', 'SAXBuilder', 'Digester'))
    yield* readsOf(sight, sight.node.type.replace(/^.*\./, ''));
  for (const sight of code.calls('evaluate')) {
    const source = sight.node.arguments.at(-1);
    const made = source && bare(source);
    if (made?.kind === 'new' && made.type === 'InputSource')
      yield { at: sight, range: sight.node.range, maker: 'XPath', ownFile: isOwnFile(sight.node.arguments, sight) };
  }
}

function* readsOf(sight: Sight<Call | Construction>, maker: string): Generator<OpenParser> {
  const kind = kinds.get(maker);
  const holder = holderOf(sight);
  if (!kind || (holder === undefined && isHandedOver(sight))) return;
  const own = holder === undefined ? chainedCalls(sight) : callsOn(new Set([holder]), sight);
  const settings = settingsOf(own, sight);
  if (settings.has('?') || kind.isSafe(settings) || (holder !== undefined && isConfiguredElsewhere(holder, sight))) return;
  const derived = holder === undefined ? [] : callsOn(derivedFrom(holder, sight), sight);
  if (kind.isSafe(settingsOf(derived, sight))) return;
  const reading = [...own, ...derived].filter(
    ({ name, arguments: given }) => kind.reads.test(name) && given.length > 0 && readsText(name, given, sight),
  );
  const made = sight.node.range;
  const unique = new Map(reading.map((each) => [each.range.start, each]));
  for (const read of unique.values()) yield { at: sight, range: read.range, maker, made, ownFile: isOwnFile(read.arguments, sight) };
  if (reading.length === 0 && kind === documents)
    for (const { range } of buildersMade(sight, holder)) yield { at: sight, range, maker, made, ownFile: false };
}

/** A transformation of a document in memory fetches nothing. */
function readsText(name: string, given: readonly Expression[], { code }: Sight): boolean {
  if (!/^(transform|newTransformer|newTemplates|newSchema|newXMLFilter)$/.test(name)) return true;
  const names = new Set(visitsOf(given.slice(0, 1), 'name').map((each) => each.node.name));
  const made = [
    ...visitsOf(given.slice(0, 1), 'new'),
    ...visitsOf(code, 'variable')
      .filter(({ node }) => names.has(node.name))
      .flatMap(({ node }) => (node.value?.kind === 'new' ? [{ node: node.value }] : [])),
  ];
  return made.some(({ node }) => /^(StreamSource|SAXSource|StAXSource)$/.test(simpleTypeName(node.type)));
}

function holderOf({ parent }: Visited): string | undefined {
  for (let at = parent; at; at = at.parent) {
    if (at.node.kind === 'variable') return at.node.name;
    if (at.node.kind === 'assignment') return lastName(at.node.target);
    if (at.node.kind !== 'cast' && !(at.node.kind === 'call' && /^newInstance$/.test(at.node.name))) return undefined;
  }
  return undefined;
}

/** `DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file)`. */
function chainedCalls({ parent }: Visited): readonly Call[] {
  const calls: Call[] = [];
  for (let at = parent; at && (at.node.kind === 'call' || at.node.kind === 'cast'); at = at.parent)
    if (at.node.kind === 'call') calls.push(at.node);
  return calls;
}

function isHandedOver({ node, parent }: Visited): boolean {
  return parent?.node.kind === 'call' && parent.node.arguments.includes(node as Expression);
}

/** The calls in the function whose receiver is one of the names, directly or down a chain. */
function callsOn(names: ReadonlySet<string>, { code }: Sight): readonly Call[] {
  return visitsOf(code, 'call')
    .map(({ node }) => node)
    .filter(({ receiver }) => {
      let at = receiver && bare(receiver);
      while (at?.kind === 'call' && at.receiver) at = bare(at.receiver);
      return at !== undefined && names.has(lastName(at) ?? '');
    });
}

/** What is made by the maker: the builder of a factory, the parser's reader. */
function derivedFrom(holder: string, { code }: Sight): ReadonlySet<string> {
  const names = new Set([holder]);
  for (let step = 0; step < 3; step++) {
    for (const { node } of visitsOf(code, 'variable', 'assignment')) {
      const value = node.value && bare(node.value);
      if (value?.kind !== 'call' || !/^(new|get|create)/.test(value.name) || !value.receiver || !names.has(lastName(value.receiver) ?? ''))
        continue;
      const name = node.kind === 'variable' ? node.name : lastName(node.target);
      if (name !== undefined) names.add(name);
    }
  }
  names.delete(holder);
  return names;
}

/** Handed to another function, which may set what is needed. */
function isConfiguredElsewhere(holder: string, { code }: Sight): boolean {
  return visitsOf(code, 'call').some(
    ({ node }) =>
      !/^(parse|transform|setResult)$/.test(node.name) &&
      node.arguments.some((each) => bare(each).kind === 'name' && lastName(each) === holder),
  );
}

/** Where a builder is made that reads nothing here: it is kept or handed on. */
function buildersMade(sight: Sight, holder: string | undefined): readonly Call[] {
  const calls = holder === undefined ? chainedCalls(sight) : bindingsOf(holder, sight).length > 0 ? callsOn(new Set([holder]), sight) : [];
  return calls.filter(({ name }) => /^new(DocumentBuilder|SAXParser)$/.test(name));
}

/** Features that let a document fetch, as they are switched. */
const opening: ReadonlyMap<string, boolean> = new Map([
  ['disallow-doctype-decl', false],
  ['external-general-entities', true],
  ['external-parameter-entities', true],
  ['isSupportingExternalEntities', true],
  ['IS_SUPPORTING_EXTERNAL_ENTITIES', true],
]);

/** `factory.setFeature("…/external-general-entities", true)`. */
export function* openedParsersInJava(
  code: CodeInventory,
): Generator<{ readonly at: Sight; readonly range: TextRange; readonly feature: string }> {
  for (const sight of code.calls('setFeature', 'setProperty', 'setAttribute')) {
    const [name, value] = sight.node.arguments;
    const known = name && value && (textOf(name, sight) ?? lastName(name));
    const feature = typeof known === 'string' ? known.slice(Math.max(known.lastIndexOf('/'), known.lastIndexOf('.')) + 1) : undefined;
    const opens = feature === undefined ? undefined : opening.get(feature);
    if (feature !== undefined && opens !== undefined && truthOf(value, sight) === opens)
      yield { at: sight, range: sight.node.range, feature };
  }
}

/** A fixed path, or a resource that comes with the program. */
function isOwnFile(given: readonly Expression[], sight: Sight): boolean {
  const [first] = given;
  if (!first) return false;
  if (constantOf(first, sight) !== undefined) return true;
  const names = visitsOf([first], 'name').map(({ node }) => node.name);
  const values = [first, ...names.flatMap((name) => bindingsOf(name, sight).flatMap(({ value }) => (value ? [value] : [])))];
  return values.some(
    (value) =>
      visitsOf([value], 'call').some(({ node }) => /^getResource(AsStream)?$/.test(node.name)) ||
      visitsOf([value], 'new').some(
        ({ node }) =>
          /(ClassPathResource|InputSource|File)$/.test(node.type) &&
          visitsOf(node.arguments, 'string').length > 0 &&
          visitsOf(node.arguments, 'name').length === 0,
      ),
  );
}
