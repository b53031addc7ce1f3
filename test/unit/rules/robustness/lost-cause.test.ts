import assert from 'node:assert/strict';
import { lostCause } from '../../../../src/rules/robustness/lost-cause.ts';
import { fileCases, reviewExample, withFixes } from '../rule-cases.ts';

const script = (...body: readonly string[]): string =>
  `export function load(id) {\n  try {\n    return get(id);\n  } catch (e) {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const java = (type: string, ...body: readonly string[]): string =>
  `class Rates {\n  Rate load(String id) {\n    try {\n      return get(id);\n    } catch (${type} e) {\n${body.map((line) => `      ${line}\n`).join('')}    }\n  }\n}\n`;

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/lost-cause in ${path}`, () => {
    fileCases(lostCause, path, [
      ['finds a new error', '', script("throw new Error('failed');"), ['5 `load` throws an Error without the error that led to it.']],
      [
        'finds an error of the project',
        '',
        script("if (id) throw new LoadError('failed', id);", 'return 1;'),
        ['5 `load` throws a LoadError without the error that led to it.'],
      ],
      [
        'finds an error without a message',
        '',
        script('throw new TypeError();'),
        ['5 `load` throws a TypeError without the error that led to it.'],
      ],
      ['leaves the message of the first error alone', '', script('throw new Error(`failed: ${e.message}`);'), []],
      ['leaves a reported error alone', '', script('log.error(e);', "throw new Error('failed');"), []],
      ['leaves the same error alone', '', script('throw e;'), []],
    ]);
  });
}

describe('robustness/lost-cause in Java', () => {
  fileCases(lostCause, 'src/main/java/Rates.java', [
    [
      'finds a new exception',
      '',
      java('IOException', 'throw new RateException("failed");'),
      ['6 `load` throws a RateException without the IOException that led to it.'],
    ],
    [
      'finds a message in place of the cause',
      '',
      java('SQLException', 'throw new RateException(e.getMessage());'),
      ['6 `load` throws a RateException without the SQLException that led to it.'],
    ],
    [
      'finds a text that holds the exception',
      '',
      java('SQLException', 'throw new RateException("failed: " + e);'),
      ['6 `load` throws a RateException without the SQLException that led to it.'],
    ],
    ['leaves a number that cannot be read alone', '', java('NumberFormatException', 'throw new IllegalArgumentException(id);'), []],
    [
      'leaves a cause that is set afterwards alone',
      '',
      java('IOException', 'RateException failed = new RateException();', 'failed.initCause(e);', 'throw failed;'),
      [],
    ],
    [
      'leaves an exception that is logged alone',
      '',
      java('IOException', 'log.warn("failed", e);', 'throw new RateException("failed");'),
      [],
    ],
  ]);
});

describe('robustness/lost-cause, the fix', () => {
  async function fixedThrow(path: string, text: string): Promise<string | undefined> {
    const { findings } = await reviewExample(lostCause, { base: {}, head: { [path]: text } });
    if (findings.every(({ fixes }) => fixes.length === 0)) return undefined;
    return /throw (.*);/.exec(withFixes({ [path]: text }, findings)[path] ?? '')?.[1];
  }
  const inJava = (thrown: string, more = ''): Promise<string | undefined> =>
    fixedThrow('src/main/java/Rates.java', `${java('IOException', `throw ${thrown};`)}${more}`);
  const inScript = (thrown: string, more = ''): Promise<string | undefined> =>
    fixedThrow(
      'src/load.js',
      `${more}export function load(id) {\n  try {\n    return get(id);\n  } catch (e) {\n    throw ${thrown};\n  }\n}\n`,
    );

  it('knows the exceptions of Java, Jakarta and Spring that take a cause', async () => {
    assert.equal(await inJava('new UncheckedIOException("failed")'), 'new UncheckedIOException("failed", e)');
    assert.equal(await inJava('new CompletionException(text)'), 'new CompletionException(text, e)');
    assert.equal(
      await inJava('new ResponseStatusException(HttpStatus.BAD_GATEWAY, "failed")'),
      'new ResponseStatusException(HttpStatus.BAD_GATEWAY, "failed", e)',
    );
    assert.equal(await inJava('new IllegalStateException()'), 'new IllegalStateException(e)');
    assert.equal(await inJava('new BadCredentialsException("failed")'), 'new BadCredentialsException("failed", e)');
  });
  it('knows a class of the same file by its constructors', async () => {
    const own =
      'class RateException extends RuntimeException {\n  RateException(String text, Throwable cause) {\n    super(text, cause);\n  }\n}\n';
    assert.equal(await inJava('new RateException("failed")', own), 'new RateException("failed", e)');
    const handed = 'class RateError extends Error {\n  constructor(text, options) {\n    super(text, options);\n  }\n}\n';
    assert.equal(await inScript("new RateError('failed')", handed), "new RateError('failed', { cause: e })");
    assert.equal(await inScript("new RateError('failed')", 'class RateError extends Error {}\n'), "new RateError('failed', { cause: e })");
  });
  it('offers none where no constructor is known to take it', async () => {
    assert.equal(await inJava('new RateException("failed")'), undefined);
    assert.equal(await inJava('new NumberFormatException("failed")'), undefined);
    const code = 'class RateException extends RuntimeException {\n  RateException(String text, int code) {\n    super(text);\n  }\n}\n';
    assert.equal(await inJava('new RateException("failed")', code), undefined);
    const own = 'class RateError extends Error {\n  constructor(text) {\n    super(text);\n  }\n}\n';
    assert.equal(await inScript("new RateError('failed')", own), undefined);
    assert.equal(await inScript("new HttpError('failed')"), undefined);
  });
});
