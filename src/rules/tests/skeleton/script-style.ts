import type { SourceFile } from '../../../code/code-change.ts';
import type { ExpectedError } from '../gaps/obligation.ts';
import type { TestCase } from '../gaps/test-index.ts';
import { writingOf, type Writing } from './script-text.ts';

/** How a function answers: at once, by a promise always, or by a promise unless it throws before it makes one. */
export type Answers = 'at once' | 'later' | 'later, perhaps';

/** How the tests of a file are written in TypeScript or JavaScript. */
export interface ScriptStyle {
  /** `it`, `test`. */
  readonly word: string;
  /** The parameters of a test, with that by which it asserts in ava and tap: `()`, `(t)`, `t`. */
  readonly parameters: string;
  /** The names by which it asserts, which the file has from elsewhere. */
  readonly names: readonly string[];
  /** A statement that fails, whatever the call gives, until somebody says what is expected. */
  value(call: string, expected: string): string;
  throws(call: string, error: ExpectedError, how: Answers): string;
  /** What a test says at its end, as in tap and tape: `t.end();`. */
  readonly ending: string;
  /** Whether statements end with a semicolon. */
  readonly hasSemicolons: boolean;
  readonly usesRequire: boolean;
  readonly writing: Writing;
}

/** The style of a test, by what it is written with; undefined where that is not known. */
export function scriptStyle({ file, text }: Pick<TestCase, 'file' | 'text'>): ScriptStyle | undefined {
  const word = /^(?:await\s+)?((?:it|test|specify)(?:\.concurrent)?|t\.test)(?:\.(?:each|for)\b|\s*\()/.exec(text)?.[1];
  const assertions = word === undefined ? undefined : assertionsOf(text, file);
  if (word === undefined || !assertions) return undefined;
  const context = 'context' in assertions ? (assertions.context ?? '') : '';
  const usesRequire = /\brequire\(\s*['"]/.test(file.text) && !/^import\s/m.test(file.text);
  const ending = context !== '' && text.includes(`${context}.end()`) ? `${context}.end();` : '';
  const parameters = isBare(context, text) ? context : `(${context})`;
  return { word, ...assertions, parameters, ending, hasSemicolons: /;\s*$/m.test(text), usesRequire, writing: writingOf(file) };
}

/** `t => {` */
function isBare(context: string, text: string): boolean {
  return context !== '' && new RegExp(`[\\s,]${context} =>`).test(text);
}

type Assertions = Pick<ScriptStyle, 'value' | 'throws' | 'names'> & { readonly context?: string };

function assertionsOf(text: string, file: SourceFile): Assertions | undefined {
  if (/\bexpect\s*\(/.test(text)) return /\)\s*\.(?:to|not\.to|be)\b/.test(text) ? chai : isJasmine(file) ? jasmine : jest;
  const own = /\b(t|test|context|ctx)\.assert\.\w/.exec(text)?.[1];
  if (own !== undefined) return { ...assertModule(`${own}.assert`, file), names: [], context: own };
  const assert = /\b(assert|should|strict)\.\w+\(|\bassert\(/.exec(text);
  if (assert) return assertModule(assert[1] ?? 'assert', file);
  const context =
    /(?:\(|,)\s{0,200}(?:async\s{0,20})?\(?\s{0,20}(t|tap|test)\s{0,20}\)?\s{0,20}=>|function\s{0,20}\w{0,200}\s{0,20}\(\s{0,20}(t)\s{0,20}\)/.exec(
      text,
    );
  return context ? ofContext(context[1] ?? context[2] ?? 't', file) : undefined;
}

const jest: Assertions = {
  names: ['expect'],
  value: (call, expected) => `expect(${call}).toBe(${expected});`,
  throws: (call, error, how) =>
    how !== 'at once'
      ? `await expect(${lazily(call, how)}).rejects.toThrow(${matched(error)});`
      : `expect(() => ${call}).toThrow(${matched(error)});`,
};

/** Its `toThrow` compares values. */
const jasmine: Assertions = {
  names: ['expect'],
  value: jest.value,
  throws: (call, error, how) => {
    const what = matched(error);
    if (what === '')
      return how !== 'at once' ? `await expectAsync(${promised(call, how)}).toBeRejected();` : `expect(() => ${call}).toThrow();`;
    return how !== 'at once'
      ? `await expectAsync(${promised(call, how)}).toBeRejectedWithError(${what});`
      : `expect(() => ${call}).toThrowError(${what});`;
  },
};

/** By what a file imports or says, or by the name that jasmine’s own example gives to its files. */
function isJasmine({ facts, path, text }: SourceFile): boolean {
  const sources = facts?.imports.map(({ source }) => source) ?? [];
  if (
    sources.some((source) => /^(?:vitest|expect|@jest\/globals|@playwright\/test|bun:test)$/.test(source)) ||
    /\b(?:jest|vi)\./.test(text)
  )
    return false;
  return (
    /\bjasmine\.\w|\bexpectAsync\(/.test(text) ||
    sources.some((source) => /^(?:jasmine|@angular\/core\/testing)$/.test(source)) ||
    /[a-z\d]Spec\.[cm]?[jt]s$/.test(path)
  );
}

const chai: Assertions = {
  names: ['expect'],
  value: (call, expected) => `expect(${call}).to.equal(${expected});`,
  throws: (call, error, how) =>
    how !== 'at once'
      ? `expect(await ${promised(call, how)}.catch((error) => error)).to.be.instanceOf(${error.type || 'Error'});`
      : `expect(() => ${call}).to.throw(${matched(error)});`,
};

function assertModule(name: string, { text, facts }: SourceFile): Assertions {
  const isChai = facts?.imports.some(({ source, local }) => source === 'chai' && local === name) ?? false;
  const equal = new RegExp(`\\b${name.replace('.', '\\.')}\\.(strictEqual|equal|is)\\(`).exec(text)?.[1] ?? 'equal';
  return {
    names: [name],
    value: (call, expected) => `${name}.${equal}(${call}, ${expected});`,
    throws: (call, error, how) => {
      if (how === 'at once') return `${name}.throws(${listed(`() => ${call}`, matched(error))});`;
      return isChai
        ? `${name}.instanceOf(await ${promised(call, how)}.catch((error) => error), ${error.type || 'Error'});`
        : `await ${name}.rejects(${listed(lazily(call, how), matched(error))});`;
    },
  };
}

function ofContext(context: string, { facts }: SourceFile): Assertions {
  const isAva = facts?.imports.some(({ source }) => source === 'ava') ?? false;
  const about = (error: ExpectedError): string => {
    const what = matched(error);
    return isAva && what !== '' ? (what.startsWith('/') ? `{ message: ${what} }` : `{ instanceOf: ${what} }`) : what;
  };
  return {
    names: [],
    context,
    value: (call, expected) => `${context}.${isAva ? 'is' : 'equal'}(${call}, ${expected});`,
    throws: (call, error, how) => {
      const word = isAva ? 'throwsAsync' : 'rejects';
      return how !== 'at once'
        ? `await ${context}.${word}(${listed(isAva ? `async () => ${call}` : lazily(call, how), about(error))});`
        : `${context}.throws(${listed(`() => ${call}`, about(error))});`;
    },
  };
}

function lazily(call: string, how: Answers): string {
  return how === 'later' ? call : `async () => ${call}`;
}

function promised(call: string, how: Answers): string {
  return how === 'later' ? `Promise.resolve(${call})` : `Promise.resolve().then(() => ${call})`;
}

function listed(first: string, second: string): string {
  return second === '' ? first : `${first}, ${second}`;
}

/** The words of the message tell more than `Error`; a type of one's own tells enough. Empty where anything may be thrown. */
function matched({ type, message }: ExpectedError): string {
  const words = /[\p{L}\p{N}][\p{L}\p{N} ]{2,60}/u.exec(message)?.[0].trim();
  return (type === '' || type === 'Error') && words !== undefined ? `/${words}/` : type;
}
