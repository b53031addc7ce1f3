import { unencryptedCloudStorage } from '../../../../src/rules/security/unencrypted-cloud-storage.ts';
import { fileCases } from '../rule-cases.ts';
import { resource } from './terraform-texts.ts';

describe('security/unencrypted-cloud-storage', () => {
  fileCases(unencryptedCloudStorage, 'main.tf', [
    [
      'finds encryption that is turned off',
      resource('aws_ebs_volume', 'encrypted = true'),
      resource('aws_ebs_volume', 'encrypted = false'),
      ['2 `aws_ebs_volume.x` stores its data unencrypted (`encrypted`): turn encryption on.'],
    ],
    [
      'notes encryption that is left out',
      resource('aws_db_instance', 'storage_encrypted = true'),
      resource('aws_db_instance', 'engine = "postgres"'),
      ['1 `aws_db_instance.x` stores its data unencrypted (`storage_encrypted`): turn encryption on.'],
    ],
    [
      'finds data that is sent unencrypted',
      '',
      resource('aws_elasticache_replication_group', 'transit_encryption_enabled = false') +
        resource('azurerm_storage_account', 'https_traffic_only_enabled = false', 'min_tls_version = "TLS1_0"'),
      [
        '2 `aws_elasticache_replication_group.x` lets data be sent unencrypted (`transit_encryption_enabled`): turn encryption on.',
        '5 `azurerm_storage_account.x` lets data be sent unencrypted (`https_traffic_only_enabled`): turn encryption on.',
        '6 `azurerm_storage_account.x` accepts versions of TLS that are broken (`min_tls_version`): raise the lowest one.',
        '1 `aws_elasticache_replication_group.x` stores its data unencrypted (`at_rest_encryption_enabled`): turn encryption on.',
        '4 `azurerm_storage_account.x` is encrypted with a key of the provider (`infrastructure_encryption_enabled`): name a key of your own, so that you say who may read.',
      ],
    ],
    [
      'finds a key that is never changed',
      '',
      resource('aws_kms_key', 'enable_key_rotation = false'),
      ['2 `aws_kms_key.x` never gets a new key (`enable_key_rotation`): turn rotation on.'],
    ],
    ['leaves encryption alone', '', resource('aws_db_instance', 'storage_encrypted = true'), []],
    ['leaves what is computed alone', '', resource('aws_db_instance', 'storage_encrypted = var.encrypted'), []],
    ['leaves a copy of another database alone', '', resource('aws_db_instance', 'replicate_source_db = aws_db_instance.a.arn'), []],
  ]);
});
