/** A standard in a git repository, pinned. */
export interface GitReference {
  readonly url: string;
  /** A tag or a full commit id. */
  readonly revision: string;
}

/** Whether a reference means a git repository. */
export function isGitReference(reference: string): boolean {
  return /^(?:git\+|github:|gitlab:)/.test(reference);
}

/**
 * Reads `github:acme/standard#v1.2.0` or `git+https://…#commit`; returns what is wrong as a sentence.
 * Only https and ssh: another transport could start a program or read a file of the reader's machine.
 * @param localAllowed also `git+file:` (for a standard that the person named, not the repository)
 */
export function parseGitReference(reference: string, localAllowed: boolean): GitReference | string {
  const [address = '', revision = ''] = reference.split('#', 2);
  if (!/^[\w][\w./+-]{0,199}$/.test(revision))
    return `"${reference}" names no tag or commit; write one after "#", e.g. "${address}#v1.0.0".`;
  const url = urlOf(address);
  const allowed = localAllowed ? ['https:', 'ssh:', 'file:'] : ['https:', 'ssh:'];
  if (!url || !allowed.includes(url.protocol)) return `"${reference}" is not the address of a git repository by https or ssh.`;
  return { url: url.href, revision };
}

function urlOf(address: string): URL | undefined {
  const hosted = /^(github|gitlab):([\w.-]+(?:\/[\w.-]+)+)$/.exec(address);
  const text = hosted ? `https://${hosted[1] ?? ''}.com/${hosted[2] ?? ''}.git` : address.replace(/^git\+/, '');
  return URL.canParse(text) ? new URL(text) : undefined;
}
