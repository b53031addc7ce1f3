import type ts from 'typescript';
import type { TypeScript } from './typescript-module.ts';
import { holdsUnknown } from './unknown-parts.ts';

/** What a module exports, or a member of it, as one side has it. */
export interface Exported {
  readonly symbol: ts.Symbol;
  readonly at: ts.SourceFile;
  /** Of a member: what it is in. */
  readonly owner?: ts.Symbol | undefined;
}

/** Asks one checker about the exports of modules that it has read. */
export class TypeComparison {
  readonly #ts: TypeScript;
  readonly #checker: ts.TypeChecker;

  constructor(typescript: TypeScript, checker: ts.TypeChecker) {
    this.#ts = typescript;
    this.#checker = checker;
  }

  /** The symbol that names say; undefined where there is none, or it is not known what it is. */
  find(at: ts.SourceFile | undefined, [name, member]: readonly string[]): Exported | undefined {
    const module = at && this.#checker.getSymbolAtLocation(at);
    const found = module && this.#checker.getExportsOfModule(module).find((each) => each.name === name);
    const symbol = found && this.#resolved(found);
    if (!at || !symbol) return undefined;
    if (member === undefined) return { symbol, at };
    const inner = this.#checker.getDeclaredTypeOfSymbol(symbol).getProperty(member);
    return inner && { symbol: inner, at, owner: symbol };
  }

  #resolved(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & this.#ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Whether the new can be used as the old was; undefined where types are missing, or only the compiler's names for them differ. */
  fits(old: Exported, now: Exported): boolean | undefined {
    const { SymbolFlags } = this.#ts;
    const isType = !old.owner && (old.symbol.flags & (SymbolFlags.Interface | SymbolFlags.TypeAlias)) !== 0;
    if (isType) return this.#bothWays(this.#checker.getDeclaredTypeOfSymbol(old.symbol), this.#checker.getDeclaredTypeOfSymbol(now.symbol));
    const [before, after] = [old, now].map((each) => this.#checker.getTypeOfSymbolAtLocation(each.symbol, each.at)) as [ts.Type, ts.Type];
    const [was, is] = [before.getCallSignatures(), after.getCallSignatures()];
    if (was.length > 0 || is.length > 0) return this.#calls(was, is, old, now);
    const isOpen = old.owner !== undefined && (old.owner.flags & SymbolFlags.Class) === 0;
    return isOpen ? this.#bothWays(before, after) : this.#assignable(after, before);
  }

  #bothWays(before: ts.Type, after: ts.Type): boolean | undefined {
    const answers = [this.#assignable(after, before), this.#assignable(before, after)];
    return answers.includes(undefined) ? undefined : !answers.includes(false);
  }

  /** Argument by argument: the compiler itself lets methods take less. Several signatures, and those with type parameters, are left to it. */
  #calls(was: readonly ts.Signature[], is: readonly ts.Signature[], old: Exported, now: Exported): boolean | undefined {
    const [before, after] = [was[0], is[0]];
    if (!before || !after || was.length > 1 || is.length > 1) return undefined;
    if (before.typeParameters || after.typeParameters) return undefined;
    const given = before.parameters.map((each) => this.#checker.getTypeOfSymbolAtLocation(each, old.at));
    const taken = after.parameters.map((each) => this.#checker.getTypeOfSymbolAtLocation(each, now.at));
    if (given.length !== taken.length) return undefined;
    const answers = [
      ...given.map((type, place) => this.#assignable(type, taken[place])),
      this.#assignable(after.getReturnType(), before.getReturnType()),
    ];
    return answers.includes(undefined) ? undefined : !answers.includes(false);
  }

  #assignable(from: ts.Type | undefined, to: ts.Type | undefined): boolean | undefined {
    if (!from || !to || [from, to].some((each) => holdsUnknown(each, this.#ts, this.#checker))) return undefined;
    return this.#checker.isTypeAssignableTo(from, to);
  }
}
