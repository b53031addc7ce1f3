import type { SourceFile } from '../../../code/code-change.ts';
import type { Found } from '../../../code/flow/taint/harm-notes.ts';
import { callsIn, codeOf, visitsOf, type CodeNode, type Visited } from '../../../code/walk.ts';
import { flowsIn, type MoreRows } from './found-flows.ts';

/**
 * Paths that are joined of what a request says and handed to code of another file whose name speaks of files.
 * Where the same function hands such data to the file system itself, or looks at the path, nothing is said.
 */
export function* joinedPaths(file: SourceFile, told: readonly Found[], more: MoreRows): Generator<Found> {
  for (const found of flowsIn(file, 'joined', more).found) {
    const { start, end } = found.place;
    const join = visitsOf(codeOf(found.symbol), 'call').find(({ node }) => node.range.start === start && node.range.end === end);
    if (!join) continue;
    const { body, range } = functionAround(join, codeOf(found.symbol));
    const isTold = told.some(({ place }) => place.start >= range.start && place.end <= range.end);
    if (!isTold && !callsIn(body).some(({ name }) => looks.test(name)) && goesToFiles(join, body)) yield found;
  }
}

interface Around {
  readonly body: readonly CodeNode[];
  readonly range: { readonly start: number; readonly end: number };
}

function functionAround({ parent }: Visited, code: readonly CodeNode[]): Around {
  for (let at = parent; at; at = at.parent) if (at.node.kind === 'function') return { body: at.node.body, range: at.node.range };
  return { body: code, range: { start: code[0]?.range.start ?? 0, end: code.at(-1)?.range.end ?? 0 } };
}

const looks =
  /^(?:startsWith|relative|isAbsolute|basename|indexOf|includes|test|match|replace|replaceAll|sanitize\w*|valid\w*|is\w*(?:Inside|Safe|Valid|Path)\w*)$/;
const aboutFiles =
  /file|dir(?:ectory)?|folder|path|read|write|load|save|open|extract|unzip|stream|upload|unlink|remove|delete|copy|move|exist|stat|template|image|asset|download/i;
const onlyText = /^(?:join|resolve|dirname|extname|parse|normalize|format|toNamespacedPath|pathToFileURL|log|info|debug|warn|error|trace)$/;

function goesToFiles({ node, parent }: Visited, body: readonly CodeNode[]): boolean {
  for (let at = parent; at; at = at.parent) {
    const around = at.node;
    if (around.kind === 'call') return isAboutFiles(around.name);
    if (around.kind === 'object') {
      const property = around.properties.find(({ range }) => range.start <= node.range.start && node.range.end <= range.end);
      if (property && !aboutFiles.test(property.key)) return false;
    }
    if (around.kind === 'variable') {
      const { name } = around;
      return visitsOf(body, 'name').some(
        (use) => use.node.name === name && use.parent?.node.kind === 'call' && isAboutFiles(use.parent.node.name),
      );
    }
    if (around.kind === 'function' || around.kind === 'if') return false;
  }
  return false;
}

function isAboutFiles(name: string): boolean {
  return aboutFiles.test(name) && !onlyText.test(name);
}
