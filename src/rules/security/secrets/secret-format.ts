/** A kind of secret that can be told by its looks. */
export interface SecretFormat {
  readonly kind: string;
  /** Linear: every repetition is bounded or of one class. The first group, where there is one, is the secret. */
  readonly pattern: RegExp;
  /** What every such secret holds: to look for it first is much faster than to try the pattern. */
  readonly needle?: string;
  /** The files that such secrets are looked for in, where the pattern says too little elsewhere. */
  readonly path?: RegExp;
}

/** A format; the pattern is tried at every place. */
export function format(kind: string, pattern: RegExp, more: Omit<SecretFormat, 'kind' | 'pattern'> = {}): SecretFormat {
  return { kind, pattern: new RegExp(pattern.source, `g${pattern.flags}`), ...more };
}
