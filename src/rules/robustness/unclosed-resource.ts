import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import { originOf } from '../../code/flow/origin.ts';
import { bare, foldedText } from '../../code/walk.ts';
import type { Edit, FindingDraft, FixDraft } from '../../finding/draft.ts';
import { codeIn, indentationAt, reference, wholeLines } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { closingOf, heldResources, isClosedWithStatement, isHandedOn, variablesIn, type HeldResource } from './resources.ts';

const java = (...body: readonly string[]): string =>
  `class Store {\n  String read(Path path) throws IOException {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

const script = (...body: readonly string[]): string =>
  `import { open } from 'node:fs/promises';\n\nexport async function read() {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

export const unclosedResource = defineFileRule({
  id: 'robustness/unclosed-resource',
  title: 'What is opened is not always closed',
  reason:
    'Files, sockets, statements and connections are few. What is left open when an exception passes is missing later, in another place: no more files can be opened, the pool is empty, a file stays locked.',
  remedy: 'Open it in the head of a `try`: it is then closed however the block is left.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [404, 772],
  sources: [
    {
      title: 'SEI CERT FIO04-J: Release resources when they are no longer needed',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/FIO04-J.+Release+resources+when+they+are+no+longer+needed',
    },
    {
      title: 'The Java Tutorials: try-with-resources',
      url: 'https://docs.oracle.com/javase/tutorial/essential/exceptions/tryResourceClose.html',
    },
  ],
  limits: 'What is returned, kept in a field or handed to other code may be closed there and is left alone.',
  examples: [
    edited(
      'a reader is closed only where nothing fails',
      'src/main/java/Store.java',
      'class Store {\n}\n',
      java('BufferedReader reader = Files.newBufferedReader(path);', 'String line = reader.readLine();', 'reader.close();', 'return line;'),
      ['3 `reader` of `read` stays open when something fails before it is closed.'],
      java('try (BufferedReader reader = Files.newBufferedReader(path)) {', 'String line = reader.readLine();', 'return line;', '}'),
    ),
    ...['src/store.ts', 'src/store.js'].flatMap((path) => [
      edited('a handle is read and left', path, '', script("const handle = await open('orders.csv');", 'return handle.readFile();'), [
        '4 `handle` of `read` is never closed.',
      ]),
      edited(
        'a handle is closed for sure',
        path,
        '',
        script(
          "const handle = await open('orders.csv');",
          'try {',
          '  return await handle.readFile();',
          '} finally {',
          '  await handle.close();',
          '}',
        ),
      ),
    ]),
    edited(
      'the try statement closes it',
      'src/main/java/Store.java',
      'class Store {\n}\n',
      java('try (BufferedReader reader = Files.newBufferedReader(path)) {', '  return reader.readLine();', '}'),
    ),
    edited(
      'it is returned',
      'src/main/java/Store.java',
      'class Store {\n}\n',
      java('BufferedReader reader = Files.newBufferedReader(path);', 'return reader;'),
    ),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' || !file.facts) return;
    if (file.facts.language !== 'java') {
      yield* unclosedHandles(file);
      return;
    }
    for (const { symbol, code } of codeIn(file)) {
      for (const held of heldResources(code)) {
        const { name, range } = held.variable;
        const isLeft = isHandedOn(name, held.behind) || isClosedWithStatement(held, code);
        const closing = isLeft ? 'always' : closingOf(name, held.behind);
        if (closing === 'always') continue;
        const fix = tryWithResources(file, held);
        yield {
          message: `\`${name}\` of \`${symbol.name}\` ${closing === 'never' ? 'is never closed' : 'stays open when something fails before it is closed'}.`,
          place: { file, range },
          subject: `${symbol.qualifiedName} ${name} ${foldedText(file.text, range)}`,
          symbol: reference(symbol),
          ...(fix && { fixes: [fix] }),
        };
      }
    }
  },
});

/** `const handle = await fs.promises.open(path)`, which nobody closes. */
function* unclosedHandles(file: SourceFile): Generator<FindingDraft> {
  if (!file.facts?.imports.some(({ source }) => /^(?:node:)?fs(?:\/promises)?$/.test(source))) return;
  for (const { symbol, code } of codeIn(file)) {
    for (const { variable, behind } of variablesIn(code)) {
      const opened = variable.value && bare(variable.value);
      if (variable.value?.kind !== 'await' || opened?.kind !== 'call' || opened.name !== 'open' || !/^\w+$/.test(variable.name)) continue;
      if (!/^fs\.promises\.open\(\)$/.test(originOf(opened, { file, symbol, code }) ?? '')) continue;
      if (isHandedOn(variable.name, behind) || closingOf(variable.name, behind) !== 'never') continue;
      yield {
        message: `\`${variable.name}\` of \`${symbol.name}\` is never closed.`,
        place: { file, range: variable.range },
        subject: `${symbol.qualifiedName} ${variable.name} ${foldedText(file.text, variable.range)}`,
        symbol: reference(symbol),
      };
    }
  }
}

/** Puts the declaration into the head of a `try` that holds the rest of the block. */
function tryWithResources(file: SourceFile, { variable, behind }: HeldResource): FixDraft | undefined {
  const declared = file.text.slice(variable.range.start, variable.range.end);
  const last = behind.at(-1);
  if (!declared.endsWith(';') || !last || variable.type === undefined) return undefined;
  const edits: Edit[] = [
    { file, range: variable.range, newText: `try (${declared.slice(0, -1)}) {` },
    ...behind
      .filter((each) => isPlainClose(file, each.range, variable.name))
      .map((each): Edit => ({ file, range: wholeLines(file, each.range), newText: '' })),
    { file, range: { start: last.range.end, end: last.range.end }, newText: `\n${indentationAt(file, variable.range.start)}}` },
  ];
  return isPlainClose(file, last.range, variable.name) ? undefined : { title: 'Open it in the head of a try', safety: 'unsafe', edits };
}

function isPlainClose(file: SourceFile, range: { readonly start: number; readonly end: number }, name: string): boolean {
  return foldedText(file.text, range) === `${name}.close();`;
}
