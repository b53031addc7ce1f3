import type { TreeReader } from '../../../change/change-set.ts';
import { productOf } from './build-file.ts';
import { buildFilesAround, folderOf } from './build-files.ts';
import type { BuildFile } from './build-files.ts';
import { mainsOf } from './mains.ts';
import type { FindMain } from './mains.ts';
import { soleApplication } from './publishing.ts';

/**
 * For each path of which nobody outside can compile against the code, the reason: its module is an application
 * (its build file, or one around it that it inherits from, packages what is run), or nothing in the tree publishes it and it is made for an application beside it.
 */
export async function applicationReasons(paths: readonly string[], tree: TreeReader): Promise<ReadonlyMap<string, string>> {
  const around = await buildFilesAround(paths, tree);
  const findMain = mainsOf(tree);
  const reasons = new Map<string, string | undefined>();
  for (const [module, ...outer] of around.values())
    if (module && !reasons.has(module.path)) reasons.set(module.path, await ownReason(module, outer, findMain));
  const others = [...reasons.keys()].filter((module) => reasons.get(module) === undefined);
  const application = others.length === 0 ? undefined : await soleApplication(others, tree, findMain);
  if (application !== undefined)
    for (const module of others)
      reasons.set(
        module,
        module === application
          ? `${module} makes a program, and nothing publishes it`
          : `nothing publishes what ${module} makes: it is a part of what ${application} packages`,
      );
  return new Map(
    [...around].flatMap(([path, [module]]) => {
      const reason = module && reasons.get(module.path);
      return reason === undefined ? [] : [[path, reason] as const];
    }),
  );
}

/** What a module packages by its own build file, or by a plugin of Spring Boot that it inherits. */
async function ownReason(module: BuildFile, outer: readonly BuildFile[], findMain: FindMain): Promise<string | undefined> {
  for (const { path, text } of [module, ...outer]) {
    const product = await productOf(path, text);
    if (!product || (path !== module.path && !product.needsMain)) continue;
    if (!product.needsMain) return `${path} packages ${product.name}`;
    const main = await findMain(`${folderOf(module.path)}src/main/`);
    if (main !== undefined) return `${path} packages the Spring Boot application of ${main}`;
  }
  return undefined;
}
