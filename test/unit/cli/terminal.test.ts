import assert from 'node:assert/strict';
import { progressLine } from '../../../src/cli/progress-line.ts';
import { streamFacts } from '../../../src/cli/terminal.ts';
import { exitCodeOf } from '../../../src/cli/exit-code.ts';

describe('streamFacts', () => {
  for (const [isTTY, environment, color] of [
    [true, {}, true],
    [false, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ] as const) {
    it(`${color ? 'colours' : 'leaves plain'} ${isTTY ? 'a terminal' : 'a pipe'} with ${JSON.stringify(environment)}`, () => {
      assert.deepEqual(streamFacts({ isTTY }, environment), { isTerminal: isTTY, color });
    });
  }
});

describe('progressLine', () => {
  function lineOn(isTerminal: boolean) {
    const written: string[] = [];
    const stderr = { isTerminal, color: false };
    return { written, line: progressLine({ stderr }, (text) => written.push(text), { patience: 0, interval: 0 }) };
  }

  it('writes one line over and over, and takes it away', () => {
    const { written, line } = lineOn(true);
    line.report({ step: 'Reading', done: 1, total: 3 });
    line.report({ step: 'Judging', done: 0, total: 0 });
    line.end();
    line.end();
    assert.deepEqual(written, ['\r\u001b[2KReading · 33 %', '\r\u001b[2KJudging', '\r\u001b[2K']);
  });

  it('writes nothing where nobody looks', () => {
    const { written, line } = lineOn(false);
    line.report({ step: 'Reading', done: 1, total: 3 });
    line.end();
    assert.deepEqual(written, []);
  });
});

describe('exitCodeOf', () => {
  it('says that a gate failed before it says that a part is missing', () => {
    const codes = (['passed', 'failed'] as const).flatMap((gate) =>
      [true, false].map((complete) => exitCodeOf({ gate, complete, failOn: 'error' })),
    );
    assert.deepEqual(codes, [0, 3, 1, 1]);
  });
});
