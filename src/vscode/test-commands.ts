import type { Memento, Uri } from 'vscode';

/**
 * The commands by which the person has tests run, one for each folder. They are kept where nothing but the editor writes:
 * a setting could come with the repository.
 */
export class TestCommands {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  of(folder: Uri): string | undefined {
    return this.#state.get<string>(key(folder));
  }

  /** @param command undefined to forget it */
  async set(folder: Uri, command: string | undefined): Promise<void> {
    await this.#state.update(key(folder), command);
  }
}

function key({ fsPath }: Uri): string {
  return `plumbline.tests:${fsPath}`;
}
