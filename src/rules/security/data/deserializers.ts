import type { TextRange } from '../../../base/text-range.ts';
import { originOf } from '../../../code/flow/origin.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, dottedName, visitsOf } from '../../../code/walk.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { optionOf, truthOf } from '../../pattern/values.ts';

/** A reader that makes objects of whatever class the data names. */
export interface OpenReader {
  readonly at: Sight;
  readonly range: TextRange;
  /** Begins a sentence: `` `ObjectInputStream` without a filter ``. */
  readonly what: string;
  readonly unsure?: true;
  /** Less than the rule's own. */
  readonly severity?: 'note';
}

/** Java's streams, XMLDecoder, XStream, SnakeYAML, Jackson's typing. */
export function* openReadersInJava(code: CodeInventory): Generator<OpenReader> {
  for (const sight of code.calls('readObject', 'readUnshared')) {
    const receiver = sight.node.receiver && bare(sight.node.receiver);
    if (!receiver || sight.node.arguments.length > 0) continue;
    const type = receiver.kind === 'new' ? receiver.type : typeOf(receiver, sight);
    const simple = type === undefined ? '' : simpleTypeName(type);
    const filtered = visitsOf(sight.code, 'call').some(({ node }) =>
      /^setObjectInputFilter$|^setSerialFilter$|^accept$|^reject$/.test(node.name),
    );
    // Inside of `readObject(ObjectInputStream in)` an object reads its own parts.
    const own = sight.symbol.parameters?.some((each) => each.type?.endsWith('ObjectInputStream')) === true;
    if (/^(ObjectInputStream|XMLDecoder)$/.test(simple) && !filtered && !own)
      yield {
        at: sight,
        range: sight.node.range,
        what: simple === 'XMLDecoder' ? '`XMLDecoder`, which runs whatever the document says,' : '`ObjectInputStream` without a filter',
      };
  }
  for (const sight of code.constructions('XStream')) {
    const guarded = visitsOf(sight.code, 'call').some(({ node }) =>
      /^(allowTypes\w*|setupDefaultSecurity|addPermission|denyTypes\w*|denyPermission)$/.test(node.name),
    );
    if (!guarded && !code.calls('allowTypes', 'allowTypesByWildcard', 'allowTypeHierarchy', 'addPermission').length)
      yield { at: sight, range: sight.node.range, what: '`XStream` without a list of types' };
  }
  for (const sight of code.constructions('Yaml')) {
    const [first] = sight.node.arguments;
    const made = first && bare(first);
    if (
      made &&
      !(
        made.kind === 'new' &&
        simpleTypeName(made.type) === 'Constructor' &&
        !visitsOf(made.arguments, 'member').some(({ node }) => node.name === 'class')
      )
    )
      continue;
    if (!code.file.text.includes('snakeyaml')) continue;
    const loads = visitsOf(sight.code, 'call').some(({ node }) => /^load(All|As)?$/.test(node.name));
    if (loads) yield { at: sight, range: sight.node.range, what: '`Yaml` without a safe constructor', unsure: true };
  }
  for (const sight of code.calls(
    'enableDefaultTyping',
    'enableDefaultTypingAsProperty',
    'activateDefaultTyping',
    'activateDefaultTypingAsProperty',
  )) {
    const validator = sight.node.arguments[0] && typeOf(sight.node.arguments[0], sight);
    const lax = visitsOf(sight.node.arguments, 'name', 'member', 'call').some(({ node }) =>
      /LaissezFaire|^getPolymorphicTypeValidator$/.test(node.name),
    );
    if (sight.node.name.startsWith('enable') || lax || (validator ?? '').includes('LaissezFaire'))
      yield { at: sight, range: sight.node.range, what: `Jackson with \`${sight.node.name}\`` };
  }
  for (const sight of code.calls('setRegistrationRequired'))
    if (truthOf(sight.node.arguments[0], sight) === false)
      yield { at: sight, range: sight.node.range, what: '`Kryo` without registered types' };
  for (const sight of code.calls('deserialize')) {
    if (/^SerializationUtils$/.test((sight.node.receiver && lastName(sight.node.receiver)) ?? ''))
      yield { at: sight, range: sight.node.range, what: '`SerializationUtils.deserialize`' };
  }
  yield* typedByData(code);
  yield* takenFromAfar(code);
}

const plain =
  /^(?:String|CharSequence|Integer|Long|Short|Byte|Boolean|Character|Double|Float|int|long|short|byte|boolean|char|double|float|BigDecimal|BigInteger|UUID|Date)(?:\[\])*$/;

/** A remote method that is handed an object: the caller chooses its class. */
function* takenFromAfar(code: CodeInventory): Generator<OpenReader> {
  const { facts } = code.file;
  for (const remote of facts?.symbols ?? []) {
    if (remote.kind !== 'interface' || !remote.supertypes.some(({ type }) => /^(?:java\.rmi\.)?Remote$/.test(type))) continue;
    if (!facts?.imports.some(({ source }) => source.startsWith('java.rmi'))) continue;
    for (const method of membersOf(remote, facts)) {
      const open = method.touched ? method.parameters?.find(({ type }) => type !== undefined && !plain.test(type)) : undefined;
      if (!open) continue;
      const node = { kind: 'name' as const, name: open.name, range: open.range };
      yield {
        at: { file: code.file, symbol: method, code: [], node },
        range: open.range,
        what: `The remote method \`${method.name}\`, which is handed a ${open.type ?? ''},`,
        ...(open.type !== 'Object' && { severity: 'note' as const }),
      };
    }
  }
}

/** `@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)`. */
function* typedByData(code: CodeInventory): Generator<OpenReader> {
  for (const symbol of code.file.facts?.symbols ?? []) {
    if (!symbol.touched) continue;
    for (const { name, arguments: given, range } of symbol.annotations) {
      const use = given.find((each) => each.name === 'use')?.value;
      if (!/(?:^|\.)JsonTypeInfo$/.test(name) || !use || !/^(MINIMAL_)?CLASS$/.test(lastName(use) ?? '')) continue;
      yield { at: { file: code.file, symbol, code: [], node: use }, range, what: 'A type that is named by the class in the data' };
    }
  }
}

const readers =
  /^(?:node-serialize(?:\.\w+)?\.unserialize|serialize-to-js(?:\.\w+)?\.deserialize|funcster(?:\.\w+)?\.deepDeserialize|cryo(?:\.\w+)?\.parse|v8\.deserialize)\(\)$/;

/** `yaml.load(text, { schema: DEFAULT_FULL_SCHEMA })`, `node-serialize`. */
export function* openReadersInScript(code: CodeInventory): Generator<OpenReader> {
  for (const sight of code.calls('unserialize', 'deserialize', 'deepDeserialize', 'parse')) {
    const [given] = sight.node.arguments;
    if (given && bare(given).kind === 'object') continue;
    if (readers.test(originOf(sight.node, sight) ?? ''))
      yield { at: sight, range: sight.node.range, what: `\`${sight.node.name}\`, which can run functions from the data,` };
  }
  for (const sight of code.calls('load', 'loadAll', 'safeLoad', 'safeLoadAll')) {
    if (!(originOf(sight.node, sight) ?? '').startsWith('js-yaml.')) continue;
    const options = sight.node.arguments.slice(1);
    const schema = options.map((each) => optionOf(each, 'schema', sight)).find(Boolean);
    const full = schema && /(?:^|\.)(?:DEFAULT_FULL_SCHEMA|DEFAULT_FUNCTION_SCHEMA)$/.test(dottedName(bare(schema)) ?? '');
    // Only the old version has both, and there `load` makes functions and more.
    const old = !schema && !sight.node.name.startsWith('safe') && code.calls('safeLoad', 'safeLoadAll').length > 0;
    if (full === true || old)
      yield {
        at: sight,
        range: sight.node.range,
        what: `\`${sight.node.name}\` with ${full === true ? 'the full schema' : 'the default schema of the old version'}`,
      };
  }
}
