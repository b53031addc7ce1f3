import { isTrue, member, membersOf, scalarOf, type DocumentNode } from '../../../code/document-node.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

interface Property {
  readonly of: string;
  readonly at: string;
  readonly family: string;
  readonly what: string;
  readonly category: string;
  /** Whether a value protects; absent: being there does, unless it is false. */
  readonly protects?: (value: unknown) => boolean;
  /** It is so where nothing is said. */
  readonly byDefault?: boolean;
}

const encrypts = { family: 'encryption', what: 'the encryption of what it stores', category: 'cleartext-storage' };
const sends = { family: 'encryption on the way', what: 'the encryption of what it sends', category: 'cleartext-transport' };
const asks = { family: 'access by an authorizer', what: 'the check who may call it', category: 'missing-auth' };
const isSome = (value: unknown): boolean => value !== 'NONE' && value !== false && value !== null;
const isOff = (value: unknown): boolean => value === false || value === 'false';

const properties: readonly Property[] = [
  { of: 'AWS::S3::Bucket', at: 'BucketEncryption', ...encrypts },
  {
    of: 'AWS::S3::Bucket',
    at: 'PublicAccessBlockConfiguration',
    family: 'who may reach it',
    what: 'the block of public access',
    category: 'exposure',
  },
  { of: 'AWS::S3::Bucket', at: 'LoggingConfiguration', family: 'the log of access', what: 'the log of access', category: 'audit' },
  { of: 'AWS::RDS::DBInstance AWS::RDS::DBCluster AWS::DocDB::DBCluster AWS::Neptune::DBCluster', at: 'StorageEncrypted', ...encrypts },
  { of: 'AWS::EC2::Volume AWS::EFS::FileSystem AWS::Redshift::Cluster', at: 'Encrypted', ...encrypts },
  { of: 'AWS::DynamoDB::Table AWS::DAX::Cluster', at: 'SSESpecification', ...encrypts },
  { of: 'AWS::SQS::Queue AWS::SNS::Topic', at: 'KmsMasterKeyId', ...encrypts },
  { of: 'AWS::SQS::Queue', at: 'SqsManagedSseEnabled', ...encrypts, byDefault: true },
  { of: 'AWS::Kinesis::Stream', at: 'StreamEncryption', ...encrypts },
  { of: 'AWS::Logs::LogGroup AWS::SecretsManager::Secret AWS::CloudTrail::Trail', at: 'KmsKeyId', ...encrypts },
  { of: 'AWS::ElastiCache::ReplicationGroup', at: 'AtRestEncryptionEnabled', ...encrypts },
  { of: 'AWS::ElastiCache::ReplicationGroup', at: 'TransitEncryptionEnabled', ...sends },
  { of: 'AWS::OpenSearchService::Domain AWS::Elasticsearch::Domain', at: 'EncryptionAtRestOptions', ...encrypts },
  { of: 'AWS::OpenSearchService::Domain AWS::Elasticsearch::Domain', at: 'NodeToNodeEncryptionOptions', ...sends },
  { of: 'AWS::ApiGateway::Method AWS::ApiGatewayV2::Route', at: 'AuthorizationType', ...asks, protects: isSome },
  { of: 'AWS::Lambda::Url AWS::Serverless::Function', at: 'FunctionUrlConfig.AuthType', ...asks, protects: isSome },
  { of: 'AWS::Lambda::Url', at: 'AuthType', ...asks, protects: isSome },
  { of: 'AWS::Serverless::Api AWS::Serverless::HttpApi', at: 'Auth.DefaultAuthorizer', ...asks, protects: isSome },
  {
    of: 'AWS::CloudTrail::Trail',
    at: 'EnableLogFileValidation',
    family: 'the log of access',
    what: 'the check of its log',
    category: 'audit',
  },
  {
    of: 'AWS::RDS::DBInstance',
    at: 'PubliclyAccessible',
    family: 'who may reach it',
    what: 'its place in a private network',
    category: 'exposure',
    protects: isOff,
  },
];

const byType = new Map<string, Property[]>();
for (const each of properties) for (const type of each.of.split(' ')) byType.set(type, [...(byType.get(type) ?? []), each]);

/** Templates of CloudFormation and SAM: what resources encrypt, ask for and keep private. */
export const cloudFormation: DeclaredKind = {
  mayDeclare: isTemplate,
  find: ({ document }) =>
    membersOf(member(document?.roots[0], 'Resources')).flatMap(([name, resource]) => {
      const type = String(scalarOf(member(resource, 'Type')) ?? '');
      return [...(byType.get(type) ?? []).flatMap((each) => protectionOf(name, resource, each)), ...eventsOf(name, resource)];
    }),
  isStillThere: ({ key }, head) => member(head.document?.roots[0], 'Resources', ...key.split(' ').slice(0, 1)) !== undefined,
};

function isTemplate({ path, text }: SourceFile): boolean {
  return (
    /\.(?:ya?ml|json|template)$/.test(path) &&
    /AWSTemplateFormatVersion|AWS::Serverless|"?Type"?\s{0,2}:\s{0,2}["']?AWS::/.test(text.slice(0, 50_000))
  );
}

function protectionOf(
  name: string,
  resource: DocumentNode,
  { at, protects, byDefault, family, what, category }: Property,
): readonly DeclaredSafeguard[] {
  const node = member(resource, 'Properties', ...at.split('.'));
  if (!node) return [];
  const level = node.kind !== 'scalar' ? (isSwitchedOff(node) ? 0 : 1) : (protects?.(node.value) ?? !isOff(node.value)) ? 1 : 0;
  return [{ family, key: `${name} ${at}`, what: `${what} (\`${name}\`)`, level, category, ...(byDefault && { byDefault }), ...told(node) }];
}

/** `SSESpecification: { SSEEnabled: false }`. */
function isSwitchedOff(node: DocumentNode): boolean {
  const switches = membersOf(node).filter(([key]) => /enabled$/i.test(key));
  return switches.length > 0 && !switches.some(([, value]) => isTrue(value) || scalarOf(value) === 'true' || value.kind !== 'scalar');
}

/** Events of SAM that call a function over HTTP. */
function eventsOf(name: string, resource: DocumentNode): readonly DeclaredSafeguard[] {
  return membersOf(member(resource, 'Properties', 'Events')).flatMap(([event, node]) => {
    const authorizer = member(node, 'Properties', 'Auth', 'Authorizer');
    if (!authorizer) return [];
    const level = isSome(scalarOf(authorizer)) ? 1 : 0;
    return [
      {
        family: asks.family,
        key: `${name} ${event}`,
        what: `${asks.what} (\`${name}\`)`,
        level,
        category: asks.category,
        ...told(authorizer),
      },
    ];
  });
}
