import assert from 'node:assert/strict';
import { UserError } from '../../../src/base/errors.ts';
import type { Notice } from '../../../src/base/notice.ts';
import { furtherStep } from '../../../src/review/further-step.ts';

describe('furtherStep', () => {
  it('keeps what was found where the step fails, and says so', async () => {
    const notices: Notice[] = [];
    const result = await furtherStep('plan tests', { without: 'as it was', notices }, () => Promise.reject(new Error('no plan')));
    assert.deepEqual(
      [result, notices.map(({ id, message, incomplete }) => [id, message, incomplete])],
      ['as it was', [['step-failed', 'The review could not plan tests: no plan', true]]],
    );
  });

  it('hands on what the person has to know, and the end of the review', async () => {
    const cancel = new AbortController();
    const failing = (error: Error) =>
      furtherStep('plan tests', { without: 0, notices: [], signal: cancel.signal }, () => Promise.reject(error));
    await assert.rejects(failing(new UserError('git is gone', 'Install it.')), /git is gone/);
    cancel.abort(new Error('enough'));
    await assert.rejects(failing(new Error('closed')), /enough/);
  });
});
