import type { SourceFile } from '../../../code/code-change.ts';
import type { ContractSurroundings } from '../../contract-kind.ts';
import { codeSuffixes, filesHolding } from '../files-holding.ts';
import { routeBodies, type RouteBody } from './route-bodies.ts';
import { sentTypes } from './type-fields.ts';

/** A body of a route, or what it holds below the fields of these words. */
export interface ReachedBody {
  readonly body: RouteBody;
  readonly within: readonly string[];
}

/** How deep bodies are looked for in others. The rule's page says so. */
export const deepestBody = 2;
const mostHolders = 20;

/** Where types are taken or answered, by themselves or in others, by their names. */
export async function reachedBodies(
  names: readonly string[],
  surroundings: ContractSurroundings,
): Promise<ReadonlyMap<string, readonly ReachedBody[]>> {
  const found = new Map<string, ReachedBody[]>(names.map((name) => [name, []]));
  let level = names.map((name) => ({ name, target: name, within: [] as readonly string[] }));
  for (let depth = 0; depth <= deepestBody && level.length > 0; depth += 1) {
    const files = await codeWith(
      level.map(({ name }) => name),
      surroundings,
    );
    const routes = files.flatMap(routeBodies);
    const types = files.flatMap((file) => [...sentTypes(file).values()]);
    for (const { name, target, within } of level)
      found.get(target)?.push(...routes.filter(({ type }) => type === name).map((body) => ({ body, within })));
    level = level
      .flatMap(({ name, target, within }) =>
        types.flatMap((type) =>
          [...type.fields].flatMap(([word, field]) =>
            field.type === name && type.name !== name ? [{ name: type.name, target, within: [word, ...within] }] : [],
          ),
        ),
      )
      .slice(0, mostHolders);
  }
  return found;
}

/** The code of the product that has one of the words. */
export async function codeWith(words: readonly string[], surroundings: ContractSurroundings): Promise<readonly SourceFile[]> {
  return surroundings.code('head', await filesHolding(words, codeSuffixes, surroundings));
}
