import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import { member, nodesOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { TextRange } from '../../base/text-range.ts';
import { defineFileRule } from '../rule.ts';
import { several } from './dependencies/manifest.ts';

const pom = (url: string): string =>
  `<project>\n  <repositories>\n    <repository>\n      <url>${url}</url>\n    </repository>\n  </repositories>\n</project>\n`;

export const cleartextRepository = defineFileRule({
  id: 'delivery/cleartext-repository',
  title: 'Dependencies are fetched over a connection that anyone on the way can change',
  reason: 'Whoever is on the way between the build and the repository can hand it other code, which is then built in and run.',
  remedy: 'Use `https`, and leave the check of certificates on.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [319, 829],
  sources: [{ title: 'Maven: insecure HTTP repositories are blocked', url: 'https://maven.apache.org/docs/3.8.1/release-notes.html' }],
  limits: 'pom.xml, settings.xml, build.gradle, .npmrc, pip.conf and Chart.yaml. Addresses on the same machine are left alone.',
  examples: [
    {
      name: 'a repository has no encryption',
      base: { 'pom.xml': pom('https://repo.acme.example/maven') },
      head: { 'pom.xml': pom('http://repo.acme.example/maven') },
      finds: [
        'pom.xml:4 Dependencies are fetched from `http://repo.acme.example/maven` unencrypted, so that anyone on the way can replace them: use `https`.',
      ],
    },
    { name: 'a repository is encrypted', base: {}, head: { 'pom.xml': pom('https://repo.acme.example/maven') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role === 'vendored' || file.role === 'test') return;
    for (const { range, what } of openIn(file))
      yield {
        message: what.startsWith('http')
          ? `Dependencies are fetched from \`${what}\` unencrypted, so that anyone on the way can replace them: use \`https\`.`
          : `\`${what}\` turns off the check of who sends the dependencies: leave it on.`,
        place: { file, range },
        subject: what,
        properties: { category: 'cleartext-transport' },
      };
  },
});

interface Open {
  readonly range: TextRange;
  readonly what: string;
}

function openIn(file: SourceFile): readonly Open[] {
  if (/(?:^|\/)(?:pom|settings)\.xml$/.test(file.path)) return inMaven(file.document?.roots[0]);
  if (/\.gradle(?:\.kts)?$/.test(file.path))
    return inText(
      file,
      /(?:url\b|maven\s*\(|setUrl\()[^\n"']{0,60}["'](http:\/\/[^"'\n]{1,300})["']|\b((?:isA|a)llowInsecureProtocol\s*=\s*true)/g,
    );
  if (/(?:^|\/)\.npmrc$/.test(file.path))
    return inText(
      file,
      /^[ \t]{0,20}(?:@[\w-]{1,100}:)?registry\s{0,4}=\s{0,4}(http:\/\/\S{1,300})|^[ \t]{0,20}(strict-ssl\s{0,4}=\s{0,4}false)/gm,
    );
  if (/(?:^|\/)pip\.(?:conf|ini)$/.test(file.path))
    return inText(file, /index-url\s{0,4}=\s{0,4}(http:\/\/\S{1,300})|^[ \t]{0,20}(trusted-host\s{0,4}=\s{0,4}\S{1,200})/gm);
  if (/(?:^|\/)Chart\.ya?ml$/.test(file.path))
    return inText(file, /^[ \t]{0,20}(?:- )?repository:[ \t]{0,20}["']?(http:\/\/[^\s"']{1,300})/gm);
  return [];
}

function inMaven(root: DocumentNode | undefined): readonly Open[] {
  const found: Open[] = [];
  for (const node of nodesOf(root))
    for (const name of ['repository', 'pluginRepository', 'snapshotRepository', 'mirror'])
      for (const each of several(member(node, name))) {
        const url = member(each, 'url');
        const text = textOf(url);
        if (url && text !== undefined && isOpen(text) && found.every(({ range }) => range.start !== url.range.start))
          found.push({ range: url.range, what: text });
      }
  return found;
}

function inText({ text }: SourceFile, pattern: RegExp): readonly Open[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const what = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].lastIndexOf(what);
    return what.startsWith('http') && !isOpen(what) ? [] : [{ range: { start, end: start + what.length }, what }];
  });
}

function isOpen(url: string): boolean {
  return /^http:\/\/(?!localhost|127\.|\[?::1|0\.0\.0\.0|host\.docker)/.test(url);
}
