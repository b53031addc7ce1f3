import { weakCloudConstruct } from '../../../../src/rules/security/weak-cloud-construct.ts';
import { fileCases } from '../rule-cases.ts';

const head = `import { aws_iam as iam, aws_s3 as s3, aws_ec2 as ec2, aws_opensearchservice as search } from 'aws-cdk-lib';
import { RestApi, AuthorizationType } from 'aws-cdk-lib/aws-apigateway';
import { Topic } from '@aws-cdk/aws-sns';

export function build(stack) {
`;
const stack = (...lines: readonly string[]): string => `${head}${lines.map((line) => `  ${line}\n`).join('')}}\n`;

for (const path of ['lib/stack.ts', 'lib/stack.js']) {
  describe(`security/weak-cloud-construct in ${path}`, () => {
    fileCases(weakCloudConstruct, path, [
      [
        'finds a bucket that everyone reads',
        '',
        stack('new s3.Bucket(stack, "Files", { publicReadAccess: true });'),
        ['6 `Bucket` can be read by everyone (`publicReadAccess: true`).'],
      ],
      [
        'finds a bucket that may be reached in plain text',
        '',
        stack('new s3.Bucket(stack, "Files", { enforceSSL: false });'),
        ['6 `Bucket` lets data be sent unencrypted (`enforceSSL: false`).'],
      ],
      [
        'finds an access list by its name, through a variable',
        '',
        stack(
          'const accessControl = s3.BucketAccessControl.PUBLIC_READ;',
          'new s3.Bucket(stack, "Files", { enforceSSL: true, accessControl });',
        ),
        ['7 `Bucket` can be read by everyone (`accessControl: PUBLIC_READ`).'],
      ],
      [
        'finds a setting inside of another',
        '',
        stack('new search.Domain(stack, "Index", { encryptionAtRest: { enabled: false } });'),
        ['6 `Domain` stores its data unencrypted (`encryptionAtRest.enabled: false`).'],
      ],
      [
        'finds a method without authorization',
        '',
        stack(
          'const api = new RestApi(stack, "Api");',
          'api.root.addMethod("GET", lambda, { authorizationType: AuthorizationType.NONE });',
        ),
        ['7 `RestApi.addMethod` answers whoever asks (`authorizationType: NONE`).'],
      ],
      ['finds a topic', '', stack('new Topic(stack, "News", {});'), ['6 `Topic` stores its data unencrypted (nothing says `masterKey`).']],
      [
        'finds a statement on everything, and for everyone',
        '',
        stack('new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: ["*"], principals: [new iam.AnyPrincipal()] });'),
        [
          '6 The statement allows its actions on everything there is: name what is needed.',
          '6 The statement lets everyone use it: name what is needed.',
        ],
      ],
      [
        'finds a port of administration',
        '',
        stack('group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));'),
        ['6 Everyone on the internet can reach port 22: name the networks that need it.'],
      ],
      [
        'finds a bucket that is opened later',
        '',
        stack('const files = new s3.Bucket(stack, "Files", { enforceSSL: true });', 'files.grantPublicAccess();'),
        ['7 `files` can be read by everyone.'],
      ],
      ['leaves a bucket that is closed alone', '', stack('new s3.Bucket(stack, "Files");'), []],
      ['leaves settings that come from elsewhere alone', '', stack('new s3.Bucket(stack, "Files", { ...defaults });'), []],
      ['leaves settings of another file alone', '', stack('new s3.Bucket(stack, "Files", settings());'), []],
      [
        'leaves a statement that forbids alone',
        '',
        stack('new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ["*"], resources: ["*"] });'),
        [],
      ],
      ['leaves the port of the web alone', '', stack('group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));'), []],
      ['leaves a network alone', '', stack('group.addIngressRule(ec2.Peer.ipv4("10.0.0.0/8"), ec2.Port.tcp(22));'), []],
      [
        'leaves other buckets alone',
        '',
        "import { Bucket } from './bucket';\n\nnew Bucket(this, 'Files', { publicReadAccess: true });\n",
        [],
      ],
    ]);
  });
}
