import { patternRule } from '../pattern/pattern-rule.ts';
import { lastName } from '../pattern/code-inventory.ts';
import { originOf } from '../../code/flow/origin.ts';
import { openConstructsIn, usesCdk } from './infrastructure/cdk.ts';
import { widePoliciesIn } from './infrastructure/cdk-policies.ts';
import { openPortsIn } from './infrastructure/cdk-ports.ts';

const stack = (props: string): string => `import { Volume } from 'aws-cdk-lib/aws-ec2';\n\nnew Volume(stack, 'Data', { ${props} });\n`;
const statement = (action: string): string =>
  `import { PolicyStatement } from 'aws-cdk-lib/aws-iam';\n\nconst read = new PolicyStatement({ actions: ['${action}'], resources: [bucket.bucketArn] });\n`;

export const weakCloudConstruct = patternRule({
  id: 'security/weak-cloud-construct',
  title: 'A cloud resource is left open, unencrypted or with every right',
  reason:
    'What a stack declares is what stands on the internet a minute later. Open buckets and ports are found by scanners within hours, data at rest is copied with its disk, and a role that may do everything gives the whole account to whoever gets hold of one program.',
  remedy:
    'Close what is open and name who needs it; turn encryption on, at rest and on the way; name the actions and the resources that a role uses.',
  severity: 'warning',
  confidence: 'medium',
  category: 'iac-cloud',
  languages: ['typescript', 'javascript'],
  cwe: [284, 311, 732],
  sources: [
    { title: 'AWS CDK: security best practices', url: 'https://docs.aws.amazon.com/cdk/v2/guide/best-practices-security.html' },
    {
      title: 'AWS Security Hub: controls',
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-controls-reference.html',
    },
  ],
  limits:
    'The AWS CDK in TypeScript and JavaScript, and settings that are written where the construct is made. What aspects, defaults of the account and properties of other files add is not seen.',
  examples: ['lib/stack.ts', 'lib/stack.js'].flatMap((path) => [
    {
      name: 'a volume is not encrypted',
      base: {},
      head: { [path]: stack('encrypted: false') },
      finds: [`${path}:3 \`Volume\` stores its data unencrypted (\`encrypted: false\`).`],
    },
    { name: 'a volume is encrypted', base: {}, head: { [path]: stack('encrypted: true') }, finds: [] },
    {
      name: 'a statement allows everything',
      base: {},
      head: { [path]: statement('*') },
      finds: [`${path}:3 The statement allows every action: name what is needed.`],
    },
    { name: 'a statement names an action', base: {}, head: { [path]: statement('s3:GetObject') }, finds: [] },
  ]),
  *look(code) {
    if (!usesCdk(code)) return;
    for (const { at, range, name, row, setting } of openConstructsIn(code)) {
      const why = setting === undefined ? `nothing says \`${row.setting.split('|')[0] ?? ''}\`` : `\`${setting}\``;
      yield { at, range, category: row.category, message: `\`${name}\` ${row.what} (${why}).` };
    }
    for (const { at, range, what } of widePoliciesIn(code))
      yield { at, range, category: 'missing-auth', message: `The statement ${what}: name what is needed.` };
    for (const { at, range, port } of openPortsIn(code))
      yield { at, range, category: 'missing-auth', message: `Everyone on the internet can reach ${port}: name the networks that need it.` };
    for (const sight of code.calls('grantPublicAccess')) {
      const bucket = sight.node.receiver;
      if (bucket && (originOf(bucket, sight) ?? '').endsWith('Bucket()'))
        yield {
          at: sight,
          range: sight.node.range,
          category: 'missing-auth',
          message: `\`${lastName(bucket) ?? 'The bucket'}\` can be read by everyone.`,
        };
    }
  },
});
