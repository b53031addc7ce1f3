import type { SourceFile } from '../../../code/code-change.ts';
import type { Call, Concatenation, Expression } from '../../../code/expression.ts';
import type { Found } from '../../../code/flow/taint/harm-notes.ts';
import { bare, callsIn, codeOf } from '../../../code/walk.ts';
import type { Edit, FixDraft } from '../../../finding/draft.ts';

/** Starts the program of a command that is pasted together without a shell, each piece as an argument of its own. */
export function withoutShell({ symbol, place }: Found, file: SourceFile): FixDraft | undefined {
  const call = callsIn(codeOf(symbol)).find(({ range }) => range.start === place.start && range.end === place.end);
  const command = call?.arguments[0] && bare(call.arguments[0]);
  if (!call || command?.kind !== 'concatenation' || command.tag) return undefined;
  const isJava = file.facts?.language === 'java';
  const words = wordsOf(command)?.map((word) => written(word, file, isJava));
  if (!words || words.length < 2) return undefined;
  const edits = isJava ? builder(call, words, file) : program(call, command, words, file);
  return edits && { title: isJava ? 'Pass the arguments as a list' : 'Start it without a shell', safety: 'unsafe', edits };
}

type Piece = string | Expression;

/** What a shell would read as more than text. */
const special = /[|&;<>()$`*?~\\{}[\]#!\n]/;

/** The words of a command; undefined where a shell does more with it than to part it at blanks. */
function wordsOf({ parts }: Concatenation): readonly (readonly Piece[])[] | undefined {
  const words: Piece[][] = [[]];
  for (const part of parts) {
    if (part.kind !== 'string') words.at(-1)?.push(part);
    else {
      if (special.test(part.value)) return undefined;
      for (const [index, text] of part.value.split(/ +/).entries()) {
        if (index > 0) words.push([]);
        if (text !== '') words.at(-1)?.push(text);
      }
    }
  }
  const read = words.filter(({ length }) => length > 0).map(withoutQuotes);
  return typeof read[0]?.[0] === 'string' && read[0].length === 1 && read.every((word) => !word.some(isQuoted)) ? read : undefined;
}

/** `"` around a whole word holds it together, as an argument does anyway. */
function withoutQuotes(word: readonly Piece[]): readonly Piece[] {
  const [first, last] = [word[0], word.at(-1)];
  if (word.length < 3 || typeof first !== 'string' || typeof last !== 'string' || first !== last || !/^["']$/.test(first)) return word;
  return word.slice(1, -1);
}

function isQuoted(piece: Piece): boolean {
  return typeof piece === 'string' && /["']/.test(piece);
}

function written(word: readonly Piece[], file: SourceFile, isJava: boolean): string {
  const source = ({ range }: Expression): string => file.text.slice(range.start, range.end);
  const quote = isJava ? '"' : "'";
  const [only] = word;
  if (only !== undefined && word.length === 1) return typeof only === 'string' ? `${quote}${only}${quote}` : source(only);
  if (isJava) return word.map((piece) => (typeof piece === 'string' ? `"${piece}"` : source(piece))).join(' + ');
  return `\`${word.map((piece) => (typeof piece === 'string' ? piece : `\${${source(piece)}}`)).join('')}\``;
}

/** `Runtime.getRuntime().exec("cat " + name)` becomes `new ProcessBuilder("cat", name).start()`. */
function builder(call: Call, words: readonly string[], file: SourceFile): readonly Edit[] | undefined {
  if (call.name !== 'exec' || call.arguments.length !== 1) return undefined;
  return [{ file, range: call.range, newText: `new ProcessBuilder(${words.join(', ')}).start()` }];
}

/** `exec('cat ' + name)` becomes `execFile('cat', [name])`. */
function program(call: Call, command: Concatenation, words: readonly string[], file: SourceFile): readonly Edit[] | undefined {
  const [name, ...given] = words;
  const better = call.name === 'exec' ? 'execFile' : call.name === 'execSync' ? 'execFileSync' : undefined;
  const [, options] = call.arguments;
  if (better === undefined || (options?.kind === 'object' && options.properties.some(({ key }) => key === 'shell'))) return undefined;
  const imported = call.receiver ? [] : importing(call.name, better, file);
  return (
    imported && [
      ...imported,
      { file, range: call.nameRange, newText: better },
      { file, range: command.range, newText: `${name ?? ''}, [${given.join(', ')}]` },
    ]
  );
}

const childProcess =
  /(?:\bimport\s{0,5}(\{[^}]{0,500}\})\s{0,5}from\s{0,5}|\b(?:const|let|var)\s{0,5}(\{[^}]{0,500}\})\s{0,5}=\s{0,5}require\(\s{0,5})['"](?:node:)?child_process['"]/;

/** Names the other function where the module is taken in; undefined where that is not plain. */
function importing(name: string, better: string, file: SourceFile): readonly Edit[] | undefined {
  const statement = childProcess.exec(file.text);
  const names = statement?.[1] ?? statement?.[2];
  if (!statement || names === undefined) return undefined;
  if (new RegExp(`[{,\\s]${better}\\s*[,}]`).test(names)) return [];
  const at = new RegExp(`([{,\\s])${name}(?=\\s*[,}])`).exec(names);
  if (!at) return undefined;
  const start = statement.index + statement[0].indexOf(names) + at.index + (at[1]?.length ?? 0);
  const uses = file.text.split(new RegExp(`\\b${name}\\b`)).length - 1;
  return [{ file, range: { start, end: start + name.length }, newText: uses > 2 ? `${name}, ${better}` : better }];
}
