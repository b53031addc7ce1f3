import type { SymbolAt } from '../../../code/code-change.ts';
import type { ObjectLiteral } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { bare, codeOf, visitsOf } from '../../../code/walk.ts';
import { rootOfChain, type CallSite } from './call-sites.ts';
import type { ChangedFunction } from './changed-function.ts';
import type { LinkedTest } from './tests-of-file.ts';
import { sitesOf } from './reach.ts';

/** Whether an older test calls a function with what it did not take before: one argument more, or an option that nothing in it spoke of. Such a test was written for the change. */
export function isGivenNewInput({ at, base }: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  if (!base) return false;
  const takesMore = mostArguments(at) > mostArguments(base);
  const options = newOptions(base, at);
  if (!takesMore && options.size === 0) return false;
  return linked.some(
    ({ test, link }) =>
      link === 'call' &&
      sitesOf(test, at).some(
        (site) =>
          !isOnPackage(site) &&
          ((takesMore && givesMoreThan(site, mostArguments(base))) || objectsIn(site).some((object) => hasKey(object, options))),
      ),
  );
}

function mostArguments({ symbol: { parameters = [] } }: SymbolAt): number {
  return parameters.some(({ rest }) => rest) ? Infinity : parameters.length;
}

function givesMoreThan({ node }: CallSite, most: number): boolean {
  return node.arguments.length > most && node.arguments.every(({ kind }) => kind !== 'spread');
}

/** What a function reads from what it is given, and did not read before. */
function newOptions(base: SymbolAt, head: SymbolAt): ReadonlySet<string> {
  const before = optionsOf(base);
  return new Set([...optionsOf(head)].filter((word) => !before.has(word)));
}

/** Names of properties, as members, as texts, and in patterns of parameters. */
function optionsOf({ symbol }: SymbolAt): ReadonlySet<string> {
  const read = Array.from(visitsOf(codeOf(symbol), 'member', 'string'), ({ node }) => (node.kind === 'member' ? node.name : node.value));
  const taken = (symbol.parameters ?? []).flatMap(({ name }) => name.match(/[\w$]+/g) ?? []);
  return new Set([...read, ...taken]);
}

/** Of another package, which gives its functions names of its own. */
function isOnPackage({ node, within }: CallSite): boolean {
  const root = node.kind === 'call' && node.receiver ? rootOfChain(node.receiver) : undefined;
  const imported = root?.kind === 'name' ? within.file.facts?.imports.find(({ local }) => local === root.name) : undefined;
  return imported !== undefined && within.file.facts?.language !== 'java' && !imported.source.startsWith('.');
}

/** The object literals that a call gives, itself or by the name of a local. */
function objectsIn({ node, within }: CallSite): readonly ObjectLiteral[] {
  return node.arguments.flatMap((argument) => {
    const value = bare(argument);
    if (value.kind === 'object') return [value];
    const [only, another] = value.kind === 'name' ? bindingsOf(value.name, within) : [];
    return only?.form === 'variable' && !another && only.value?.kind === 'object' && only.path.length === 0 ? [only.value] : [];
  });
}

function hasKey({ properties }: ObjectLiteral, keys: ReadonlySet<string>): boolean {
  return properties.some(({ key }) => keys.has(key));
}
