import * as z from 'zod/mini';
import { defineFileRule } from '../rule.ts';
import { weaknesses } from './infrastructure/cloud-setting.ts';
import { hardeningSettings } from './infrastructure/settings-hardening.ts';
import { resourcesIn } from './infrastructure/terraform.ts';

const example = (on: boolean): string => `resource "azurerm_key_vault" "app" {\n  purge_protection_enabled = ${String(on)}\n}\n`;

export const unguardedCloudResource = defineFileRule({
  id: 'security/unguarded-cloud-resource',
  title: 'A protection of a cloud resource is off',
  reason:
    'Providers ship protections that cost nothing: metadata that a forged request cannot read, machines that start only what is signed, keys instead of passwords, deletion that can be taken back. Without them one mistake or one hole is enough.',
  remedy: 'Turn the protection on, or say beside it why it has to be off.',
  severity: 'warning',
  confidence: 'high',
  languages: 'any',
  cwe: [693, 16],
  sources: [
    { title: 'AWS: use IMDSv2', url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html' },
  ],
  limits:
    'Terraform for AWS, Azure and Google Cloud, and values that are written down. What is left out is less sure, and hidden where it is a matter of taste.',
  examples: [
    {
      name: 'the protection is turned off',
      base: { 'main.tf': example(true) },
      head: { 'main.tf': example(false) },
      finds: [
        'main.tf:2 `azurerm_key_vault.app` can be deleted for good by one mistake (`purge_protection_enabled`): turn the protection on.',
      ],
    },
    { name: 'it is on', base: {}, head: { 'main.tf': example(true) }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    for (const resource of resourcesIn(file)) yield* weaknesses(resource, hardeningSettings);
  },
});
