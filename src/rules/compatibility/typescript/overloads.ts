import { groupBy } from '../../../base/group-by.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import { rememberedByName } from '../../../base/remembered.ts';
import type { FileFacts, SymbolFact } from '../../../code/facts.ts';
import type { Unchecked } from '../../../finding/draft.ts';
import { symbolsNamed } from '../../../code/flow/scope.ts';
import { compareFunctions } from './assignable-functions.ts';
import { startingWith } from './assignable.ts';
import type { ScriptDifference } from './kinds.ts';
import { scriptPair, type ScriptPair, type ScriptSides } from './script-pair.ts';
import { namesAt, ownVariables, scopeAt, signatureOf } from './scope.ts';
import { signatureKinds } from './signature-kinds.ts';
import type { TypeVariable } from './type.ts';

/** Several signatures under one name are compared together: each of the old ones has to be served by some of the new. */
export class Overloads {
  readonly #sides: ScriptSides;
  readonly #done = new Set<SymbolFact>();
  /** Names whose signatures were too many to look at all of them. */
  readonly unchecked: Unchecked[] = [];

  constructor(sides: ScriptSides) {
    this.#sides = sides;
  }

  isOverloaded({ base, head }: ScriptPair): boolean {
    return (
      base.symbol.parameters !== undefined && head.symbol.parameters !== undefined && (groupOf(base).length > 1 || groupOf(head).length > 1)
    );
  }

  /** Told once for the group, at the first pair that is met. */
  kinds({ base, head }: ScriptPair): readonly ScriptDifference[] {
    const [old, now] = [groupOf(base), groupOf(head)];
    const [first] = old;
    if (!first || this.#done.has(first)) return [];
    this.#done.add(first);
    const written = groupBy(now, writtenSignature);
    let left = mostCompared;
    const lost = old.filter((each) => {
      const serves = (other: SymbolFact): boolean => left-- <= 0 || this.#serves({ ...head, symbol: other }, { ...base, symbol: each });
      // Most are served by what is written as they are.
      return !(written.get(writtenSignature(each))?.some(serves) ?? false) && !now.some(serves);
    });
    if (left < 0)
      this.unchecked.push({
        unchecked: `\`${first.name}\` has so many signatures that only some of them were compared`,
        path: head.file.path,
      });
    return lost.length === 0
      ? []
      : lost.flatMap((each) =>
          this.#lostKinds(
            { ...base, symbol: each },
            now.map((symbol) => ({ ...head, symbol })),
            old.length,
          ),
        );
  }

  #serves(now: SymbolAt, old: SymbolAt): boolean {
    const [from, to] = [now, old].map((at, index) => {
      const side = index === 0 ? this.#sides.head : this.#sides.base;
      return { signature: { ...signatureOf(at.symbol, namesAt(at)), variables: variablesOf(at) }, scope: scopeAt(at, side) };
    });
    if (mostOf(now.symbol) < mostOf(old.symbol)) return false;
    // What is inferred otherwise, only a compiler could tell.
    if (boundsOf(now.symbol) !== boundsOf(old.symbol)) return leastOf(now.symbol) <= mostOf(old.symbol);
    return from !== undefined && to !== undefined && compareFunctions(from, to, startingWith(new Map())) !== false;
  }

  #lostKinds(old: SymbolAt, now: readonly SymbolAt[], count: number): readonly ScriptDifference[] {
    const whom = 'callers that use it so no longer compile';
    const [only] = now;
    const parameters = (old.symbol.parameters ?? []).map(
      ({ name, type, optional, rest }) => `${rest ? '...' : ''}${name}${optional ? '?' : ''}${type === undefined ? '' : `: ${type}`}`,
    );
    const what = `can no longer be called with \`(${parameters.join(', ')})\``;
    if (now.length >= count && only && now.length === 1) return signatureKinds(scriptPair({ base: old, head: only }, this.#sides));
    return [{ id: 'overload-removed', what, whom }];
  }
}

function mostOf({ parameters = [] }: SymbolFact): number {
  return parameters.some(({ rest }) => rest) ? Infinity : parameters.length;
}

function leastOf({ parameters = [] }: SymbolFact): number {
  return parameters.filter(({ optional, rest }) => !optional && !rest).length;
}

function boundsOf({ typeParameters }: SymbolFact): string {
  return typeParameters.map(({ bound = '' }) => bound).join();
}

function variablesOf(at: SymbolAt): readonly TypeVariable[] {
  return ownVariables(at).map((key) => ({ key }));
}

/** So many pairs of signatures of one name are looked at; what is left of them counts as served. */
const mostCompared = 100_000;

function writtenSignature({ parameters = [], type = '' }: SymbolFact): string {
  return [...parameters.map((each) => `${String(each.rest)} ${String(each.optional)} ${each.type ?? ''}`), type].join('\n');
}

/** All signatures of one name that others can call. */
function groupOf({ file, symbol }: SymbolAt): readonly SymbolFact[] {
  return file.facts ? (signaturesOf(file.facts, symbol.name).get(groupKey(symbol)) ?? []) : [];
}

const signaturesOf = rememberedByName((facts: FileFacts, name) =>
  groupBy(
    symbolsNamed(facts, name).filter(({ visibility, parameters }) => visibility !== 'private' && parameters !== undefined),
    groupKey,
  ),
);

function groupKey({ kind, parent, modifiers }: SymbolFact): string {
  return [kind, parent, ...['static', 'getter', 'setter'].filter((each) => modifiers.includes(each))].join(' ');
}
