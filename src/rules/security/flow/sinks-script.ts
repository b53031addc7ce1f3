import type { SinkRow } from './sink-row.ts';
import { scriptWebSinks } from './sinks-script-web.ts';

const shells = 'child_process|mz/child_process|node:child_process|cross-spawn|execa|execa.default|shelljs';

/** The text before begins with the name of a program, and the data is a word of its own or in quotes. */
const shellWord = /^[^\0\s][\s\S]*[\s'"=/:]$/;
const shellNames = '\\b(sh|bash|zsh|cmd|cmd\\.exe|powershell)\\b';

/** Where tainted data does harm in JavaScript and TypeScript. */
export const scriptSinks: readonly SinkRow[] = [
  // SQL
  {
    danger: 'sql',
    call: '*.query|execute|raw|whereRaw|orderByRaw|havingRaw|joinRaw|selectRaw|$queryRawUnsafe|$executeRawUnsafe|unsafe|executeSql|queryRaw|manyOrNone|oneOrNone',
    argument: 0,
    property: 'text|sql|query',
    textOnly: true,
  },
  {
    danger: 'sql',
    call: 'sqlite3.Database()|sqlite3().Database()|better-sqlite3()|sqlite.open()|db|database|connection|conn|client|pool|knex|pgClient|mysqlClient|this.db|this.pool|this.connection|this.client.run|get|all|each|exec|prepare|any|one|none|many',
    argument: 0,
    textOnly: true,
  },
  { danger: 'sql', call: 'sqlite3.Database().run|get|all|each|exec|prepare', argument: 0, textOnly: true },
  {
    danger: 'sql',
    call: 'pg-promise()()|pg-promise().any|one|none|many|oneOrNone|manyOrNone|query|result|multi|multiResult|map|each|func|proc',
    argument: 0,
    textOnly: true,
  },
  { danger: 'sql', call: 'mssql.Request()|mssql.ConnectionPool()|mssql.execute|batch|bulk', argument: 0, textOnly: true },
  { danger: 'sql', call: 'new tedious.Request', argument: 0, textOnly: true },
  {
    danger: 'sql',
    call: 'sequelize|Sequelize|sequelize.Sequelize|sequelize.Sequelize()|sequelize()|sequelize-typescript.Sequelize()|this.sequelize|db.sequelize|models.sequelize.literal',
    argument: 0,
  },
  { danger: 'sql', call: 'sequelize.literal', argument: 0 },
  { danger: 'sql', call: 'typeorm.Raw', argument: 0, textOnly: true },
  {
    danger: 'sql',
    call: '*.orderBy|addOrderBy',
    argument: 0,
    textOnly: true,
    lead: /^(?:\w{0,40}\.)?$/,
    with: 'createQueryBuilder\\(|^(?:qb|queryBuilder|query)\\.',
  },
  // Conditions that are written as text
  {
    danger: 'sql',
    call: '*.where|andWhere|orWhere|having|andHaving|orHaving|select|addSelect|groupBy|setParameter',
    argument: 0,
    textOnly: true,
    lead: /(?:=|<|>|\blike|\bilike|\bin\s*\(|\bbetween)\s*['"%(]*$/i,
  },
  { danger: 'sql', call: 'new StartQueryExecutionCommand|ExecuteStatementCommand', argument: 0, property: 'QueryString|Statement|Sql' },
  // MongoDB
  {
    danger: 'nosql',
    call: '*.find|findOne|findOneAndUpdate|findOneAndDelete|findOneAndRemove|findOneAndReplace|deleteOne|deleteMany|updateOne|updateMany|replaceOne|count|countDocuments|distinct|findAndModify|aggregate|exists|$where',
    argument: 0,
    objectOnly: true,
  },
  {
    danger: 'nosql',
    call: '*.find|findOne|findOneAndUpdate|findOneAndDelete|deleteOne|deleteMany|updateOne|updateMany|count|countDocuments',
    argument: 0,
    property: '$where',
  },
  { danger: 'nosql', call: 'set *.$where', argument: 0 },
  {
    danger: 'nosql',
    call: '*.search|msearch|deleteByQuery|updateByQuery',
    argument: 0,
    property: 'body|query',
    receiverNamed: '(?:es|elastic|opensearch)\\w*',
  },
  {
    danger: 'nosql',
    call: 'new QueryCommand|ScanCommand|GetItemCommand|GetCommand|PutItemCommand|PutCommand|UpdateItemCommand|UpdateCommand|DeleteItemCommand|DeleteCommand',
    argument: 0,
    property: 'FilterExpression|KeyConditionExpression|ProjectionExpression|ConditionExpression|UpdateExpression|TableName',
  },
  {
    danger: 'nosql',
    call: '*.query|scan|get|put|update|delete',
    argument: 0,
    property: 'FilterExpression|KeyConditionExpression|ProjectionExpression|ConditionExpression|UpdateExpression|TableName',
    receiverNamed: '(?:doc(?:ument)?Client|dynamo\\w*|ddb\\w*)',
  },
  // Commands
  { danger: 'command', call: 'new Deno.Command', argument: 0 },
  { danger: 'command', call: 'new Deno.Command', argument: 1, property: 'args', with: shellNames },
  { danger: 'command', call: 'Deno.run', argument: 0, property: 'cmd' },
  { danger: 'command', call: 'Bun.spawn|spawnSync', argument: 0, with: shellNames },
  // An address that begins with a dash, or names a transport, has git run a program.
  {
    danger: 'command',
    call: `${shells}.spawn|spawnSync|execFile|execFileSync`,
    argument: 1,
    with: '^[\\w.]+\\(\\s*["\']git["\'][\\s\\S]*\\b(?:clone|fetch|pull|ls-remote)\\b',
  },
  { danger: 'command', call: 'simple-git()|simple-git.simpleGit()|nodegit.Clone.clone|listRemote|fetch|pull', argument: 0 },
  { danger: 'command', call: `${shells}.exec|execSync|execCommand|command|commandSync|execaCommand|execaCommandSync|$`, argument: 0 },
  { danger: 'command', call: `${shells}.execFile|execFileSync|spawn|spawnSync|fork|execa|execaSync`, argument: 0 },
  {
    danger: 'command',
    call: `${shells}.spawn|spawnSync|execFile|execFileSync`,
    argument: 1,
    with: '\\b(sh|bash|zsh|cmd|cmd\\.exe|powershell|/bin/sh|/bin/bash)\\b|shell:\\s*true|\\.cmd\\b|^[\\w.]{1,60}\\(\\s{0,20}(?:[a-zA-Z_$.]{1,60}|["\'](?:[\\w./]{0,60}/)?(?:python|node|perl|ruby|php|pwsh|su|docker|ssh)[\\d.]{0,5}["\'])[^\\]]{0,400}["\'](?:-c|-e|-r)["\']',
  },
  {
    danger: 'command',
    call: 'cross-spawn|execa|cross-spawn-async|spawn-async|exec|exec-async|remote-exec|node-ssh|shelljs.exec|sync|async|shell|stdout|stderr|execCommand',
    argument: 0,
  },
  { danger: 'command', call: 'cross-spawn|execa|exec|exec-async', argument: 0 },
  { danger: 'command', call: 'remote-exec', argument: 1 },
  { danger: 'command', call: 'ssh2.Client()|ssh2()|new-ssh2.exec', argument: 0 },
  { danger: 'command', call: 'ssh2-exec|ssh2.exec', argument: 'all' },
  { danger: 'command', call: 'execSync|exec', argument: 0 },
  { danger: 'command', call: 'ssh2-streams.SSH2Stream().exec', argument: 1 },
  { danger: 'command', call: 'execa.shell|shellSync|stdout|stderr|sync|node|command', argument: 0 },
  { danger: 'command', call: 'cross-spawn-async|foreground-child', argument: 0 },
  { danger: 'command', call: 'ssh2().exec', argument: 0 },
  { danger: 'command', call: 'opener', argument: 1, property: 'command' },
  // Shell commands of a library
  { danger: 'shell', call: 'child_process|mz/child_process|shelljs.exec|execSync', argument: 0, lead: shellWord },
  { danger: 'shell', call: 'child_process|cross-spawn|execa.spawn|spawnSync', argument: 1, with: shellNames },
  // Code
  { danger: 'code', call: 'eval|Function|execScript|setImmediate', argument: 'all' },
  { danger: 'code', call: 'new Function|AsyncFunction|GeneratorFunction', argument: 'all' },
  { danger: 'code', call: 'setTimeout|setInterval', argument: 0 },
  { danger: 'code', call: '@window.eval|setTimeout|setInterval|execScript', argument: 0 },
  { danger: 'code', call: 'vm|node:vm.runInNewContext|runInThisContext|runInContext|compileFunction', argument: 0 },
  { danger: 'code', call: 'new vm.Script|SourceTextModule', argument: 0 },
  { danger: 'code', call: 'new vm2.VMScript', argument: 0 },
  { danger: 'code', call: 'vm2.VM()|vm2.NodeVM().run', argument: 0 },
  { danger: 'code', call: 'vm2.VM()|vm2.NodeVM()|vm2.NodeVM.runFile|code', argument: 0 },
  { danger: 'code', call: 'sandbox()|isolated-vm.Isolate().run|compileScript', argument: 0 },
  {
    danger: 'code',
    call: '*.evaluate|evaluateHandle|evaluateOnNewDocument|addInitScript',
    argument: 0,
    textOnly: true,
    receiverNamed: 'page|frame|context|tab',
  },
  { danger: 'code', call: '*.evaluate|compileScript', argument: 0, property: 'expression', receiverNamed: 'Runtime' },
  { danger: 'code', call: '*._compile', argument: 0 },
  {
    danger: 'code',
    call: 'notevil|safe-eval|static-eval|safer-eval|eval|node-eval|require-from-string|vm-eval|metatests|sval|expression-eval.eval',
    argument: 0,
  },
  { danger: 'code', call: 'notevil|safe-eval|static-eval|safer-eval|node-eval|require-from-string', argument: 0 },
  {
    danger: 'code',
    call: 'mathjs|expr-eval|expr-eval.Parser|expr-eval.Parser().evaluate|parse|compile',
    argument: 0,
    confidence: 'medium',
  },
  { danger: 'code', call: 'new worker_threads.Worker', argument: 0, with: 'eval:\\s*true' },
  { danger: 'code', call: '*.eval', argument: 0, receiverNamed: '(?:io)?redis(?:Client)?|client' },
  { danger: 'code', call: '*.setAttribute|setAttributeNS|attr|prop', argument: 1, with: '["\']on[a-z]+["\']' },
  { danger: 'code', call: '*.$applyAsync|$watchCollection|$watchGroup', argument: 0, textOnly: true },
  { danger: 'code', call: 'WebAssembly.compile|compileStreaming|instantiate|instantiateStreaming|validate', argument: 0 },
  { danger: 'code', call: '$parse|$interpolate|$compile', argument: 0 },
  { danger: 'code', call: '*.$eval|$evalAsync|$apply|$watch', argument: 0, textOnly: true },
  { danger: 'code', call: 'require|import', argument: 0, confidence: 'medium' },
  { danger: 'code', call: '*.injectJavaScript|executeJavaScript|insertCSS', argument: 0 },
  { danger: 'code', call: '*.evaluateJavascript|evaluateJavaScript', argument: 0 },
  { danger: 'code', call: 'set *.injectedJavaScript', argument: 0 },
  { danger: 'code', call: 'mongodb.Code', argument: 0 },
  // Templates
  {
    danger: 'template',
    call: 'ejs|pug|jade|handlebars|Handlebars|nunjucks|mustache|Mustache|lodash|underscore|_|dot|doT|dust|hogan.js|eta|liquidjs|swig|twig|template7|velocityjs|squirrelly|Sqrl|eta|eta.Eta()|liquidjs.Liquid()|edge.js|marko|markup-js|art-template|nunjucks.Environment().compile|render|renderString|parseAndRender|parseAndRenderSync|renderRaw|template|precompile|compileClient|renderFile|parse',
    argument: 0,
    textOnly: true,
    confidence: 'high',
  },
  { danger: 'template', call: 'lodash.template|es6-template-strings|string-template', argument: 0, textOnly: true, confidence: 'medium' },
  ...scriptWebSinks,
  // Objects from text
  {
    danger: 'deserialisation',
    call: 'node-serialize|serialize-to-js|cryo|funcster|node-serialize.unserialize|deserialize|parse|deepDeserialize',
    argument: 0,
  },
  { danger: 'deserialisation', call: 'js-yaml.load|loadAll|unsafeLoad|unsafeLoadAll', argument: 0, unlessSafeSchema: true },
  { danger: 'deserialisation', call: 'v8|node:v8.deserialize', argument: 0, confidence: 'medium' },
  // XPath, LDAP
  { danger: 'xpath', call: 'xpath|xpath.js.parse|select|select1|evaluate|useNamespaces', argument: 0 },
  { danger: 'xpath', call: '@document.evaluate', argument: 0 },
  {
    danger: 'ldap',
    call: 'ldapjs.createClient()|ldapClient|ldap|ldapts.Client()|activedirectory2()|activedirectory().search|searchReturnAll|searchPaginated|findUsers|find',
    argument: [0, 1],
  },
  // The rest
  { danger: 'log', call: 'console.log|info|warn|error|debug|trace', argument: 'all' },
  // An object becomes a structured entry.
  {
    danger: 'log',
    call: 'logger|log|winston|bunyan|pino()|this.logger|req.log|winston.createLogger()|pino.pino()|bunyan.createLogger()|log4js.getLogger()|tracer.console()|loglevel|loglevel.getLogger()|signale|consola|@nestjs/common.Logger()|@nestjs/common.Logger|electron-log.info|warn|error|debug|trace|log|verbose|fatal|silly|http',
    argument: 'all',
    textOnly: true,
  },
  { danger: 'regex', call: 'new RegExp', argument: 0 },
  { danger: 'regex', call: 'RegExp', argument: 0 },
  // A type is no text.
  { danger: 'regex', call: '*.match|matchAll', argument: 0, textOnly: true, receiverNamed: '(?:[^A-Z][\\s\\S]*)?' },
  { danger: 'regex', call: '*.search', argument: 0, textOnly: true, receiverText: true },
  { danger: 'format', call: 'console.log|error|info|warn|debug|trace', argument: 0, minimum: 2 },
  { danger: 'format', call: 'console.assert', argument: 1, minimum: 3 },
  { danger: 'format', call: 'util|node:util.format|log', argument: 0, minimum: 2 },
  { danger: 'format', call: 'util.formatWithOptions', argument: 1, minimum: 3 },
  { danger: 'format', call: 'printf|printj|sprintf-js|format-util|string-template|string-template/compile', argument: [0, 1], minimum: 2 },
  { danger: 'format', call: 'printj|sprintf-js.sprintf|vsprintf', argument: 0, minimum: 2 },
  { danger: 'prototype', call: 'lodash|_|underscore.merge|mergeWith|defaultsDeep|setWith|set|zipObjectDeep', argument: 'all' },
  {
    danger: 'prototype',
    call: 'lodash.merge|lodash.mergewith|lodash.defaultsdeep|deepmerge|deep-extend|merge-deep|extend|node.extend|defaults-deep|just-extend|extend2|merge|deap|assign-deep|merge-options|merge-objects',
    argument: 'all',
  },
  { danger: 'prototype', call: '$|jQuery|jquery|angular.extend|merge', argument: 'all', with: '\\(\\s*true\\s*,|merge' },
  // Names of properties
  { danger: 'property', call: 'set *.[]', argument: 1, ownReceiver: true },
  { danger: 'property', call: 'set [chosen]', argument: 0 },
  { danger: 'property', call: 'Object|Reflect.defineProperty|set', argument: 1 },
  { danger: 'property', call: 'lodash|_|underscore.set|setWith', argument: 1 },
  { danger: 'property', call: 'dot-prop|object-path|dottie|nested-property|dset.set|setProperty|dset', argument: 1 },
  { danger: 'property', call: 'set-value|unset-value|dset', argument: 1 },
  { danger: 'property', call: 'dot-object.set|str', argument: 0 },
  { danger: 'method', call: '[chosen]', argument: 0 },
  { danger: 'method', call: 'Reflect.apply', argument: 0 },
  { danger: 'size', call: 'Buffer.alloc|allocUnsafe', argument: 0 },
  { danger: 'size', call: '*.repeat|padStart|padEnd', argument: 0, confidence: 'low' },
];
