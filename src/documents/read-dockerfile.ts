import { DockerfileParser, type Instruction, type JSONInstruction } from 'dockerfile-ast';
import type { SourceFile } from '../code/code-change.ts';
import type { DocumentNode, ScalarNode } from '../code/document-node.ts';
import type { DocumentRead } from './read-document.ts';

/**
 * Reads a Dockerfile: a list of instructions, each an object with its `instruction` in capitals, its `arguments` as they are written
 * (continued lines and their backslashes included) and its `flags`.
 */
export function readDockerfile(file: SourceFile): DocumentRead {
  const items = DockerfileParser.parse(file.text)
    .getInstructions()
    .map((instruction) => nodeOf(instruction, file));
  return { roots: [{ kind: 'array', file, range: { start: 0, end: file.text.length }, items }] };
}

function nodeOf(instruction: Instruction, file: SourceFile): DocumentNode {
  const range = rangeOf(instruction.getRange(), file);
  const members = new Map<string, DocumentNode>([
    ['instruction', { ...scalarAt(rangeOf(instruction.getInstructionRange(), file), file), value: instruction.getKeyword() }],
  ]);
  const flags = 'getFlags' in instruction ? (instruction as JSONInstruction).getFlags() : [];
  const last = flags.at(-1);
  const all = instruction.getArgumentsRange();
  if (all) {
    const { start, end } = rangeOf(all, file);
    const from = last ? Math.max(start, rangeOf(last.getRange(), file).end) : start;
    const white = /^(?:\s|\\\r?\n)*/.exec(file.text.slice(from, end))?.[0].length ?? 0;
    members.set('arguments', scalarAt({ start: from + white, end }, file));
  }
  const named = flags.map((flag): [string, DocumentNode] => [
    flag.getName(),
    { ...scalarAt(rangeOf(flag.getRange(), file), file), value: flag.getValue() ?? '' },
  ]);
  if (named.length > 0) members.set('flags', { kind: 'object', file, range, members: new Map(named) });
  return { kind: 'object', file, range, members };
}

function scalarAt(range: ScalarNode['range'], file: SourceFile): ScalarNode {
  return { kind: 'scalar', file, range, value: file.text.slice(range.start, range.end) };
}

type Range = ReturnType<Instruction['getRange']>;

function rangeOf({ start, end }: Range, { lines }: SourceFile): ScalarNode['range'] {
  return {
    start: lines.offset({ line: start.line + 1, column: start.character + 1 }),
    end: lines.offset({ line: end.line + 1, column: end.character + 1 }),
  };
}
