import { count, descendants, type XmlElement } from './xml-elements.ts';
import { LinesRead, type CoverageReport, type ReportedFile, type Wanted } from './reported-file.ts';

/** What holds the same as counters only, and most of the document. */
export const jacocoIgnored = ['..class'];

/** Reads JaCoCo's XML: packages of source files of lines, each with its missed and covered instructions and branches. */
export function readJacoco(root: XmlElement, wants: Wanted): CoverageReport {
  const files = [...descendants([root], 'package')].flatMap((folder) =>
    folder.children.flatMap((file): ReportedFile[] => {
      const name = file.attributes.get('name') ?? '';
      if (file.name !== 'sourcefile' || !wants(name)) return [];
      const owner = folder.attributes.get('name') ?? '';
      return [{ names: [owner === '' ? name : `${owner}/${name}`], kind: 'tail', lines: linesOf(file) }];
    }),
  );
  const dumps = root.children.filter(({ name }) => name === 'sessioninfo').map((session) => count(session, 'dump'));
  const made = Math.max(0, ...dumps);
  return { files, ...(made > 0 && { made }) };
}

function linesOf(file: XmlElement): ReturnType<LinesRead['lines']> {
  const read = new LinesRead();
  for (const line of file.children.filter(({ name }) => name === 'line')) {
    const at = count(line, 'nr');
    read.hit(at, count(line, 'ci') > 0);
    const taken = count(line, 'cb');
    read.branches(at, { taken, all: taken + count(line, 'mb') });
  }
  return read.lines();
}
