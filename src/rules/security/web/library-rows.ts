import type { SettingRow } from '../../pattern/settings.ts';

/** A way to use a library that lets more through than it should. */
export interface LibraryRow extends Partial<SettingRow> {
  /** What is called or made, without brackets: `helmet`, `express.static`; alternatives with `|`. */
  readonly of: string;
  /** The kind of thing: the findings' category. */
  readonly category: string;
  /** What comes of it; completes "With `option: value` …". */
  readonly harm: string;
}

const on = /^true$/;
const off = /^false$/;
const exposed = 'info-exposure';
const upload = 'file-upload';
const cleartext = 'cleartext-transport';
const forms = 'formidable|formidable.formidable|formidable.IncomingForm|formidable.Formidable|formidable.default';
const mysql =
  'mysql.createConnection|mysql.createPool|mysql2.createConnection|mysql2.createPool|mysql2/promise.createConnection|mysql2/promise.createPool';
const markdown = 'markdown-it|markdown-it.default|remarkable|remarkable.Remarkable';
const proxies = 'http-proxy.createProxyServer|http-proxy.createServer|http-proxy-middleware.createProxyMiddleware|http-proxy-middleware';
const browsers = 'puppeteer.launch|puppeteer-core.launch|playwright.chromium.launch|@playwright/test.chromium.launch';
const certificates = 'the certificate of the other end is not checked';
const anyEnding = 'an uploaded file keeps the ending that its sender chose';
const anyFolder = 'uploads land in the folder for temporary files, which others can read';
const anyUpload = 'whatever is sent is kept, of any kind and of any size';
const readable = 'what is sent can be read and changed by everyone on the way';
const scripts = 'a script that stands in the text becomes part of the page';

/** Options and calls of packages of npm. */
export const libraryRows: readonly LibraryRow[] = [
  // Headers
  {
    of: 'helmet|helmet.default',
    setting: 'referrerPolicy',
    open: off,
    category: exposed,
    harm: 'the address of a page is sent to every site that it links to',
  },
  {
    of: 'helmet.referrerPolicy',
    setting: 'policy',
    open: /^(?:unsafe-url|no-referrer-when-downgrade)?$/,
    category: exposed,
    harm: 'the address of a page is sent to every site that it links to',
  },
  {
    of: 'helmet|helmet.default',
    setting: 'hidePoweredBy|xPoweredBy',
    open: off,
    category: exposed,
    harm: 'the answers name the software behind them',
  },
  {
    of: 'helmet.hsts|helmet.strictTransportSecurity|hsts',
    setting: 'maxAge',
    open: /^\d{1,7}$/,
    category: cleartext,
    harm: 'browsers soon forget to ask over HTTPS only',
  },
  {
    of: 'helmet|helmet.default',
    setting: 'hsts.maxAge|strictTransportSecurity.maxAge',
    open: /^\d{1,7}$/,
    category: cleartext,
    harm: 'browsers soon forget to ask over HTTPS only',
  },
  {
    of: 'helmet.hsts|helmet.strictTransportSecurity|hsts',
    setting: 'includeSubDomains',
    open: off,
    category: cleartext,
    harm: 'other names of the domain can be asked over plain HTTP',
  },
  // Files that are served
  {
    of: 'express.static|serve-static|koa-static|koa-send|send|@fastify/static',
    setting: 'dotfiles|hidden',
    open: /^(?:allow|true)$/,
    argument: 1,
    category: exposed,
    harm: 'hidden files such as `.env` are served to everyone',
  },
  { of: 'serve-index', category: exposed, harm: 'everyone can list the folder and see what is in it' },
  { of: 'errorhandler', category: 'debug-enabled', harm: 'stack traces are sent to whoever causes an error' },
  {
    of: 'express-graphql|express-graphql.graphqlHTTP',
    setting: 'graphiql',
    open: on,
    category: 'debug-enabled',
    harm: 'everyone gets a console on the data',
  },
  // Uploads
  { of: forms, setting: 'keepExtensions', open: on, category: upload, harm: anyEnding },
  { of: forms, setting: 'uploadDir|filter|fileWriteStreamHandler', orMissing: true, category: upload, harm: anyFolder },
  { of: 'multer|multer.default', setting: 'limits|fileFilter|storage', orMissing: true, category: upload, harm: anyUpload },
  { of: 'multer.diskStorage', setting: 'destination', orMissing: true, category: upload, harm: anyFolder },
  { of: 'express-fileupload', setting: 'limits', orMissing: true, category: upload, harm: anyUpload },
  // Requests
  {
    of: 'csurf',
    setting: 'ignoreMethods',
    open: /^(?:POST|PUT|PATCH|DELETE)$/i,
    category: 'csrf',
    harm: 'requests that change something are not checked',
  },
  {
    of: '@apollo/server.ApolloServer|apollo-server.ApolloServer|apollo-server-express.ApolloServer',
    setting: 'csrfPrevention',
    open: off,
    category: 'csrf',
    harm: 'any page can have a user’s browser ask in his name',
  },
  {
    of: 'http.createServer|https.createServer|http.request|https.request|http.get|https.get',
    setting: 'insecureHTTPParser',
    open: on,
    category: 'header-injection',
    harm: 'one request can be smuggled into another',
  },
  // Pages
  { of: 'serialize-javascript|serialize-javascript.default', setting: 'unsafe', open: on, argument: 1, category: 'xss', harm: scripts },
  { of: markdown, setting: 'html', open: on, category: 'xss', harm: scripts },
  { of: markdown, setting: 'html', open: on, argument: 1, category: 'xss', harm: scripts },
  {
    of: 'sanitize-html|sanitize-html.default',
    setting: 'allowedTags|allowedAttributes',
    open: off,
    argument: 1,
    category: 'xss',
    harm: scripts,
  },
  {
    of: 'dompurify.sanitize|isomorphic-dompurify.sanitize',
    setting: 'ALLOW_UNKNOWN_PROTOCOLS|SAFE_FOR_XML|ADD_TAGS',
    open: /^(?:true|script|iframe|object|embed)$/,
    argument: 1,
    category: 'xss',
    harm: scripts,
  },
  {
    of: 'jsdom.JSDOM',
    setting: 'runScripts',
    open: /^dangerously$/,
    argument: 1,
    category: 'code-injection',
    harm: 'scripts of the page run with the rights of the program',
  },
  // Databases
  {
    of: mysql,
    setting: 'multipleStatements',
    open: on,
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
  // What is sent, and how much of it is taken
  {
    of: 'express.json|express.urlencoded|express.text|express.raw|body-parser.json|body-parser.urlencoded|body-parser.text|body-parser.raw|body-parser|koa-body|koa-bodyparser',
    setting: 'limit|jsonLimit|formLimit',
    open: /^(?:\d{9,}|\d{2,}(?:\.\d+)?\s?mb|\d+\s?gb|Infinity)$/i,
    category: 'dos',
    harm: 'a few requests fill the memory',
  },
  {
    of: 'ajv|ajv.default|ajv/dist/2019|ajv/dist/2020|ajv/dist/jtd',
    setting: 'allErrors',
    open: on,
    category: 'dos',
    harm: 'a small request makes a very large list of errors',
  },
  {
    of: '@apollo/server.ApolloServer|apollo-server.ApolloServer|apollo-server-express.ApolloServer|apollo-server-koa.ApolloServer|apollo-server-fastify.ApolloServer',
    setting: 'introspection|playground|debug|includeStacktraceInErrorResponses',
    open: on,
    category: 'debug-enabled',
    harm: 'everyone can read how the data is built, or how the program failed',
  },
  {
    of: 'graphql-yoga.createYoga|mercurius',
    setting: 'graphiql',
    open: on,
    category: 'debug-enabled',
    harm: 'everyone gets a console on the data',
  },
  {
    of: 'http-proxy.createProxyServer|http-proxy.createServer|http-proxy-middleware.createProxyMiddleware|http-proxy-middleware',
    setting: 'xfwd',
    open: on,
    category: exposed,
    harm: 'the address of each user is handed to the other server',
  },
  {
    of: 'signale.Signale',
    setting: 'secrets',
    orMissing: true,
    category: 'log-sensitive',
    harm: 'passwords and tokens are written into the log as they are',
  },
  // Headers
  {
    of: 'helmet|helmet.default',
    setting: 'strictTransportSecurity.includeSubDomains|hsts.includeSubDomains',
    open: off,
    category: cleartext,
    harm: 'other names of the domain can be asked over plain HTTP',
  },
  // Sanitizers that let scripts through
  {
    of: 'dompurify.sanitize|isomorphic-dompurify.sanitize',
    setting: 'ALLOWED_TAGS|ADD_TAGS|ADD_ATTR|ALLOWED_ATTR',
    open: /^(?:script|iframe|object|embed|style|svg|math|on\w+|srcdoc)$/i,
    argument: 1,
    category: 'xss',
    harm: scripts,
  },
  {
    of: 'xss|xss.filterXSS|xss.FilterXSS',
    setting: 'whiteList.script|allowList.script|allowCommentTag',
    open: /^(?:true|\w+)$/,
    argument: 1,
    category: 'xss',
    harm: scripts,
  },
  { of: 'sanitize-html|sanitize-html.default', setting: 'allowVulnerableTags', open: on, argument: 1, category: 'xss', harm: scripts },
  {
    of: 'sanitize-html|sanitize-html.default',
    setting: 'allowedTags|allowedSchemes',
    open: /^(?:script|style|iframe|javascript|data|vbscript)$/,
    argument: 1,
    category: 'xss',
    harm: scripts,
  },
  // Databases
  {
    of: 'sequelize|sequelize.Sequelize',
    setting: 'dialectOptions.multipleStatements',
    open: on,
    argument: 3,
    category: 'sql-injection',
    harm: 'a value that is pasted in can bring statements of its own',
  },
  // Tokens
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
  // Browsers and views
  {
    of: 'puppeteer.launch|puppeteer-core.launch|playwright.chromium.launch',
    setting: 'args',
    open: /^--remote-debugging-port=/,
    category: 'exposure',
    harm: 'whoever reaches the port drives the browser',
  },
  // Connections
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
  // Files in the cloud
  {
    of: '@aws-sdk/client-s3.PutObjectCommand|@aws-sdk/client-s3.CopyObjectCommand|@aws-sdk/client-s3.CreateBucketCommand|@aws-sdk/client-s3.PutObjectAclCommand|@aws-sdk/client-s3.PutBucketAclCommand|@aws-sdk/lib-storage.Upload|aws-sdk.S3.putObject|aws-sdk.S3.upload|aws-sdk.S3.createBucket',
    setting: 'ACL|params.ACL',
    open: /^public-read/,
    category: 'exposure',
    harm: 'everyone can read the file who knows or guesses its address',
  },
];

/** Components that take a text for markup: their name and the attribute with the value that has them do so. */
export const componentRows: readonly { readonly of: RegExp; readonly attribute: string; readonly open: boolean }[] = [
  { of: /^(?:React)?Markdown$/, attribute: 'allowDangerousHtml', open: true },
  { of: /^(?:React)?Markdown$/, attribute: 'escapeHtml', open: false },
];
