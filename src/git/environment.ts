import { realpath } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { locateRepository, type RepositoryPlace } from './locate.ts';

/** What any program needs to run; everything else of the environment could change what git does. */
const NEEDED = ['PATH', 'Path', 'PATHEXT', 'SYSTEMROOT', 'SystemRoot', 'WINDIR', 'COMSPEC', 'TEMP', 'TMP', 'TMPDIR', 'LD_LIBRARY_PATH'];

/** What the person's own git settings are found by. */
const PERSONAL = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA'];

/** For the network alone: who the person is to a server, and the way to it. */
const NETWORK = [
  'SSH_AUTH_SOCK',
  'SSH_AGENT_PID',
  'USER',
  'LOGNAME',
  'USERNAME',
  ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]),
];

type Environment = Record<string, string>;

function pick(names: readonly string[]): Environment {
  const picked: Environment = {};
  for (const name of names) {
    const value = process.env[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/** The same for every process: messages in English, no question to the person, no lock, nothing fetched on the way. */
const ALWAYS: Environment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ATTR_NOSYSTEM: '1',
};

/** Without any configuration, the person's included: what git then does is the same on every machine. */
export function bareEnvironment(home: string): Environment {
  return {
    ...pick(NEEDED),
    ...ALWAYS,
    HOME: home,
    XDG_CONFIG_HOME: home,
    USERPROFILE: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: join(home, 'no-config'),
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

/** With the person's own and the system's configuration, which are trusted as far as they are asked for single settings. */
export function personalEnvironment(): Environment {
  return { ...pick(NEEDED), ...pick(PERSONAL), ...ALWAYS };
}

/** For fetching from a server, with the person's own credentials and proxy. */
export function networkEnvironment(): Environment {
  return { ...personalEnvironment(), ...pick(NETWORK), GIT_ALLOW_PROTOCOL: 'https:ssh:file' };
}

/** What git hands to a hook about the repository that the hook runs for. */
export interface HookEnvironment {
  readonly index?: string;
  readonly objects?: string;
  readonly alternates?: string;
}

/**
 * What a hook's environment says about this repository: in a `pre-commit` hook the index may be a temporary one. It is
 * for the repository of the hook; when another one is reviewed from there, it does not apply.
 */
export async function hookEnvironment(place: RepositoryPlace): Promise<HookEnvironment> {
  const { GIT_DIR, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY, GIT_ALTERNATE_OBJECT_DIRECTORIES } = process.env;
  if (GIT_INDEX_FILE === undefined && GIT_OBJECT_DIRECTORY === undefined) return {};
  const ours = GIT_DIR === undefined ? (await locateRepository('.'))?.gitDirectory : await realpath(GIT_DIR).catch(() => undefined);
  if (ours !== (await realpath(place.gitDirectory))) return {};
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(path));
  return {
    ...(GIT_INDEX_FILE !== undefined && { index: absolute(GIT_INDEX_FILE) }),
    ...(GIT_OBJECT_DIRECTORY !== undefined && { objects: absolute(GIT_OBJECT_DIRECTORY) }),
    ...(GIT_ALTERNATE_OBJECT_DIRECTORIES !== undefined && { alternates: GIT_ALTERNATE_OBJECT_DIRECTORIES }),
  };
}
