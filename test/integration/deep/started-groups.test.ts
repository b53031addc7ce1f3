import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MARK } from '../../../src/deep/process-group.ts';
import { StartedGroups } from '../../../src/deep/started-groups.ts';

describe('what the engine started and could not end itself', () => {
  it('is ended by whoever was told of it, and its folder is taken away', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
    writeFileSync(join(folder, 'file'), '');
    const [running, over] = [1, 2].map((number) =>
      spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
        detached: process.platform !== 'win32',
        stdio: 'ignore',
        env: { ...process.env, [MARK]: `test ${number}` },
      }),
    );
    assert.ok(running?.pid !== undefined && over?.pid !== undefined);
    const groups = new StartedGroups();
    for (const { pid: id } of [running, over]) groups.note({ id: id!, runs: true, mark: 'none', folder });
    groups.note({ id: over.pid, runs: false, mark: 'none', folder });
    const ended = new Promise((resolve) =>
      running.once('exit', (_code, signal) => {
        resolve(signal);
      }),
    );
    try {
      groups.end();
      await ended;
      assert.equal(existsSync(folder), false);
      assert.equal(over.exitCode ?? over.signalCode, null, 'what had ended is left alone: its number may be another’s by now');
    } finally {
      over.kill('SIGKILL');
    }
  });
});
