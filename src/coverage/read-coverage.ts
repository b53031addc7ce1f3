import type { CoverageReport, Wanted } from './reported-file.ts';
import { readIstanbul } from './read-istanbul.ts';
import { readLcov } from './read-lcov.ts';
import type { XmlElement } from './xml-elements.ts';

/** Bytes. More of a report would take seconds to read. */
export const longestReport = 48_000_000;

/**
 * Reads a report on what tests executed, of whichever kind by what it holds: lcov, Istanbul's JSON, or the XML of JaCoCo, Cobertura and Clover.
 * @param wants the files to read of it
 * @throws Error with a reason for people, where it is broken or of no known kind
 */
export async function readCoverage(text: string, wants: Wanted): Promise<CoverageReport> {
  const begin = text.slice(0, 4000).trimStart();
  if (begin.startsWith('{')) return readIstanbul(text, wants);
  if (begin.startsWith('<')) return readXml(text, wants);
  if (/^(?:TN:|SF:)/m.test(begin)) return readLcov(text, wants);
  if (begin === '') return { files: [] };
  throw new Error(unknown);
}

const unknown = 'it is none of lcov, Istanbul’s JSON, and the XML of JaCoCo, Cobertura and Clover';

/** The library is loaded where it is needed. */
async function readXml(text: string, wants: Wanted): Promise<CoverageReport> {
  const [{ readElements }, { jacocoIgnored, readJacoco }, { readCobertura }, { readClover }] = await Promise.all([
    import('./xml-elements.ts'),
    import('./read-jacoco.ts'),
    import('./read-cobertura.ts'),
    import('./read-clover.ts'),
  ]);
  const isJacoco = /<report[\s>]/.test(text.slice(0, 4000));
  const root = readElements(text, isJacoco ? jacocoIgnored : []).find(({ name }) => name === 'report' || name === 'coverage');
  if (root && !text.trimEnd().endsWith(`</${root.name}>`)) throw new Error('it breaks off');
  if (root?.name === 'report') return readJacoco(root, wants);
  if (root && isClover(root)) return readClover(root, wants);
  if (root?.attributes.has('line-rate') || root?.children.some(({ name }) => name === 'packages')) return readCobertura(root, wants);
  throw new Error(unknown);
}

function isClover({ attributes, children }: XmlElement): boolean {
  return attributes.has('clover') || attributes.has('generated') || children.some(({ name }) => name === 'project');
}
