import { itemsOf, member, membersOf, textOf, textsOf, type DocumentNode } from '../../../code/document-node.ts';
import type { Confidence } from '../../../finding/draft.ts';
import { blocksIn, either } from './terraform.ts';

/** Something that a statement of an AWS policy gives, and should not. */
export interface WideGrant {
  readonly node: DocumentNode;
  /** Completes "`resource` …". */
  readonly what: string;
  readonly confidence?: Confidence;
}

/** What a statement gives too much of. A policy that is attached to one thing speaks of that thing alone. */
export function* wideGrants(statement: DocumentNode, isAttached: boolean): Generator<WideGrant> {
  const effect = either(statement, 'Effect', 'effect');
  if (effect && textOf(effect) !== 'Allow') return;
  const actions = either(statement, 'Action', 'actions', 'action');
  const every = textIn(actions, /^\*(?::\*)?$/);
  if (every && !isAttached) yield { node: every, what: 'allows every action: name those that are used' };
  if (!every && textIn(either(statement, 'Resource', 'resources'), /^\*$/)) yield* onEverything(actions);
  const anyone = principal(statement);
  if (anyone && !isLimited(statement)) yield { node: anyone, what: 'lets everyone use it: name who may' };
  const trust = anyRepository(statement);
  if (trust) yield { node: trust, what: 'can be taken by workflows of every repository: name yours in a condition on `sub`' };
}

/** Actions with which someone gives themselves every other right. */
const escalating =
  /^(?:iam:(?:\*|passrole|createpolicyversion|setdefaultpolicyversion|attach(?:user|group|role)policy|put(?:user|group|role)policy|addusertogroup|updateassumerolepolicy|create(?:accesskey|loginprofile)|updateloginprofile)|sts:(?:\*|assumerole)|lambda:(?:updatefunctioncode|createfunction)|ssoadmin:\*|organizations:\*)$/i;
/** Actions that read secrets or data. */
const reading =
  /^(?:secretsmanager:(?:\*|getsecretvalue)|ssm:(?:\*|getparameters?(?:bypath)?)|s3:(?:\*|getobject)|kms:(?:\*|decrypt)|rds:copydbsnapshot|ec2:createsnapshot)$/i;
/** Actions that say who may reach a resource. */
const exposing =
  /^(?:\w+:(?:put|set|delete|create|add|update)\w*(?:policy|permissions?|acl|accesspoint\w*|publicaccessblock)|ec2:modifyimageattribute|ec2:modifysnapshotattribute|rds:modifydb(?:cluster)?snapshotattribute)$/i;
const wholeService = /^(?!logs|cloudwatch|xray|ec2messages|ssmmessages)[\w-]+:\*$/i;

function* onEverything(actions: DocumentNode | undefined): Generator<WideGrant> {
  const kinds: readonly (readonly [RegExp, string, Confidence?])[] = [
    [escalating, 'and with it every right: name the roles that it is used on'],
    [reading, 'so that it reads the data and secrets of everything else: name what it is used on', 'medium'],
    [exposing, 'so that it can open everything to others: name what it is used on', 'medium'],
    [wholeService, 'which is far more than any program uses: name the actions and what they are used on', 'medium'],
  ];
  for (const [pattern, why, confidence] of kinds) {
    const node = textIn(actions, pattern);
    if (!node) continue;
    yield { node, what: `allows \`${textOf(node) ?? ''}\` on everything, ${why}`, ...(confidence && { confidence }) };
    return;
  }
}

/** The text, or the first of the texts, that fits. */
export function textIn(node: DocumentNode | undefined, pattern: RegExp): DocumentNode | undefined {
  return (node?.kind === 'array' ? node.items : node ? [node] : []).find((each) => pattern.test(textOf(each) ?? ''));
}

function principal(statement: DocumentNode): DocumentNode | undefined {
  const written = member(statement, 'Principal');
  const inBlocks = itemsOf(member(statement, 'principals')).flatMap((each) => textIn(member(each, 'identifiers'), /^\*$/) ?? []);
  return textIn(written, /^\*$/) ?? textIn(member(written, 'AWS'), /^(?:arn:aws:iam::)?\*(?::root)?$/) ?? inBlocks[0];
}

function isLimited(statement: DocumentNode): boolean {
  return either(statement, 'Condition', 'condition') !== undefined;
}

const github = 'token.actions.githubusercontent.com';

/** Where workflows of GitHub may take the role whichever repository they are of. */
function anyRepository(statement: DocumentNode): DocumentNode | undefined {
  const trusted = [
    member(statement, 'Principal', 'Federated'),
    ...itemsOf(member(statement, 'principals')).map((each) => member(each, 'identifiers')),
  ];
  const federated = trusted.find((each) => textsOf(each).some((text) => text.includes(github)));
  if (!federated || !textIn(either(statement, 'Action', 'actions', 'action'), /^sts:AssumeRoleWithWebIdentity$/i)) return undefined;
  const subjects = [...blockSubjects(statement), ...encodedSubjects(statement)];
  return subjects.length > 0 && subjects.every((text) => /^repo:[^/*]+\/[^*]|^repo:[^/*]+\/\*|\$\{/.test(text)) ? undefined : federated;
}

function blockSubjects(statement: DocumentNode): readonly string[] {
  return blocksIn(statement, 'condition')
    .filter((each) => textOf(member(each, 'variable')) === `${github}:sub`)
    .flatMap((each) => textsOf(member(each, 'values')));
}

function encodedSubjects(statement: DocumentNode): readonly string[] {
  const tests = membersOf(member(statement, 'Condition')).map(([, test]) => test);
  return tests.flatMap((test) => textsOf(member(test, `${github}:sub`)));
}
