/** Changes of migrations that keep others waiting while they run, but leave what callers see as it was. */
export const lockingChanges: ReadonlySet<string> = new Set([
  'adding-exclusion-constraint',
  'adding-field-with-default',
  'adding-foreign-key-constraint',
  'adding-generated-field',
  'adding-primary-key-constraint',
  'adding-serial-primary-key-field',
  'ban-alter-domain-with-add-constraint',
  'ban-concurrent-index-creation-in-transaction',
  'ban-uncommitted-transaction',
  'constraint-missing-not-valid',
  'disallowed-unique-constraint',
  'locking-table',
  'prefer-repack',
  'require-concurrent-index-creation',
  'require-concurrent-index-deletion',
  'require-concurrent-partition-detach',
  'require-concurrent-reindex',
  'require-timeout-settings',
  'rewriting-table',
]);

/** Changes of the row of migrations itself. */
export const historyChanges: ReadonlySet<string> = new Set([
  'deleting-applied-migration',
  'editing-applied-migration',
  'missing-down-migration',
  'renaming-applied-migration',
  'repeating-migration-version',
  'wrong-order-migration',
]);
