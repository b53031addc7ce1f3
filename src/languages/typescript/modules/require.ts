const pattern = /^(?:[\w$.]{1,60}\()?require\(\s{0,20}(['"`])([^'"`\n]{1,300})\1\s{0,20}\)\)?(?:\.([\w$]{1,200}))?$/;

/** What `require('m')` or `require('m').name` stands for, also in the wrappers that compilers put around it. */
export function requireOf(text: string): { readonly source: string; readonly name: string } | undefined {
  if (text.length > 600 || !text.includes('require(')) return undefined;
  const match = pattern.exec(text.trim());
  return match?.[2] === undefined ? undefined : { source: match[2], name: match[3] ?? '*' };
}
