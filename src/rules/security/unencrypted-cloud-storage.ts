import * as z from 'zod/mini';
import { member } from '../../code/document-node.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { resourcesIn, settingIs } from './infrastructure/terraform.ts';

const database = (more: string): string => `resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n${more}}\n`;

interface Check {
  readonly types: RegExp;
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  readonly what: string;
  /** Whether leaving the setting out has the same effect. */
  readonly offByDefault?: boolean;
}

const stored = 'stores its data unencrypted';
const sent = 'lets data be sent unencrypted';

const checks: readonly Check[] = [
  {
    types: /^aws_(?:db_instance|rds_cluster|docdb_cluster|neptune_cluster)$/,
    names: ['storage_encrypted'],
    values: [false],
    what: stored,
    offByDefault: true,
  },
  {
    types: /^aws_(?:ebs_volume|efs_file_system|redshift_cluster)$/,
    names: ['encrypted'],
    values: [false],
    what: stored,
    offByDefault: true,
  },
  {
    types: /^aws_(?:elasticache_replication_group|memorydb_cluster)$/,
    names: ['at_rest_encryption_enabled'],
    values: [false],
    what: stored,
  },
  {
    types: /^aws_(?:elasticache_replication_group|memorydb_cluster)$/,
    names: ['transit_encryption_enabled', 'tls_enabled'],
    values: [false],
    what: sent,
  },
  { types: /^aws_(?:opensearch|elasticsearch)_domain$/, names: ['enforce_https'], values: [false], what: sent },
  { types: /^aws_kms_key$/, names: ['enable_key_rotation'], values: [false], what: 'never gets a new key' },
  { types: /^azurerm_storage_account$/, names: ['https_traffic_only_enabled', 'enable_https_traffic_only'], values: [false], what: sent },
  {
    types: /^azurerm_(?:storage_account|mssql_server|redis_cache)$/,
    names: ['min_tls_version', 'minimum_tls_version'],
    values: ['TLS1_0', 'TLS1_1', '1.0', '1.1', 'Disabled'],
    what: 'accepts versions of TLS that are broken',
  },
  { types: /^azurerm_(?:postgresql|mysql|mariadb)_server$/, names: ['ssl_enforcement_enabled'], values: [false], what: sent },
  { types: /^azurerm_managed_disk$/, names: ['encryption_enabled'], values: [false], what: stored },
];

export const unencryptedCloudStorage = defineFileRule({
  id: 'security/unencrypted-cloud-storage',
  title: 'Data of a cloud resource is stored or sent unencrypted',
  reason:
    'Disks, snapshots and backups are copied, shared and thrown away; what is not encrypted can be read from each copy. Encryption of a database can mostly be chosen only when it is created.',
  remedy: 'Turn encryption on, with a key of your own where you have to say who may read.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [311, 319],
  sources: [
    {
      title: 'AWS: encrypting Amazon RDS resources',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    },
  ],
  limits: 'Terraform for AWS and Azure. What is left out is reported, as less sure, only where it is known to be off then.',
  examples: [
    {
      name: 'encryption is turned off',
      base: { 'main.tf': database('  storage_encrypted = true\n') },
      head: { 'main.tf': database('  storage_encrypted = false\n') },
      finds: ['main.tf:3 `aws_db_instance.orders` stores its data unencrypted (`storage_encrypted`): turn encryption on.'],
    },
    { name: 'encryption is on', base: {}, head: { 'main.tf': database('  storage_encrypted = true\n') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    for (const { type, name, node } of resourcesIn(file)) {
      for (const { types, names, values, what, offByDefault } of checks) {
        if (!types.test(type)) continue;
        const off = settingIs(node, names, values);
        const isMissing =
          offByDefault === true &&
          names.every((each) => !member(node, each)) &&
          !member(node, 'snapshot_identifier') &&
          !member(node, 'replicate_source_db');
        if (!off && !isMissing) continue;
        yield findingAt(off ?? member(node, '@labels') ?? node, {
          message: `\`${name}\` ${what} (\`${names[0] ?? ''}\`): ${what.includes('key') ? 'turn rotation on' : what.includes('versions') ? 'raise the lowest one' : 'turn encryption on'}.`,
          subject: `${name} ${what}`,
          ...(!off && { severity: 'note' as const, confidence: 'medium' as const }),
          category: 'terraform',
        });
      }
    }
  },
});
