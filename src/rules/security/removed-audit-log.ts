import { annotationKind, type AnnotationShape } from '../safeguards/annotation-kind.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { codeOf, callsIn, visitsOf } from '../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const family = 'the audit trail';
const words = /audit|securityEvent|securityLog|accessLog|activityLog/i;

const byName = callKind(
  callTable(
    [
      'audit auditLog logAudit writeAudit recordAudit auditEvent logSecurityEvent recordSecurityEvent logAccess logActivity trackAudit',
      { family },
    ],
    ['log record write info warn add publish send emit create append track event save logEvent recordEvent notice', { family, on: words }],
    ['publishEvent', { family, given: /Audit/ }],
  ),
  { helpers: /audit|securityEvent/i, exposed: (_, head, base) => keepsActing(head, base) },
);
const byAnnotation = annotationKind(
  new Map<string, AnnotationShape>([
    ...['Audited', 'Auditable', 'AuditLog', 'Audit', 'LogAudit', 'AuditEvent'].map((name) => [name, { family }] as const),
    ['EntityListeners', { family, level: (_, text) => (text.includes('Audit') ? 1 : 0) }],
  ]),
);
/** `writeAuditEntry(…)`, `createAuditRecord(…)`. */
const byWord: SafeguardKind = {
  helpers: /audit|securityEvent/i,
  exposed: (_, head, base) => keepsActing(head, base),
  find: ({ symbol }) =>
    visitsOf(codeOf(symbol), 'call').flatMap((visited): readonly Safeguard[] => {
      const { name, range } = visited.node;
      const isWritten = /^(?:write|record|add|create|save|insert|append|emit|send|store)\w*Audit\w+$/.test(name);
      return isWritten ? [{ family, key: name, scope: scopeOf(visited), range }] : [];
    }),
};

/** Something that the function did before is still done. */
function keepsActing(head: Parameters<SafeguardKind['find']>[0], base: Parameters<SafeguardKind['find']>[0]): boolean {
  const before = new Set(callsIn(codeOf(base.symbol)).map(({ name }) => name));
  return callsIn(codeOf(head.symbol)).some(({ name }) => before.has(name));
}

const java = (line: string): string =>
  `class Accounts {\n  void close(Account account, User by) {\n${line}    accounts.delete(account);\n  }\n}\n`;
const trail = '    auditLog.record("account.closed", account.id(), by.name());\n';
const script = (line: string): string => `export async function grant(user, role) {\n  await roles.add(user, role);\n${line}}\n`;

export const removedAuditLog = removalRule({
  id: 'security/removed-audit-log',
  title: 'An action is no longer audited',
  reason:
    'The audit trail is what an incident is understood by, and often what the law asks for. An action that no longer leaves a trace is noticed when the trace is needed.',
  remedy: 'Write the entry again, with who did what to which record. Where another layer writes it now, let the change show that.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [778],
  sources: [
    {
      title: 'OWASP Top 10 A09: Security Logging and Monitoring Failures',
      url: 'https://owasp.org/Top10/A09_2021-Security_Logging_and_Monitoring_Failures/',
    },
  ],
  limits: 'Knows an audit trail by its name: `audit`, `securityEvent`, `accessLog`, `activityLog`. Common logging is none.',
  kinds: [byName, byWord, byAnnotation],
  category: 'logging',
  message: (_, { name, before }) => `${name} leaves no trace in the audit log any more: ${before} is gone.`,
  examples: [
    edited(
      'an action leaves no trace',
      'src/main/java/Accounts.java',
      java(trail),
      java(''),
      ['2 `close` leaves no trace in the audit log any more: `auditLog.record("account.closed", account.id(), by.name())` is gone.'],
      java(trail),
    ),
    edited('common logging is removed', 'src/main/java/Accounts.java', java('    log.debug("closing");\n'), java('')),
    edited(
      'a role is granted without a trace',
      'src/grant.ts',
      script("  await audit('role.granted', { user, role });\n"),
      script(''),
      ["1 `grant` leaves no trace in the audit log any more: `audit('role.granted', { user, role })` is gone."],
      script("  await audit('role.granted', { user, role });\n"),
    ),
    edited(
      'another function leaves the trace',
      'src/grant.ts',
      script("  await audit('role.granted', { user, role });\n"),
      script('  await auditGrant(user, role);\n'),
    ),
    edited(
      'the entry says more',
      'src/grant.js',
      script("  auditLogger.info('granted', user);\n"),
      script("  auditLogger.info('granted', user, role);\n"),
    ),
    edited('an entry is removed in JavaScript', 'src/grant.js', script("  auditLogger.info('granted', user);\n"), script(''), [
      "1 `grant` leaves no trace in the audit log any more: `auditLogger.info('granted', user)` is gone.",
    ]),
  ],
});
