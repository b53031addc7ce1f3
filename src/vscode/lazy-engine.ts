import type { Engine, EngineClient, StandardCheck } from './engine-client.ts';

/** An engine whose code is loaded with the first question, so that the extension activates at once. */
export class LazyEngine implements Engine, StandardCheck {
  readonly #load: () => Promise<EngineClient>;
  #client: Promise<EngineClient> | undefined;

  constructor(load: () => Promise<EngineClient>) {
    this.#load = load;
  }

  review: Engine['review'] = async (...question) => (await this.#loaded()).review(...question);

  update: Engine['update'] = async (...question) => (await this.#loaded()).update(...question);

  text: Engine['text'] = async (...question) => (await this.#loaded()).text(...question);

  mistakes: StandardCheck['mistakes'] = async (...question) => (await this.#loaded()).mistakes(...question);

  /** Ends the worker, if there is one. */
  async stop(): Promise<void> {
    await (await this.#client)?.stop();
  }

  #loaded(): Promise<EngineClient> {
    return (this.#client ??= this.#load());
  }
}
