import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { moduleName, packageOf } from '../../../code/module-name.ts';
import { stemOf } from './near.ts';

/** Which files of the change use which others: by import, or in Java by being of the same package. Looked up, never tried pair by pair. */
export class Users {
  readonly #byKey: ReadonlyMap<string, readonly { readonly file: SourceFile }[]>;
  readonly #known = new Map<SourceFile, readonly SourceFile[]>();

  constructor(production: readonly SourceFile[]) {
    const keyed = production.flatMap((file) => keysOfUser(file).map((key) => ({ key, file })));
    this.#byKey = groupBy(keyed, ({ key }) => key);
  }

  /** The files that use a file, without itself. */
  of(file: SourceFile): readonly SourceFile[] {
    const known = this.#known.get(file) ?? this.#find(file);
    this.#known.set(file, known);
    return known;
  }

  #find(file: SourceFile): readonly SourceFile[] {
    const users = keysOfUsed(file).flatMap((key) => this.#byKey.get(key) ?? []);
    return [...new Set(users.map((each) => each.file))].filter((each) => each !== file);
  }
}

const keysOfUser = remembered((file: SourceFile): readonly string[] => [...new Set(readKeys(file))]);

function readKeys({ facts }: SourceFile): readonly string[] {
  if (!facts) return [];
  if (facts.language !== 'java') return facts.imports.map(({ source }) => `module ${stemOf(source)}`);
  return [`package ${packageOf(facts)}`, ...facts.imports.flatMap(({ source, name }) => [`type ${source}`, `type ${source}.${name}`])];
}

function keysOfUsed({ path, facts }: SourceFile): readonly string[] {
  if (facts?.language !== 'java') return [`module ${stemOf(path)}`];
  const home = packageOf(facts);
  return [`package ${home}`, `type ${home}.${moduleName(path)}`, `type ${home}.*`];
}
