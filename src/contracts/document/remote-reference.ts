import type { Notice } from '../../base/notice.ts';

/** Whether a reference leads out of the repository: it names a scheme or a host. */
export function isRemote(location: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]{0,30}:|\/\/)/i.test(location);
}

/** A remote reference is never followed. */
export function remoteReference(path: string, location: string): Notice {
  return {
    id: 'contract-remote-reference',
    message: `\`${path}\` refers to \`${location}\`, which is not in the repository and is not compared.`,
    remedy: 'Keep a copy of it in the repository and refer to that, or compare it by hand.',
    path,
    incomplete: true,
  };
}
