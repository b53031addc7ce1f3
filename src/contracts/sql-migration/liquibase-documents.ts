import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { itemsOf, member, membersOf, type DocumentNode, type SourceDocument } from '../../code/document-node.ts';
import { readDocument } from '../../documents/read-document.ts';
import { readXml } from '../../documents/read-xml.ts';
import { readContractDocument } from '../document/read-contract-document.ts';
import { canonical } from '../document/canonical.ts';
import { changesIn } from './liquibase-changes.ts';
import { oneOrMore, said } from './liquibase-node.ts';
import type { SchemaAction } from './schema-action.ts';
import type { Dialect } from './sql-tokens.ts';

/** One changeset of a changelog in XML, YAML or JSON. */
export interface ChangesetNode {
  readonly author: string;
  readonly id: string;
  readonly node: DocumentNode;
}

/** A changelog of Liquibase as the document that it is. */
export const changelogDocument = remembered((file: SourceFile): SourceDocument => {
  if (!file.path.endsWith('.xml')) return readContractDocument(file);
  return file.document?.format === 'xml' ? file.document : readDocument(file, 'xml', readXml);
});

/** The changesets of a changelog, in their order. Those of files that it includes stand there. */
export function changesetNodes(file: SourceFile): readonly ChangesetNode[] {
  const { roots, error } = changelogDocument(file);
  if (error) return [];
  return roots.flatMap((root) => {
    // The root of XML is the changelog itself, that of the others has it as its only member.
    const log = member(root, 'databaseChangeLog') ?? root;
    const sets = log.kind === 'array' ? log.items.flatMap((item) => member(item, 'changeSet') ?? []) : oneOrMore(member(log, 'changeSet'));
    return sets.flatMap((node): ChangesetNode[] => {
      const id = said(node, 'id');
      return id === undefined ? [] : [{ id, author: said(node, 'author') ?? '', node }];
    });
  });
}

/** What a changeset does, in the order in which it stands; the way back does nothing by itself. */
export function changesetActions({ node }: ChangesetNode, dialect: Dialect): readonly SchemaAction[] {
  const listed = itemsOf(member(node, 'changes')).flatMap((item) => membersOf(item));
  const children =
    listed.length > 0 ? listed : membersOf(node).flatMap(([name, child]) => oneOrMore(child).map((each) => [name, each] as const));
  const actions = children.flatMap(([name, child]) => changesIn(name, child, dialect));
  return actions.toSorted((a, b) => a.range.start - b.range.start);
}

const beside: ReadonlySet<string> = new Set(['rollback', 'preConditions', 'validCheckSum', 'comment']);

/**
 * What the tool makes its checksum of: neither the way back nor conditions, comments and attributes of the changeset,
 * and of SQL not how it is laid out.
 */
export function changesetContents({ node }: ChangesetNode): string {
  const isXml = member(node, '@id') !== undefined;
  const counts = (name: string): boolean =>
    isXml ? !name.startsWith('@') && !beside.has(name) : name === 'changes' || name === 'modifySql';
  return membersOf(node)
    .filter(([name]) => counts(name))
    .map(([name, child]) => `${name}:${withoutLayout(canonical(child, Infinity))}`)
    .join('\n');
}

function withoutLayout(json: string): string {
  return json.replaceAll(/(?:\\[nrt]|\s)+/g, ' ').replaceAll(/" | "/g, '"');
}
