/** What a module itself is called where it is imported: `lib/parse-query.js` is `parseQuery`. */
export function moduleName(path: string): string {
  const [name = ''] = path.slice(path.lastIndexOf('/') + 1).split('.');
  return name.replace(/[-_]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a symbol stands for its module. */
export function isModuleItself(name: string): boolean {
  return name === 'default' || name === 'module.exports';
}
