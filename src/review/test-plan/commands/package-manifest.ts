/** What a `package.json` says about running tests. Its values are whatever somebody wrote. */
export interface PackageManifest {
  /** Those that run tests first. */
  readonly scripts: readonly string[];
  /** What it depends on, with the versions asked for. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly packageManager?: string;
  /** The settings of mocha that stand in it. */
  readonly mocha: Readonly<Record<string, unknown>>;
}

export function readManifest(text: string): PackageManifest {
  const read = record(parsed(text));
  const scripts = Object.entries(record(read['scripts'])).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const { packageManager } = read;
  return {
    scripts: scripts.sort(([a], [b]) => rank(a) - rank(b)).map(([, script]) => script),
    dependencies: new Map(
      ['dependencies', 'devDependencies'].flatMap((key) =>
        Object.entries(record(read[key])).map(([name, version]) => [name, String(version)]),
      ),
    ),
    mocha: record(read['mocha']),
    ...(typeof packageManager === 'string' && { packageManager }),
  };
}

function rank(name: string): number {
  if (name === 'test') return 0;
  if (/^test:?unit|^unit/.test(name)) return 1;
  if (/^(?:pre|post)|watch|coverage|lint|build/.test(name)) return 4;
  return name.startsWith('test') ? 2 : 3;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken JSON says nothing.
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
