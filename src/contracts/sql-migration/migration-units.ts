import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { member, shownRange } from '../../code/document-node.ts';
import type { FileFacts } from '../../code/facts.ts';
import { codeMigrationActions, codeRunsInTransaction, codeWayBack, hasEmptyDown, isCodeMigration } from './code/code-migrations.ts';
import { dialectOf } from './dialect.ts';
import { changesetActions, changesetContents, changesetNodes } from './liquibase-documents.ts';
import { said } from './liquibase-node.ts';
import type { MigrationPlace } from './migration-place.ts';
import { railsActions, railsRunsInTransaction, railsWayBack } from './rails.ts';
import { readSql } from './read-sql.ts';
import type { SchemaAction } from './schema-action.ts';
import { sqlTokens, type Dialect } from './sql-tokens.ts';

/** What a tool runs once and remembers: a file, or a changeset of Liquibase. */
export interface MigrationUnit {
  /** The same at both sides: the file's path, or the changeset's author and id. */
  readonly key: string;
  /** For messages, e.g. `V2__add_email.sql`. */
  readonly label: string;
  readonly place: MigrationPlace;
  readonly file: SourceFile;
  readonly range: TextRange;
  readonly dialect: Dialect;
  /** The SQL in it that is run forwards; none where it is written in another language. */
  readonly scripts: readonly TextRange[];
  readonly actions: readonly SchemaAction[];
  /** What undoes it, where the same file says so: it tells what was there before. */
  readonly wayBack: readonly SchemaAction[];
  /** What its checksum is made of, where that is not its text. */
  readonly contents?: string;
  /** Whether the tool, without a word in the file, runs all of it in one transaction. */
  readonly inTransaction: boolean;
  readonly repeatable: boolean;
  /** Whether the unit says that other contents are fine (`validCheckSum`). */
  readonly allowsEdits: boolean;
  /** Whether the format has a place for the way back, and it is empty. */
  readonly lacksDown: boolean;
}

/** The text of a migration longer than this is data, not a schema. */
export const longestMigration = 2_000_000;

/** The units of a file. Of one that is written in code nothing is known but that it is there, unless all of its facts are given. */
export function migrationUnits(file: SourceFile, place: MigrationPlace, facts?: FileFacts): readonly MigrationUnit[] {
  if (file.text.length > longestMigration) return [];
  const label = labelOf(file.path);
  const whole = { start: 0, end: file.text.length };
  const common = { key: file.path, label, place, file, range: whole, repeatable: place.repeatable, allowsEdits: false, lacksDown: false };
  if (place.tool === 'rails') {
    return [
      {
        ...common,
        dialect: 'postgresql',
        scripts: [],
        actions: railsActions(file.text),
        wayBack: railsWayBack(file.text),
        inTransaction: railsRunsInTransaction(file.text),
      },
    ];
  }
  const dialect = dialectOf(file.path, file.text);
  if (place.tool === 'code') return isCodeMigration(file.path, file.text) ? [codeUnit(common, dialect, facts)] : [];
  if (place.tool === 'liquibase') return file.path.endsWith('.sql') ? changesets(file, place, dialect) : documentUnits(file, place);
  const { up, down, transactional } = sections(file.text);
  const actions = up.flatMap((range) => readSql(file.text, dialect, range));
  return [
    {
      ...common,
      dialect,
      scripts: up,
      actions,
      wayBack: down ? readSql(file.text, dialect, down) : [],
      inTransaction: transactional,
      lacksDown: down !== undefined && sqlTokens(file.text, dialect, down.start, down.end).length === 0,
    },
  ];
}

type CommonUnit = Omit<MigrationUnit, 'dialect' | 'scripts' | 'actions' | 'wayBack' | 'inTransaction'>;

function codeUnit(common: CommonUnit, dialect: Dialect, facts: FileFacts | undefined): MigrationUnit {
  const actions = facts ? codeMigrationActions(facts, dialect) : [];
  return {
    ...common,
    dialect,
    scripts: [],
    actions,
    wayBack: facts ? codeWayBack(facts, dialect) : [],
    inTransaction: codeRunsInTransaction(common.file.text),
    lacksDown: facts !== undefined && actions.length > 0 && hasEmptyDown(facts),
  };
}

/** What a migration is called in messages: its file, or its folder where each has one of its own. */
export function labelOf(path: string): string {
  const parts = path.split('/');
  return /^(?:migration|up)\.sql$/.test(parts.at(-1) ?? '') ? parts.slice(-2).join('/') : (parts.at(-1) ?? path);
}

const marker =
  /^[ \t]*(?:--|#)[ \t]*(?:(\+(?:goose|migrate)[ \t]+up|migrate:up|up migration|--- *!ups)|(\+(?:goose|migrate)[ \t]+down|migrate:down|down migration|--- *!downs|\/\/[ \t]*@undo))([^\n]*)$/gim;

interface Sections {
  readonly up: readonly TextRange[];
  /** Present where the file has sections; empty where the way back is missing. */
  readonly down?: TextRange;
  readonly transactional: boolean;
}

/** goose, sql-migrate, dbmate, node-pg-migrate, Play and MyBatis keep both ways in one file. */
function sections(text: string): Sections {
  const marks = [...text.matchAll(marker)];
  if (marks.length === 0) return { up: [{ start: 0, end: text.length }], transactional: false };
  const ranges = marks.map((mark, index) => ({
    isUp: mark[1] !== undefined,
    start: mark.index + mark[0].length,
    end: marks[index + 1]?.index ?? text.length,
  }));
  const [first] = marks;
  const up =
    first?.[1] === undefined
      ? [{ start: 0, end: first?.index ?? 0 }, ...ranges.filter(({ isUp }) => isUp)]
      : ranges.filter(({ isUp }) => isUp);
  const optedOut = /\+goose[ \t]+no[ \t]+transaction|notransaction|transaction:[ \t]*false/i.test(text.slice(0, 20_000));
  return { up, down: ranges.find(({ isUp }) => !isUp) ?? { start: text.length, end: text.length }, transactional: !optedOut };
}

/** Liquibase knows a changeset by its file, too: ids are often plain numbers. */
function documentUnits(file: SourceFile, place: MigrationPlace): readonly MigrationUnit[] {
  // What Liquibase calls so is the same for all databases.
  const dialect = dialectOf(file.path, file.text.replaceAll(/autoIncrement\b/g, ''));
  return changesetNodes(file).map((changeset): MigrationUnit => {
    const { author, id, node } = changeset;
    return {
      key: `${file.path} ${author}:${id}`,
      label: `changeset ${author}:${id}`,
      place,
      file,
      range: shownRange(node),
      dialect,
      scripts: [],
      actions: changesetActions(changeset, dialect),
      wayBack: [],
      contents: changesetContents(changeset),
      inTransaction: said(node, 'runInTransaction') !== 'false',
      repeatable: said(node, 'runOnChange') === 'true' || said(node, 'runAlways') === 'true',
      allowsEdits: member(node, 'validCheckSum') !== undefined,
      lacksDown: false,
    };
  });
}

const changeset = /^[ \t]*--[ \t]*changeset[ \t]+([^\s:]+):(\S+)([^\n]*)/gim;

function changesets(file: SourceFile, place: MigrationPlace, dialect: Dialect): readonly MigrationUnit[] {
  const { text } = file;
  const marks = [...text.matchAll(changeset)];
  return marks.map((mark, index) => {
    const range = { start: mark.index, end: marks[index + 1]?.index ?? text.length };
    const attributes = (mark[3] ?? '').toLowerCase();
    const body = text.slice(range.start, range.end);
    return {
      key: `${mark[1] ?? ''}:${mark[2] ?? ''}`,
      label: `changeset ${mark[1] ?? ''}:${mark[2] ?? ''}`,
      place,
      file,
      range,
      dialect,
      scripts: [range],
      actions: readSql(text, dialect, range),
      wayBack: [],
      inTransaction: !/runintransaction:\s*"?false/.test(attributes),
      repeatable: /run(?:onchange|always):\s*"?true/.test(attributes),
      allowsEdits: /^[ \t]*--[ \t]*validchecksum/im.test(body),
      lacksDown: false,
    };
  });
}
