import type { Side } from '../../change/change-set.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { isApplicationSettings } from './application-settings.ts';

const code = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.java', '.kt', '.groovy', '.scala'];
const settings = ['.yml', '.yaml', '.properties'];
const aside = /(?:^|\/)(?:tests?|__tests__|specs?|docs?|examples?|samples?|fixtures|node_modules)\/|\.(?:test|spec)\.[cm]?[jt]sx?$/i;

/** Beyond this, what names a thing is not read: it is taken to be named. */
const mostFiles = 60;

const searchedKinds: ReadonlySet<SurfaceElement['kind']> = new Set(['environment-variable', 'setting', 'topic', 'feature-flag', 'bean']);

/** Which of the elements are named in the product's code on a side: moved, or read in more than one place. */
export async function namedIn(
  side: Side,
  elements: readonly SurfaceElement[],
  { grep, read }: ContractSurroundings,
): Promise<ReadonlySet<SurfaceElement>> {
  const searched = elements.filter(({ kind }) => searchedKinds.has(kind));
  if (searched.length === 0) return new Set();
  const held = [...(await grep(side, [...new Set(searched.map(({ name }) => name))], [...code, ...settings]))].filter(([path]) =>
    mayRead(path),
  );
  const texts = await read(side, held.map(([path]) => path).slice(0, mostFiles));
  const isNamed = ({ kind, name }: SurfaceElement): boolean =>
    held.some(([path, words]) => words.has(name) && (!texts.has(path) || names(texts.get(path) ?? '', kind, name, path)));
  return new Set(searched.filter(isNamed));
}

/** Code of the product, and the settings that ask its environment. */
function mayRead(path: string): boolean {
  return !aside.test(path) && (code.some((suffix) => path.endsWith(suffix)) || isApplicationSettings(path));
}

/** Variables stand by themselves, all else in quotes or braces: their names are words of other things too. */
function names(text: string, kind: SurfaceElement['kind'], name: string, path: string): boolean {
  if (kind === 'environment-variable') return true;
  if (kind === 'setting' && isApplicationSettings(path)) return false;
  return ['"', "'", '`', '{'].some((before) => ['"', "'", '`', '}', ':'].some((after) => text.includes(`${before}${name}${after}`)));
}

/** Which of the settings are set by what ships with the product, as far as the last parts of their names tell. */
export async function setIn(elements: readonly SurfaceElement[], { grep }: ContractSurroundings): Promise<ReadonlySet<SurfaceElement>> {
  const searched = elements.filter(({ kind, required }) => kind === 'setting' && required);
  if (searched.length === 0) return new Set();
  const found = await grep('head', [...new Set(searched.map(lastPart))], settings);
  const set = new Set([...found].filter(([path]) => isApplicationSettings(path)).flatMap(([, held]) => [...held]));
  return new Set(searched.filter((element) => set.has(lastPart(element))));
}

function lastPart({ name }: SurfaceElement): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
