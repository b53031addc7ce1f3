import type { TextRange } from '../../base/text-range.ts';

/** One thing that a manifest says to those who depend on the package. */
export interface ManifestFact {
  /**
   * `floor`: the oldest runtime or language that it runs with. `api-dependency`: one that consumers get, and compile against, with it.
   * `platform`: versions of others that they get with it.
   * `managed`: a version that others import. `dependency`: one of which the manifest does not say whether they do.
   */
  readonly kind: 'floor' | 'coordinate' | 'module' | 'api-dependency' | 'platform' | 'managed' | 'dependency';
  /** `Node.js`, `Java`, `groupId`, `:core`, `com.acme:shop`. */
  readonly name: string;
  /** As written. */
  readonly value: string;
  /** Where it is a version, the lowest: `[18, 12]`. */
  readonly version?: readonly number[] | undefined;
  /** Of a dependency whose version stands elsewhere: what the manifest calls it, e.g. `libs.acme.money`. */
  readonly managedBy?: string;
  /** It holds because nothing else is said; the range is that of the name it belongs to. */
  readonly isImplied?: boolean;
  readonly range: TextRange;
}

export interface Manifest {
  readonly facts: readonly ManifestFact[];
  /** It is run and not depended on, so that it has operators instead of consumers. */
  readonly isApplication: boolean;
  /** Some of what it hands on is named in a way that leads nowhere here. */
  readonly isOpen?: boolean;
}

/** `1.8` and `VERSION_1_8` are 8, `17.0.2` is 17.0.2; undefined for what is no version. */
export function javaVersion(text: string): readonly number[] | undefined {
  const found = /^(?:JavaVersion\.)?(?:VERSION_|JVM_)?(\d{1,3}(?:[._]\d{1,4}){0,3})$/.exec(text.trim().replaceAll(/["']/g, ''))?.[1];
  const numbers = found?.split(/[._]/).map(Number);
  return numbers?.[0] === 1 ? numbers.slice(1) : numbers;
}

/** Below zero where the first is older. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The oldest version that a range of npm's takes: 18.12 for `^18.12 || >=20`; undefined where it takes any or cannot be told. */
export function lowestOf(range: string): readonly number[] | undefined {
  const alternatives = range.split('||').map((each) => each.trim());
  const lowest = alternatives.map((alternative) => {
    const found = /^(?:>=?|\^|~|=|v)?\s*v?(\d{1,4}(?:\.\d{1,4}){0,2})/.exec(alternative)?.[1];
    return found?.split('.').map(Number);
  });
  if (lowest.length === 0 || lowest.some((each) => each === undefined)) return undefined;
  return lowest.flatMap((each) => (each ? [each] : [])).reduce((least, each) => (compareVersions(each, least) < 0 ? each : least));
}
