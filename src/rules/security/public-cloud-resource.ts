import * as z from 'zod/mini';
import { itemsOf, member, numberOf, scalarOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { blocksIn, everyoneIn, resourcesIn, settingIs, type CloudResource } from './infrastructure/terraform.ts';

const group = (cidr: string): string =>
  `resource "aws_security_group" "db" {\n  ingress {\n    from_port   = 5432\n    to_port     = 5432\n    protocol    = "tcp"\n    cidr_blocks = ["${cidr}"]\n  }\n}\n`;

export const publicCloudResource = defineFileRule({
  id: 'security/public-cloud-resource',
  title: 'Storage, a database or a port is opened to the whole internet',
  reason:
    'Open buckets and databases are found by scanners within hours. What is meant to be read by a service is then read, and often written, by everyone.',
  remedy:
    'Name the networks or groups that need access; keep the public access block of buckets on; reach databases over a private network.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [284, 732],
  sources: [
    {
      title: 'AWS: blocking public access to S3',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
    { title: 'Trivy: checks for Terraform', url: 'https://avd.aquasec.com/misconfig/' },
  ],
  limits:
    'Terraform for AWS, Azure and Google Cloud, and values that are written down. Ports 80 and 443 may be open to everyone; outgoing traffic is not looked at.',
  examples: [
    {
      name: 'a database’s port is opened to everyone',
      base: { 'main.tf': group('10.0.0.0/8') },
      head: { 'main.tf': group('0.0.0.0/0') },
      finds: ['main.tf:6 `aws_security_group.db` lets everyone on the internet reach port 5432: name the networks that need it.'],
    },
    { name: 'a network is named', base: {}, head: { 'main.tf': group('10.0.0.0/8') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    for (const resource of resourcesIn(file)) {
      yield* ports(resource);
      yield* access(resource);
    }
  },
});

function finding(resource: CloudResource, node: DocumentNode, what: string): FindingDraft {
  return findingAt(node, { message: `\`${resource.name}\` ${what}.`, subject: `${resource.name} ${what}`, category: 'terraform' });
}

const sources = [
  'cidr_blocks',
  'ipv6_cidr_blocks',
  'cidr_ipv4',
  'cidr_ipv6',
  'source_ranges',
  'source_address_prefix',
  'source_address_prefixes',
];

function* ports(resource: CloudResource): Generator<FindingDraft> {
  for (const rule of incoming(resource)) {
    const open = everyoneIn(rule, sources);
    const port = open && portOf(rule);
    if (open && port !== undefined && !/^(?:80|443)$/.test(port))
      yield finding(
        resource,
        open,
        `lets everyone on the internet reach ${port === 'all' ? 'every port' : `port ${port}`}: name the networks that need it`,
      );
  }
}

function incoming({ type, node }: CloudResource): readonly DocumentNode[] {
  switch (type) {
    case 'aws_security_group':
    case 'aws_default_security_group':
      return blocksIn(node, 'ingress');
    case 'aws_security_group_rule':
      return textOf(member(node, 'type')) === 'ingress' ? [node] : [];
    case 'aws_vpc_security_group_ingress_rule':
      return [node];
    case 'google_compute_firewall':
      return textOf(member(node, 'direction')) === 'EGRESS' || blocksIn(node, 'allow').length === 0 ? [] : [node];
    case 'azurerm_network_security_rule':
      return isInbound(node) ? [node] : [];
    case 'azurerm_network_security_group':
      return blocksIn(node, 'security_rule').filter(isInbound);
    default:
      return [];
  }
}

function isInbound(node: DocumentNode): boolean {
  return textOf(member(node, 'direction')) === 'Inbound' && textOf(member(node, 'access')) === 'Allow';
}

/** The ports that a rule is for, `all`, or undefined where they are computed. */
function portOf(rule: DocumentNode): string | undefined {
  const allowed = blocksIn(rule, 'allow')[0];
  const ports = itemsOf(member(allowed, 'ports')).map((each) => String(scalarOf(each)));
  if (allowed) return ports.length === 0 ? 'all' : (ports.find((port) => !/^(?:80|443)$/.test(port)) ?? ports[0]);
  const named = textOf(member(rule, 'destination_port_range'));
  if (named !== undefined) return named === '*' ? 'all' : named;
  const [from, to] = [numberOf(member(rule, 'from_port')), numberOf(member(rule, 'to_port'))];
  const protocol = String(scalarOf(member(rule, 'protocol') ?? member(rule, 'ip_protocol')) ?? '');
  if (protocol === '-1' || protocol === 'all' || (from === 0 && (to === 65_535 || to === 0))) return 'all';
  if (from === undefined || protocol === 'icmp' || protocol === 'icmpv6') return undefined;
  return to === undefined || to === from ? String(from) : `${from}-${to}`;
}

interface Check {
  readonly types: RegExp;
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  readonly what: string;
}

const checks: readonly Check[] = [
  {
    types: /^aws_s3_bucket(?:_acl)?$/,
    names: ['acl'],
    values: ['public-read', 'public-read-write', 'website', 'authenticated-read'],
    what: 'can be read by everyone: make it private',
  },
  {
    types: /^aws_s3_(?:bucket|account)_public_access_block$/,
    names: ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'],
    values: [false],
    what: 'no longer keeps the bucket from being opened to everyone: leave the block on',
  },
  {
    types:
      /^aws_(?:db_instance|rds_cluster|rds_cluster_instance|redshift_cluster|dms_replication_instance|docdb_cluster_instance|neptune_cluster_instance)$/,
    names: ['publicly_accessible'],
    values: [true],
    what: 'has an address on the internet: keep it in a private network',
  },
  {
    types: /^google_(?:storage_bucket|storage_default_object|project|bigquery_dataset|cloudfunctions_function)\w*$/,
    names: ['member', 'role_entity', 'special_group'],
    values: ['allUsers', 'allAuthenticatedUsers'],
    what: 'is opened to everyone: name the members that need it',
  },
  {
    types: /^azurerm_storage_account$/,
    names: ['allow_nested_items_to_be_public', 'allow_blob_public_access'],
    values: [true],
    what: 'lets containers be opened to everyone: leave that off',
  },
  {
    types: /^azurerm_storage_container$/,
    names: ['container_access_type'],
    values: ['blob', 'container'],
    what: 'can be read by everyone: make it private',
  },
];

function* access(resource: CloudResource): Generator<FindingDraft> {
  for (const { types, names, values, what } of checks) {
    const node = types.test(resource.type) ? settingIs(resource.node, names, values) : undefined;
    if (node) yield finding(resource, node, what);
  }
  const open = /^google_.*_iam_binding$/.test(resource.type)
    ? itemsOf(member(resource.node, 'members')).find((each) => /^all(?:Authenticated)?Users$/.test(textOf(each) ?? ''))
    : undefined;
  if (open) yield finding(resource, open, 'is opened to everyone: name the members that need it');
}
