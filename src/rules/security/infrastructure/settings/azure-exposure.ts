import type { CloudSetting } from '../cloud-setting.ts';
import { off, on, reachable, anyNetwork, readable, everyone, azureDatabases, azureWithNetwork } from './words.ts';

/** Azure: settings that say who reaches a resource. */
export const azureExposure: readonly CloudSetting[] = [
  { of: azureDatabases, at: 'public_network_access_enabled', weak: on, leftOut: 'medium', confidence: 'medium', ...reachable },
  { of: azureWithNetwork, at: 'public_network_access_enabled', weak: on, leftOut: 'low', confidence: 'medium', ...reachable },
  {
    of: 'azurerm_storage_account',
    at: 'allow_nested_items_to_be_public',
    weak: on,
    what: 'lets containers be opened to everyone',
    remedy: 'leave that off',
  },
  {
    of: 'azurerm_storage_account',
    at: 'allow_blob_public_access',
    weak: on,
    what: 'lets containers be opened to everyone',
    remedy: 'leave that off',
  },
  { of: 'azurerm_storage_container', at: 'container_access_type', weak: ['blob', 'container'], ...readable },
  { of: 'azurerm_data_factory', at: 'public_network_enabled', weak: on, leftOut: 'low', confidence: 'medium', ...reachable },
  { of: 'azurerm_storage_account azurerm_cognitive_account', at: 'network_rules.default_action', weak: ['allow'], ...anyNetwork },
  { of: 'azurerm_storage_account_network_rules', at: 'default_action', weak: ['allow'], ...anyNetwork },
  { of: 'azurerm_key_vault azurerm_cognitive_account', at: 'network_acls.default_action', weak: ['allow'], leftOut: 'low', ...anyNetwork },
  { of: 'azurerm_storage_sync', at: 'incoming_traffic_policy', weak: ['allowalltraffic'], leftOut: 'medium', ...anyNetwork },
  { of: 'azurerm_kubernetes_cluster', at: 'private_cluster_enabled', weak: off, leftOut: 'low', confidence: 'medium', ...reachable },
  {
    of: 'azurerm_kubernetes_cluster',
    at: 'api_server_authorized_ip_ranges',
    weak: ['0.0.0.0/0'],
    leftOut: 'low',
    unless: 'private_cluster_enabled=true api_server_access_profile',
    ...anyNetwork,
  },
  {
    of: 'azurerm_mssql_firewall_rule azurerm_sql_firewall_rule azurerm_postgresql_firewall_rule azurerm_postgresql_flexible_server_firewall_rule azurerm_mysql_firewall_rule azurerm_mysql_flexible_server_firewall_rule azurerm_mariadb_firewall_rule azurerm_redis_firewall_rule',
    at: 'end_ip_address',
    weak: ['255.255.255.255'],
    ...anyNetwork,
  },
  { of: 'azurerm_redis_firewall_rule', at: 'end_ip', weak: ['255.255.255.255'], ...anyNetwork },
  { of: 'azurerm_network_interface', at: 'ip_configuration.public_ip_address_id', there: 'medium', severity: 'note', ...reachable },
  { of: 'azurerm_container_group', at: 'ip_address_type', weak: ['public'], leftOut: 'low', confidence: 'medium', ...reachable },
  { of: 'azurerm_container_registry', at: 'anonymous_pull_enabled', weak: on, ...everyone },
  { of: 'azurerm_synapse_firewall_rule', at: 'end_ip_address', weak: ['255.255.255.255'], ...anyNetwork },
  { of: 'azurerm_synapse_workspace', at: 'managed_virtual_network_enabled', weak: off, leftOut: 'low', ...anyNetwork },
];
