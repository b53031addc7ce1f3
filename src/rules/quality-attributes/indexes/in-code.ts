import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { Call } from '../../../code/expression.ts';
import { callsIn, codeOf, foldedText } from '../../../code/walk.ts';
import { isMigration, type IndexChange } from './index-change.ts';

const drops = /^(?:dropIndex|dropUnique|dropUniqueConstraint|dropIndices|removeIndex|removeConstraint|deleteIndex)$/;
const makes = /^(?:createIndex|addIndex|index|unique|createUniqueConstraint|createUnique|addConstraint|createIndices)$/;

/** Migrations that are code: knex, TypeORM, Sequelize, and what Java calls on a database. */
export function indexesInCode({ symbols }: CodeChange): readonly IndexChange[] {
  return symbols.flatMap((each) => {
    if (each.kind === 'removed' || !isMigration(each.head.file.path) || /^(?:down|rollback|revert|undo)$/.test(each.head.symbol.name))
      return [];
    const before = each.kind === 'paired' ? callsOf(each.base).map(({ name }) => name) : [];
    return callsOf(each.head)
      .filter(({ name }) => !before.includes(name))
      .map((call) => changeOf(call, each.head));
  });
}

function callsOf({ symbol }: SymbolAt): readonly Call[] {
  return callsIn(codeOf(symbol)).filter(({ name, receiver }) => receiver !== undefined && (drops.test(name) || makes.test(name)));
}

function changeOf({ name, arguments: given, range }: Call, { file }: SymbolAt): IndexChange {
  const [first, last] = [given[0], given.at(-1)];
  const text = first && last ? foldedText(file.text, { start: first.range.start, end: last.range.end }).slice(0, 80) : '';
  return { made: makes.test(name), isUnique: /unique|constraint/i.test(name), name: text, file, range };
}
