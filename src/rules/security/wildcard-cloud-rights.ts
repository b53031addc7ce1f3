import * as z from 'zod/mini';
import { itemsOf, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { findingAt } from '../document-finding.ts';
import { defineFileRule } from '../rule.ts';
import { either, resourcesIn, statementsOf, type CloudResource } from './infrastructure/terraform.ts';

const policy = (action: string): string =>
  `resource "aws_iam_policy" "app" {\n  policy = jsonencode({\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "${action}"\n      Resource = "*"\n    }]\n  })\n}\n`;

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
  limits: 'Terraform for AWS and Google Cloud: policies as blocks or `jsonencode`, not those in files or as text.',
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
      if (resource.type.startsWith('aws_') && /policy|role|bucket|queue|topic|key|secret/.test(resource.type)) yield* statements(resource);
      if (/^google_(?:project|organization|folder)_iam_(?:member|binding)$/.test(resource.type)) yield* googleRole(resource);
    }
  },
});

function finding(resource: CloudResource, node: DocumentNode, what: string): FindingDraft {
  return findingAt(node, { message: `\`${resource.name}\` ${what}.`, subject: `${resource.name} ${what}`, category: 'terraform' });
}

function* statements(resource: CloudResource): Generator<FindingDraft> {
  for (const statement of statementsOf(resource)) {
    const effect = either(statement, 'Effect', 'effect');
    if (effect && textOf(effect) !== 'Allow') continue;
    const every = starIn(either(statement, 'Action', 'actions'), /^\*(?::\*)?$/);
    // The key that a policy is attached to is the only resource it speaks of.
    if (every && resource.type !== 'aws_kms_key') yield finding(resource, every, 'allows every action: name those that are used');
    const identity = starIn(either(statement, 'Action', 'actions'), /^iam:(?:\*|PassRole)$/i);
    if (identity && !every && starIn(either(statement, 'Resource', 'resources'), /^\*$/))
      yield finding(
        resource,
        identity,
        `allows \`${textOf(identity) ?? ''}\` on everything, and with it every right: name the roles that it is used on`,
      );
    const anyone = principal(statement);
    if (anyone && !either(statement, 'Condition', 'condition')) yield finding(resource, anyone, 'lets everyone use it: name who may');
  }
}

function starIn(node: DocumentNode | undefined, pattern: RegExp): DocumentNode | undefined {
  return (node?.kind === 'array' ? node.items : node ? [node] : []).find((each) => pattern.test(textOf(each) ?? ''));
}

function principal(statement: DocumentNode): DocumentNode | undefined {
  const written = member(statement, 'Principal');
  const inBlocks = itemsOf(member(statement, 'principals')).flatMap((each) => starIn(member(each, 'identifiers'), /^\*$/) ?? []);
  return starIn(written, /^\*$/) ?? starIn(member(written, 'AWS'), /^\*$/) ?? inBlocks[0];
}

function* googleRole(resource: CloudResource): Generator<FindingDraft> {
  const role = member(resource.node, 'role');
  if (role && /^roles\/(?:owner|editor)$/.test(textOf(role) ?? ''))
    yield finding(resource, role, `gives \`${textOf(role) ?? ''}\`, nearly every right: name a narrower role`);
}
