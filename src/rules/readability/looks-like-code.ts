/**
 * Whether the lines of a comment are code that was switched off, rather than words about code.
 * Judged by shape, one line at a time, with linear patterns; in doubt it is words.
 */
export function looksLikeCode(lines: readonly string[]): boolean {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (written.length === 0 || written.some((line) => line.length > 400) || written.some(isTalk)) return false;
  const scores = written.map(codeScore);
  if (written.length === 1) return scores[0] === 2 && isBalanced(written[0] ?? '');
  const code = scores.filter((score) => score > 0).length;
  return scores.includes(2) && code >= Math.max(2, Math.ceil(written.length * 0.8));
}

/** Words that introduce an example, links, marks of tools, licences. */
const talk =
  /\b(e\.g\.|i\.e\.|example|for instance|usage|see|note|todo|fixme|copyright|licen[sc]e|equivalent|same as|instead of|becomes?|returns? the|output|pseudo|such as|like:|eslint|istanbul|c8|prettier|noinspection|@ts-|#region|#endregion|sourceMappingURL|@formatter)\b|https?:\/\/|^[#=>|+*•<-]|=>\s*(true|false|-?\d+|null|undefined|["'[{].*)$|->\s*\S+$|\.\.\./i;

function isTalk(line: string): boolean {
  if (talk.test(line) && !/^(import|export)\b/.test(line)) return true;
  return (
    !/["'`]/.test(line) &&
    /[a-z,] [a-z,]+ [a-z,]+ [a-z,]/.test(line) &&
    !/^(public|private|protected|static|export|abstract|const|final)\b/.test(line)
  );
}

/** Lines that are hardly anything but code. */
const statements: readonly RegExp[] = [
  /^(const|let|var|final)\s{1,200}[\w$<>[\]{}, .:]+=\s*\S/,
  /^(return|throw|await|yield)\b.*;$/,
  /^(if|while|for|switch|synchronized)\s*\(.*\)\s*(\{|[\w.$]+\(.*\);)$/,
  /^(\}\s*)?(else(\s+if\s*\(.*\))?|try|finally|do)\s*\{$/,
  /^\}?\s*catch\s*\(.*\)\s*\{$/,
  /^(import|export)\s+[\w{*'"@].*(;|from\s+['"][^'"]+['"];?)$/,
  /^(public|private|protected|static|async|export|abstract|override|final)\s{1,200}[\w<>[\], .$]+\(.*[{;,]$/,
  /^(function|class|interface|enum)\s+[\w$].*\{$/,
  /^[\w$.[\]]+(\[[^\]]{0,400}\])?\s{0,200}[-+*/|&]?=\s*[^=>\s].*;$/,
  /^[A-Z][\w.<>[\], ]{0,400}\s{1,200}\w+\s*=\s*\S.*;$/,
  /^(new\s+)?[\w$.]+(<[\w, ]*>)?\(.*\)(\s*[.\w(].*)?;$/,
  /^[\w$]+(\+\+|--);$/,
];

/** Lines that go with code but prove nothing alone. */
const companions: readonly RegExp[] = [
  /^[{}()[\],;]+$/,
  /^\}\)?;?$/,
  /[;{,(]$/,
  /^@\w+(\(.*\))?$/,
  /^\.?[\w$.]+\(.*\)?;?$/,
  /^\/\//,
  /^(break|continue|return|default:|case .*:);?$/,
  /^['"\w$]+:\s*\S/,
];

/** Longer lines are data or made by a tool. */
const longestLine = 400;

function codeScore(line: string): 0 | 1 | 2 {
  if (line.length > longestLine) return 0;
  if (statements.some((pattern) => pattern.test(line))) return 2;
  return companions.some((pattern) => pattern.test(line)) ? 1 : 0;
}

/** One line alone is code only where its brackets and quotes close, or it opens a block. */
function isBalanced(line: string): boolean {
  let depth = 0;
  for (const character of line) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth < 0) return false;
  }
  return depth === 0 && (line.match(/"/g)?.length ?? 0) % 2 === 0;
}
