import type { Review } from '../review/review-result.ts';
import type { ReviewSession } from '../review/session/session.ts';
import type { SavedFile } from './engine-protocol.ts';
import type { OpenReview } from './engine-server.ts';

/**
 * One save after the other, for the session goes from one text to the next. What a file says by itself is told as soon as it is known;
 * the whole is reviewed when no other save waits.
 * @param onSave is told of each at once
 */
export function followSaves(
  session: Pick<ReviewSession, 'save' | 'review'>,
  first: Review,
  onSave: (file: SavedFile) => void,
): OpenReview['update'] {
  let last = Promise.resolve({ review: first, isWhole: true });
  let waiting = 0;
  return async (file, onOwn) => {
    onSave(file);
    waiting++;
    last = last.then(async (before) => {
      const own = await session.save(file.path, file.text).finally(() => waiting--);
      if (own) onOwn(own);
      await letOthersIn();
      if (waiting > 0) return { review: own ?? before.review, isWhole: false };
      return own || !before.isWhole ? { review: await session.review(), isWhole: true } : before;
    });
    return (await last).review;
  };
}

/** Saves that came meanwhile. */
function letOthersIn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
