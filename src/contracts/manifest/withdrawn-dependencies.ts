import { posix } from 'node:path';
import type { ContractChange } from '../../code/contract-change.ts';
import { member, shownRange, textOf } from '../../code/document-node.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import type { ManifestPair } from './compare-facts.ts';
import { mavenApiUse, packageOf } from './maven-api-use.ts';
import { isHandedOn, pomDependencies, type PomDependency } from './pom-dependencies.ts';

/** Dependencies that consumers no longer get with a project of Maven: what its public types show of them, or showed. */
export async function withdrawnDependencies(pair: ManifestPair, surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const { base, head, old, now } = pair;
  if (!head.path.endsWith('pom.xml') || (old.isApplication && now.isApplication)) return [];
  const kept = new Map(dependenciesOf(head).map((each) => [each.name, each]));
  const isKept = ({ name }: PomDependency): boolean => {
    const is = kept.get(name);
    return is !== undefined && isHandedOn(is);
  };
  const lost = dependenciesOf(base).filter((was) => isHandedOn(was) && !isKept(was));
  const isOwn = (dependency: PomDependency): boolean => isShared(dependency, head);
  const changes = await Promise.all(lost.filter((was) => !isOwn(was)).map((was) => withdrawn(was, kept.get(was.name), pair, surroundings)));
  return changes.flat();
}

function dependenciesOf({ document }: ManifestPair['base']): readonly PomDependency[] {
  const all = pomDependencies(document?.error ? undefined : document?.roots[0], 'dependencies');
  return all.filter(({ type }) => type === undefined || type === 'jar');
}

/** Whether types of its package may come from the project itself, or from another dependency that goes on to consumers. */
function isShared(was: PomDependency, head: ManifestPair['head']): boolean {
  const root = head.document?.roots[0];
  const own = [member(root, 'groupId'), member(root, 'parent', 'groupId')].flatMap((node) => textOf(node) ?? []);
  const others = dependenciesOf(head).filter((each) => each.name !== was.name && isHandedOn(each));
  const prefix = packageOf(was.name);
  return [...own, ...others.map(({ name }) => packageOf(name))].some((each) => isWithin(each, prefix) || isWithin(prefix, each));
}

function isWithin(name: string, around: string): boolean {
  return name === around || name.startsWith(`${around}.`);
}

/** One that is gone though its types are still shown comes with another one, and goes on to consumers with that. */
async function withdrawn(
  was: PomDependency,
  is: PomDependency | undefined,
  { base, head }: ManifestPair,
  { read, grep }: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const folder = posix.dirname(head.path);
  const use = await mavenApiUse(was.name, folder, { side: 'head', read, grep });
  if (is) {
    const how = is.isOptional ? 'optional now' : `of the scope \`${is.scope ?? 'compile'}\` instead of \`compile\``;
    return use
      ? [
          {
            contract: 'manifest',
            change: 'api-dependency-withdrawn',
            impact: 'breaking',
            message: `The dependency \`${was.name}\` is ${how}, and consumers see it in \`${use.name}\` (\`${use.path}\`): those who use that no longer compile until they depend on it themselves.`,
            element: was.name,
            file: head,
            range: shownRange(is.node),
            before: { file: base, range: shownRange(was.node) },
            deprecatedBefore: false,
          },
        ]
      : [];
  }
  const before = use ? undefined : await mavenApiUse(was.name, folder, { side: 'base', read, grep });
  return before
    ? [
        {
          contract: 'manifest',
          change: 'api-dependency-removed',
          impact: 'risky',
          message: `Consumers no longer get \`${was.name}\` with this package, which they saw in \`${before.name}\` (\`${before.path}\`): those who call it must depend on it themselves.`,
          element: was.name,
          file: base,
          range: shownRange(was.node),
          deprecatedBefore: false,
        },
      ]
    : [];
}
