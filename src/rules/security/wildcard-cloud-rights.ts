import * as z from 'zod/mini';
import { itemsOf, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { textIn, wideGrants } from './infrastructure/policy-statements.ts';
import { blocksIn, resourcesIn, statementsOf, type CloudResource } from './infrastructure/terraform.ts';

const policy = (action: string): string =>
  `resource "aws_iam_policy" "app" {\n  policy = jsonencode({\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "${action}"\n      Resource = "arn:aws:s3:::acme/*"\n    }]\n  })\n}\n`;

export const wildcardCloudRights = defineFileRule({
  id: 'security/wildcard-cloud-rights',
  title: 'A role may do everything, or everyone may take it',
  reason:
    'Whoever gets hold of the program, its token or its build then has the whole account: reads every bucket, makes new keys, deletes the backups.',
  remedy: 'Name the actions that are used and the resources that they are used on; name who may take the role.',
  severity: 'error',
  confidence: 'high',
  languages: 'any',
  cwe: [269, 732],
  sources: [
    {
      title: 'AWS: IAM best practices, least privilege',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    },
  ],
  limits: 'Terraform for AWS, Azure and Google Cloud: policies as blocks, `jsonencode` or JSON over several lines, not those in files.',
  examples: [
    {
      name: 'a policy allows everything',
      base: { 'iam.tf': policy('s3:GetObject') },
      head: { 'iam.tf': policy('*') },
      finds: ['iam.tf:5 `aws_iam_policy.app` allows every action: name those that are used.'],
    },
    { name: 'an action is named', base: {}, head: { 'iam.tf': policy('s3:GetObject') }, finds: [] },
  ],
  options: z.object({}),
  *check(file) {
    for (const resource of resourcesIn(file)) {
      if (resource.type.startsWith('aws_')) yield* statements(resource);
      if (/^aws_(?:iam|ssoadmin)_/.test(resource.type)) yield* attached(resource);
      if (/^google_(?:project|organization|folder)_iam_(?:member|binding)$/.test(resource.type)) yield* google(resource);
      if (resource.type.startsWith('google_compute_instance')) yield* machine(resource);
      if (resource.type === 'azurerm_role_definition') yield* azure(resource);
    }
  },
});

function finding(resource: CloudResource, node: DocumentNode, what: string): FindingDraft {
  return findingAt(node, { message: `\`${resource.name}\` ${what}.`, subject: `${resource.name} ${what}`, category: 'terraform' });
}

function* statements(resource: CloudResource): Generator<FindingDraft> {
  // The key that a policy is attached to is the only resource it speaks of.
  const isAttached = resource.type === 'aws_kms_key';
  for (const statement of statementsOf(resource))
    for (const { node, what, confidence } of wideGrants(statement, isAttached))
      yield { ...finding(resource, node, what), ...(confidence && { confidence }) };
}

/** Policies of the provider that allow everything. */
const administrators = /^arn:aws[\w-]*:iam::aws:policy\/(?:AdministratorAccess|IAMFullAccess|PowerUserAccess)$/;

function* attached(resource: CloudResource): Generator<FindingDraft> {
  for (const name of ['policy_arn', 'managed_policy_arn', 'managed_policy_arns']) {
    const every = textIn(member(resource.node, name), administrators);
    if (every)
      yield finding(
        resource,
        every,
        `gets \`${(textOf(every) ?? '').split('/').at(-1) ?? ''}\`, nearly every right: name a narrower policy`,
      );
  }
}

/** Roles of Google Cloud with which someone takes the rights of others, or has nearly all. */
const wideRoles = /^roles\/(?:owner|editor|iam\.securityAdmin|resourcemanager\.(?:project|folder|organization)IamAdmin)$/;
const borrowing = /^roles\/iam\.(?:serviceAccountUser|serviceAccountTokenCreator|serviceAccountKeyAdmin|workloadIdentityUser)$/;
const defaultAccount = /-compute@developer\.gserviceaccount\.com$|@appspot\.gserviceaccount\.com$/;

function* google(resource: CloudResource): Generator<FindingDraft> {
  const role = member(resource.node, 'role');
  const name = textOf(role) ?? '';
  if (role && wideRoles.test(name)) yield finding(resource, role, `gives \`${name}\`, nearly every right: name a narrower role`);
  if (role && borrowing.test(name)) yield finding(resource, role, `gives \`${name}\` for every account there is: give it for one account`);
  const members = [member(resource.node, 'member'), ...itemsOf(member(resource.node, 'members'))];
  const account = members.find((each) => defaultAccount.test(textOf(each) ?? ''));
  if (account)
    yield {
      ...finding(resource, account, 'gives rights to the account that every machine has: make one for the program'),
      confidence: 'medium',
    };
}

/** A machine that has the account which every machine has, with every right that the account has. */
function* machine(resource: CloudResource): Generator<FindingDraft> {
  for (const account of blocksIn(resource.node, 'service_account')) {
    const every = textIn(member(account, 'scopes'), /(?:^|\/)cloud-platform$/);
    const email = member(account, 'email');
    if (every && (!email || defaultAccount.test(textOf(email) ?? '')))
      yield finding(resource, every, 'has all rights of the account that every machine has: give it an account of its own');
  }
}

function* azure(resource: CloudResource): Generator<FindingDraft> {
  const every = blocksIn(resource.node, 'permissions').flatMap((each) => textIn(member(each, 'actions'), /^\*$/) ?? [])[0];
  if (every) yield finding(resource, every, 'allows every action: name those that are used');
}
