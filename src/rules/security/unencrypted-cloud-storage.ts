import * as z from 'zod/mini';
import { defineFileRule } from '../rule.ts';
import { weaknesses } from './infrastructure/cloud-setting.ts';
import { encryptionSettings } from './infrastructure/settings-encryption.ts';
import { resourcesIn } from './infrastructure/terraform.ts';

const database = (more: string): string => `resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n${more}}\n`;

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
  limits: 'Terraform for AWS, Azure and Google Cloud. What is left out is reported, as less sure, only where it is known to be off then.',
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
    for (const resource of resourcesIn(file)) yield* weaknesses(resource, encryptionSettings);
  },
});
