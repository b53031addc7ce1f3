import type { Use } from '../../../code/flow/taint/knowledge.ts';

/**
 * Calls as the tables write them: `Statement.execute|executeQuery`, `fs|fs.promises.readFile`, `new Function`, `*.innerHTML`, `eval`.
 * Before the last dot stands where the receiver comes from: a type, a module and the way through it, a role such as `@request`; `*` is anything.
 */
export interface Row {
  readonly call: string;
}

/** Rows by the last word of what they name. */
export class Table<Entry extends Row> {
  readonly #byName = new Map<
    string,
    { readonly entry: Entry; readonly owner: string | undefined; readonly form: Use['form'] | undefined }[]
  >();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) this.#add(entry);
  }

  #add(entry: Entry): void {
    const form: Use['form'] = entry.call.startsWith('new ') ? 'new' : entry.call.startsWith('set ') ? 'set' : 'call';
    const path = entry.call.replace(/^(new|set) /, '');
    const dot = path.lastIndexOf('.');
    const owners = dot === -1 ? [undefined] : path.slice(0, dot).split('|');
    for (const name of path.slice(dot + 1).split('|')) {
      const rows = this.#byName.get(name) ?? [];
      rows.push(...owners.map((owner) => ({ entry, owner, form: form })));
      this.#byName.set(name, rows);
    }
  }

  /** The rows that a use meets. */
  of(use: Use): readonly Entry[] {
    if (!this.#mayMeet(use)) return none;
    const paths = pathsOf(use);
    const names = new Set(paths.map(lastWord));
    const met: Entry[] = [];
    for (const name of names) {
      for (const { entry, owner, form } of this.#byName.get(name) ?? []) {
        if (form !== use.form || met.includes(entry)) continue;
        if (
          owner === '*' ? use.receiver !== undefined || use.form === 'set' : paths.includes(owner === undefined ? name : `${owner}.${name}`)
        )
          met.push(entry);
      }
    }
    return met;
  }

  /** Nearly all uses meet nothing: told by the last words of all their names. */
  #mayMeet({ name, origin, written }: Use): boolean {
    const isKnown = (path: string | undefined): boolean => path !== undefined && this.#byName.has(lastWord(path));
    return isKnown(name) || isKnown(origin) || isKnown(written);
  }
}

const none: readonly never[] = [];

function lastWord(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** All the ways to name what is used. */
function pathsOf({ origin, name, written, receiver, form }: Use): readonly string[] {
  const paths: string[] = [];
  if (origin !== undefined) {
    const hasReceiver = receiver !== undefined || form === 'set';
    paths.push(hasReceiver && name !== '' ? `${origin}.${name}` : form === 'new' ? origin : origin);
    if (form === 'new') paths.push(name);
  }
  if (written !== undefined && (origin === undefined || origin.startsWith('text:') || receiver === undefined || form === 'new')) {
    paths.push(written, written.split('.').slice(-2).join('.'));
  }
  if (paths.length === 0) paths.push(name);
  if (receiver && name !== '') paths.push(`*.${name}`);
  return paths;
}
