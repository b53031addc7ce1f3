const wrappers =
  /^(?:ResponseEntity|HttpEntity|RequestEntity|Optional|Mono|Flux|Uni|Multi|List|Set|Collection|Iterable|CompletableFuture|CompletionStage|Promise|Observable|Array|ReadonlyArray|Readonly|RestResponse|HttpResponse|Single|Maybe)$/;

/** `A`, `B<C, D>` of `<A, B<C, D>>`. */
export function typeArguments(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if ('<{[('.includes(char)) depth += 1;
    if ('>}])'.includes(char)) depth -= 1;
    if ((char === ',' && depth === 1) || depth === 0) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    }
    if (depth === 0) return found;
  }
  return [];
}

/** The type itself, without what only says how many there are or when they come. */
export function namedType(type: string | undefined): string | undefined {
  let at = type?.replace(/\bjava\.util\.|^readonly /g, '').trim() ?? '';
  for (let turn = 0; turn < 5; turn += 1) {
    at = at.replace(/(?:\[\])+$/, '').replace(/^(?:@\w+ )+/, '');
    const open = at.indexOf('<');
    if (open === -1) break;
    if (!wrappers.test(at.slice(0, open).trim())) return undefined;
    at = typeArguments(at.slice(open))[0] ?? '';
  }
  return /^[A-Z]\w*$/.test(at) ? at : undefined;
}
