import type { SourceFile } from '../../../code/code-change.ts';
import type { Call } from '../../../code/expression.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { visitsOf, type CodeNode } from '../../../code/walk.ts';
import { codeIn } from '../../code-in-file.ts';
import type { WrittenSql } from './written-sql.ts';

/** How a library has parameters written. */
export type Style = 'numbered' | 'question' | 'named' | 'replacements' | 'template';

/** How parameters are written depends on the library; unknown ones get no fix. */
export function styleOf({ call, written }: WrittenSql, { file, code }: Scope): Style | undefined {
  if (!isScript(file)) {
    if (/^create\w*Query$/.test(call.name)) return 'named';
    const receiver = call.receiver?.kind === 'name' || call.receiver?.kind === 'member' ? call.receiver.name : '';
    return /jdbc(Template|Operations)?$/i.test(receiver) && /^(query\w*|update)$/.test(call.name) ? 'question' : undefined;
  }
  const sources = (file.facts?.imports ?? []).map((each) => each.source);
  const isFrom = (pattern: RegExp): boolean => sources.some((each) => pattern.test(each));
  if (/^\$(?:query|execute)RawUnsafe$/.test(call.name)) return call.arguments.length === 1 && !written.variable ? 'template' : undefined;
  if (call.name === 'query' && isFrom(/^sequelize(?:-typescript)?$/)) return takesReplacements(call) ? 'replacements' : undefined;
  if (call.arguments.length > 1 || !/^(query|execute|all|get|run|raw|whereRaw|havingRaw)$/.test(call.name)) return undefined;
  if (/[rR]aw$/.test(call.name)) return isFrom(/^knex/) ? 'question' : undefined;
  if (call.name === 'query' && isFrom(/^(?:typeorm|@nestjs\/typeorm)$/)) return markersOf(dataSourceTypes(file, code));
  if (sources.some((each) => /^(pg|pg-promise|@neondatabase\/serverless|@vercel\/postgres)$/.test(each))) return 'numbered';
  return sources.some((each) => /^(mysql2?|mysql2\/promise|mariadb|sqlite3|sqlite)$/.test(each)) ? 'question' : undefined;
}

/** How TypeORM hands parameters on is up to the database, which the file names where it sets up its data source. */
function dataSourceTypes(file: SourceFile, own: readonly CodeNode[]): readonly string[] {
  const everywhere = [own, ...codeIn(file).map(({ code }) => code)];
  const objects = everywhere.flatMap((code) => visitsOf(code, 'object')).map(({ node }) => node.properties);
  const settings = objects.filter((properties) => properties.some(({ key }) => /^(?:entities|database|host|url|synchronize)$/.test(key)));
  return settings.flatMap((properties) =>
    properties.flatMap(({ key, value }) => (key === 'type' && value.kind === 'string' ? [value.value] : [])),
  );
}

function markersOf(types: readonly string[]): Style | undefined {
  const styles = new Set(types.map((type) => markers.get(type)));
  const [style] = styles;
  return styles.size === 1 ? style : undefined;
}

const markers: ReadonlyMap<string, Style> = new Map([
  ['postgres', 'numbered'],
  ['cockroachdb', 'numbered'],
  ['aurora-postgres', 'numbered'],
  ['mysql', 'question'],
  ['mariadb', 'question'],
  ['aurora-mysql', 'question'],
  ['sqlite', 'question'],
  ['better-sqlite3', 'question'],
]);

/** No options, or some that are written out and bring no values of their own. */
function takesReplacements({ arguments: [, options, ...more] }: Call): boolean {
  if (!options) return true;
  return (
    more.length === 0 &&
    options.kind === 'object' &&
    options.properties.length > 0 &&
    options.properties.every(({ key }) => !/^(?:replacements|bind|\.\.\.|)$/.test(key))
  );
}

/** Whether a file is of TypeScript or JavaScript. */
export function isScript(file: SourceFile): boolean {
  return file.facts?.language !== 'java';
}
