import { unloggedCloudResource } from '../../../../src/rules/security/unlogged-cloud-resource.ts';
import { fileCases } from '../rule-cases.ts';
import { resource } from './terraform-texts.ts';

const trail = (on: string): string =>
  resource('aws_cloudtrail', 'name = "all"', 'is_multi_region_trail = true', 'enable_log_file_validation = true', `enable_logging = ${on}`);

describe('security/unlogged-cloud-resource', () => {
  fileCases(unloggedCloudResource, 'main.tf', [
    [
      'finds a log that is turned off',
      trail('true'),
      trail('false'),
      ['5 `aws_cloudtrail.x` keeps no log of who used it (`enable_logging`): turn logging on.'],
    ],
    [
      'finds what a block leaves out, and a block that is left out',
      '',
      resource('aws_eks_cluster', 'name = "a"') +
        resource('google_container_cluster', 'logging_service = "none"', 'enable_intranode_visibility = true') +
        resource('azurerm_network_watcher_flow_log', 'retention_policy {', '  enabled = true', '  days = 7', '}'),
      [
        '5 `google_container_cluster.x` keeps no log of who used it (`logging_service`): turn logging on.',
        '11 `azurerm_network_watcher_flow_log.x` deletes its logs before an attack is found (`days`): keep them for 90 days or more.',
        '1 `aws_eks_cluster.x` keeps no log of who used it (`enabled_cluster_log_types`): turn logging on.',
      ],
    ],
    [
      'finds a flag of a database among others',
      '',
      resource(
        'google_sql_database_instance',
        'settings {',
        ...['log_connections', 'log_disconnections', 'log_checkpoints', 'log_lock_waits', 'log_hostname', 'cloudsql.enable_pgaudit'].map(
          (name) => `  database_flags {\n    name = "${name}"\n    value = "${name === 'log_checkpoints' ? 'off' : 'on'}"\n  }`,
        ),
        '  database_flags {\n    name = "log_temp_files"\n    value = "0"\n  }',
        '  database_flags {\n    name = "log_min_messages"\n    value = "warning"\n  }',
        '}',
      ),
      ['13 `google_sql_database_instance.x` keeps a log that leaves things out (`value`): log all of it.'],
    ],
    ['leaves a trail alone that logs all', '', trail('true'), []],
    ['leaves what is computed alone', '', trail('var.on'), []],
    [
      'leaves blocks alone that are made for each of several',
      '',
      resource(
        'aws_api_gateway_stage',
        'xray_tracing_enabled = true',
        'dynamic "access_log_settings" {',
        '  for_each = var.logs',
        '  content {',
        '    destination_arn = access_log_settings.value',
        '  }',
        '}',
      ),
      [],
    ],
    ['leaves other resources alone', '', resource('aws_route53_zone', 'name = "acme.example"'), []],
  ]);
});
