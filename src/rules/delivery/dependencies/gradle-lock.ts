import type { SourceFile } from '../../../code/code-change.ts';
import { dependenciesOf, isLower, lowestVersion, type Dependency } from './manifest.ts';

/** A dependency of a build file of Gradle that its lock file knows otherwise. */
export interface OutOfStep {
  readonly dependency: Dependency;
  readonly declared: string;
  /** Absent where the lock file does not know it. */
  readonly locked: string | undefined;
}

/** `build.gradle`, `build.gradle.kts`. */
export function isGradleBuild(path: string): boolean {
  return /(?:^|\/)build\.gradle(?:\.kts)?$/.test(path);
}

/**
 * What the lock file beside a build file has not or has at a lower version: a higher one may be what another dependency asks for.
 * Where it knows none of what is declared it is of other configurations.
 */
export function outOfStepInGradle(build: SourceFile, lock: SourceFile): readonly OutOfStep[] {
  const locked = lockedVersions(lock.text);
  const declared = dependenciesOf(build).flatMap((dependency) =>
    dependency.name.includes(':') && lowestVersion(dependency.version) ? [{ dependency, declared: dependency.version ?? '' }] : [],
  );
  if (!declared.some(({ dependency }) => locked.has(dependency.name))) return [];
  return declared
    .map((each) => ({ ...each, locked: locked.get(each.dependency.name) }))
    .filter((each) => each.locked === undefined || isBehind(each.locked, each.declared));
}

function isBehind(locked: string, declared: string): boolean {
  const [has, wants] = [lowestVersion(locked), lowestVersion(declared)];
  return has !== undefined && wants !== undefined && isLower(has, wants);
}

/** `com.google.guava:guava:33.2.0-jre=compileClasspath,runtimeClasspath`, with the highest of several. */
function lockedVersions(text: string): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const [, name = '', version = ''] of text.matchAll(/^([\w.-]{1,120}:[\w.-]{1,120}):([\w.+-]{1,60})=/gm)) {
    const known = versions.get(name);
    if (known === undefined || isBehind(known, version)) versions.set(name, version);
  }
  return versions;
}
