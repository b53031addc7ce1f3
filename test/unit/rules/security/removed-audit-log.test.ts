import { removedAuditLog } from '../../../../src/rules/security/removed-audit-log.ts';
import { fileCases } from '../rule-cases.ts';

const script = (line: string): string => `export async function remove(user, id) {\n  await orders.remove(id);\n${line}}\n`;
const java = (annotation: string, line: string): string =>
  `class Orders {\n${annotation}  void remove(long id) {\n    orders.delete(id);\n${line}  }\n}\n`;
const gone = (line: number, name: string, text: string): string =>
  `${line} \`${name}\` leaves no trace in the audit log any more: \`${text}\` is gone.`;

for (const path of ['src/orders.ts', 'src/orders.js']) {
  describe(`security/removed-audit-log in ${path}`, () => {
    fileCases(removedAuditLog, path, [
      ['finds an entry that is gone', script('  await auditLog(user, id);\n'), script(''), [gone(1, 'remove', 'auditLog(user, id)')]],
      [
        'finds a logger’s entry that is gone',
        script('  this.audit.record(user);\n'),
        script(''),
        [gone(1, 'remove', 'this.audit.record(user)')],
      ],
      [
        'finds a security event that is gone',
        script('  logSecurityEvent(user);\n'),
        script(''),
        [gone(1, 'remove', 'logSecurityEvent(user)')],
      ],
      ['leaves common logging alone', script('  log.info(user);\n'), script(''), []],
      ['leaves an entry with other words alone', script('  audit.record(user);\n'), script('  audit.record({ user, id });\n'), []],
      [
        'leaves an entry that is gone with its action alone',
        script('  audit.record(user);\n'),
        'export async function remove(user, id) {\n  throw new Gone(id);\n}\n',
        [],
      ],
      [
        'leaves an entry that moved to another function alone',
        script('  audit.record(user);\n'),
        `${script('  finish(user);\n')}function finish(user) {\n  audit.record(user);\n}\n`,
        [],
      ],
    ]);
  });
}

describe('security/removed-audit-log in Java', () => {
  fileCases(removedAuditLog, 'src/main/java/Orders.java', [
    ['finds an annotation that is gone', java('  @Audited\n', ''), java('', ''), [gone(2, 'remove', '@Audited')]],
    [
      'finds an entry that is gone',
      java('', '    auditService.log("removed", id);\n'),
      java('', ''),
      [gone(2, 'remove', 'auditService.log("removed", id)')],
    ],
    [
      'finds an event that is gone',
      java('', '    events.publishEvent(new AuditApplicationEvent("removed"));\n'),
      java('', ''),
      [gone(2, 'remove', 'events.publishEvent(new AuditApplicationEvent("removed"))')],
    ],
    ['leaves another event alone', java('', '    events.publishEvent(new OrderRemoved(id));\n'), java('', ''), []],
    ['leaves an annotation in place of a call alone', java('', '    auditLog(id);\n'), java('  @Timed\n', '    writeAudit(id);\n'), []],
    ['leaves common logging alone', java('', '    LOG.info("removed");\n'), java('', ''), []],
  ]);
});
