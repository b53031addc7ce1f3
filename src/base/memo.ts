/**
 * What was worked out for objects, and can be worked out again. It is gone with its objects, or when all such memory is given up.
 * For the whole life of the program: one is made where a module is loaded, never within a function that is called again and again.
 */
export class Memo<Key extends object, Value> {
  #known = new WeakMap<Key, Value>();

  constructor() {
    memos.push(this);
  }

  get(key: Key): Value | undefined {
    return this.#known.get(key);
  }

  has(key: Key): boolean {
    return this.#known.has(key);
  }

  set(key: Key, value: Value): void {
    entries++;
    this.#known.set(key, value);
  }

  /** To be called by `giveUpMemos` only. */
  giveUp(): void {
    this.#known = new WeakMap();
  }
}

const memos: { giveUp(): void }[] = [];
let entries = 0;

/**
 * Gives up what all memos hold, where that is more than so many entries. What is asked again is worked out anew, as other objects of the same content:
 * so this is called between one question and the next, such as between rules, never within one.
 */
export function giveUpMemos(most: number): void {
  if (entries <= most) return;
  for (const memo of memos) memo.giveUp();
  entries = 0;
}
