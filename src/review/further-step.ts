import { UserError } from '../base/errors.ts';
import type { Notice } from '../base/notice.ts';

/**
 * Runs a step that says more about what was found. Where it fails, what was found stays, and a notice tells.
 * @throws UserError and what ended the review: these are not the step's fault
 */
export async function furtherStep<Result>(
  does: string,
  { without, notices, signal }: { readonly without: Result; readonly notices: Notice[]; readonly signal?: AbortSignal | undefined },
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof UserError) throw error;
    notices.push({
      id: 'step-failed',
      message: `The review could not ${does}: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'This is a fault of Plumbline: please report it. The findings are complete.',
      incomplete: true,
    });
    return without;
  }
}
