import type { SourceFile } from '../../../code/code-change.ts';
import type { ExpectedError } from '../gaps/obligation.ts';
import type { TestCase } from '../gaps/test-index.ts';

/** How the tests of a file are written in TypeScript or JavaScript. */
export interface ScriptStyle {
  /** `it`, `test`. */
  readonly word: string;
  /** The parameter of a test by which it asserts, as in ava and tap: `t`. */
  readonly context: string;
  /** The names by which it asserts, which the file has from elsewhere. */
  readonly names: readonly string[];
  /** A statement that fails, whatever the call gives, until somebody says what is expected. */
  value(call: string, expected: string): string;
  throws(call: string, error: ExpectedError, isAsync: boolean): string;
  /** What a test says at its end, as in tap and tape: `t.end();`. */
  readonly ending: string;
  /** Whether statements end with a semicolon. */
  readonly hasSemicolons: boolean;
  readonly usesRequire: boolean;
}

/** The style of a test, by what it is written with; undefined where that is not known. */
export function scriptStyle({ file, text }: Pick<TestCase, 'file' | 'text'>): ScriptStyle | undefined {
  const word = /^(?:await\s+)?((?:it|test|specify)(?:\.concurrent)?|t\.test)(?:\.(?:each|for)\b|\s*\()/.exec(text)?.[1];
  const assertions = word === undefined ? undefined : assertionsOf(text, file);
  if (word === undefined || !assertions) return undefined;
  const context = 'context' in assertions ? (assertions.context ?? '') : '';
  const usesRequire = /\brequire\(\s*['"]/.test(file.text) && !/^import\s/m.test(file.text);
  const ending = context !== '' && text.includes(`${context}.end()`) ? `${context}.end();` : '';
  return { word, ...assertions, context, ending, hasSemicolons: /;\s*$/m.test(text), usesRequire };
}

type Assertions = Pick<ScriptStyle, 'value' | 'throws' | 'names'> & { readonly context?: string };

function assertionsOf(text: string, file: SourceFile): Assertions | undefined {
  if (/\bexpect\s*\(/.test(text)) return /\)\s*\.(?:to|not\.to|be)\b/.test(text) ? chai : jest;
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
  throws: (call, error, isAsync) =>
    isAsync ? `await expect(${call}).rejects.toThrow(${matched(error)});` : `expect(() => ${call}).toThrow(${matched(error)});`,
};

const chai: Assertions = {
  names: ['expect'],
  value: (call, expected) => `expect(${call}).to.equal(${expected});`,
  throws: (call, error, isAsync) =>
    isAsync
      ? `expect(await Promise.resolve(${call}).catch((error) => error)).to.be.instanceOf(${error.type || 'Error'});`
      : `expect(() => ${call}).to.throw(${matched(error)});`,
};

function assertModule(name: string, { text }: SourceFile): Assertions {
  const equal = new RegExp(`\\b${name}\\.(strictEqual|equal|is)\\(`).exec(text)?.[1] ?? 'equal';
  return {
    names: [name],
    value: (call, expected) => `${name}.${equal}(${call}, ${expected});`,
    throws: (call, error, isAsync) =>
      isAsync ? `await ${name}.rejects(${call}, ${matched(error)});` : `${name}.throws(() => ${call}, ${matched(error)});`,
  };
}

function ofContext(context: string, { facts }: SourceFile): Assertions {
  const isAva = facts?.imports.some(({ source }) => source === 'ava') ?? false;
  const about = (error: ExpectedError): string => (isAva && error.type !== '' ? `{ instanceOf: ${error.type} }` : matched(error));
  return {
    names: [],
    context,
    value: (call, expected) => `${context}.${isAva ? 'is' : 'equal'}(${call}, ${expected});`,
    throws: (call, error, isAsync) => {
      const word = isAva ? 'throwsAsync' : 'rejects';
      return isAsync
        ? `await ${context}.${word}(${isAva ? `async () => ${call}` : call}, ${about(error)});`
        : `${context}.throws(() => ${call}, ${about(error)});`;
    },
  };
}

/** The words of the message tell more than `Error`; a type of one's own tells enough. */
function matched({ type, message }: ExpectedError): string {
  const words = /[\p{L}\p{N}][\p{L}\p{N} ]{2,60}/u.exec(message)?.[0].trim();
  return (type === '' || type === 'Error') && words !== undefined ? `/${words}/` : type || 'Error';
}
