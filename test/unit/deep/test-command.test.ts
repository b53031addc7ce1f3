import assert from 'node:assert/strict';
import { UserError } from '../../../src/base/errors.ts';
import { commandLine, readTestCommand, takenBy } from '../../../src/deep/test-command.ts';

function line(text: string, ...tests: readonly string[]): string {
  const command = readTestCommand(text);
  return commandLine(command, takenBy(command, tests));
}

describe('the test command', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  for (const [text, tests, expected] of [
    ['npm test', ['/t/a.test.js'], 'npm test'],
    ['npm test -- {files}', ['/t/a.test.js', '/t/b.test.js'], 'npm test -- /t/a.test.js /t/b.test.js'],
    ['mvn -Dtest={classes} test', ['/t/ATest.java', '/t/b.test.js', '/t/BTest.java'], 'mvn -Dtest=ATest,BTest test'],
    ['run {files}', ['/t/ATest.java'], 'run /t/ATest.java'],
    ['npm test -- {files} && mvn -Dtest={classes}', ['/t/ATest.java', '/t/b.js'], 'npm test -- /t/b.js && mvn -Dtest=ATest'],
    ['{files} {files}', ['/t/a.js'], '/t/a.js /t/a.js'],
    ['run {files}', ['/t/a b.js', "/t/it's.js", '/t/$(x).js', '/t/$&.js'], `run '/t/a b.js' '/t/it'\\''s.js' '/t/$(x).js' '/t/$&.js'`],
    ['run {files}', ['/t/{classes}.js'], "run '/t/{classes}.js'"],
    ['run {files}', ['-rf.js'], "run '-rf.js'"],
    ['./gradlew test --tests {classes}', ['/t/ATest.java', '/t/BTest.java'], './gradlew test --tests ATest --tests BTest'],
    ['gradle test --tests={classes} -q', ['/t/A T.java'], "gradle test --tests='A T' -q"],
    ['run --tests {files}', ['/t/a.js', '/t/b.js'], 'run --tests /t/a.js /t/b.js'],
    ['run --tests {classes}', ['/t/{classes}.java'], "run --tests '{classes}'"],
  ] as const)
    it(`becomes ${expected}`, () => {
      assert.equal(line(text, ...tests), expected);
    });

  it('knows whether it is told what to run', () => {
    assert.deepEqual(readTestCommand(' npm test '), { text: 'npm test', takesTests: false });
    assert.deepEqual(readTestCommand('npm test {files}'), { text: 'npm test {files}', takesTests: true });
  });

  for (const text of ['', '  ', 'npm test {file}', 'mvn -Dtest={tests}'])
    it(`is refused as ${JSON.stringify(text)}`, () => {
      assert.throws(() => readTestCommand(text), UserError);
    });
});
