import assert from 'node:assert/strict';
import { worthwhileWorkers } from '../../../src/review/extraction/extractor.ts';

describe('worthwhileWorkers', () => {
  it('starts none where there are two processors, and leaves one of more to the engine, up to four', () => {
    assert.deepEqual([1, 2, 3, 4, 16].map(worthwhileWorkers), [0, 0, 2, 3, 4]);
  });
});
