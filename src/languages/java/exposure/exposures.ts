import type { Side, TreeReader } from '../../../change/change-set.ts';
import type { FileFacts } from '../../../code/facts.ts';
import type { Exposure, ModuleFacts, ReadModule } from '../../../code/language.ts';
import { packageOf } from '../../../code/module-name.ts';
import { applicationReasons } from './application.ts';
import { unpublishedSets } from './source-sets.ts';
import { roleOf } from '../role.ts';

/**
 * Whether the public and protected types of each file are a promise to other code. They are not where the code is no production code,
 * where the module does not export the package, where the package says that it is internal, and in an application, which nobody compiles against.
 */
export async function javaExposures(
  files: readonly FileFacts[],
  tree: TreeReader,
  _: Side,
  read: ReadModule,
): Promise<ReadonlyMap<string, Exposure>> {
  const modules = await modulesOf(files, tree, read);
  const unpublished = await unpublishedSets(
    files.map((file) => file.path),
    tree,
  );
  const applications = await applicationReasons(
    files.map((file) => file.path),
    tree,
  );
  const reasons = (path: string): string | undefined => unpublished.get(path) ?? applications.get(path);
  return new Map(files.map((file) => [file.path, exposureOf(file, moduleAround(file, modules), reasons(file.path))]));
}

function exposureOf(file: FileFacts, module: ModuleFacts | undefined, unpublished: string | undefined): Exposure {
  const role = roleOf(file.path, '');
  if (role !== 'production') return none(`${file.path} is ${role} code`);
  if (unpublished !== undefined) return none(unpublished);
  if (notCompiled.test(file.path)) return none(`${file.path} is no source that is compiled as it stands`);
  const name = packageOf(file);
  if (module) {
    const isExported = module.exports.some((each) => each.name === name);
    return isExported ? all(`module ${module.name} exports ${name}`) : none(`module ${module.name} does not export ${name} to everyone`);
  }
  if (internalSegment.test(name)) return none(`package ${name} is internal`);
  return all(name === '' ? 'public in the unnamed package' : `public in package ${name}`);
}

/** Templates and archetypes hold texts from which sources are made. */
const notCompiled = /(?:^|\/)src\/[\w-]+\/(?:resources|templates?|archetypes?)\//;

/** `impl` is left out on purpose: libraries publish factories and base classes there. */
const internalSegment = /(?:^|\.)(?:internal|internals|shaded|repackaged|relocated)(?:\.|$)/;

function none(reason: string): Exposure {
  return { scope: 'none', reason };
}

function all(reason: string): Exposure {
  return { scope: 'all', reason };
}

/** Undefined for a module descriptor itself. */
function moduleAround(file: FileFacts, modules: ReadonlyMap<string, ModuleFacts>): ModuleFacts | undefined {
  const path = modulePath(file);
  return path === file.path ? undefined : modules.get(path);
}

/** Where the module descriptor of a file's source root would be. */
function modulePath(file: FileFacts): string {
  const name = packageOf(file);
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const packageFolder = name === '' ? '' : `${name.replaceAll('.', '/')}/`;
  return `${folder.endsWith(packageFolder) ? folder.slice(0, folder.length - packageFolder.length) : folder}module-info.java`;
}

async function modulesOf(files: readonly FileFacts[], tree: TreeReader, read: ReadModule): Promise<ReadonlyMap<string, ModuleFacts>> {
  const snapshots = await tree.read([...new Set(files.map(modulePath))].sort());
  const modules = new Map<string, ModuleFacts>();
  for (const [path, { text }] of snapshots) {
    const module = text === undefined ? undefined : await read(path, text);
    if (module) modules.set(path, module);
  }
  return modules;
}
