import type { TextRange } from '../../../base/text-range.ts';
import type { FileFacts, ParameterFact, SymbolFact } from '../../../code/facts.ts';
import type { Harm, Knowledge, Use } from '../../../code/flow/taint/knowledge.ts';
import { leadingTaint } from '../../../code/flow/taint/text.ts';
import { bySanitiser, cleaned, stepped, taintOf, tainted, type Danger, type Value } from '../../../code/flow/taint/value.ts';
import { dangersTaken, knownResult } from './results.ts';
import { withContentType } from './content-type.ts';
import { callbackRoles, fromUpload, parameterRole } from './roles.ts';
import type { Table } from './rows.ts';
import { answerHarms } from './answers.ts';
import { harmsOf } from './harms.ts';
import { answeredByScript } from './answers-script.ts';
import { badChecks, goodChecks, type Sanitiser } from './sanitisers.ts';
import type { SinkRow } from './sink-row.ts';
import { scriptGlobals, scriptMembers, scriptRoles, type SourceCall } from './sources.ts';

export interface Tables {
  readonly sources: Table<SourceCall>;
  readonly sinks: Table<SinkRow>;
  readonly sanitisers: Table<Sanitiser>;
}

const members = new Map(scriptMembers.flatMap((row) => row.names.split('|').map((name) => [`${row.of}.${name}`, row] as const)));

/** What functions are called that make markup harmless. */
const escapesMarkup = /^(?:escape|encode|sanitiz|sanitis)\w*(?:html|xml|markup)\w*$|^(?:html|xml)_?(?:escape|encode|sanitiz|sanitis)\w*$/i;

/** The current route of Angular and of Vue, as they are usually named, with what the address says of it. */
const isRoute = /\.snapshot$|\.\$route$|^vue-router\.useRoute\(\)$|^(?:next\/router\.)?useRouter\(\)$/;
const ofRoute: ReadonlySet<string> = new Set([
  'queryParams',
  'params',
  'queryParamMap',
  'paramMap',
  'fragment',
  'query',
  'hash',
  'fullPath',
]);

/** What the reader of a form says about a file, and not who sent it: where it put it. */
const madeByReader: ReadonlySet<string> = new Set(['filepath', 'newFilename']);

/** What the platform itself says about an event. */
const ofPlatform: ReadonlySet<string> = new Set([
  'requestContext',
  'version',
  'resource',
  'httpMethod',
  'stageVariables',
  'Records',
  'source',
  'time',
  'region',
  'account',
  'id',
]);

/** What the tables say about the libraries that a file uses. */
export class SecurityKnowledge implements Knowledge {
  readonly #facts: FileFacts;
  readonly #text: string;
  readonly #tables: Tables;
  readonly #isJava: boolean;

  constructor(facts: FileFacts, text: string, tables: Tables) {
    this.#facts = facts;
    this.#text = text;
    this.#tables = tables;
    this.#isJava = facts.language === 'java';
  }

  parameter(
    symbol: SymbolFact | undefined,
    parameter: ParameterFact | undefined,
    index: number,
    all: readonly string[],
  ): Value | undefined {
    return parameterRole(this.#facts, symbol, parameter, index, all);
  }

  global(name: string): Value | undefined {
    const role = this.#isJava ? undefined : scriptGlobals.get(name);
    return role === undefined ? undefined : { origin: role };
  }

  member(object: Value, name: string, range: TextRange): Value | undefined {
    const { origin } = object;
    if (!this.#isJava && origin !== undefined && isRoute.test(origin) && ofRoute.has(name))
      return { taint: tainted('client', 'the address', range, 'comes from the address') };
    if (!this.#isJava && madeByReader.has(name) && object.taint?.from === fromUpload) return {};
    if (this.#isJava || origin?.startsWith('@') !== true) return undefined;
    if (origin === '@argv' && name === 'length') return {};
    const role = scriptRoles.get(`${origin}.${name}`);
    if (role !== undefined) return { origin: role };
    const row = members.get(`${origin}.${name}`) ?? (ofPlatform.has(name) ? undefined : members.get(`${origin}.*`));
    if (!row) return origin === '@location' ? {} : undefined;
    return {
      taint: tainted(row.kind, row.from, range, `comes from ${row.from}`),
      ...(row.role !== undefined && { origin: row.role }),
    };
  }

  result(use: Use): Value | undefined {
    const sanitised = this.#sanitised(use);
    if (sanitised) return sanitised;
    const [source] = this.#tables.sources.of(use);
    if (source) return { taint: tainted(source.kind, source.from, use.range, `comes from ${source.from}`) };
    return knownResult(use, this.#isJava);
  }

  #sanitised(use: Use): Value | undefined {
    const rows = this.#tables.sanitisers.of(use);
    const isByName = rows.length === 0 && escapesMarkup.test(use.name);
    if (rows.length === 0 && !isByName) return undefined;
    const dangers = rows.some((row) => row.for === 'all')
      ? 'all'
      : [...rows.flatMap((row) => row.for as readonly Danger[]), ...(isByName ? ['html'] : [])];
    const taint = leadingTaint(use.values, '\0') ?? taintOf(use.values[0]) ?? use.receiver?.taint;
    return taint && dangers !== 'all' ? cleaned({ taint: { ...taint, lead: '' } }, [...dangers, bySanitiser]) : {};
  }

  takesResult({ origin }: Use): boolean {
    return origin === 'typeorm.Raw';
  }

  callback(use: Use, parameters: readonly string[]): readonly (Value | undefined)[] | undefined {
    return this.#isJava ? undefined : (callbackRoles(use, parameters) ?? passedToCallback(use, parameters));
  }

  handedBack(name: string, value: Value): Value {
    return escapesMarkup.test(name) ? cleaned(value, ['html']) : value;
  }

  isInput(value: Value): boolean {
    const taint = taintOf(value);
    return taint ? !/^(?:library|caller|arguments)$/.test(taint.kind) : /^@request|^(Http)?Servlet\w*Request$/.test(value.origin ?? '');
  }

  effect(use: Use): Value | undefined {
    return withContentType(use);
  }

  harms(use: Use): readonly Harm[] {
    return this.#tables.sinks.of(use).flatMap((row) => harmsOf(row, use, this.#text));
  }

  answered(symbol: SymbolFact, value: Value, range: TextRange): readonly Harm[] {
    return this.#isJava ? answerHarms(this.#facts, symbol, value, range) : answeredByScript(symbol, value, range);
  }

  withoutCharacters(pattern: string): readonly Danger[] {
    return dangersTaken(pattern);
  }

  checked(test: string, outcome: boolean): readonly Danger[] | 'all' | undefined {
    if (outcome ? goodChecks.test(test) : badChecks.test(test)) return 'all';
    if (!outcome && test === 'isAbsolute') return ['relative'];
    // A file of that name is there: no one made one that breaks a command.
    if (outcome && /^exists?(Sync)?$/.test(test)) return ['shell'];
    return undefined;
  }
}

/** `parse(text, (error, result) => …)` hands on what came of the text. */
function passedToCallback(use: Use, parameters: readonly string[]): readonly (Value | undefined)[] | undefined {
  if (
    !/^(realpath|process|parse|parseString|inflate|gunzip|render|convert|transform|normali[sz]e|toString)$/.test(use.name) ||
    parameters.length !== 2
  )
    return undefined;
  const taint = use.receiver?.taint ?? use.values.map((value) => value.taint).find((each) => each !== undefined);
  return taint ? [undefined, { taint: { ...stepped(taint, use.range, `goes through \`${use.name}\``), lead: '' } }] : undefined;
}
