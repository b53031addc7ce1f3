import assert from 'node:assert/strict';
import { WorkClock } from '../../../src/base/work-clock.ts';

describe('WorkClock', () => {
  it('counts work and not waiting', async () => {
    const waiting = new WorkClock();
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(waiting.worked() < 150, `${waiting.worked()} ms of 200 ms of waiting`);
    assert.ok(waiting.share() < 0.75);
    const working = new WorkClock();
    const before = performance.now();
    const usage = process.cpuUsage();
    while (process.cpuUsage(usage).user < 50_000);
    const gone = performance.now() - before;
    assert.ok(working.worked() >= 50 || working.worked() >= gone, 'work is counted, up to the time that went by');
    assert.ok(working.share() <= 1);
  });
});
