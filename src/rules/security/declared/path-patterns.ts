/** Whether a pattern of paths meets all that another one meets: `/*` and `/**` meet `/admin/*`. */
export function meets(pattern: string, other: string): boolean {
  if (pattern === other || /^\/?\*{1,2}$/.test(pattern)) return true;
  const root = pattern.replace(/\/\*{1,2}$/, '');
  return root !== pattern && (other.replace(/\/\*{1,2}$/, '') === root || other.startsWith(`${root}/`));
}
