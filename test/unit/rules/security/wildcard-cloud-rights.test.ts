import { wildcardCloudRights } from '../../../../src/rules/security/wildcard-cloud-rights.ts';
import { fileCases } from '../rule-cases.ts';
import { resource } from './terraform-texts.ts';

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

const github = 'token.actions.githubusercontent.com';
const trust = (subject: string): string =>
  resource(
    'aws_iam_role',
    'assume_role_policy = jsonencode({',
    '  Statement = [{',
    '    Effect = "Allow"',
    '    Action = "sts:AssumeRoleWithWebIdentity"',
    `    Principal = { Federated = "arn:aws:iam::1:oidc-provider/${github}" }`,
    `    Condition = { StringLike = { "${github}:sub" = "${subject}" } }`,
    '  }]',
    '})',
  );

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
    [
      'leaves named actions on named things alone',
      '',
      blocks('actions = ["s3:GetObject", "s3:*"]', 'resources = ["arn:aws:s3:::acme/*"]') +
        blocks('actions = ["s3:ListAllMyBuckets", "logs:*"]', 'resources = ["*"]'),
      [],
    ],
    [
      'finds actions on everything that lead to more',
      '',
      blocks('actions = ["s3:GetObject"]', 'resources = ["*"]') +
        blocks('actions = ["dynamodb:*"]', 'resources = ["*"]') +
        blocks('actions = ["ecr:SetRepositoryPolicy"]', 'resources = ["*"]'),
      [
        '3 `aws_iam_policy_document.x` allows `s3:GetObject` on everything, so that it reads the data and secrets of everything else: name what it is used on.',
        '9 `aws_iam_policy_document.x` allows `dynamodb:*` on everything, which is far more than any program uses: name the actions and what they are used on.',
        '15 `aws_iam_policy_document.x` allows `ecr:SetRepositoryPolicy` on everything, so that it can open everything to others: name what it is used on.',
      ],
    ],
    [
      'finds a policy that is JSON over several lines',
      '',
      resource(
        'aws_sqs_queue_policy',
        'policy = <<EOF',
        '{',
        '  "Statement": [{',
        '    "Effect": "Allow",',
        '    "Principal": "*",',
        '    "Action": "sqs:SendMessage"',
        '  }]',
        '}',
        'EOF',
      ),
      ['6 `aws_sqs_queue_policy.x` lets everyone use it: name who may.'],
    ],
    [
      'finds policies of the provider that allow everything',
      '',
      resource('aws_iam_role_policy_attachment', 'policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"') +
        resource('aws_iam_role', 'managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]'),
      ['2 `aws_iam_role_policy_attachment.x` gets `AdministratorAccess`, nearly every right: name a narrower policy.'],
    ],
    [
      'finds a role that workflows of every repository may take',
      '',
      trust('*') + trust('repo:acme/shop:ref:refs/heads/main'),
      ['6 `aws_iam_role.x` can be taken by workflows of every repository: name yours in a condition on `sub`.'],
    ],
    [
      'finds the account that every machine has',
      '',
      resource('google_compute_instance', 'service_account {', '  scopes = ["cloud-platform"]', '}') +
        resource(
          'google_compute_instance',
          'service_account {',
          '  email = google_service_account.app.email',
          '  scopes = ["cloud-platform"]',
          '}',
        ) +
        resource('google_project_iam_member', 'role = "roles/iam.serviceAccountTokenCreator"', 'member = "user:a@acme.example"'),
      [
        '3 `google_compute_instance.x` has all rights of the account that every machine has: give it an account of its own.',
        '13 `google_project_iam_member.x` gives `roles/iam.serviceAccountTokenCreator` for every account there is: give it for one account.',
      ],
    ],
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
