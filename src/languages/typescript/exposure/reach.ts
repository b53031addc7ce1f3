import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { ExportFact, ImportFact } from '../../../code/facts.ts';
import type { EntryPoint } from './entry-points.ts';
import type { Handing, ModuleGraph } from './module-graph.ts';
import { importedFile } from './source-paths.ts';
import type { KnownPaths } from './source-paths.ts';

/** What of one file can be reached. */
export interface Reached {
  /** Local name, or the name of a re-export → the names by which consumers know it. */
  readonly names: Map<string, Set<string>>;
  readonly subpaths: Set<string>;
  /** The files of which it hands on all that they export. */
  readonly stars: Set<string>;
}

export interface Reach {
  readonly files: ReadonlyMap<string, Reached>;
  /** Whether there was more than is followed. */
  readonly isCapped: boolean;
}

/** One thing to look for in a file: an exported name or, as `*`, all of them. */
interface Task {
  readonly path: string;
  readonly exported: string;
  /** The public name, or the prefix of public names for `*`. */
  readonly as: string;
  /** `export *` leaves the default export out. */
  readonly withDefault: boolean;
  readonly subpath: string;
}

const mostFiles = 2_000;
const mostTasks = 50_000;

/** Follows re-exports from the entry points, level by level. */
export async function reachFrom(entries: readonly EntryPoint[], graph: ModuleGraph, known: KnownPaths): Promise<Reach> {
  const reach = new ReachCollector(graph, known);
  let tasks: readonly Task[] = entries.map(({ path, subpath }) => ({ path, subpath, exported: '*', as: '', withDefault: true }));
  while (tasks.length > 0 && !reach.isCapped) {
    await graph.load([...new Set(tasks.map(({ path }) => path))]);
    tasks = tasks.flatMap((task) => reach.follow(task));
  }
  return { files: reach.files, isCapped: reach.isCapped };
}

/** A module may hand on thousands of names one by one. */
const exportsByName = remembered(({ exports }: Handing): ReadonlyMap<string, readonly ExportFact[]> =>
  groupBy(exports, ({ exported }) => exported),
);
const importsByName = remembered(({ imports }: Handing): ReadonlyMap<string, readonly ImportFact[]> =>
  groupBy(imports, ({ local }) => local),
);

class ReachCollector {
  readonly files = new Map<string, Reached>();
  readonly #graph: ModuleGraph;
  readonly #known: KnownPaths;
  readonly #done = new Set<string>();

  constructor(graph: ModuleGraph, known: KnownPaths) {
    this.#graph = graph;
    this.#known = known;
  }

  get isCapped(): boolean {
    return this.#done.size > mostTasks || this.#graph.size > mostFiles;
  }

  /** Notes what a task reaches; gives the tasks that it leads to. */
  follow(task: Task): Task[] {
    const key = `${task.path}\n${task.exported}\n${task.as}\n${task.subpath}`;
    const facts = this.#graph.facts(task.path);
    if (this.#done.has(key) || !facts) return [];
    this.#done.add(key);
    this.#reached(task);
    const own =
      task.exported === '*'
        ? facts.exports.filter(({ exported }) => exported !== '*' && (task.withDefault || exported !== 'default'))
        : (exportsByName(facts).get(task.exported) ?? []);
    const named = own.flatMap((fact) => this.#export(task, fact, facts));
    const isFound = task.exported !== '*' && own.length > 0;
    const stars = isFound ? [] : (exportsByName(facts).get('*') ?? []);
    const handedOn = stars.flatMap(({ source }) => this.#into(task, source, { exported: task.exported, as: task.as, withDefault: false }));
    for (const { path } of handedOn) this.#reached(task).stars.add(path);
    return [...named, ...handedOn];
  }

  #export(task: Task, fact: ExportFact, facts: Handing): Task[] {
    const as = publicName(task, fact.exported);
    const names = this.#reached(task).names;
    const name = fact.source === undefined ? fact.name : fact.exported;
    if (fact.source === undefined || !isWhole(name)) names.set(name, (names.get(name) ?? new Set()).add(as));
    if (fact.source !== undefined) return this.#whatever(task, fact.source, fact.name, as);
    const imported = fact.isOwn ? [] : (importsByName(facts).get(fact.name) ?? []);
    return imported.flatMap(({ source, name }) => this.#whatever(task, source, name, as));
  }

  /** One name of another module, or the whole module under one name. */
  #whatever(task: Task, source: string, name: string, as: string): Task[] {
    if (name !== '*') return this.#into(task, source, { exported: name, as, withDefault: true });
    // Modules may hand on each other without end.
    if (as.split('.').length > 3) return [];
    return this.#into(task, source, { exported: '*', as: isWhole(as) ? '' : `${as}.`, withDefault: true });
  }

  #into(task: Task, source: string | undefined, rest: Pick<Task, 'exported' | 'as' | 'withDefault'>): Task[] {
    const path = source === undefined ? undefined : importedFile(task.path, source, this.#known);
    return path === undefined ? [] : [{ path, subpath: task.subpath, ...rest }];
  }

  #reached({ path, subpath }: Task): Reached {
    const reached = this.files.get(path) ?? {
      names: new Map<string, Set<string>>(),
      subpaths: new Set<string>(),
      stars: new Set<string>(),
    };
    this.files.set(path, reached);
    reached.subpaths.add(subpath);
    return reached;
  }
}

/** What a CommonJS module gives as a whole goes by the name under which it is handed on. */
function publicName({ exported, as }: Task, name: string): string {
  if (exported !== '*') return as;
  return isWhole(name) && as !== '' ? as.slice(0, -1) : `${as}${name}`;
}

function isWhole(name: string): boolean {
  return name === 'export=';
}
