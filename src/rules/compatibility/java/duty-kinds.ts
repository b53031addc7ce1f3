import type { SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { has, type JavaPair, type JavaSides } from './java-pair.ts';
import type { DeclaredType, JavaSide } from './java-side.ts';
import { jdkAbstractMethods } from './jdk-types.ts';
import type { JavaDifference } from './kinds.ts';
import { isOpen } from './openness.ts';

/** Why a new member is a burden for those who implement or use its type. */
export function addedMemberKinds({ symbol }: SymbolAt, owner: DeclaredType, sides: JavaSides): readonly JavaDifference[] {
  const before = sides.base.named(owner.symbol.qualifiedName);
  if (!before || symbol.kind !== 'method' || has(symbol, 'implicit') || symbol.bodyRange || has(symbol, 'default') || has(symbol, 'static'))
    return [];
  const name = `\`${owner.symbol.name}\``;
  if (owner.symbol.kind === 'annotation')
    return [
      {
        id: 'annotation-element-added',
        what: `is a new element without a default of the public annotation ${name}`,
        whom: 'code that uses the annotation no longer compiles',
      },
    ];
  const isInterface = owner.symbol.kind === 'interface';
  if (!isInterface && !has(symbol, 'abstract')) return [];
  if (!isOpen(before, sides.base) || isWrittenByFramework(before, sides.base) || isKnownDuty(symbol, before, sides.base)) return [];
  return [
    isInterface
      ? {
          id: 'method-added-to-interface',
          what: `is a new method without a default of the public interface ${name}`,
          whom: 'implementations outside no longer compile',
        }
      : {
          id: 'method-abstract-added-to-class',
          what: `is a new abstract method of the public class ${name}`,
          whom: 'subclasses outside no longer compile',
        },
  ];
}

/** Supertypes that a type got, and what they ask of those who implement it. */
export function addedSupertypeKinds({ base, head, owner, sides }: JavaPair): readonly JavaDifference[] {
  if (!owner.base || !owner.head || base.symbol.kind !== head.symbol.kind || !isOpen(owner.base, sides.base)) return [];
  if ((head.symbol.kind === 'class' && !has(head.symbol, 'abstract')) || isWrittenByFramework(owner.base, sides.base)) return [];
  const { base: before, head: after } = owner;
  const old = new Set(sides.base.ancestors(before).types.map(({ name }) => name));
  const gained = sides.head.ancestors(after).types.filter(({ name }) => !old.has(name));
  const missing = gained.flatMap((type) => abstractMethods(type.name, sides.head).filter((each) => !isGiven(each, after, sides.head)));
  const [first] = missing.filter((each) => !isAsked(each, before, sides.base) && !before.members.some((member) => key(member) === each));
  if (first === undefined) return [];
  return [
    {
      id: 'method-abstract-added-in-supertype',
      what: `asks for \`${first.split('/')[0] ?? ''}\` of \`${gained.map(({ name }) => name).join('`, `')}\` now`,
      whom: `${head.symbol.kind === 'interface' ? 'implementations' : 'subclasses'} outside no longer compile`,
    },
  ];
}

const proxied =
  /^(?:FeignClient|HttpExchange|RegisterRestClient|RepositoryDefinition|Mapper|MessagingGateway|ConfigMapping|Dao|AiService)$/;

/** Interfaces that a framework implements when the program starts, such as the repositories of Spring Data: nobody else does. */
function isWrittenByFramework(type: DeclaredType, side: JavaSide): boolean {
  if (type.symbol.kind !== 'interface') return false;
  if (type.symbol.annotations.some(({ name }) => proxied.test(simpleTypeName(name)))) return true;
  return side.ancestors(type).types.some((each) => each.name.endsWith('Repository') && side.find(each) === undefined);
}

const ofObject: ReadonlySet<string> = new Set(['equals/1', 'hashCode/0', 'toString/0']);

function key({ name, parameters }: SymbolFact): string {
  return `${name}/${String(parameters?.length ?? 0)}`;
}

function isKnownDuty(method: SymbolFact, owner: DeclaredType, side: JavaSide): boolean {
  return (owner.symbol.kind === 'interface' && ofObject.has(key(method))) || isAsked(key(method), owner, side);
}

/** Whether a supertype had the method all along. */
function isAsked(method: string, type: DeclaredType, side: JavaSide): boolean {
  return side.ancestors(type).types.some(({ name }) => abstractMethods(name, side).includes(method));
}

function abstractMethods(name: string, side: JavaSide): readonly string[] {
  const declared = side.find({ name, qualifier: '' });
  return declared ? declared.members.filter((each) => each.kind === 'method' && isAbstract(each)).map(key) : jdkAbstractMethods(name);
}

function isAbstract(method: SymbolFact): boolean {
  return method.modifiers.includes('abstract') && !method.modifiers.includes('static') && !method.bodyRange;
}

/** Whether the type, or a class or interface above it, has the method with a body. */
function isGiven(method: string, type: DeclaredType, side: JavaSide): boolean {
  const above = side.ancestors(type).types.flatMap((each) => side.find(each) ?? []);
  return [type, ...above].some(({ members }) => members.some((each) => key(each) === method && !isAbstract(each)));
}
