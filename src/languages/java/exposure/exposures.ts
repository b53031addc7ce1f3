import type { Side, TreeReader } from '../../../change/change-set.ts';
import type { FileFacts } from '../../../code/facts.ts';
import type { Exposure, ReadFacts } from '../../../code/language.ts';
import { packageOf } from '../../../code/module-name.ts';
import { applicationReasons } from './application.ts';
import { roleOf } from '../role.ts';

/**
 * Whether the public and protected types of each file are a promise to other code. They are not where the code is no production code,
 * where the module does not export the package, where the package says that it is internal, and in an application, which nobody compiles against.
 */
export async function javaExposures(
  files: readonly FileFacts[],
  tree: TreeReader,
  _: Side,
  read: ReadFacts,
): Promise<ReadonlyMap<string, Exposure>> {
  const modules = await modulesOf(files, tree, read);
  const applications = await applicationReasons(
    files.map((file) => file.path),
    tree,
  );
  return new Map(files.map((file) => [file.path, exposureOf(file, modules.get(modulePath(file)), applications.get(file.path))]));
}

function exposureOf(file: FileFacts, module: FileFacts | undefined, application: string | undefined): Exposure {
  const role = roleOf(file.path, '');
  if (role !== 'production') return none(`${file.path} is ${role} code`);
  if (application !== undefined) return none(application);
  const name = packageOf(file);
  if (module && module.path !== file.path) {
    const isExported = module.exports.some((each) => each.name === name);
    const moduleName = module.symbols[0]?.qualifiedName ?? module.path;
    return isExported ? all(`module ${moduleName} exports ${name}`) : none(`module ${moduleName} does not export ${name} to everyone`);
  }
  if (internalSegment.test(name)) return none(`package ${name} is internal`);
  return all(name === '' ? 'public in the unnamed package' : `public in package ${name}`);
}

/** `impl` is left out on purpose: libraries publish factories and base classes there. */
const internalSegment = /(?:^|\.)(?:internal|internals|shaded|repackaged|relocated)(?:\.|$)/;

function none(reason: string): Exposure {
  return { scope: 'none', reason };
}

function all(reason: string): Exposure {
  return { scope: 'all', reason };
}

/** Where the module descriptor of a file's source root would be. */
function modulePath(file: FileFacts): string {
  const name = packageOf(file);
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const packageFolder = name === '' ? '' : `${name.replaceAll('.', '/')}/`;
  return `${folder.endsWith(packageFolder) ? folder.slice(0, folder.length - packageFolder.length) : folder}module-info.java`;
}

async function modulesOf(files: readonly FileFacts[], tree: TreeReader, read: ReadFacts): Promise<ReadonlyMap<string, FileFacts>> {
  const snapshots = await tree.read([...new Set(files.map(modulePath))].sort());
  const modules = new Map<string, FileFacts>();
  for (const [path, { text }] of snapshots) {
    const facts = text === undefined ? undefined : await read(path, text);
    if (facts) modules.set(path, facts);
  }
  return modules;
}
