import { extname } from 'node:path/posix';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import type { ProtoField, ProtoMessage } from '../protobuf/model.ts';
import { filesHolding } from './files-holding.ts';

/** A message of Protocol Buffers that has fields which it had not. */
interface Grown {
  readonly message: ProtoMessage;
  readonly before: readonly ProtoField[];
  readonly added: readonly ProtoField[];
  readonly file: SourceFile;
}

/** The code that fills a message once. */
const longestChain = 6000;

/** New fields of messages that code which fills all the others leaves out. */
export async function unmappedFields(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const changed = files.filter(({ path, base, head }) => base && head && extname(path) === '.proto');
  if (changed.length === 0) return [];
  const grown = (await Promise.all(changed.map(grownMessages))).flat();
  if (grown.length === 0) return [];
  const names = grown.map(({ message }) => message.name);
  const texts = await surroundings.read('head', await filesHolding(names, ['.java', '.kt'], surroundings));
  const trees = [...texts].map(([path, text]) => unchangedFile('head', path, text));
  return grown.flatMap((each) => trees.flatMap((file) => leftOut(each, file, trees)).slice(0, 1));
}

async function grownMessages({ base, head }: ChangedFile): Promise<readonly Grown[]> {
  const { parseProto } = await import('../protobuf/parse.ts');
  const messages = (file: SourceFile | undefined): readonly ProtoMessage[] => {
    try {
      return file ? parseProto(file).types.filter((type) => type.kind === 'message') : [];
    } catch {
      // It is told where the file is compared.
      return [];
    }
  };
  const old = new Map(messages(base).map((message) => [message.fullName, message]));
  return messages(head).flatMap((message) => {
    const before = old.get(message.fullName)?.fields ?? [];
    const added = message.fields.filter(
      ({ number, name, oneof, options }) =>
        oneof === undefined && options.get('deprecated') !== 'true' && !before.some((each) => each.number === number || each.name === name),
    );
    return head && before.length > 1 && added.length > 0 ? [{ message, before, added, file: head }] : [];
  });
}

/** A chain of calls that sets every field there was, and none of the new ones, which nothing else sets either: what is set elsewhere is known. */
function leftOut({ message, before, added, file: proto }: Grown, file: SourceFile, all: readonly SourceFile[]): readonly ContractChange[] {
  const start = file.text.search(new RegExp(`\\b${message.name}\\.newBuilder\\(\\)`));
  if (start === -1) return [];
  const chain = file.text.slice(start, start + longestChain);
  const end = chain.indexOf('.build()');
  const filled = end === -1 ? chain : chain.slice(0, end);
  const isSet = (text: string, field: ProtoField): boolean =>
    new RegExp(`\\.(?:set|add|addAll|putAll|put|merge)${accessor(field)}(?:Builder|Value|Bytes)?\\s*\\(`).test(text);
  const missing = added.filter((field) => !all.some(({ text }) => isSet(text, field)));
  const [first] = missing;
  if (!first || !before.every((field) => field.oneof !== undefined || isSet(filled, field))) return [];
  const names = missing.map(({ name }) => `\`${name}\``).join(', ');
  return [
    {
      contract: 'agreement',
      change: 'field-without-mapping',
      impact: 'risky',
      message: `All fields of \`${message.name}\` are filled here but the new ${names}: those who read the message get nothing in it.`,
      element: first.fullName,
      file,
      range: { start, end: start + message.name.length },
      before: { file: proto, range: first.nameRange },
      deprecatedBefore: false,
    },
  ];
}

/** What generated Java code calls a field: `ship_note` is `ShipNote`. */
function accessor({ name }: ProtoField): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replaceAll('_', '');
}
