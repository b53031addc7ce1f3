import * as z from 'zod/mini';
import type { ChangedFile, CodeChange } from '../../code/code-change.ts';
import { itemsOf, member, nodesOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { fewerUpdates } from './safeguards/updates.ts';
import { defineChangeRule } from '../rule.ts';

const path = '.gitleaks.toml';
const rules = 'title = "acme"\n[extend]\nuseDefault = true\n';

export const weakenedScanner = defineChangeRule({
  id: 'delivery/weakened-scanner',
  title: 'A scanner for secrets or weaknesses looks at less than before',
  reason:
    'An exception hides not only what it was made for, but everything that comes to lie under it. A scanner without its configuration finds nothing, and says so in green.',
  remedy: 'Mend what was found, or name the one finding, with a reason and an end. Keep paths and kinds as narrow as they can be.',
  severity: 'warning',
  confidence: 'medium',
  languages: 'any',
  cwe: [693],
  needs: [],
  sources: [
    { title: 'gitleaks: allowlists', url: 'https://github.com/gitleaks/gitleaks#configuration' },
    { title: 'Trivy: filtering', url: 'https://trivy.dev/latest/docs/configuration/filtering/' },
  ],
  limits:
    'gitleaks, secretlint, Trivy, Snyk, Semgrep, OSV, Checkov, Sonar and OWASP Dependency-Check, Dependabot and Renovate, by the names of their files. An ignored finding with a reason in the line, or above it, is a note.',
  examples: [
    {
      name: 'paths are taken out of the search for secrets',
      base: { [path]: rules },
      head: { [path]: `${rules}[allowlist]\npaths = ['''src/.*''']\n` },
      finds: [`${path}:5 gitleaks is told to leave more out: \`paths = ['''src/.*''']\`.`],
    },
    {
      name: 'a weakness is ignored',
      base: { '.trivyignore': '' },
      head: { '.trivyignore': 'CVE-2024-21538\n' },
      finds: ['.trivyignore:1 Trivy is told to leave more out: `CVE-2024-21538`.'],
    },
    { name: 'an exception is taken back', base: { '.trivyignore': 'CVE-2024-21538\n' }, head: { '.trivyignore': '' }, finds: [] },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const file of change.files) {
      yield* fewerUpdates(file, change);
      const scanner = scanners.find((each) => each.path.test(file.path));
      if (!scanner || file.head?.role === 'test') continue;
      if (!file.head) yield* gone(scanner, file, change);
      else yield* leftOut(scanner, file);
    }
  },
});

interface Scanner {
  readonly name: string;
  readonly path: RegExp;
  /** Lines that leave something out; every line where there is none. */
  readonly line?: RegExp;
}

const scanners: readonly Scanner[] = [
  { name: 'Checkstyle', path: /checkstyle[^/]{0,80}(?:\/[^/]{0,80})?suppressions?[^/]{0,40}\.xml$/, line: /<suppress\b.{0,300}\bchecks=/ },
  { name: 'PMD', path: /(?:^|[/_.-])pmd[^/]{0,60}\.xml$/, line: /<exclude\s+name=/ },
  {
    name: 'gitleaks',
    path: /(?:^|\/)\.?gitleaks\.toml$/,
    line: /^\s*(?:paths|regexes|stopwords|commits|regexTarget)\s*=|^\s*useDefault\s*=\s*false/,
  },
  { name: 'gitleaks', path: /(?:^|\/)\.gitleaksignore$/ },
  { name: 'secretlint', path: /(?:^|\/)\.secretlintignore$/ },
  {
    name: 'secretlint',
    path: /(?:^|\/)\.secretlintrc(?:\.(?:json|ya?ml))?$/,
    line: /"?disabled"?\s*:\s*true|"?allow(?:s|MessageIds)?"?\s*:/,
  },
  { name: 'Trivy', path: /(?:^|\/)\.trivyignore(?:\.ya?ml)?$/, line: /^\s*(?:-\s*id:\s*)?(?:CVE|AVD|GHSA|DS|KSV|AWS)-?\S+/ },
  { name: 'Snyk', path: /(?:^|\/)\.snyk$/, line: /^\s*['"]?(?:SNYK-|npm:)\S+/ },
  { name: 'Semgrep', path: /(?:^|\/)\.semgrepignore$/ },
  { name: 'the OSV scanner', path: /(?:^|\/)osv-scanner\.toml$/, line: /^\s*id\s*=/ },
  { name: 'Checkov', path: /(?:^|\/)\.checkov\.ya?ml$/, line: /^\s*-\s*["']?CKV/ },
  {
    name: 'Sonar',
    path: /(?:^|\/)sonar-project\.properties$/,
    line: /^sonar\.(?:\w+\.)?(?:exclusions|coverage\.exclusions|issue\.ignore)[^=]*=\s*\S/,
  },
  { name: 'Dependency-Check', path: /suppressions?\.xml$/, line: /^(?!\s*<!--)\s*.{0,200}?<(?:cve|cpe|vulnerabilityName)\b/ },
];

/** Another scanner, or the same under another name, takes its place. */
function* gone({ name }: Scanner, { base, path: file }: ChangedFile, change: CodeChange): Generator<FindingDraft> {
  if (!base || /ignore|suppress|baseline/.test(file)) return;
  if (change.files.some(({ head, path: other }) => head && other !== file && scanners.some((each) => each.path.test(other)))) return;
  if (change.files.some(({ head }) => head && namesScanner(head.document?.roots[0], name))) return;
  yield {
    message: `The configuration of ${name} is deleted: it finds nothing from then on, or only what it finds by default.`,
    place: { file: base, range: base.lines.lineRange(1) },
    subject: `${file} deleted`,
    properties: { category: 'ci-logic' },
  };
}

/** `"secretlint": { … }` in a package.json. */
function namesScanner(root: DocumentNode | undefined, name: string): boolean {
  return (
    member(root, name) !== undefined ||
    itemsOf(member(root, 'repos')).some((each) => [...nodesOf(each)].some((node) => node.kind === 'scalar' && node.value === name))
  );
}

function* leftOut({ name, line }: Scanner, { base, head }: ChangedFile): Generator<FindingDraft> {
  if (!head) return;
  const before = new Set((base?.text ?? '').split('\n').map((each) => each.trim()));
  const lines = head.text.split('\n');
  for (const [index, text] of lines.entries()) {
    const written = text.trim();
    if (written === '' || written.startsWith('#') || written.startsWith('!') || before.has(written) || !(line?.test(text) ?? true))
      continue;
    const explained = /\S\s+#\s*\S/.test(text) || /^\s*(?:#|<notes|<!--|\/\/)/.test(lines[index - 1] ?? '');
    yield {
      message: `${name} is told to leave more out: \`${written.slice(0, 80)}\`.`,
      place: { file: head, range: head.lines.lineRange(index + 1) },
      subject: written,
      ...(explained && { severity: 'note' as const }),
      properties: { category: 'ci-logic' },
    };
  }
}
