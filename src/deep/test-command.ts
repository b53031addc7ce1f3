import { UserError } from '../base/errors.ts';

/** The person's own command that runs tests, with or without a place for those that are to be run. */
export interface TestCommand {
  /** As the person wrote it. */
  readonly text: string;
  /** Whether it runs only those that stand for its placeholder. */
  readonly takesTests: boolean;
}

/** What may stand for test files in a command, and which files it is for. */
const placeholders = {
  /** Their paths, each a word of its own. */
  '{files}': { takes: (path: string) => !path.endsWith('.java'), text: (paths: readonly string[]) => paths.map(quoted).join(' ') },
  /** The simple names of Java test classes, as Maven's `-Dtest` takes them; Gradle's `--tests` before it is said for each. */
  '{classes}': {
    takes: (path: string) => path.endsWith('.java'),
    text: (paths: readonly string[]) => quoted(paths.map(className).join(',')),
  },
} as const;

const names = Object.keys(placeholders) as (keyof typeof placeholders)[];

/** @throws UserError where it is empty or has a placeholder that is not known */
export function readTestCommand(text: string): TestCommand {
  const trimmed = text.trim();
  const hint = `Write it as you do in a terminal, e.g. \`npm test\`; ${names.join(' or ')} stands for the tests that concern the change.`;
  if (trimmed === '') throw new UserError('The command that runs the tests is empty.', hint);
  const unknown = /\{(?:file|class|test|tests|path|paths)\}/.exec(trimmed);
  if (unknown) throw new UserError(`${unknown[0]} is not known in the command that runs the tests.`, hint);
  return { text: trimmed, takesTests: names.some((name) => trimmed.includes(name)) };
}

/** Those of some test files that the command can be told to run; with `{files}` alone also Java's, as nothing else takes them. */
export function takenBy(command: TestCommand, tests: readonly string[]): readonly string[] {
  const own = names.filter((name) => command.text.includes(name));
  if (own.length === 1 && own[0] === '{files}') return tests;
  return tests.filter((path) => own.some((name) => placeholders[name].takes(path)));
}

/** The command line for some test files. @param absolute paths */
export function commandLine(command: TestCommand, tests: readonly string[]): string {
  const both = names.every((name) => command.text.includes(name));
  return command.text.replace(/(--tests[ =])?(\{files\}|\{classes\})/g, (_, option = '', name: keyof typeof placeholders) => {
    const { takes, text } = placeholders[name];
    const these = both ? tests.filter(takes) : tests;
    if (option === '' || name === '{files}') return `${option}${text(these)}`;
    return these.map((path) => `${option}${text([path])}`).join(' ');
  });
}

function className(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** One word for the system's shell, whatever the file is called. */
function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('-')) return word;
  if (process.platform === 'win32') return `"${word.replaceAll('"', '')}"`;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
