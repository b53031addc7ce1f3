import { cleartext, off, on, type LibraryRow } from './library-row.ts';

const browsers = 'puppeteer.launch|puppeteer-core.launch|playwright.chromium.launch|@playwright/test.chromium.launch';
const mysql =
  'mysql.createConnection|mysql.createPool|mysql2.createConnection|mysql2.createPool|mysql2/promise.createConnection|mysql2/promise.createPool';
const proxies = 'http-proxy.createProxyServer|http-proxy.createServer|http-proxy-middleware.createProxyMiddleware|http-proxy-middleware';
const certificates = 'the certificate of the other end is not checked';
const readable = 'what is sent can be read and changed by everyone on the way';

/** Options and calls of packages of npm that reach databases, other systems and secrets. */
export const systemLibraryRows: readonly LibraryRow[] = [
  // Databases
  {
    of: mysql,
    setting: 'multipleStatements',
    open: on,
    category: 'sql-injection',
    harm: 'a value that is pasted in can bring statements of its own',
  },
  {
    of: 'sequelize|sequelize.Sequelize',
    setting: 'dialectOptions.multipleStatements',
    open: on,
    argument: 3,
    category: 'sql-injection',
    harm: 'a value that is pasted in can bring statements of its own',
  },
  // Connections
  { of: 'nodemailer.createTransport', setting: 'ignoreTLS', open: on, category: cleartext, harm: readable },
  { of: 'ftp.connect', setting: 'secure', open: off, orMissing: true, category: cleartext, harm: readable },
  { of: 'basic-ftp.Client.access', setting: 'secure', open: off, orMissing: true, category: cleartext, harm: readable },
  { of: 'telnet-client|telnet-client.Telnet', category: cleartext, harm: readable },
  {
    of: 'grpc.credentials.createInsecure|@grpc/grpc-js.credentials.createInsecure|grpc.ServerCredentials.createInsecure|@grpc/grpc-js.ServerCredentials.createInsecure',
    category: cleartext,
    harm: readable,
  },
  { of: proxies, setting: 'secure', open: off, category: 'tls-verification', harm: certificates },
  {
    of: browsers,
    setting: 'args',
    open: /^--(?:disable-web-security|ignore-certificate-errors|remote-debugging-address=|allow-running-insecure-content)/,
    category: 'exposure',
    harm: 'pages that the browser opens can reach what they must not',
  },
  { of: 'nodemailer.createTransport', setting: 'requireTLS', open: off, category: cleartext, harm: readable },
  {
    of: 'mqtt.connect|amqplib.connect|nats.connect',
    setting: 'rejectUnauthorized',
    open: off,
    argument: 1,
    category: 'tls-verification',
    harm: certificates,
  },
  {
    of: 'redis.createClient',
    setting: 'socket.rejectUnauthorized|tls.rejectUnauthorized',
    open: off,
    category: 'tls-verification',
    harm: certificates,
  },
  { of: 'kafkajs.Kafka', setting: 'ssl', open: off, category: cleartext, harm: readable },
  // Tokens and passwords
  {
    of: 'jsonwebtoken.verify',
    setting: 'ignoreExpiration|ignoreNotBefore',
    open: on,
    argument: 2,
    category: 'jwt',
    harm: 'a token that was stolen is good for ever',
  },
  { of: 'passport-jwt.Strategy', setting: 'ignoreExpiration', open: on, category: 'jwt', harm: 'a token that was stolen is good for ever' },
  {
    of: 'express-jwt|express-jwt.expressjwt|express-jwt.expressJwt|koa-jwt',
    setting: 'credentialsRequired|passthrough',
    open: /^(?:false)$/,
    category: 'missing-auth',
    harm: 'requests without a token are let through',
  },
  {
    of: 'argon2.hash',
    setting: 'type',
    open: /^argon2[id]$/,
    argument: 1,
    category: 'weak-hash',
    harm: 'passwords are found faster than with `argon2id`, which resists both kinds of attack',
  },
  {
    of: 'argon2.hash',
    setting: 'memoryCost',
    open: /^\d{1,4}$/,
    argument: 1,
    category: 'weak-hash',
    harm: 'passwords are found by trying',
  },
  {
    of: 'vm2.NodeVM',
    setting: 'require.external|require.builtin',
    open: /^(?:true|\*|child_process|fs)$/,
    category: 'code-injection',
    harm: 'the code inside gets out of its box',
  },
  {
    of: 'jsonwebtoken.sign',
    setting: 'allowInsecureKeySizes|allowInvalidAsymmetricKeyTypes',
    open: on,
    argument: 2,
    category: 'jwt',
    harm: 'a key is taken that is too short',
  },
  {
    of: 'jsonwebtoken.verify',
    setting: 'allowInvalidAsymmetricKeyTypes',
    open: on,
    argument: 2,
    category: 'jwt',
    harm: 'a key of another kind is taken',
  },
  // Files in the cloud
  {
    of: '@aws-sdk/client-s3.PutObjectCommand|@aws-sdk/client-s3.CopyObjectCommand|@aws-sdk/client-s3.CreateBucketCommand|@aws-sdk/client-s3.PutObjectAclCommand|@aws-sdk/client-s3.PutBucketAclCommand|@aws-sdk/lib-storage.Upload|aws-sdk.S3.putObject|aws-sdk.S3.upload|aws-sdk.S3.createBucket',
    setting: 'ACL|params.ACL',
    open: /^public-read/,
    category: 'exposure',
    harm: 'everyone can read the file who knows or guesses its address',
  },
];
