const onlyInTerminal = ', or compare two folders with `--dirs BASE HEAD`';

/** What the command line's options are called in the editor. */
const inEditor: readonly (readonly [option: string, editor: string])[] = [
  ['`--base REV --head REV`', '“Review Range…”'],
  ['`--base REVISION`', 'the setting “plumbline.baseBranch”, or the two ends in “Review Range…”'],
  ['`--working-tree`', '“Review Working Tree”'],
  ['`--standard`', 'the setting “plumbline.standard”'],
];

/**
 * A hint for the command line as it helps in the editor.
 * @param translate into the editor's language: options stay as they are in a translation, what there is instead of them does not
 */
export function editorHint(hint: string, translate: (text: string) => string = (text) => text): string {
  const withoutDirs = hint.replace(onlyInTerminal, '');
  // Without quotes a command would run into the words around it.
  return inEditor
    .reduce((text, [option, editor]) => text.replaceAll(option, () => translate(editor)), translate(withoutDirs))
    .replaceAll(/`([^`]*)`/g, '“$1”');
}
