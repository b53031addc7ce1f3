import * as z from 'zod/mini';
import { defineFileRule } from '../rule.ts';
import { weaknesses } from './infrastructure/cloud-setting.ts';
import { loggingSettings } from './infrastructure/settings-logging.ts';
import { resourcesIn } from './infrastructure/terraform.ts';

const example = (on: boolean): string =>
  `resource "aws_cloudtrail" "all" {\n  name = "all"\n  enable_log_file_validation = true\n  is_multi_region_trail = true\n  enable_logging = ${String(on)}\n}\n`;

export const unloggedCloudResource = defineFileRule({
  id: 'security/unlogged-cloud-resource',
  title: 'A cloud resource keeps no log, or tells nobody of an attack',
  reason: 'What is not logged while it happens cannot be found out later: who read the data, with whose key, and what else they reached.',
  remedy: 'Turn the log of the resource on, keep it for 90 days or more, and send alerts to people.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [778, 223],
  sources: [
    { title: 'AWS Well-Architected: detection', url: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/detection.html' },
  ],
  limits:
    'Terraform for AWS, Azure and Google Cloud, and values that are written down. What is left out is less sure, and hidden where it is a matter of taste.',
  examples: [
    {
      name: 'the trail is turned off',
      base: { 'main.tf': example(true) },
      head: { 'main.tf': example(false) },
      finds: ['main.tf:5 `aws_cloudtrail.all` keeps no log of who used it (`enable_logging`): turn logging on.'],
    },
    { name: 'it is on', base: {}, head: { 'main.tf': example(true) }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    for (const resource of resourcesIn(file)) yield* weaknesses(resource, loggingSettings);
  },
});
