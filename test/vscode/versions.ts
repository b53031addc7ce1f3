import { join } from 'node:path';

/** The repository's root folder. */
export const REPOSITORY = join(import.meta.dirname, '..', '..');

/** One VS Code as npm packages: the server build inside code-server, and the Node it is made for. */
export interface VSCodeVersion {
  readonly vscode: string;
  readonly codeServer: string;
  readonly node: string;
}

/** The oldest version that `engines.vscode` admits and a recent one. */
export const VSCODE_VERSIONS = {
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
  newest: { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
} as const satisfies Record<string, VSCodeVersion>;

export type VersionName = keyof typeof VSCODE_VERSIONS;

/** Where downloaded VS Code versions are kept between runs. */
export const VSCODE_CACHE = join(REPOSITORY, '.cache', 'vscode');
