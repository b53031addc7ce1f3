import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { enclosing } from '../../code-in-file.ts';
import { mentions } from '../gaps/mentions.ts';
import { importsFrom, stemOf } from '../gaps/near.ts';
import { namesIn, type TestAt } from '../gaps/test-pairs.ts';

/** The product’s code that does something else in the change. */
const changedCode = remembered((change: CodeChange): readonly SymbolAt[] =>
  change.symbols.flatMap((each) => {
    if (each.kind === 'paired' && !each.bodyChanged && !each.declarationChanged) return [];
    const at = each.kind === 'removed' ? each.base : each.head;
    return at.file.role === 'production' ? [at] : [];
  }),
);

const settings = /\.(?:ya?ml|properties|xml|conf|toml|json|jsonc|tf|hcl)$|(?:^|\/)\.env/i;

/** What decides about requests without being code. */
const changesSettings = remembered(({ files }: CodeChange) =>
  files.some(({ path, head, base }) => (head ?? base)?.role === 'configuration' && settings.test(path)),
);

export interface TestedCode {
  /** The best known of what changed; absent where only the change as a whole is. */
  readonly name?: string;
}

/** The code of a change that a test tests; undefined where the change holds none. */
export function testedCode(change: CodeChange, test: TestAt): TestedCode | undefined {
  const code = changedCode(change);
  const called = code.find(({ symbol }) => /^(?:method|function|variable)$/.test(symbol.kind) && namesIn(test).has(symbol.name));
  const tied = called ?? code.findLast((each) => isTied(each, test.file));
  if (tied) return { name: tied.symbol.kind === 'module' ? fileName(tied.file) : shortName(tied) };
  return code.length > 0 || changesSettings(change) ? {} : undefined;
}

function isTied({ file, symbol }: SymbolAt, test: SourceFile): boolean {
  const owner = (file.facts && enclosing(symbol, file.facts).at(-1)) ?? symbol;
  if (owner.kind !== 'module' && owner.name.length > 3 && mentions(test, owner.name)) return true;
  const stem = stemOf(file.path);
  return importsFrom(test, file) || (stem.length > 3 && stemOf(test.path).includes(stem));
}

function fileName({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function shortName({ symbol, file }: SymbolAt): string {
  const [owner] = file.facts ? enclosing(symbol, file.facts) : [];
  return owner ? `${owner.name}.${symbol.name}` : symbol.name;
}
