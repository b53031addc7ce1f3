/** How migrations of one tool are numbered, checked and run. */
export type MigrationTool = 'flyway' | 'liquibase' | 'prisma' | 'rails' | 'golang-migrate' | 'code' | 'plain';

/** What a migration's path says about it. */
export interface MigrationPlace {
  readonly tool: MigrationTool;
  /** The folder whose migrations are one history. */
  readonly folder: string;
  /** As in the name; undefined where the tool does not order by names. */
  readonly version: string | undefined;
  /** Run again whenever it changes. */
  readonly repeatable: boolean;
  /** A step back, which runs only when somebody asks. */
  readonly isDown: boolean;
}

const flyway = /^(?:([VUB])(\d[\d._]{0,200})|R)__.+\.sql$/;
const migrationFolder = /^(?:[\w-]*[-_])?(?:migrations?|migrate|changelogs?|changesets?|evolutions)$/i;
const notDeployed = /(?:^|\/)(?:tests?|__tests__|testdata|fixtures?|node_modules|seeds?|examples?)\//i;
const leadingVersion = /^v?(\d+(?:[._-]\d+)*)(?=[._-]|$)/i;
const down = /(?:^|[._-])(?:down|undo|rollback|revert)\.sql$/i;
const rails = /(?:^|\/)db\/(?:[\w-]+\/)?[\w-]*migrate\/(\d+)_\w+\.rb$/;
/** TypeORM, knex, kysely, Sequelize, MikroORM and node-pg-migrate put the time, or a number, before or behind the name. */
const script =
  /^(?:Migration|M|m)?(\d{3,17})(?=[._-]).*\.[cm]?[jt]s$|^Migration(\d{8,17})[\w-]*\.[cm]?[jt]s$|^\w+?[-_.]?(\d{13,17})\.[cm]?[jt]s$/;
const flywayJava = /^[VB](\d[\d_]{0,200})__\w+\.java$/;
const liquibase = /^\s*--\s*liquibase\s+formatted\s+sql\b/i;

/** What kind of migration stands at a path; undefined where none does. */
export function migrationPlace(path: string, text: string): MigrationPlace | undefined {
  if (notDeployed.test(path)) return undefined;
  const slash = path.lastIndexOf('/');
  const file = path.slice(slash + 1);
  const folder = path.slice(0, Math.max(slash, 0));
  const inRails = rails.exec(path);
  if (inRails) return { tool: 'rails', folder, version: inRails[1], repeatable: false, isDown: false };
  if (isChangelogDocument(path, text)) return { tool: 'liquibase', folder, version: undefined, repeatable: false, isDown: false };
  if (!file.endsWith('.sql')) return codePlace(folder, file);
  if (liquibase.test(text.slice(0, 500))) return { tool: 'liquibase', folder, version: undefined, repeatable: false, isDown: false };
  const inFlyway = flyway.exec(file);
  if (inFlyway) return { tool: 'flyway', folder, version: inFlyway[2], repeatable: inFlyway[2] === undefined, isDown: inFlyway[1] === 'U' };
  return inMigrationFolder(folder.split('/'), file);
}

/** A migration that is written in code, by its name alone; whether it is one, its text says. */
function codePlace(folder: string, file: string): MigrationPlace | undefined {
  const java = flywayJava.exec(file)?.[1];
  const isScript = !/\.(?:d|test|spec)\.[cm]?[jt]s$/.test(file) && folder.split('/').some((each) => migrationFolder.test(each));
  const names = isScript ? script.exec(file) : null;
  const version = java ?? names?.[1] ?? names?.[2] ?? names?.[3];
  return version === undefined ? undefined : { tool: 'code', folder, version, repeatable: false, isDown: false };
}

function inMigrationFolder(folders: readonly string[], file: string): MigrationPlace | undefined {
  const own = folders.at(-1) ?? '';
  const isFolderOfOne = /^(?:migration|up|down)\.sql$/.test(file);
  const home = isFolderOfOne ? folders.slice(0, -1) : folders;
  if (!home.some((each) => migrationFolder.test(each))) return undefined;
  const version = leadingVersion.exec(isFolderOfOne ? own : file.replace(/\.sql$/, ''))?.[1];
  const tool = file === 'migration.sql' ? 'prisma' : /\.(?:up|down)\.sql$/.test(file) ? 'golang-migrate' : 'plain';
  return { tool, folder: home.join('/'), version, repeatable: false, isDown: down.test(file) };
}

/** Whether a text is a changelog of Liquibase in XML, YAML or JSON. */
export function isChangelogDocument(path: string, text: string): boolean {
  return /\.(?:xml|ya?ml|json)$/.test(path) && !notDeployed.test(path) && text.slice(0, 4000).includes('databaseChangeLog');
}

/** The file that takes a migration back, where the naming says that there is one. */
export function downPath(path: string): string | undefined {
  if (path.endsWith('.up.sql')) return path.replace(/\.up\.sql$/, '.down.sql');
  return /(?:^|\/)up\.sql$/.test(path) ? path.replace(/up\.sql$/, 'down.sql') : undefined;
}

/** Orders versions by their numbers, piece by piece: `1.10` comes after `1.9`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[._-]/).map((piece) => BigInt(piece || '0'))) as [bigint[], bigint[]];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index] ?? 0n, right[index] ?? 0n];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
