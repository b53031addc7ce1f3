import type { CloudSetting } from '../cloud-setting.ts';

// What several settings say about a resource, and groups of resources that have the same settings.

export const stored = { what: 'stores its data unencrypted', remedy: 'turn encryption on' };
export const sent = { what: 'lets data be sent unencrypted', remedy: 'turn encryption on' };
export const oldTls = { what: 'accepts versions of TLS that are broken', remedy: 'raise the lowest one' };
export const sameKey = { what: 'never gets a new key', remedy: 'turn rotation on' };
export const othersKey = {
  what: 'is encrypted with a key of the provider',
  remedy: 'name a key of your own, so that you say who may read',
};
export const off = ['false'];
export const on = ['true'];
export const azureWeb =
  'azurerm_app_service azurerm_function_app azurerm_linux_web_app azurerm_windows_web_app azurerm_linux_function_app azurerm_windows_function_app azurerm_logic_app_standard azurerm_app_service_slot azurerm_function_app_slot azurerm_linux_web_app_slot azurerm_windows_web_app_slot azurerm_linux_function_app_slot azurerm_windows_function_app_slot';
export const restored =
  'snapshot_identifier replicate_source_db source_region global_cluster_identifier restore_to_point_in_time source_db_cluster_identifier replication_source_identifier';
export const reachable = { what: 'can be reached from the internet', remedy: 'keep it in a private network' };
export const anyNetwork = { what: 'lets every network in', remedy: 'name those that need it' };
export const readable = { what: 'can be read by everyone', remedy: 'make it private' };
export const everyone = { what: 'is opened to everyone', remedy: 'name the members that need it' };
export const noBlock = { what: 'does not keep the bucket from being opened to everyone', remedy: 'turn the whole block on' };
export const azureDatabases =
  'azurerm_cosmosdb_account azurerm_postgresql_server azurerm_mysql_server azurerm_mssql_server azurerm_mariadb_server azurerm_redis_cache';
export const azureWithNetwork =
  'azurerm_search_service azurerm_eventgrid_domain azurerm_eventgrid_topic azurerm_container_registry azurerm_cognitive_account azurerm_iothub azurerm_synapse_workspace azurerm_machine_learning_workspace azurerm_automation_account azurerm_app_configuration azurerm_api_management azurerm_batch_account azurerm_key_vault azurerm_kusto_cluster azurerm_databricks_workspace azurerm_servicebus_namespace azurerm_eventhub_namespace azurerm_managed_disk azurerm_storage_account azurerm_function_app azurerm_linux_web_app azurerm_windows_web_app azurerm_linux_function_app azurerm_windows_function_app azurerm_linux_function_app_slot azurerm_windows_function_app_slot azurerm_linux_web_app_slot azurerm_windows_web_app_slot azurerm_healthcare_service';
export const unlogged = { what: 'keeps no log of who used it', remedy: 'turn logging on' };
export const traceless = { what: 'does not tell what happened in it', remedy: 'turn monitoring on' };
export const incomplete = { what: 'keeps a log that leaves things out', remedy: 'log all of it' };
export const short = { what: 'deletes its logs before an attack is found', remedy: 'keep them for 90 days or more' };
export const days = ['1', '3', '5', '7', '14', '30', '60'];
/** A flag of a database, among those that are listed. */
export const sqlFlag = (
  name: string,
  weak: readonly string[],
  strong: { what: string; remedy: string },
  onlyWith?: string,
): CloudSetting => ({
  of: 'google_sql_database_instance',
  at: `settings.database_flags[name=${name}].value`,
  weak,
  leftOut: 'low',
  ...(onlyWith !== undefined && { onlyWith }),
  ...strong,
});
export const oldMetadata = { what: 'hands its credentials to whoever makes it send one request', remedy: 'require IMDSv2' };
export const unsigned = { what: 'starts whatever was put before its system', remedy: 'turn it on' };
export const unguarded = { what: 'asks nobody who they are', remedy: 'turn authentication on' };
export const deletable = { what: 'can be deleted for good by one mistake', remedy: 'turn the protection on' };
export const noBackup = { what: 'has no backup', remedy: 'keep one' };
export const passwords = { what: 'accepts passwords', remedy: 'accept keys only' };
export const unscanned = { what: 'takes in images with known holes', remedy: 'scan them' };
export const weakPasswords = { what: 'accepts weak passwords', remedy: 'require more' };
export const unmaintained = { what: 'stays on a version with known holes', remedy: 'turn updates on' };
export const forwards = { what: 'passes on packets of others', remedy: 'leave that to gateways' };
export const azureMachines =
  'azurerm_linux_virtual_machine azurerm_windows_virtual_machine azurerm_linux_virtual_machine_scale_set azurerm_windows_virtual_machine_scale_set';
export const googleMachines = 'google_compute_instance google_compute_instance_template';
export const nodePools = 'google_container_cluster google_container_node_pool';
