import type { FileFacts, ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { CodeInventory } from '../../pattern/code-inventory.ts';
import type { Sighting } from '../../pattern/pattern-rule.ts';

const mappings = /^(?:Request|Post|Put|Patch)Mapping$/;
const entities = /^(?:Entity|Document|Table|MappedSuperclass|PersistenceCapable)$/;
const binding = /^(?:RequestBody|ModelAttribute|Valid|Validated|RequestParam|RequestPart)$/;

/** A record of the database that a request fills: `create(@RequestBody UserEntity user)`. */
export function* boundEntities(code: CodeInventory): Generator<Sighting> {
  const { facts } = code.file;
  if (!facts) return;
  for (const symbol of facts.symbols) {
    if (symbol.kind !== 'method' || !symbol.touched || !symbol.annotations.some(({ name }) => mappings.test(simpleTypeName(name))))
      continue;
    if (namesFields(symbol, facts)) continue;
    for (const parameter of symbol.parameters ?? []) {
      const type = entityOf(parameter, facts);
      if (type === undefined) continue;
      yield {
        at: { file: code.file, symbol, code: [] },
        range: parameter.range,
        message: `A request fills \`${parameter.name}\`, a record of the database, whole: a caller can set fields of \`${type}\` that are not his to set.`,
      };
    }
  }
}

/** The entity that a parameter is, or is a list of. */
function entityOf({ type = '', annotations }: ParameterFact, facts: FileFacts): string | undefined {
  if (annotations.some(({ name }) => !binding.test(simpleTypeName(name)))) return undefined;
  const inner = /^(?:List|Set|Collection|Iterable)<(.+)>$/.exec(type)?.[1] ?? type;
  const name = simpleTypeName(inner.replace(/(?:\[\]){1,255}$/, '').replace(/<.*/s, ''));
  const declared = facts.symbols.find((symbol) => symbol.kind === 'class' && symbol.name === name);
  if (declared) return declared.annotations.some((each) => entities.test(simpleTypeName(each.name))) ? name : undefined;
  const imported = facts.imports.find(({ local }) => local === name);
  return imported && recordPackage.test(imported.source) && !/(?:Dto|DTO|Form|Request|Command|View|Vo|VO)$/.test(name) ? name : undefined;
}

/** `com.acme.entity.Order`; what lies in `entity.dto` and its like is made to be filled. */
const recordPackage = /\.entit(?:y|ies)(?!\.(?:model|vo|dto|bo|form|request|req|param|query|command|view)s?(?:\.|$))(?:\.|$)/i;

/** `@InitBinder` that says which fields may be set. */
function namesFields(symbol: SymbolFact, facts: FileFacts): boolean {
  return enclosing(symbol, facts).some((type) =>
    membersOf(type, facts).some(({ annotations }) => annotations.some(({ name }) => simpleTypeName(name) === 'InitBinder')),
  );
}
