import * as z from 'zod/mini';
import { UserError } from '../base/errors.ts';
import type { TreeReader } from '../change/change-set.ts';
import type { RuleId } from '../finding/expectation.ts';

/** The file beside the standard that lists what was there when a team began. */
export const baselineFileName = 'plumbline.baseline.json';

/** A finding that was there. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: RuleId;
  readonly fingerprint: string;
}

const schema = z.object({
  version: z.literal(1),
  findings: z.array(z.object({ path: z.string(), rule: z.string(), fingerprint: z.string() })),
});

/** The baseline as a text: an entry a line, so that it is merged and read with ease. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const keyed = entries.map(({ path, rule, fingerprint }) => ({ key: [path, rule, fingerprint].join('\n'), path, rule, fingerprint }));
  const lines = keyed
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ path, rule, fingerprint }) => `    ${JSON.stringify({ path, rule, fingerprint })}`);
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${findings}\n}\n`;
}

/**
 * The fingerprints in the baseline of a tree; none where it has no such file.
 * @throws UserError where the file cannot be understood
 */
export async function readBaseline(tree: TreeReader): Promise<ReadonlySet<string>> {
  const file = (await tree.read([baselineFileName])).get(baselineFileName);
  if (!file) return new Set();
  const parsed = schema.safeParse(jsonOf(file.text));
  if (parsed.success) return new Set(parsed.data.findings.map(({ fingerprint }) => fingerprint));
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.map(String).join('.')}` : '';
  throw new UserError(
    `The baseline ${baselineFileName} is not as \`plumbline baseline\` writes it${where}.`,
    'Write it anew: `plumbline baseline`, or take it away.',
  );
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
