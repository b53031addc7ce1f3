import { publicCloudResource } from '../../../../src/rules/security/public-cloud-resource.ts';
import { fileCases } from '../rule-cases.ts';
import { resource } from './terraform-texts.ts';

const ingress = (cidr: string, from: number, to: number): string =>
  resource(
    'aws_security_group',
    'ingress {',
    `  from_port = ${from}`,
    `  to_port = ${to}`,
    '  protocol = "tcp"',
    `  cidr_blocks = [${cidr}]`,
    '}',
  );

describe('security/public-cloud-resource', () => {
  fileCases(publicCloudResource, 'main.tf', [
    [
      'finds a port that is open to everyone',
      ingress('"10.0.0.0/8"', 22, 22),
      ingress('"10.0.0.0/8", "0.0.0.0/0"', 22, 22),
      ['6 `aws_security_group.x` lets everyone on the internet reach port 22: name the networks that need it.'],
    ],
    [
      'finds all ports',
      '',
      resource(
        'aws_security_group_rule',
        'type = "ingress"',
        'from_port = 0',
        'to_port = 65535',
        'protocol = "tcp"',
        'ipv6_cidr_blocks = ["::/0"]',
      ),
      ['6 `aws_security_group_rule.x` lets everyone on the internet reach every port: name the networks that need it.'],
    ],
    [
      'finds it in other clouds',
      '',
      resource(
        'google_compute_firewall',
        'source_ranges = ["0.0.0.0/0"]',
        'allow {',
        '  protocol = "tcp"',
        '  ports = ["443", "3389"]',
        '}',
      ) +
        resource(
          'azurerm_network_security_rule',
          'direction = "Inbound"',
          'access = "Allow"',
          'destination_port_range = "*"',
          'source_address_prefix = "Internet"',
        ),
      [
        '2 `google_compute_firewall.x` lets everyone on the internet reach port 3389: name the networks that need it.',
        '12 `azurerm_network_security_rule.x` lets everyone on the internet reach every port: name the networks that need it.',
      ],
    ],
    [
      'finds open buckets',
      '',
      resource('aws_s3_bucket_acl', 'acl = "public-read"') +
        resource('aws_s3_bucket_public_access_block', 'block_public_acls = true', 'block_public_policy = false'),
      [
        '2 `aws_s3_bucket_acl.x` can be read by everyone (`acl`): make it private.',
        '6 `aws_s3_bucket_public_access_block.x` does not keep the bucket from being opened to everyone (`block_public_policy`): turn the whole block on.',
      ],
    ],
    [
      'finds open databases and members',
      '',
      resource('aws_db_instance', 'publicly_accessible = true') +
        resource('google_storage_bucket_iam_member', 'member = "allUsers"') +
        resource('google_storage_bucket_iam_binding', 'members = ["user:a@b.example", "allAuthenticatedUsers"]'),
      [
        '2 `aws_db_instance.x` has an address on the internet (`publicly_accessible`): keep it in a private network.',
        '5 `google_storage_bucket_iam_member.x` is opened to everyone: name the members that need it.',
        '8 `google_storage_bucket_iam_binding.x` is opened to everyone: name the members that need it.',
      ],
    ],
    [
      'finds ports of rules that stand alone',
      '',
      resource('aws_vpc_security_group_ingress_rule', 'cidr_ipv4 = "0.0.0.0/0"', 'from_port = 22', 'to_port = 23', 'ip_protocol = "tcp"') +
        resource('aws_vpc_security_group_ingress_rule', 'cidr_ipv6 = "::/0"', 'ip_protocol = "-1"') +
        resource('aws_vpc_security_group_egress_rule', 'cidr_ipv4 = "0.0.0.0/0"', 'ip_protocol = "-1"'),
      [
        '2 `aws_vpc_security_group_ingress_rule.x` lets everyone on the internet reach port 22-23: name the networks that need it.',
        '8 `aws_vpc_security_group_ingress_rule.x` lets everyone on the internet reach every port: name the networks that need it.',
      ],
    ],
    [
      'leaves rules alone that let nothing in',
      '',
      resource('aws_security_group_rule', 'type = "egress"', 'from_port = 22', 'cidr_blocks = ["0.0.0.0/0"]') +
        resource('google_compute_firewall', 'direction = "EGRESS"', 'source_ranges = ["0.0.0.0/0"]', 'allow {', '  protocol = "tcp"', '}') +
        resource('google_compute_firewall', 'source_ranges = ["0.0.0.0/0"]', 'deny {', '  protocol = "all"', '}') +
        resource(
          'azurerm_network_security_rule',
          'direction = "Inbound"',
          'access = "Deny"',
          'destination_port_range = "*"',
          'source_address_prefix = "*"',
        ) +
        resource(
          'azurerm_network_security_rule',
          'direction = "Outbound"',
          'access = "Allow"',
          'destination_port_range = "*"',
          'source_address_prefix = "*"',
        ),
      [],
    ],
    [
      'finds all ports of a firewall, and none but those of the web',
      '',
      resource('google_compute_firewall', 'source_ranges = ["0.0.0.0/0"]', 'allow {', '  protocol = "tcp"', '}') +
        resource(
          'google_compute_firewall',
          'source_ranges = ["0.0.0.0/0"]',
          'allow {',
          '  protocol = "tcp"',
          '  ports = ["80", "443"]',
          '}',
        ),
      ['2 `google_compute_firewall.x` lets everyone on the internet reach every port: name the networks that need it.'],
    ],
    [
      'finds a rule within a group',
      '',
      resource(
        'azurerm_network_security_group',
        'security_rule {',
        '  direction = "Inbound"',
        '  access = "Allow"',
        '  destination_port_range = "22"',
        '  source_address_prefixes = ["10.0.0.0/8", "0.0.0.0/0"]',
        '}',
      ),
      ['6 `azurerm_network_security_group.x` lets everyone on the internet reach port 22: name the networks that need it.'],
    ],
    [
      'leaves pings and computed ports alone',
      '',
      resource(
        'aws_default_security_group',
        'ingress {',
        '  from_port = 8',
        '  to_port = 0',
        '  protocol = "icmp"',
        '  cidr_blocks = ["0.0.0.0/0"]',
        '}',
      ) + resource('aws_security_group', 'ingress {', '  from_port = var.port', '  protocol = "tcp"', '  cidr_blocks = ["0.0.0.0/0"]', '}'),
      [],
    ],
    [
      'finds open storage of Azure, and leaves private alone',
      '',
      resource('azurerm_storage_account', 'allow_nested_items_to_be_public = true') +
        resource('azurerm_storage_container', 'container_access_type = "blob"') +
        resource('azurerm_storage_container', 'container_access_type = "private"') +
        resource('google_project_iam_binding', 'members = ["user:a@b.example"]'),
      [
        '2 `azurerm_storage_account.x` lets containers be opened to everyone (`allow_nested_items_to_be_public`): leave that off.',
        '5 `azurerm_storage_container.x` can be read by everyone (`container_access_type`): make it private.',
        '1 `azurerm_storage_account.x` can be reached from the internet (`public_network_access_enabled`): keep it in a private network.',
      ],
    ],
    ['leaves ports of the web alone', '', ingress('"0.0.0.0/0"', 443, 443), []],
    ['leaves named networks alone', '', ingress('"10.0.0.0/8", var.office', 22, 22), []],
    [
      'leaves outgoing traffic alone',
      '',
      resource(
        'aws_security_group',
        'egress {',
        '  from_port = 0',
        '  to_port = 0',
        '  protocol = "-1"',
        '  cidr_blocks = ["0.0.0.0/0"]',
        '}',
      ),
      [],
    ],
    [
      'leaves private resources alone',
      '',
      resource('aws_s3_bucket_acl', 'acl = "private"') + resource('aws_db_instance', 'publicly_accessible = var.public'),
      [],
    ],
    ['leaves what is no resource alone', '', 'locals {\n  acl = "public-read"\n}\n', []],
  ]);
});
