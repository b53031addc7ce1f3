import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import { itemsOf, member, membersOf, numberOf, shownRange, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';

const path = '.github/dependabot.yml';
const updates = (more: string): string =>
  `version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n    schedule:\n      interval: daily\n${more}`;

export const riskyDependencyUpdates = defineFileRule({
  id: 'delivery/risky-dependency-updates',
  title: 'Dependency updates run others’ code, or come before anyone has looked at them',
  reason:
    'Most packages that are taken over are found out within days. An update that is proposed on the day of its release brings such a version in first; and one that may run the code of packages runs it while the update is prepared.',
  remedy: 'Let Dependabot wait some days (`cooldown`), and leave `insecure-external-code-execution` out.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [829, 1357],
  sources: [
    {
      title: 'GitHub: Dependabot options',
      url: 'https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference',
    },
    { title: 'zizmor: dependabot-cooldown, dependabot-execution', url: 'https://docs.zizmor.sh/audits/#dependabot-cooldown' },
  ],
  limits: 'A missing or short `cooldown` is a note. Other update services are not looked at.',
  examples: [
    {
      name: 'the code of packages may run',
      base: { [path]: updates('    cooldown:\n      default-days: 7\n') },
      head: { [path]: updates('    cooldown:\n      default-days: 7\n    insecure-external-code-execution: allow\n') },
      finds: [`${path}:9 Updates of \`pip\` may run the code of the packages while they are prepared: leave it out.`],
    },
    { name: 'updates wait for a week', base: {}, head: { [path]: updates('    cooldown:\n      default-days: 7\n') }, finds: [] },
  ],
  options: z.object({ days: z._default(z.number().check(z.describe('How many days an update should wait.')), 7) }),
  *check(file, { days }) {
    if (!/(?:^|\/)\.github\/dependabot\.ya?ml$/.test(file.path)) return;
    for (const update of itemsOf(member(file.document?.roots[0], 'updates'))) {
      const ecosystem = textOf(member(update, 'package-ecosystem')) ?? '';
      const directory = textOf(member(update, 'directory')) ?? '';
      const execution = member(update, 'insecure-external-code-execution');
      if (execution && textOf(execution) === 'allow')
        yield findingAt(execution, {
          message: `Updates of \`${ecosystem}\` may run the code of the packages while they are prepared: leave it out.`,
          subject: `execution ${ecosystem} ${directory}`,
          category: 'ci-injection',
        });
    }
    const early = itemsOf(member(file.document?.roots[0], 'updates')).flatMap((update) => earlyUpdate(update, days));
    const [first, ...more] = early.filter(({ at }) => isTouched(file, at));
    // Where the file never lets updates wait, it is how they are wanted there.
    const isUsual = early.some(({ at, wait }) => wait === undefined && !isTouched(file, at));
    if (first) yield { ...cooldownFinding(first, days, more), ...(isUsual && { confidence: 'low' as const }) };
    for (const each of early) if (!isTouched(file, each.at)) yield cooldownFinding(each, days, []);
  },
});

interface EarlyUpdate {
  readonly at: DocumentNode;
  readonly ecosystem: string;
  readonly directory: string;
  /** Days; absent where nothing is said. */
  readonly wait: number | undefined;
}

/** An update that comes sooner than it should. */
function earlyUpdate(update: DocumentNode, days: number): readonly EarlyUpdate[] {
  const wait = member(update, 'cooldown', 'default-days');
  const cooldown = member(update, 'cooldown');
  const at = wait ?? cooldown ?? member(update, 'package-ecosystem');
  if (!at || (numberOf(wait) ?? 0) >= days || (!wait && hasDays(cooldown))) return [];
  const [ecosystem = '', directory = ''] = ['package-ecosystem', 'directory'].map((name) => textOf(member(update, name)));
  return [{ at, ecosystem, directory, wait: wait && (numberOf(wait) ?? 0) }];
}

function isTouched({ touched }: SourceFile, { range }: DocumentNode): boolean {
  return touched.some(({ start, end }) => start <= range.start && range.start < end);
}

/** Those that one change adds to a file are one thing to decide. */
function cooldownFinding({ at, ecosystem, directory, wait }: EarlyUpdate, days: number, more: readonly EarlyUpdate[]): FindingDraft {
  const whose = `\`${ecosystem}\`${more.length > 0 ? ` and ${String(more.length)} more` : ''}`;
  const when = wait === undefined ? 'as soon as they are released' : `after ${String(wait)} days`;
  return findingAt(at, {
    message: `Updates of ${whose} come ${when}: let them wait ${String(days)} days (\`cooldown\`), in which most bad releases are found out.`,
    subject: `cooldown ${ecosystem} ${directory}`,
    severity: 'note',
    confidence: 'medium',
    category: 'ci-supply-chain',
    related: more.map((each) => ({ file: each.at.file, range: shownRange(each.at), caption: `\`${each.ecosystem}\`` })),
  });
}

/** Days by the size of the update say as much as days for all. */
function hasDays(cooldown: DocumentNode | undefined): boolean {
  return membersOf(cooldown).some(([name]) => name.endsWith('-days'));
}
