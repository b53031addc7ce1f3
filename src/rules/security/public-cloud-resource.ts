import * as z from 'zod/mini';
import { isTrue, itemsOf, member, numberOf, scalarOf, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { weaknesses } from './infrastructure/cloud-setting.ts';
import { exposureSettings } from './infrastructure/settings-exposure.ts';
import { blocksIn, everyoneIn, resourcesIn, type CloudResource } from './infrastructure/terraform.ts';

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
    'Terraform for AWS, Azure and Google Cloud, and values that are written down. Ports 80 and 443 may be open to everyone; outgoing traffic is not looked at. What is open because a setting is left out is less sure.',
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
      yield* grants(resource);
      yield* weaknesses(resource, exposureSettings);
    }
  },
});

function finding(resource: CloudResource, node: DocumentNode, what: string): FindingDraft {
  return findingAt(node, { message: `\`${resource.name}\` ${what}.`, subject: `${resource.name} ${what}`, category: 'terraform' });
}

const sources = [
  'cidr_blocks',
  'cidr_block',
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
    if (open && port !== undefined && !web.test(port))
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
    case 'aws_network_acl':
    case 'aws_default_network_acl':
      return blocksIn(node, 'ingress').filter((each) => textOf(member(each, 'action')) === 'allow' && isForAdministrators(each));
    case 'aws_network_acl_rule':
      return textOf(member(node, 'rule_action')) === 'allow' && !isTrue(member(node, 'egress')) && isForAdministrators(node) ? [node] : [];
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

/** A list of a network lets much in, as the groups behind it choose; not what only administrators use. */
function isForAdministrators(node: DocumentNode): boolean {
  const [from, to] = [numberOf(member(node, 'from_port')), numberOf(member(node, 'to_port'))];
  return from !== undefined && to !== undefined && from > 0 && [20, 21, 22, 23, 3389].some((port) => from <= port && port <= to);
}

function isInbound(node: DocumentNode): boolean {
  return textOf(member(node, 'direction')) === 'Inbound' && textOf(member(node, 'access')) === 'Allow';
}

const web = /^(?:80|443)$/;

/** The ports that a rule is for, `all`, or undefined where they are computed. */
function portOf(rule: DocumentNode): string | undefined {
  const allowed = blocksIn(rule, 'allow')[0];
  const ports = itemsOf(member(allowed, 'ports')).map((each) => String(scalarOf(each)));
  if (allowed) return ports.length === 0 ? 'all' : (ports.find((port) => !web.test(port)) ?? ports[0]);
  const named = ['destination_port_range', 'destination_port_ranges'].flatMap((name) => {
    const node = member(rule, name);
    return (node?.kind === 'array' ? node.items : node ? [node] : []).map(scalarOf);
  });
  const written = named.filter((each) => each !== null && each !== undefined).map(String);
  if (written.length > 0) return written.includes('*') ? 'all' : (written.find((port) => !web.test(port)) ?? written[0]);
  const [from, to] = [numberOf(member(rule, 'from_port')), numberOf(member(rule, 'to_port'))];
  const protocol = String(scalarOf(member(rule, 'protocol') ?? member(rule, 'ip_protocol')) ?? '');
  if (protocol === '-1' || protocol === 'all' || (from === 0 && (to === 65_535 || to === 0))) return 'all';
  if (from === undefined || protocol === 'icmp' || protocol === 'icmpv6') return undefined;
  return to === undefined || to === from ? String(from) : `${from}-${to}`;
}

/** A grant to everyone, by whichever resource makes it. */
function* grants(resource: CloudResource): Generator<FindingDraft> {
  if (!/^google_.*_iam_(?:member|binding)$/.test(resource.type)) return;
  const members = [member(resource.node, 'member'), ...itemsOf(member(resource.node, 'members'))];
  const open = members.find((each) => /^all(?:Authenticated)?Users$/.test(textOf(each) ?? ''));
  if (open) yield finding(resource, open, 'is opened to everyone: name the members that need it');
}
