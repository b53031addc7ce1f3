/** What stands in a path for bytes that are no UTF-8: the path is not what the file is called. */
const undecodable = '\ufffd';

/** Whether a path as it was read cannot be the name of the file. */
export function isUndecodable(path: string): boolean {
  return path.includes(undecodable);
}

/** A path with what could not be decoded written out. */
export function escapedName(path: string): string {
  return path.replaceAll(undecodable, String.raw`\ufffd`);
}
