import type { Notice } from '../base/notice.ts';
import { remembered } from '../base/remembered.ts';
import type { ChangeSet, TreeReader } from '../change/change-set.ts';
import { isReadWhole } from '../code/read-sides.ts';
import type { ChangedFile } from '../code/code-change.ts';
import type { ContractChange } from '../code/contract-change.ts';
import type { ContractKind, ContractSurroundings } from '../contracts/contract-kind.ts';
import { contractKinds } from '../contracts/contract-kinds.ts';
import { compareAgreement } from '../contracts/agreement/compare-agreement.ts';
import { compareSurface } from '../contracts/surface/compare-surface.ts';
import type { Keep } from './kept-results.ts';
import type { WholeFiles } from './whole-files.ts';

export interface ComparedContracts {
  readonly contracts: readonly ContractChange[];
  readonly notices: readonly Notice[];
}

export const noContracts: ComparedContracts = { contracts: [], notices: [] };

/** Documents that only tests read are nobody's contract. */
const isOfTests = /(?:^|\/)(?:src\/(?:test|it|[a-z]+Test|testFixtures)|__tests__|__fixtures__|testdata|tests?\/(?:fixtures|resources))\//;

/** Compares the interface files of a change, kind by kind. */
export async function compareContracts(
  all: readonly ChangedFile[],
  now: Date,
  whole: WholeFiles,
  keep: Keep,
  kinds = contractKinds,
): Promise<ComparedContracts> {
  const files = all.filter((file) => isReadWhole(file) && !isOfTests.test(file.path));
  // A file belongs to the first kind that knows one of its sides.
  const kindOf = new Map(files.map((file) => [file, kindOfFile(file, kinds)]));
  const others = files.filter((file) => !isCode(file) && !kindOf.get(file));
  const compared = await Promise.all(
    kinds.map((kind) => {
      const own = files.filter((file) => kindOf.get(file) === kind);
      return keep(`${kind.id} contracts`, [kind, ...own, 'others', ...others], (trees) =>
        compareKind(kind, own, surroundingsOf(trees, others, now, whole)),
      );
    }),
  );
  return { contracts: compared.flatMap(({ changes }) => changes), notices: compared.flatMap(({ notices }) => notices) };
}

/** Compares what the code of a change promises to those who call, configure and start the product. */
export async function compareProductSurface(
  { trees }: ChangeSet,
  files: readonly ChangedFile[],
  now: Date,
  whole: WholeFiles,
): Promise<readonly ContractChange[]> {
  const surroundings = surroundingsOf(trees, [], now, whole);
  const compared = await Promise.all([compareSurface(files, surroundings), compareAgreement(files, surroundings)]);
  return compared.flat();
}

function surroundingsOf(trees: ChangeSet['trees'], others: readonly ChangedFile[], now: Date, whole: WholeFiles): ContractSurroundings {
  return {
    read: (side, paths) => readTexts(trees[side], paths),
    code: async (side, paths) => whole.read([...(await trees[side].read(paths)).values()], side),
    paths: (side) => trees[side].paths(),
    grep: (side, ...search) => trees[side].grep(...search),
    others,
    today: now.toISOString().slice(0, 10),
  };
}

const kindOfFile = remembered((file: ChangedFile, kinds: readonly ContractKind[]) => kinds.find((kind) => isOf(kind, file)));

function isOf(kind: ContractKind, { base, head }: ChangedFile): boolean {
  return [base, head].some(
    (side) => side && (side.facts ? kind.recognisesCode?.(side.path, side.text) : kind.recognises(side.path, side.text)),
  );
}

function isCode({ base, head }: ChangedFile): boolean {
  return (head ?? base)?.facts !== undefined;
}

function mayBePartOf(kind: ContractKind, { base, head }: ChangedFile): boolean {
  return [base, head].some((side) => side && kind.mayBePart?.(side.path, side.text));
}

async function compareKind(kind: ContractKind, files: readonly ChangedFile[], surroundings: ContractSurroundings) {
  if (files.length === 0 && !surroundings.others.some((file) => mayBePartOf(kind, file))) return { changes: [], notices: [] };
  try {
    const compare = await kind.load();
    return await compare(files, surroundings);
  } catch (error) {
    return { changes: [], notices: [notCompared(kind, files, error)] };
  }
}

function notCompared(kind: ContractKind, files: readonly ChangedFile[], error: unknown): Notice {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    id: 'contract-not-compared',
    message: `The ${kind.name} files of the change (${files
      .map(({ path }) => path)
      .slice(0, 3)
      .join(', ')}) could not be compared: ${reason}`,
    remedy: 'Please report this with the two versions of the file.',
    incomplete: true,
  };
}

async function readTexts(tree: TreeReader, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const snapshots = await tree.read(paths);
  return new Map([...snapshots].flatMap(([path, { text }]) => (text === undefined ? [] : [[path, text]])));
}
