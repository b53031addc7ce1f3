/** What the command line's options are called in the editor. */
const inEditor: readonly (readonly [option: string, editor: string])[] = [
  [', or compare two folders with `--dirs BASE HEAD`', ''],
  ['`--base REV --head REV`', '“Review Range…”'],
  ['`--base REVISION`', 'the setting “plumbline.baseBranch”, or the two ends in “Review Range…”'],
  ['`--working-tree`', '“Review Working Tree”'],
  ['`--standard`', 'the setting “plumbline.standard”'],
];

/** A hint for the command line as it helps in the editor. */
export function editorHint(hint: string): string {
  // Without quotes a command would run into the words around it.
  return inEditor.reduce((text, [option, editor]) => text.replaceAll(option, editor), hint).replaceAll(/`([^`]*)`/g, '“$1”');
}
