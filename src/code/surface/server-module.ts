/** Enough to hold the directive at the beginning of a file. */
const beginning = 300;

/** Whether a framework serves every function that a module exports, as Next does with server actions. */
export function isServerModule(text: string): boolean {
  return /^(?:\s|\/\/[^\n]*\n)*['"]use server['"]/.test(text.slice(0, beginning));
}
