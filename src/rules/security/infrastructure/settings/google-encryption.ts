import type { CloudSetting } from '../cloud-setting.ts';
import { sent, oldTls, sameKey, othersKey, off } from './words.ts';

/** Google Cloud and others: settings that say whether data is encrypted where it lies and where it goes, and by what. */
export const googleEncryption: readonly CloudSetting[] = [
  {
    of: 'google_compute_ssl_policy google_compute_region_ssl_policy',
    at: 'min_tls_version',
    strong: ['tls_1_2', 'tls_1_3'],
    leftOut: 'medium',
    ...oldTls,
  },
  {
    of: 'google_compute_ssl_policy google_compute_region_ssl_policy',
    at: 'profile',
    weak: ['compatible'],
    confidence: 'medium',
    ...oldTls,
  },
  { of: 'google_sql_database_instance', at: 'settings.ip_configuration.require_ssl', weak: off, ...sent },
  {
    of: 'google_sql_database_instance',
    at: 'settings.ip_configuration.require_ssl',
    leftOut: 'medium',
    blockLeftOut: 'low',
    unless: 'settings.ip_configuration.ssl_mode',
    ...sent,
  },
  { of: 'google_sql_database_instance', at: 'settings.ip_configuration.ssl_mode', weak: ['allow_unencrypted_and_encrypted'], ...sent },
  { of: 'google_redis_instance', at: 'transit_encryption_mode', weak: ['disabled'], leftOut: 'medium', ...sent },
  {
    of: 'google_kms_crypto_key',
    at: 'rotation_period',
    leftOut: 'medium',
    unless: 'purpose=asymmetric_sign purpose=asymmetric_decrypt purpose=mac import_only',
    ...sameKey,
  },
  { of: 'google_app_engine_flexible_app_version', at: 'handlers.security_level', weak: ['secure_never', 'secure_optional'], ...sent },
  {
    of: 'google_bigquery_dataset google_bigquery_table google_bigtable_instance google_compute_disk google_pubsub_topic google_spanner_database google_storage_bucket google_dataproc_cluster google_dataflow_job google_vertex_ai_dataset google_artifact_registry_repository',
    at: 'kms_key_name',
    leftOut: 'low',
    unless:
      'default_encryption_configuration encryption_configuration encryption disk_encryption_key encryption_config cluster_config.encryption_config encryption_spec cluster',
    ...othersKey,
  },
  {
    of: 'digitalocean_loadbalancer',
    at: 'forwarding_rule.entry_protocol',
    weak: ['http'],
    unless: 'redirect_http_to_https=true',
    confidence: 'medium',
    ...sent,
  },
];
