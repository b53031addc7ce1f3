import assert from 'node:assert/strict';
import { WorkClock } from '../../../src/base/work-clock.ts';

/** What a clock tells after so much has gone by and been worked. */
function after(elapsed: number, worked: number): WorkClock {
  const now = { elapsed: 1_000, worked: 300 };
  const clock = new WorkClock({ elapsed: () => now.elapsed, worked: () => now.worked });
  now.elapsed += elapsed;
  now.worked += worked;
  return clock;
}

describe('WorkClock', () => {
  it('counts work and not waiting', () => {
    const clock = after(200, 50);
    assert.deepEqual([clock.worked(), clock.share()], [50, 0.25]);
  });

  it('counts no more than has gone by, however many threads worked', () => {
    const clock = after(200, 350);
    assert.deepEqual([clock.worked(), clock.share()], [200, 1]);
  });

  it('takes no time at all for work', () => {
    assert.deepEqual([after(0, 0).worked(), after(0, 0).share()], [0, 1]);
  });

  it('counts what this process really works', () => {
    const clock = new WorkClock();
    const before = process.cpuUsage();
    while (process.cpuUsage(before).user < 5_000);
    assert.ok(clock.worked() > 0);
  });
});
