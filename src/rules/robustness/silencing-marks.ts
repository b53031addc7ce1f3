import { shortened } from '../../base/shortened.ts';
import type { TextRange } from '../../base/text-range.ts';
import { contains } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { foldedText, stringsIn, visitsOf } from '../../code/walk.ts';
import { codeIn } from '../code-in-file.ts';

/** A place where a checker is told to be silent. */
export interface Silencing {
  readonly range: TextRange;
  /** Completes "… keeps": what is no longer checked. */
  readonly what: string;
  /** As written, in short. */
  readonly mark: string;
  /** It gives its reason, or silences one rule in one place. */
  readonly explained: boolean;
}

/** A branch that no test can reach, in one place: nothing but a number is kept from being asked for. */
const coverageMark = /^\s*(?:istanbul|c8|v8) ignore (?:next|if|else)\b/;

const directives: readonly (readonly [RegExp, string])[] = [
  [coverageMark, 'a checker from looking at what follows'],
  [/^\s*@ts-nocheck\b/, 'the compiler from checking the types of the whole file'],
  [/^\s*@ts-ignore\b/, 'the compiler from checking the next line'],
  [/^\s*eslint-disable(?!-next-line|-line)\b/, 'ESLint from checking all that follows'],
  [/^\s*eslint-disable-(next-line|line)\b/, 'ESLint from checking a line'],
  [/^\s*(biome|oxlint|tslint|jshint|istanbul|c8|v8)[- :](ignore|disable)/, 'a checker from looking at what follows'],
  [/^\s*NOSONAR\b/, 'Sonar from checking a line'],
  [/^\s*(CHECKSTYLE:OFF|CSOFF|CPD-OFF|NOPMD)\b/, 'a checker from looking at what follows'],
];

/** Comments, annotations and casts that silence a checker, in what was read of the file. */
export function* silencingsIn(file: SourceFile): Generator<Silencing> {
  for (const { text, range } of file.facts?.comments ?? []) {
    const found = directives.find(([words]) => words.test(text));
    if (found) yield { range, what: found[1], mark: short(text.trim()), explained: hasReason(text) || isNarrow(text) };
  }
  yield* suppressingAnnotations(file);
  if (file.facts?.language === 'typescript') yield* castsToAny(file);
}

function* suppressingAnnotations(file: SourceFile): Generator<Silencing> {
  for (const symbol of file.facts?.symbols ?? []) {
    for (const annotation of [...symbol.annotations, ...(symbol.parameters ?? []).flatMap((each) => each.annotations)]) {
      if (!/^(SuppressWarnings|SuppressFBWarnings|SneakyThrows)$/.test(annotation.name)) continue;
      const names = stringsIn(annotation.arguments.map(({ value }) => value)).map(({ value }) => value);
      if (names.length > 0 && names.every((name) => harmless.has(name))) continue;
      const what =
        annotation.name === 'SneakyThrows'
          ? 'the compiler from asking who handles the exceptions'
          : `warnings${names.length > 0 ? ` of ${names.join(', ')}` : ''} from being seen`;
      yield {
        range: annotation.range,
        what,
        mark: short(foldedText(file.text, annotation.range)),
        // It is about one method, and says which check it is.
        explained:
          annotation.name === 'SneakyThrows' ||
          (names.length > 0 && !names.some((name) => wide.test(name))) ||
          /justification|reason/.test(foldedText(file.text, annotation.range)),
      };
    }
  }
}

/** What is about security, or about everything, is more than a matter of style. */
const wide = /^(all|null)$|security|secur|injection|S2068|S2076|S2077|S3649|S4423|S4830|S5131|S5144|findsecbugs|InsecureCipher/i;

/** `eslint-disable-next-line no-console`: one rule that is not about security, on one line. */
function isNarrow(text: string): boolean {
  return (
    coverageMark.test(text) ||
    (/^\s*eslint-disable-(next-line|line)\s+[@\w]/.test(text) &&
      !/security|no-eval|no-implied-eval|no-new-func|no-script-url|no-unsanitized|xss|csrf|no-floating-promises|no-misused-promises/.test(
        text,
      ))
  );
}

/** Warnings that Java itself makes hard to heed. */
const harmless: ReadonlySet<string> = new Set([
  'unchecked',
  'rawtypes',
  'serial',
  'unused',
  'deprecation',
  'removal',
  'varargs',
  'this-escape',
  'preview',
  'InconsistentCapitalization',
]);

function* castsToAny(file: SourceFile): Generator<Silencing> {
  for (const { code } of codeIn(file)) {
    for (const { node } of visitsOf(code, 'cast')) {
      if (node.type === 'any')
        yield {
          range: node.range,
          what: 'the compiler from checking what is done with the value',
          mark: short(foldedText(file.text, node.range)),
          explained: isExplained(file, node.range),
        };
    }
  }
}

/** A comment on the same line or the line before. */
function isExplained(file: SourceFile, range: TextRange): boolean {
  const { line } = file.lines.position(range.start);
  const around = { start: file.lines.lineRange(Math.max(1, line - 1)).start, end: file.lines.lineRange(line).end };
  return (file.facts?.comments ?? []).some((comment) => contains(around, comment.range));
}

/** `-- why`, `: why`, or some words behind the directive. */
function hasReason(text: string): boolean {
  return /--\s{0,20}\S{1,200}\s{1,20}\S/.test(text) || /(@ts-\w+|NOSONAR|NOPMD|ignore)\b[\s:,-]+\p{L}+\s+\p{L}+/u.test(text);
}

function short(text: string): string {
  const folded = text.replace(/\s+/g, ' ').replaceAll('`', "'");
  return shortened(folded, 60);
}
