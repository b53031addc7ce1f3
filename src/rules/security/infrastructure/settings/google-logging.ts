import type { CloudSetting } from '../cloud-setting.ts';
import { off, unlogged, traceless, incomplete, sqlFlag } from './words.ts';

/** Google Cloud and others: settings that say what is known afterwards. */
export const googleLogging: readonly CloudSetting[] = [
  { of: 'google_container_cluster', at: 'logging_service', weak: ['none'], ...unlogged },
  { of: 'google_container_cluster', at: 'monitoring_service', weak: ['none'], ...traceless },
  {
    of: 'google_compute_subnetwork',
    at: 'log_config',
    leftOut: 'low',
    unless: 'purpose=internal_https_load_balancer purpose=regional_managed_proxy',
    ...unlogged,
  },
  { of: 'google_container_cluster', at: 'enable_intranode_visibility', weak: off, leftOut: 'low', confidence: 'medium', ...unlogged },
  { of: 'google_storage_bucket', at: 'logging', leftOut: 'low', ...unlogged },
  { of: 'google_data_fusion_instance', at: 'enable_stackdriver_logging', weak: off, leftOut: 'medium', ...unlogged },
  { of: 'google_data_fusion_instance', at: 'enable_stackdriver_monitoring', weak: off, leftOut: 'medium', ...traceless },
  {
    of: 'google_project_iam_audit_config google_organization_iam_audit_config google_folder_iam_audit_config',
    at: 'audit_log_config.exempted_members',
    there: 'medium',
    ...incomplete,
  },
  { of: 'google_compute_region_backend_service google_compute_backend_service', at: 'log_config.enable', weak: off, ...unlogged },
  ...['log_connections', 'log_disconnections', 'log_checkpoints', 'log_lock_waits', 'log_hostname', 'cloudsql.enable_pgaudit'].map((name) =>
    sqlFlag(name, ['off'], incomplete),
  ),
  sqlFlag('log_temp_files', ['-1'], incomplete),
  sqlFlag('log_min_messages', ['fatal', 'panic', 'log'], incomplete),
];
