import { count, descendants, type XmlElement } from './xml-elements.ts';
import { baseName, LinesRead, timeOf, withSlashes, type CoverageReport, type ReportedFile, type Wanted } from './reported-file.ts';

/** Reads Cobertura's XML: classes with a file name below one of the sources, and their lines. */
export function readCobertura(root: XmlElement, wants: Wanted): CoverageReport {
  const sources = [...descendants([root], 'source')].map(({ text }) => withSlashes(text.trim()).replace(/\/$/, ''));
  const read = new Map<string, LinesRead>();
  for (const type of descendants([root], 'class')) {
    const name = withSlashes(type.attributes.get('filename') ?? '');
    if (!wants(baseName(name))) continue;
    // Several classes stand in one file.
    const lines = read.get(name) ?? new LinesRead();
    read.set(name, lines);
    readLines(type, lines);
  }
  const made = timeOf(root.attributes.get('timestamp'));
  const files = [...read].map(([name, lines]): ReportedFile => ({ names: namesBelow(sources, name), kind: 'path', lines: lines.lines() }));
  return { files, ...(made !== undefined && { made }) };
}

/** The lines of its methods stand among its own as well. */
function readLines(type: XmlElement, read: LinesRead): void {
  const own = type.children.filter(({ name }) => name === 'lines').flatMap(({ children }) => children);
  for (const line of own) {
    const at = count(line, 'number');
    read.hit(at, count(line, 'hits') > 0);
    const [, taken, all] = /\((\d+)\/(\d+)\)/.exec(line.attributes.get('condition-coverage') ?? '') ?? [];
    if (all !== undefined) read.branches(at, { taken: Number(taken), all: Number(all) });
  }
}

function namesBelow(sources: readonly string[], name: string): readonly string[] {
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(name);
  const below = isAbsolute ? [] : sources.filter((source) => source !== '' && source !== '.').map((source) => `${source}/${name}`);
  return [...below, name];
}
