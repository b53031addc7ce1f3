import { baseName, LinesRead, withSlashes, type CoverageReport, type ReportedFile, type Wanted } from './reported-file.ts';

/** Reads the records of lcov: `SF:` begins a file, `DA:line,count` and `BRDA:line,block,branch,taken` tell of it, `end_of_record` ends it. @throws Error where the last one has no end */
export function readLcov(text: string, wants: Wanted): CoverageReport {
  const files: ReportedFile[] = [];
  let open: { readonly name: string; readonly read: LinesRead } | undefined;
  for (const line of linesOf(text)) {
    if (line.startsWith('SF:')) {
      const name = withSlashes(line.slice(3).trim());
      open = wants(baseName(name)) ? { name, read: new LinesRead() } : undefined;
    } else if (line.startsWith('end_of_record')) {
      if (open) files.push({ names: [open.name], kind: 'path', lines: open.read.lines() });
      open = undefined;
    } else if (open) readRecord(line, open.read);
  }
  if (open) throw new Error('it breaks off');
  return { files };
}

function readRecord(line: string, read: LinesRead): void {
  if (line.startsWith('DA:')) {
    const [at, count] = line.slice(3).split(',');
    read.hit(Number(at), Number(count) > 0);
  } else if (line.startsWith('BRDA:')) {
    const parts = line.slice(5).split(',');
    // `-` where the line was not run at all.
    read.branches(Number(parts[0]), { taken: Number(parts.at(-1)) > 0 ? 1 : 0, all: 1 });
  }
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield text.slice(start, text.charAt(end - 1) === '\r' ? end - 1 : end);
    start = end + 1;
  }
}
