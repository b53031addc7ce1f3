import {
  CompletionItem,
  CompletionItemKind,
  Disposable,
  Hover,
  l10n,
  languages,
  MarkdownString,
  Range,
  Uri,
  workspace,
  type Position,
  type TextDocument,
} from 'vscode';
import { localised } from './localised.ts';
import { explainLink } from './finding-tooltip.ts';
import { describe, keysAt, valuesAt, type Schema } from './schema-lookup.ts';
import { yamlPosition, type YamlPosition } from './yaml-position.ts';

const selector = { pattern: '**/plumbline.yaml' };

/** Completion and hover in `plumbline.yaml`, from the schema that comes with the extension. */
export function registerStandardFile(media: Uri): Disposable {
  let schema: Promise<Schema> | undefined;
  const loaded = (): Promise<Schema> => (schema ??= readSchema(media));
  return Disposable.from(
    languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: async (document, position) => complete(await loaded(), document, position),
      },
      ':',
      ' ',
      '/',
    ),
    languages.registerHoverProvider(selector, { provideHover: async (document, position) => hover(await loaded(), document, position) }),
  );
}

async function readSchema(media: Uri): Promise<Schema> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(media, 'plumbline.schema.json')));
  return JSON.parse(text) as Schema;
}

function complete(schema: Schema, document: TextDocument, position: Position): CompletionItem[] {
  const where = locate(document, position);
  if (!where) return [];
  const range = new Range(position.line, where.start, position.line, where.end);
  const isList = where.at === 'key' && where.path.at(-1) === '[]';
  const values = where.at === 'value' || isList ? valuesAt(schema, where.path) : [];
  const keys = where.at === 'key' ? [...keysAt(schema, where.path)] : [];
  return [
    ...values.map((value) => completion(scalar(value), CompletionItemKind.EnumMember, range)),
    ...keys.map(([key]) => {
      const item = completion(scalar(key), CompletionItemKind.Property, range);
      item.insertText = where.key === undefined ? `${scalar(key)}: ` : scalar(key);
      item.documentation = documentation(schema, [...where.path, key]) ?? '';
      return item;
    }),
  ];
}

function completion(label: string, kind: CompletionItemKind, range: Range): CompletionItem {
  const item = new CompletionItem(label, kind);
  item.range = range;
  item.filterText = label;
  return item;
}

function hover(schema: Schema, document: TextDocument, position: Position): Hover | undefined {
  const where = locate(document, position);
  if (where?.key === undefined) return undefined;
  const path = where.at === 'value' ? where.path : [...where.path, where.key];
  const text = documentation(schema, path);
  return text && new Hover(text, new Range(position.line, where.start, position.line, where.end));
}

function documentation(schema: Schema, path: readonly string[]): MarkdownString | undefined {
  const { description, default: initial } = describe(schema, path);
  if (description === undefined && initial === undefined) return undefined;
  const markdown = new MarkdownString(localised(description ?? ''));
  if (initial !== undefined) markdown.appendMarkdown(`\n\n${l10n.t('Default: {0}', `\`${JSON.stringify(initial)}\``)}`);
  const name = path.at(-1) ?? '';
  if (path.at(-2) !== 'rules' || name.endsWith('*')) return markdown;
  markdown.isTrusted = { enabledCommands: ['plumbline.explainRule'] };
  return markdown.appendMarkdown(`\n\n[${l10n.t('Explain')}](${explainLink(name)})`);
}

function locate(document: TextDocument, position: Position): YamlPosition | undefined {
  return yamlPosition(document.getText().split(/\r?\n/), position.line, position.character);
}

/** A star begins an alias in YAML, so it is quoted. */
function scalar(text: string): string {
  return text.startsWith('*') ? `"${text}"` : text;
}
