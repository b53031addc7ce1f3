import { wildcardCloudRights } from '../../../../src/rules/security/wildcard-cloud-rights.ts';
import { fileCases } from '../rule-cases.ts';

const encoded = (...lines: readonly string[]): string =>
  [
    'resource "aws_iam_role_policy" "x" {',
    '  policy = jsonencode({',
    '    Statement = [{',
    ...lines.map((line) => `      ${line}`),
    '    }]',
    '  })',
    '}',
    '',
  ].join('\n');
const blocks = (...lines: readonly string[]): string =>
  ['data "aws_iam_policy_document" "x" {', '  statement {', ...lines.map((line) => `    ${line}`), '  }', '}', ''].join('\n');

describe('security/wildcard-cloud-rights', () => {
  fileCases(wildcardCloudRights, 'iam.tf', [
    [
      'finds every action',
      encoded('Effect = "Allow"', 'Action = ["s3:GetObject"]'),
      encoded('Effect = "Allow"', 'Action = ["s3:GetObject", "*"]'),
      ['5 `aws_iam_role_policy.x` allows every action: name those that are used.'],
    ],
    [
      'finds every action in blocks',
      '',
      blocks('actions = ["*"]', 'resources = ["*"]'),
      ['3 `aws_iam_policy_document.x` allows every action: name those that are used.'],
    ],
    [
      'finds rights over rights',
      '',
      blocks('actions = ["iam:*"]', 'resources = ["*"]'),
      ['3 `aws_iam_policy_document.x` allows `iam:*` on everything, and with it every right: name the roles that it is used on.'],
    ],
    [
      'finds everyone',
      '',
      encoded('Effect = "Allow"', 'Principal = { AWS = "*" }', 'Action = "sts:AssumeRole"') +
        blocks('principals {', '  type = "AWS"', '  identifiers = ["*"]', '}', 'actions = ["s3:GetObject"]'),
      [
        '5 `aws_iam_role_policy.x` lets everyone use it: name who may.',
        '14 `aws_iam_policy_document.x` lets everyone use it: name who may.',
      ],
    ],
    [
      'finds roles of Google that may do nearly everything',
      '',
      'resource "google_project_iam_member" "x" {\n  role = "roles/editor"\n}\n',
      ['2 `google_project_iam_member.x` gives `roles/editor`, nearly every right: name a narrower role.'],
    ],
    ['leaves named actions alone', '', blocks('actions = ["s3:GetObject", "s3:*"]', 'resources = ["*"]'), []],
    [
      'leaves what is denied alone',
      '',
      blocks('effect = "Deny"', 'actions = ["*"]', 'resources = ["*"]') + encoded('Effect = "Deny"', 'Action = "*"'),
      [],
    ],
    [
      'leaves everyone under a condition alone',
      '',
      encoded('Effect = "Allow"', 'Principal = "*"', 'Action = "s3:GetObject"', 'Condition = { Bool = {} }'),
      [],
    ],
    ['leaves what is computed alone', '', blocks('actions = var.actions'), []],
  ]);
});
