import { remembered } from '../../base/remembered.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { withoutComments } from './read-gradle.ts';

/** A dependency that a build file of Gradle hands on to consumers, as it is written. */
export interface HandedOn {
  /** `com.acme:money`, `libs.acme.money`, `:core`. */
  readonly name: string;
  readonly by: 'coordinates' | 'catalogue' | 'project';
  /** As written, and empty where none is: `2.1.0`, `$moneyVersion`. */
  readonly version: string;
  /** It brings versions of others and nothing of its own. */
  readonly isPlatform: boolean;
  readonly range: TextRange;
}

/** `api` and `compileOnlyApi`, up to what is depended on. */
const statement =
  /(?:^|[{;])[ \t]*["']?(?:api|compileOnlyApi)["']?[ \t]*\(?[ \t]*((?:(?:platform|enforcedPlatform|testFixtures)[ \t]*\(?[ \t]*)?)/gm;

const forms: readonly (readonly [HandedOn['by'], RegExp])[] = [
  ['coordinates', /^["']([\w.-]{1,200}:[\w.-]{1,200})(?::([\w.+${}[\](),-]{1,80}))?(?:[:@][\w.-]{1,60})?["']/],
  [
    'coordinates',
    /^group\s*[:=]\s*["']([\w.-]{1,200})["']\s*,\s*name\s*[:=]\s*["']([\w.-]{1,200})["'](?:\s*,\s*version\s*[:=]\s*["']?([\w.+${}-]{1,80}))?/,
  ],
  ['project', /^project\s*\(\s*(?:path\s*[:=]\s*)?["'](:[\w:.-]{1,200})["']/],
  ['project', /^(projects(?:\.\w{1,100}){1,10})/],
  ['catalogue', /^([a-z]\w{0,40}(?:\.\w{1,100}){1,10})/],
];

/** The `api` dependencies in a build file. */
export const handedOnBy = remembered((file: SourceFile): readonly HandedOn[] => {
  const text = withoutComments(file.text);
  return Array.from(text.matchAll(statement), (found): HandedOn[] => {
    const start = found.index + found[0].length;
    const rest = text.slice(start, start + 500);
    for (const [by, form] of forms) {
      const match = form.exec(rest);
      if (!match) continue;
      const named = form.source.startsWith('^group') ? [`${match[1] ?? ''}:${match[2] ?? ''}`, match[3]] : [match[1], match[2]];
      const [name = '', version = ''] = named;
      const range = { start: found.index + found[0].search(/[\w"']/), end: start + match[0].length };
      return [
        {
          name: by === 'project' ? projectPath(name) : name.replace(/\.get$/, ''),
          by,
          version,
          isPlatform: /platform/i.test(found[1] ?? ''),
          range,
        },
      ];
    }
    return [];
  }).flat();
});

/** `projects.shopCore` is `:shop-core`. */
function projectPath(name: string): string {
  if (name.startsWith(':')) return name;
  return name
    .replace(/^projects/, '')
    .replaceAll('.', ':')
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
