import type { SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, textOf, type DocumentNode, type ScalarNode } from '../../../code/document-node.ts';

export interface Instruction {
  /** In capitals. */
  readonly name: string;
  readonly node: DocumentNode;
  /** As they are written, without flags. */
  readonly arguments?: ScalarNode | undefined;
  readonly flags: DocumentNode | undefined;
}

/** From one `FROM` to the next. */
export interface Stage {
  readonly image: string;
  readonly alias?: string | undefined;
  readonly from: Instruction;
  readonly instructions: readonly Instruction[];
}

const known = new WeakMap<SourceFile, readonly Instruction[]>();

/** The instructions of a Dockerfile, in order; none of any other file. */
export function instructionsOf(file: SourceFile): readonly Instruction[] {
  const before = known.get(file);
  if (before) return before;
  const document = /[dD]ockerfile|Containerfile/.test(file.path) ? file.document : undefined;
  const read = document?.format === 'dockerfile' ? itemsOf(document.roots[0]).map(instructionOf) : [];
  known.set(file, read);
  return read;
}

function instructionOf(node: DocumentNode): Instruction {
  const given = member(node, 'arguments');
  return {
    name: textOf(member(node, 'instruction')) ?? '',
    node,
    arguments: given?.kind === 'scalar' ? given : undefined,
    flags: member(node, 'flags'),
  };
}

export function stagesOf(file: SourceFile): readonly Stage[] {
  const stages: { image: string; alias?: string | undefined; from: Instruction; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(file)) {
    const [image = '', as, alias] = String(instruction.arguments?.value ?? '').split(/\s+/);
    if (instruction.name !== 'FROM') stages.at(-1)?.instructions.push(instruction);
    else stages.push({ image, from: instruction, instructions: [], ...(as?.toLowerCase() === 'as' && { alias }) });
  }
  return stages;
}

/** The shell script of a `RUN`; undefined for the form that is a list, and for anything else. */
export function scriptOf({ name, arguments: script }: Instruction): ScalarNode | undefined {
  return name === 'RUN' && script && !String(script.value).startsWith('[') ? script : undefined;
}
