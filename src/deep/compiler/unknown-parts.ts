import type ts from 'typescript';
import type { TypeScript } from './typescript-module.ts';

/** A type with more parts than these is not looked through. */
const mostParts = 2_000;

/**
 * Whether a type holds `any`, which is what everything is that could not be found: it fits all, so that nothing can be said.
 * What installed packages and the compiler's library declare is taken as it is, but for what it is given.
 */
export function holdsUnknown(type: ts.Type, typescript: TypeScript, checker: ts.TypeChecker): boolean {
  const seen = new Set<ts.Type>();
  const pending = [type];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if ((next.flags & typescript.TypeFlags.Any) !== 0 || seen.size >= mostParts) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    pending.push(...givenTo(next, typescript, checker), ...declaredIn(next, typescript, checker));
  }
  return false;
}

function givenTo(type: ts.Type, { ObjectFlags, TypeFlags }: TypeScript, checker: ts.TypeChecker): readonly ts.Type[] {
  const isReference = (type.flags & TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ObjectFlags.Reference) !== 0;
  return [
    ...(type.aliasTypeArguments ?? []),
    ...(type.isUnionOrIntersection() ? type.types : []),
    ...(isReference ? checker.getTypeArguments(type as ts.TypeReference) : []),
  ];
}

/** What the reviewed code itself declares of an object type. */
function declaredIn(type: ts.Type, typescript: TypeScript, checker: ts.TypeChecker): readonly ts.Type[] {
  const declarations = (type.getSymbol()?.declarations ?? []).filter(isOwn);
  if ((type.flags & typescript.TypeFlags.Object) === 0 || declarations.length === 0) return [];
  return [
    ...declarations.flatMap((each) => heritageOf(each, typescript)).map((each) => checker.getTypeAtLocation(each)),
    ...checker.getPropertiesOfType(type).map((each) => checker.getTypeOfSymbol(each)),
    ...checker.getIndexInfosOfType(type).map((each) => each.type),
    ...[...type.getCallSignatures(), ...type.getConstructSignatures()].flatMap((each) => [
      each.getReturnType(),
      ...each.parameters.map((parameter) => checker.getTypeOfSymbol(parameter)),
    ]),
  ];
}

function isOwn(declaration: ts.Declaration): boolean {
  return /^\/(?:base|same|head)\/(?!(?:.*\/)?node_modules\/)/.test(declaration.getSourceFile().fileName);
}

/** What is inherited from something unknown is missing. */
function heritageOf(declaration: ts.Declaration, { isClassLike, isInterfaceDeclaration }: TypeScript): readonly ts.Node[] {
  if (!isClassLike(declaration) && !isInterfaceDeclaration(declaration)) return [];
  return declaration.heritageClauses?.flatMap(({ types }) => types) ?? [];
}
