import { UserError } from '../base/errors.ts';
import type { EngineFailure } from './engine-protocol.ts';

/** What the engine could not do, as the extension sees it. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly failure: EngineFailure;

  constructor(message: string, failure: EngineFailure, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** There is no repository to review. */
export class NoRepository extends UserError {}

/** The worker ended before it answered. */
export class EngineStopped extends Error {
  override readonly name = 'EngineStopped';
}
