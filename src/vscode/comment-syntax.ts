/** How a line comment begins and ends in files of one kind. */
interface CommentSyntax {
  readonly open: string;
  readonly close: string;
}

const slashes: CommentSyntax = { open: '// ', close: '' };
const hash: CommentSyntax = { open: '# ', close: '' };
const dashes: CommentSyntax = { open: '-- ', close: '' };
const markup: CommentSyntax = { open: '<!-- ', close: ' -->' };
const block: CommentSyntax = { open: '/* ', close: ' */' };

/** By file name suffix, longest first wins. Formats without comments (JSON) are not here. */
const syntaxes: Readonly<Record<string, CommentSyntax>> = {
  ...all(slashes, 'java kt kts ts tsx mts cts js jsx mjs cjs cs go rs swift scala groovy gradle c h cc cpp hpp php dart proto jsonc json5'),
  ...all(hash, 'py rb sh bash zsh yaml yml toml properties tf pl r graphql graphqls dockerfile makefile gitignore editorconfig'),
  ...all(dashes, 'sql lua hs elm'),
  ...all(markup, 'html htm xml xhtml svg md vue'),
  ...all(block, 'css scss less'),
};

function all(syntax: CommentSyntax, suffixes: string): Record<string, CommentSyntax> {
  return Object.fromEntries(suffixes.split(' ').map((suffix) => [suffix, syntax]));
}

/**
 * The comment that allows a finding on the line below it, as the standard reads it; undefined where the file's format has no comments.
 * @param reason made one line
 */
export function allowComment(path: string, rule: string, reason: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const syntax = syntaxes[name.slice(name.lastIndexOf('.') + 1)];
  if (!syntax) return undefined;
  const words = reason.replaceAll(/\s+/g, ' ').trim();
  const said = syntax.close === '' ? words : words.replaceAll(syntax.close.trim(), '');
  return `${syntax.open}plumbline-allow ${rule} -- ${said}${syntax.close}`;
}

/** Whether findings in this file can be allowed by a comment. */
export function hasComments(path: string): boolean {
  return allowComment(path, '', '') !== undefined;
}
