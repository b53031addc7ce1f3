/** One word of a POSIX shell's command line, quoted where it has to be. A file cannot pass for an option. */
export function fileWord(path: string): string {
  return word(path.startsWith('-') ? `./${path}` : path);
}

export function word(text: string): string {
  return isPlainWord(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Whether a shell takes a text as it is. */
export function isPlainWord(text: string): boolean {
  return /^[\w@%+=:,./-]+$/.test(text);
}

/** A command line that is run in a folder of the repository. */
export function inFolderOf(folder: string, command: string): string {
  return folder === '' ? command : `(cd ${fileWord(folder)} && ${command})`;
}
