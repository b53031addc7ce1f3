import type { Notice } from '../../base/notice.ts';
import type { Side } from '../../change/change-set.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractComparison, ContractSurroundings } from '../contract-kind.ts';
import { isRemote, remoteReference } from '../document/remote-reference.ts';
import { compareFiles, type FilePair } from './compare.ts';
import { readImported } from './imported.ts';
import type { ProtoFile } from './model.ts';
import { pairMoved } from './pairing.ts';
import { parseProto } from './parse.ts';
import { sideOf } from './side.ts';
import { ProtoSyntaxError } from './tokens.ts';

/** Characters. No file that a person wrote or a tool made for a contract is longer. */
const longest = 10_000_000;

/** Compares all changed `.proto` files together. */
export async function compareProtobuf(changed: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<ContractComparison> {
  const notices: Notice[] = [];
  const unread: SourceFile[] = [];
  const pairs = pairMoved(changed).flatMap((pair): FilePair[] => {
    const [base, head] = [pair.base, pair.head].map((file) => file && read(file, notices, unread));
    const isWhole = (pair.base === undefined) === (base === undefined) && (pair.head === undefined) === (head === undefined);
    return isWhole ? [{ ...(base && { base }), ...(head && { head }) }] : [];
  });
  const files = (side: Side) => pairs.flatMap((pair) => pair[side] ?? []);
  const sides = await Promise.all(
    (['base', 'head'] as const).map(async (side) => sideOf(files(side), await readImported(side, files(side), surroundings.read))),
  );
  const [base, head] = sides;
  notices.push(
    ...files('head').flatMap(({ source, imports }) => imports.filter(isRemote).map((path) => remoteReference(source.path, path))),
  );
  const hidden = unread.filter(({ side }) => side === 'head').map(({ text }) => text);
  const changes = base && head ? compareFiles(pairs, base, head, (name) => hidden.some((text) => text.includes(name))) : [];
  return { changes, notices };
}

function read(file: SourceFile, notices: Notice[], unread: SourceFile[]): ProtoFile | undefined {
  try {
    if (file.text.length <= longest) return parseProto(file);
    notices.push(notRead(file, `it has more than ${longest} characters`));
  } catch (error) {
    if (!(error instanceof ProtoSyntaxError)) throw error;
    notices.push(notRead(file, `line ${file.lines.position(error.offset).line}: ${error.message}`));
  }
  unread.push(file);
  return undefined;
}

function notRead({ path, side }: SourceFile, reason: string): Notice {
  return {
    id: 'contract-not-read',
    message: `\`${path}\` at ${side} could not be read as Protocol Buffers, so it was not compared: ${reason}.`,
    remedy: 'Correct the file, then check again.',
    path,
    incomplete: true,
  };
}
