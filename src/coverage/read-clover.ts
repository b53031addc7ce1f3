import { count, descendants, type XmlElement } from './xml-elements.ts';
import { baseName, LinesRead, timeOf, withSlashes, type CoverageReport, type ReportedFile, type Wanted } from './reported-file.ts';

/** Reads Clover's XML, as Clover itself writes it and as Istanbul does: files of lines. */
export function readClover(root: XmlElement, wants: Wanted): CoverageReport {
  // What is below `testproject` are the tests themselves.
  const projects = root.children.filter(({ name }) => name === 'project');
  const files = [...descendants(projects, 'file')].flatMap((file): ReportedFile[] => {
    const name = withSlashes(file.attributes.get('path') ?? file.attributes.get('name') ?? '');
    return wants(baseName(name)) ? [{ names: [name], kind: 'path', lines: linesOf(file, root) }] : [];
  });
  const made = timeOf(root.attributes.get('generated'));
  return { files, ...(made !== undefined && { made }) };
}

function linesOf(file: XmlElement, root: XmlElement): ReturnType<LinesRead['lines']> {
  const read = new LinesRead();
  for (const line of descendants(file.children, 'line')) {
    const at = count(line, 'num');
    const isCondition = line.attributes.get('type') === 'cond';
    const [held, failed] = [count(line, 'truecount'), count(line, 'falsecount')];
    read.hit(at, count(line, 'count') > 0 || (isCondition && !isOfIstanbul(root) && held + failed > 0));
    if (!isCondition) continue;
    // Istanbul counts the ways that were gone and those that were not; Clover how often the condition held and how often not.
    if (isOfIstanbul(root)) read.branches(at, { taken: held, all: held + failed });
    else read.branches(at, { taken: Number(held > 0) + Number(failed > 0), all: 2 });
  }
  return read.lines();
}

/** It always says that it is this version. */
function isOfIstanbul({ attributes }: XmlElement): boolean {
  return attributes.get('clover') === '3.2.0';
}
