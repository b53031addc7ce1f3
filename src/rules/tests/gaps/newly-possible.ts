import type { CodeChange, SymbolChange } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { visitsOf } from '../../../code/walk.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { typeInTest, type CallSite } from './call-sites.ts';
import { overloadsOf } from './called-function.ts';
import { sitesOf, type Reach } from './reach.ts';
import type { TestCase } from './test-index.ts';

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

/** Whether older tests of Java do what did not compile before the change: they were written for it. */
export function isDoneByOldTests({ symbols }: CodeChange, old: readonly TestCase[], reach: Reach): boolean {
  return symbols.some((each) => {
    if (each.kind !== 'paired' || !each.declarationChanged || !isOfJavasProduct(each)) return false;
    if (each.head.symbol.kind === 'field') return isOpened(each) && old.some((test) => readsField(test, each));
    return reach
      .linkedTo(each.head)
      .some(({ test, link }) => link === 'call' && !test.touched && sitesOf(test, each.head).some((site) => isNewlyPossible(each, site)));
  });
}

function isOfJavasProduct({ base, head }: Paired): boolean {
  return head.file.role === 'production' && head.file.facts?.language === 'java' && base.file.facts?.language === 'java';
}

function isNewlyPossible(each: Paired, site: CallSite): boolean {
  const { base, head } = each;
  if (base.symbol.name !== head.symbol.name && base.symbol.kind !== 'constructor') return false;
  const asMany = base.file.facts ? overloadsOf(base.symbol, base.file.facts, site.node.arguments.length) : [];
  if (asMany.length > 0) return false;
  return isOpened(each) || takesOther(base.symbol, site) || (base.symbol.type === 'void' && head.symbol.type !== 'void' && isUsed(site));
}

/** What only its own type could use before. */
function isOpened({ base, head }: Paired): boolean {
  return base.symbol.visibility === 'private' && head.symbol.visibility !== 'private';
}

/** More or fewer arguments than any of that name took. */
function takesOther({ parameters }: SymbolFact, { node }: CallSite): boolean {
  return parameters !== undefined && !parameters.some(({ rest }) => rest) && parameters.length !== node.arguments.length;
}

/** Whether something is done with what a call gives. */
function isUsed({ node, within }: CallSite): boolean {
  const found = [...visitsOf(within.code, 'call')].find((visited) => visited.node === node);
  return /^(?:call|member|variable|assignment|binary|unary|conditional)$/.test(found?.parent?.node.kind ?? '');
}

/** On what is known to be of the field's type. */
function readsField({ codes }: TestCase, { head: { file, symbol } }: Paired): boolean {
  const owner = file.facts && enclosing(symbol, file.facts)[0]?.name;
  return codes.some((code) =>
    visitsOf(code.code, 'member').some(({ node }) => {
      if (node.name !== symbol.name) return false;
      const type = node.object.kind === 'name' && node.object.name === owner ? owner : typeInTest(node.object, code);
      return type !== undefined && simpleTypeName(type) === owner;
    }),
  );
}
