import { unguardedCloudResource } from '../../../../src/rules/security/unguarded-cloud-resource.ts';
import { fileCases } from '../rule-cases.ts';
import { resource } from './terraform-texts.ts';

const machine = (...lines: readonly string[]): string => resource('aws_launch_template', ...lines);

describe('security/unguarded-cloud-resource', () => {
  fileCases(unguardedCloudResource, 'main.tf', [
    [
      'finds the older metadata service',
      machine('metadata_options {', '  http_tokens = "required"', '}'),
      machine('metadata_options {', '  http_tokens = "optional"', '}'),
      ['3 `aws_launch_template.x` hands its credentials to whoever makes it send one request (`http_tokens`): require IMDSv2.'],
    ],
    [
      'finds it where nothing is said',
      '',
      machine('image_id = "ami-1"'),
      ['1 `aws_launch_template.x` hands its credentials to whoever makes it send one request (`http_tokens`): require IMDSv2.'],
    ],
    [
      'finds passwords, older rights and a console that is open',
      '',
      resource('azurerm_linux_virtual_machine', 'disable_password_authentication = false', 'allow_extension_operations = false') +
        resource('google_container_cluster', 'enable_legacy_abac = true', 'network_policy {', '  enabled = true', '}') +
        resource('google_compute_instance', 'metadata = {', '  serial-port-enable = "TRUE"', '  block-project-ssh-keys = true', '}'),
      [
        '2 `azurerm_linux_virtual_machine.x` accepts passwords (`disable_password_authentication`): accept keys only.',
        '6 `google_container_cluster.x` gives rights by the older scheme, which gives everyone most (`enable_legacy_abac`): turn it off.',
        '13 `google_compute_instance.x` opens its serial console to the internet (`serial-port-enable`): turn that off.',
        '5 `google_container_cluster.x` starts whatever was put before its system (`enable_secure_boot`): turn it on.',
        '5 `google_container_cluster.x` runs images of unknown origin (`evaluation_mode`): turn it on.',
        '5 `google_container_cluster.x` hands its credentials to whoever makes it send one request (`mode`): choose `GKE_METADATA`.',
        '11 `google_compute_instance.x` starts whatever was put before its system (`enable_secure_boot`): turn it on.',
      ],
    ],
    [
      'leaves machines alone that require tokens, or have no such service',
      '',
      machine('metadata_options {', '  http_tokens = "required"', '}') + machine('metadata_options {', '  http_endpoint = "disabled"', '}'),
      [],
    ],
    ['leaves what is computed alone', '', resource('azurerm_key_vault', 'purge_protection_enabled = var.protect'), []],
    [
      'leaves a balancer alone that knows no headers',
      '',
      resource('aws_lb', 'load_balancer_type = "network"', 'enable_deletion_protection = true'),
      [],
    ],
  ]);
});
