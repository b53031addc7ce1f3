import { cleartext, off, on, type LibraryRow } from './library-row.ts';

const upload = 'file-upload';
const exposed = 'info-exposure';
const forms = 'formidable|formidable.formidable|formidable.IncomingForm|formidable.Formidable|formidable.default';
const markdown = 'markdown-it|markdown-it.default|remarkable|remarkable.Remarkable';
const anyEnding = 'an uploaded file keeps the ending that its sender chose';
const anyFolder = 'uploads land in the folder for temporary files, which others can read';
const anyUpload = 'whatever is sent is kept, of any kind and of any size';
const scripts = 'a script that stands in the text becomes part of the page';

/** Options and calls of packages of npm that serve pages and requests. */
export const pageLibraryRows: readonly LibraryRow[] = [
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
  {
    of: 'helmet|helmet.default',
    setting: 'strictTransportSecurity.includeSubDomains|hsts.includeSubDomains',
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
    of: 'apollo-server.ApolloServer|apollo-server-express.ApolloServer|apollo-server-koa.ApolloServer|apollo-server-fastify.ApolloServer|apollo-server-lambda.ApolloServer',
    setting: 'csrfPrevention',
    orMissing: true,
    category: 'csrf',
    harm: 'any page can have a user’s browser ask in his name: these versions have it off by default',
  },
  {
    of: 'graphql-upload.graphqlUploadExpress|graphql-upload.graphqlUploadKoa|graphql-upload/graphqlUploadExpress.js|graphql-upload/graphqlUploadExpress.mjs',
    category: 'csrf',
    harm: 'requests of forms are answered, which any page can have a user’s browser send',
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
  // Browsers and views
  {
    of: 'puppeteer.launch|puppeteer-core.launch|playwright.chromium.launch',
    setting: 'args',
    open: /^--remote-debugging-port=/,
    category: 'exposure',
    harm: 'whoever reaches the port drives the browser',
  },
];

/** Components that take a text for markup: their name and the attribute with the value that has them do so. */
export const componentRows: readonly { readonly of: RegExp; readonly attribute: string; readonly open: boolean }[] = [
  { of: /^(?:React)?Markdown$/, attribute: 'allowDangerousHtml', open: true },
  { of: /^(?:React)?Markdown$/, attribute: 'escapeHtml', open: false },
];
