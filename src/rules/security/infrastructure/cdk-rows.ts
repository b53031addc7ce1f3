import type { SettingRow } from '../../pattern/settings.ts';

/** What a construct of the AWS CDK leaves open. The settings are the third argument of a construction, and the last of a call. */
export interface ConstructRow extends SettingRow {
  /** Services and what is made or called there: `s3.Bucket`, `efs.FileSystem`, `apigateway.RestApi.addMethod`; alternatives with `|`. */
  readonly of: string;
  readonly category: 'iac-cloud' | 'missing-auth' | 'weak-crypto' | 'cleartext-transport';
  /** Completes "the construct …". */
  readonly what: string;
}

const off = /^false$/;
const stored = { category: 'iac-cloud', what: 'stores its data unencrypted' } as const;
const sent = { category: 'cleartext-transport', what: 'lets data be sent unencrypted' } as const;
const open = { category: 'missing-auth', what: 'can be reached by everyone on the internet' } as const;
const publicAcl = /^(?:PUBLIC_READ|PUBLIC_READ_WRITE|AUTHENTICATED_READ|PublicRead|PublicReadWrite|AuthenticatedRead)$/;
const oldTls = /TLS_1_0$|TLS_V1(?:_2016|_1_2016)?$|^TLS_V1_1|Min-TLS-1-0|SSL_V3|^TLSv1(?:_2016|\.1_2016)?$/;
const plain = /^(?:HTTP|TCP|UDP|TCP_UDP|http|tcp)$/;

/** Settings of the AWS CDK that are worth a look, by service. */
export const constructRows: readonly ConstructRow[] = [
  { of: 's3.Bucket', setting: 'enforceSSL', open: off, ...sent },
  { of: 's3.Bucket', setting: 'encryption', open: /^UNENCRYPTED$/, ...stored },
  { of: 's3.Bucket', setting: 'publicReadAccess', open: /^true$/, category: 'missing-auth', what: 'can be read by everyone' },
  {
    of: 's3.Bucket|s3.CfnBucket|s3deployment.BucketDeployment',
    setting: 'accessControl',
    open: publicAcl,
    category: 'missing-auth',
    what: 'can be read by everyone',
  },
  {
    of: 's3.Bucket',
    setting: 'blockPublicAccess',
    open: /^BLOCK_ACLS_ONLY$/,
    category: 'missing-auth',
    what: 'can be made public by a policy',
  },
  {
    of: 's3.BlockPublicAccess',
    argument: 0,
    setting: 'blockPublicAcls|blockPublicPolicy|ignorePublicAcls|restrictPublicBuckets',
    open: off,
    category: 'missing-auth',
    what: 'lets a bucket be made public',
  },
  { of: 'ec2.Volume|ec2.CfnVolume', setting: 'encrypted', open: off, orMissing: true, ...stored },
  {
    of: 'rds.DatabaseCluster|rds.DatabaseInstance|rds.CfnDBCluster|rds.CfnDBInstance|rds.DatabaseInstanceReadReplica|rds.DatabaseClusterFromSnapshot|neptune.DatabaseCluster|docdb.DatabaseCluster',
    setting: 'storageEncrypted',
    open: off,
    ...stored,
  },
  {
    of: 'rds.DatabaseCluster|rds.DatabaseInstance|rds.CfnDBCluster|rds.CfnDBInstance|rds.DatabaseInstanceReadReplica',
    setting: 'storageEncrypted|storageEncryptionKey|kmsKeyId',
    orMissing: true,
    ...stored,
  },
  { of: 'rds.DatabaseInstance|rds.CfnDBInstance|dms.CfnReplicationInstance', setting: 'publiclyAccessible', open: /^true$/, ...open },
  { of: 'ec2.Instance|rds.DatabaseInstance', setting: 'vpcSubnets.subnetType', open: /^PUBLIC$/, ...open },
  { of: 'dms.CfnReplicationInstance', setting: 'publiclyAccessible', orMissing: true, ...open },
  { of: 'efs.FileSystem', setting: 'encrypted', open: off, ...stored },
  { of: 'efs.CfnFileSystem', setting: 'encrypted', open: off, orMissing: true, ...stored },
  { of: 'opensearchservice.Domain|elasticsearch.Domain', setting: 'encryptionAtRest.enabled', open: off, orMissing: true, ...stored },
  {
    of: 'opensearchservice.CfnDomain|elasticsearch.CfnDomain',
    setting: 'encryptionAtRestOptions.enabled',
    open: off,
    orMissing: true,
    ...stored,
  },
  { of: 'opensearchservice.Domain|elasticsearch.Domain', setting: 'nodeToNodeEncryption|enforceHttps', open: off, ...sent },
  {
    of: 'opensearchservice.Domain|elasticsearch.Domain|opensearchservice.CfnDomain|elasticsearch.CfnDomain',
    setting: 'tlsSecurityPolicy|domainEndpointOptions.tlsSecurityPolicy',
    open: oldTls,
    category: 'weak-crypto',
    what: 'accepts versions of TLS that are broken',
  },
  {
    of: 'apigateway.DomainName|apigateway.CfnDomainName|apigatewayv2.DomainName|apigateway.RestApi',
    setting: 'securityPolicy|domainName.securityPolicy',
    open: oldTls,
    category: 'weak-crypto',
    what: 'accepts versions of TLS that are broken',
  },
  {
    of: 'cloudfront.Distribution|cloudfront.CfnDistribution',
    setting: 'minimumProtocolVersion',
    open: oldTls,
    category: 'weak-crypto',
    what: 'accepts versions of TLS that are broken',
  },
  {
    of: 'cloudfront.Distribution',
    setting: 'defaultBehavior.viewerProtocolPolicy',
    open: /^(?:ALLOW_ALL|allow-all)$/,
    ...sent,
  },
  { of: 'sagemaker.CfnNotebookInstance', setting: 'kmsKeyId', orMissing: true, ...stored },
  { of: 'sns.Topic', setting: 'masterKey', orMissing: true, ...stored },
  { of: 'sns.CfnTopic', setting: 'kmsMasterKeyId', orMissing: true, ...stored },
  { of: 'sqs.Queue', setting: 'encryption', open: /^UNENCRYPTED$/, ...stored },
  { of: 'sqs.CfnQueue', setting: 'kmsMasterKeyId|sqsManagedSseEnabled', orMissing: true, ...stored },
  { of: 'kinesis.Stream', setting: 'encryption', open: /^UNENCRYPTED$/, ...stored },
  { of: 'kinesis.CfnStream', setting: 'streamEncryption', orMissing: true, ...stored },
  { of: 'elasticache.CfnReplicationGroup', setting: 'transitEncryptionEnabled', open: off, orMissing: true, ...sent },
  { of: 'elasticache.CfnReplicationGroup', setting: 'atRestEncryptionEnabled', open: off, ...stored },
  {
    of: 'elasticloadbalancingv2.ApplicationListener|elasticloadbalancingv2.ApplicationLoadBalancer.addListener|elasticloadbalancingv2.CfnListener|elasticloadbalancingv2.NetworkListener|elasticloadbalancingv2.NetworkLoadBalancer.addListener',
    setting: 'protocol',
    open: plain,
    ...sent,
  },
  {
    of: 'elasticloadbalancingv2.NetworkListener|elasticloadbalancingv2.NetworkLoadBalancer.addListener',
    setting: 'protocol|certificates',
    orMissing: true,
    ...sent,
  },
  {
    of: 'elasticloadbalancingv2.ApplicationListener|elasticloadbalancingv2.ApplicationLoadBalancer.addListener',
    setting: 'port',
    open: /^(?:80|8080|8000|8008)$/,
    ...sent,
  },
  {
    of: 'elasticloadbalancing.LoadBalancer.addListener',
    setting: 'externalProtocol',
    open: plain,
    ...sent,
  },
  { of: 'elasticloadbalancing.LoadBalancer', setting: 'listeners.externalProtocol', open: plain, ...sent },
  { of: 'elasticloadbalancing.CfnLoadBalancer', setting: 'listeners.protocol', open: plain, ...sent },
  {
    of: 'apigateway.RestApi.addMethod|apigateway.CfnMethod|apigatewayv2.CfnRoute|apigateway.Resource.addMethod',
    setting: 'authorizationType',
    open: /^NONE$/,
    category: 'missing-auth',
    what: 'answers whoever asks',
  },
  {
    of: 'apigatewayv2.CfnRoute|apigateway.CfnMethod',
    setting: 'authorizationType',
    orMissing: true,
    category: 'missing-auth',
    what: 'answers whoever asks',
  },
];
