import { posix } from 'node:path';
import type { ContractSurroundings } from '../contract-kind.ts';
import { uncommented, type ApiUse, type SearchedTree } from './api-use.ts';

const mostFiles = 200;
const longest = 500_000;

/** Packages that are not called like the group that publishes them. */
const packages: Readonly<Record<string, string>> = {
  'com.google.guava:guava': 'com.google.common',
  'com.google.code.gson:gson': 'com.google.gson',
  'com.google.inject:guice': 'com.google.inject',
  'com.squareup.okhttp3:okhttp': 'okhttp3',
  'com.squareup.retrofit2:retrofit': 'retrofit2',
  'commons-io:commons-io': 'org.apache.commons.io',
  'commons-codec:commons-codec': 'org.apache.commons.codec',
  'org.apache.commons:commons-lang3': 'org.apache.commons.lang3',
  'org.apache.commons:commons-collections4': 'org.apache.commons.collections4',
  'org.apache.httpcomponents:httpclient': 'org.apache.http',
  'io.projectreactor:reactor-core': 'reactor.core',
  'io.reactivex.rxjava3:rxjava': 'io.reactivex.rxjava3',
  'org.jetbrains.kotlin:kotlin-stdlib': 'kotlin',
  'joda-time:joda-time': 'org.joda.time',
  'com.fasterxml.jackson.core:jackson-core': 'com.fasterxml.jackson.core',
  'com.fasterxml.jackson.core:jackson-databind': 'com.fasterxml.jackson.databind',
  'com.fasterxml.jackson.core:jackson-annotations': 'com.fasterxml.jackson.annotation',
};

/** Starters hold nothing of their own: they bring what they are called after. */
export function packageOf(dependency: string): string {
  if (dependency.startsWith('org.springframework.boot:spring-boot-starter')) return 'org.springframework';
  return packages[dependency] ?? dependency.split(':', 1)[0] ?? '';
}

/** The first place of a module's sources where a type of a dependency stands in a public signature. */
export async function mavenApiUse(
  dependency: string,
  folder: string,
  { side, read, grep }: SearchedTree & Pick<ContractSurroundings, 'grep'>,
): Promise<ApiUse | undefined> {
  const prefix = packageOf(dependency);
  const sources = posix.join(folder, 'src/main/java/');
  const word = prefix.slice(prefix.lastIndexOf('.') + 1);
  if (!/^\w+$/.test(word)) return undefined;
  const paths = [...(await grep(side, [word], ['.java'])).keys()].filter(
    (path) => path.startsWith(sources) && !/\/(?:internal|impl|shaded)\//.test(path),
  );
  for (const [path, text] of await read(side, paths.slice(0, mostFiles))) {
    const name = publicUse(uncommented(text.slice(0, longest)), prefix);
    if (name !== undefined) return { name, path };
  }
  return undefined;
}

/** The type that is imported from a package, or one below it, and stands in what a public type shows. */
function publicUse(text: string, prefix: string): string | undefined {
  const kind = /^public\s+(?:[a-z-]+\s+){0,4}(class|interface|record|enum|@interface)\b/m.exec(text)?.[1];
  if (kind === undefined) return undefined;
  const imported = [...text.matchAll(/^import\s+([\w.]+)\.(\w+)\s*;/gm)].flatMap(({ 1: from = '', 2: name = '' }) =>
    from === prefix || from.startsWith(`${prefix}.`) ? [name] : [],
  );
  if (imported.length === 0) return undefined;
  const shown = [...text.matchAll(kind === 'interface' ? interfaceMember : member)].map(([line]) => withoutValue(line));
  return imported.find((name) => shown.some((line) => new RegExp(`(?<![@\\w.])${name}\\b`).test(line)));
}

/** A declaration that others see, up to its body or its end. In an interface that is a type, a name and a bracket; calls have no type before them. */
const member = /^[ \t]*(?:public|protected)\s[^;{}]{1,2000}[;{]/gm;
const interfaceMember =
  /^(?:public\s|[ \t]+(?!(?:private|return|throw|new|else)\b)[\w<][\w.<>[\],? \t]{0,500}[ \t]\w+\()[^;{}]{1,2000}[;{]/gm;

function withoutValue(line: string): string {
  return line.replace(/\s=\s[^]*$/, '');
}
