import type { Notice } from '../../base/notice.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { LineIndex } from '../../base/line-index.ts';
import { codeFacts } from './code/code-facts.ts';
import { compareVersions, isChangelogDocument, migrationPlace, type MigrationPlace } from './migration-place.ts';
import { labelOf, longestMigration, migrationUnits, type MigrationUnit } from './migration-units.ts';
import { SchemaState } from './schema-state.ts';

/** The migrations that were there before. */
export interface BaseHistory {
  readonly migrations: readonly { readonly path: string; readonly place: MigrationPlace; readonly label: string }[];
  readonly schema: SchemaState;
  /** Whether all of them were read, and there were any. */
  readonly isKnown: boolean;
  readonly notices: readonly Notice[];
}

/** More files than this, or more text, are not read: what columns were like is then partly unknown. */
const mostFiles = 1500;
const mostText = 10_000_000;

type Surroundings = Pick<ContractSurroundings, 'read' | 'code' | 'paths'>;

/** What tables are like at head, by the migrations of these folders. */
export async function headSchema(folders: readonly string[], { read, code, paths }: Surroundings): Promise<SchemaState> {
  const places = (await paths('head')).flatMap((path) => {
    const place = migrationPlace(path, '');
    return place && !place.isDown && folders.includes(place.folder) ? [{ path, place }] : [];
  });
  const forward = places.sort((a, b) => order(a, b)).slice(-mostFiles);
  const texts = await read(
    'head',
    forward.map(({ path }) => path),
  );
  const facts = await codeFacts('head', texts, code);
  const schema = new SchemaState();
  for (const { path, place } of forward) {
    const text = texts.get(path) ?? '';
    for (const { actions } of migrationUnits(bareFile(path, text), migrationPlace(path, text) ?? place, facts.get(path)))
      for (const action of actions) schema.apply(action);
  }
  return schema;
}

/** Reads the histories (folders) that a change adds to, and runs them in mind to know what tables are like. */
export async function baseHistory(touched: readonly MigrationUnit[], { read, code, paths }: Surroundings): Promise<BaseHistory> {
  const folders = new Set(touched.map(({ place }) => place.folder));
  const known = new Map(touched.map(({ file, place }) => [file.path, place]));
  const migrations = (await paths('base')).flatMap((path) => {
    const place = known.get(path) ?? migrationPlace(path, '') ?? changelogPlace(path, touched);
    return place && folders.has(place.folder) ? [{ path, place, label: labelOf(path) }] : [];
  });
  const forward = migrations.filter(({ place }) => !place.isDown).sort((a, b) => order(a, b));
  const texts = await read(
    'base',
    forward.slice(-mostFiles).map(({ path }) => path),
  );
  const facts = await codeFacts('base', texts, code);
  const schema = new SchemaState();
  let total = 0;
  for (const { path, place } of forward) {
    const text = texts.get(path);
    total += text?.length ?? 0;
    if (text === undefined || total > mostText) continue;
    if (!isMigrationText(path, text)) continue;
    for (const { actions } of migrationUnits(bareFile(path, text), migrationPlace(path, text) ?? place, facts.get(path)))
      for (const action of actions) schema.apply(action);
  }
  schema.settle();
  const isWhole = forward.length <= mostFiles && total <= mostText && [...texts.values()].every(({ length }) => length <= longestMigration);
  return { migrations, schema, isKnown: isWhole && !schema.isEmpty, notices: isWhole ? [] : [tooMuch(folders)] };
}

function isMigrationText(path: string, text: string): boolean {
  return /\.(?:sql|rb|java|[cm]?[jt]s)$/.test(path) || isChangelogDocument(path, text);
}

/** Beside a changelog that is a document others may lie, which only their text tells. */
function changelogPlace(path: string, touched: readonly MigrationUnit[]): MigrationPlace | undefined {
  if (!/\.(?:xml|ya?ml|json)$/.test(path)) return undefined;
  const ending = path.slice(path.lastIndexOf('.'));
  return touched.find(({ place, file }) => place.tool === 'liquibase' && file.path.endsWith(ending) && path.startsWith(`${place.folder}/`))
    ?.place;
}

export function order(
  a: { readonly path: string; readonly place: MigrationPlace },
  b: { readonly path: string; readonly place: MigrationPlace },
): number {
  const [one, other] = [a.place.version, b.place.version];
  if (one !== undefined && other !== undefined) return compareVersions(one, other) || compareText(a.path, b.path);
  return one === undefined && other === undefined ? compareText(a.path, b.path) : one === undefined ? 1 : -1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function bareFile(path: string, text: string): SourceFile {
  return {
    side: 'base',
    path,
    text,
    lines: new LineIndex(/\.(?:sql|rb|java|[cm]?[jt]s)$/.test(path) ? '' : text),
    role: 'production',
    touched: [],
    secrets: [],
  };
}

function tooMuch(folders: ReadonlySet<string>): Notice {
  return {
    id: 'migrations-partly-read',
    message: `The migrations in ${[...folders].map((folder) => `\`${folder}\``).join(', ')} are too many or too long to read them all: what columns were like before is partly unknown.`,
    remedy: 'Squash old migrations, or move data out of them.',
    incomplete: false,
  };
}
