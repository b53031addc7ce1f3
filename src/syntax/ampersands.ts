/**
 * Replaces ampersands in the text and the attributes of markup (`<p>Q&A</p>`, `href="/?a=1&b=2"`): the grammar takes each for the beginning of `&amp;` or its like.
 * Operators stay: between a `>` and a `</` there is nothing but text, and what follows a `="` is a string in any case. Every character is looked at a few times at most.
 */
export function maskAmpersands(text: string): string {
  let masked = '';
  let done = 0;
  const quoteBefore = lastOf(text, '"\n');
  const signBefore = lastOf(text, '<>{}');
  const signAfter = nextOf(text, '<>{}');
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    if (isOperator(text, at) || isEntity(text, at)) continue;
    if (!opensValue(text, quoteBefore(at)) && !(endsTag(text, signBefore(at)) && text.startsWith('</', signAfter(at)))) continue;
    masked += `${text.slice(done, at)}+`;
    done = at + 1;
  }
  return masked + text.slice(done);
}

function isOperator(text: string, at: number): boolean {
  return text.charAt(at + 1) === '&' || text.charAt(at - 1) === '&';
}

function isEntity(text: string, at: number): boolean {
  return /^&(?:\w{2,31}|#\d{1,7}|#x[\da-f]{1,6});/i.test(text.slice(at, at + 34));
}

function opensValue(text: string, quote: number): boolean {
  return text.charAt(quote) === '"' && text.charAt(quote - 1) === '=';
}

/** A tag, or a value in the midst of text. */
function endsTag(text: string, sign: number): boolean {
  return (text.charAt(sign) === '>' && text.charAt(sign - 1) !== '=') || text.charAt(sign) === '}';
}

/** The last of some characters before an offset; to be asked in order. */
function lastOf(text: string, signs: string): (at: number) => number {
  let [found, seen] = [-1, 0];
  return (at) => {
    for (; seen < at; seen++) if (signs.includes(text.charAt(seen))) found = seen;
    return found;
  };
}

/** The next of some characters behind an offset; to be asked in order. */
function nextOf(text: string, signs: string): (at: number) => number {
  let next = 0;
  return (at) => {
    if (next <= at) next = at + 1;
    while (next < text.length && !signs.includes(text.charAt(next))) next++;
    return next;
  };
}
