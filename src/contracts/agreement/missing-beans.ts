import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { beansOf, type Bean } from '../../code/surface/beans.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { filesHolding } from './files-holding.ts';

/** Beans that are gone, or have another name now, although code of the same tree still asks for them by the old one. */
export async function missingBeans(files: readonly ChangedFile[], surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const kept = new Set(files.flatMap(({ head }) => (head ? beansOf(head).map(({ name }) => name) : [])));
  const gone = files.flatMap(({ base }) =>
    base?.role === 'production' ? beansOf(base).flatMap((bean) => (kept.has(bean.name) ? [] : [{ bean, file: base }])) : [],
  );
  if (gone.length === 0 || files.some(({ head }) => (head?.facts?.errors.length ?? 0) > 0)) return [];
  const names = gone.map(({ bean }) => bean.name);
  const texts = await surroundings.read('head', await filesHolding(names, ['.java', '.xml'], surroundings));
  const trees = [...texts].map(([path, text]) => unchangedFile('head', path, text));
  return gone.flatMap(({ bean, file }) => (trees.some((each) => declares(each.text, bean.name)) ? [] : stillAskedFor(bean, file, trees)));
}

/** Whether the bean has another declaration, in code or in XML, that the change does not touch. */
function declares(text: string, name: string): boolean {
  const said = `["']${escaped(name)}["']`;
  return (
    new RegExp(`<bean\\b[^>]{0,300}\\b(?:id|name)=${said}`).test(text) ||
    new RegExp(`@(?:Bean|Component|Service|Repository|Controller|Configuration|Named)\\s*\\([^)]{0,200}${said}`).test(text) ||
    new RegExp(`@Bean\\b[^;{}]{0,400}\\s${escaped(name)}\\s*\\(`).test(text) ||
    new RegExp(
      `@(?:Component|Service|Repository|Controller|RestController|Configuration)\\b[^;{}]{0,400}\\bclass\\s+${escaped(className(name))}\\b`,
    ).test(text)
  );
}

function className(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function stillAskedFor({ name, symbol, range }: Bean, base: SourceFile, trees: readonly SourceFile[]): readonly ContractChange[] {
  for (const file of trees) {
    const found = asking(file.text, name);
    if (!found) continue;
    return [
      {
        contract: 'agreement',
        change: 'bean-removed',
        impact: 'breaking',
        message: `The bean \`${name}\` is asked for by its name here, but \`${symbol.name}\`, which was it, is gone or has another name: the application does not start.`,
        element: name,
        file,
        range: found,
        before: { file: base, range },
        deprecatedBefore: false,
      },
    ];
  }
  return [];
}

/** A place that a bean of the name is put into, or looked up: a qualifier on what declares one says something else. */
function asking(text: string, name: string): { readonly start: number; readonly end: number } | undefined {
  const said = `"${escaped(name)}"`;
  const put = `@(?:Qualifier|Named)\\s*\\(\\s*(?:value\\s*=\\s*)?${said}\\s*\\)\\s+(?:(?:private|protected|public|final|static)\\s+|@\\w+\\s+)*[\\w.]+(?:<[^;(){}]{0,100}>)?(?:\\[\\])?\\s+\\w+\\s*[,);=]`;
  const named = `@Resource\\s*\\(\\s*(?:name\\s*=\\s*)?${said}|@DependsOn\\s*\\([^)]{0,200}${said}|\\bgetBean\\s*\\(\\s*${said}|\\bref="${escaped(name)}"`;
  const found = new RegExp(`${put}|${named}`).exec(text);
  if (!found) return undefined;
  const start = found.index + found[0].indexOf(name);
  return { start, end: start + name.length };
}

function escaped(name: string): string {
  return name.replaceAll(/[^\w]/g, '\\$&');
}
