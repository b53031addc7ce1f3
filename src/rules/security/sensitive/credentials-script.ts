import type { Call, Construction, Expression } from '../../../code/expression.ts';
import { moduleName, originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { bare, dottedName } from '../../../code/walk.ts';
import { lastName, type CodeInventory, type Sight } from '../../pattern/code-inventory.ts';
import { objectOf } from '../../pattern/values.ts';
import type { CredentialUse } from './credential-use.ts';
import { wordsOf } from './names.ts';

/** Packages that connect, sign or encrypt with what they are given in options. */
const clients =
  /^(?:pg|pg-promise|mysql2?|mariadb|mongodb|mongoose|redis|ioredis|knex|sequelize|typeorm|tedious|mssql|oracledb|cassandra-driver|neo4j-driver|amqplib|kafkajs|nodemailer|ldapjs|ldapts|ssh2|ssh2-sftp-client|node-ssh|ftp|basic-ftp|imap|aws-sdk|@aws-sdk\/[\w-]+|@azure\/[\w-]+|request|request-promise(?:-native)?|axios|got|superagent|needle|node-fetch|http|https|express-session|cookie-session|client-sessions|express-jwt|koa-jwt|koa-session|passport-[\w-]+|jsonwebtoken|@nestjs\/jwt|@fastify\/(?:jwt|session|cookie)|fastify-jwt|pkgcloud|twilio|stripe|@octokit\/[\w-]+|octokit|snoowrap|twit|twitter|algoliasearch|openai|hapi-auth-\w+|@hapi\/\w+|mailgun-js|minio|@elastic\/elasticsearch|@google-cloud\/[\w-]+)(?=[.(])/;
const keys =
  /^(?:password|pass|passwd|pwd|passphrase|secret|secretKey|secretOrKey|clientSecret|client_secret|consumerSecret|consumer_secret|access_token_secret|apiKey|apikey|api_key|apiSecret|token|accessToken|access_token|authToken|auth_token|bearer|secretAccessKey|accessKey|storageAccessKey|sharedKey|signingKey|encryptionKey|jwtSecret|sessionSecret|cookieSecret)$/;

/** Origins whose argument is a password, key or token by its position. */
const positions: readonly (readonly [RegExp, number, string])[] = [
  [/^(?:jsonwebtoken|jwt-simple)(?:\.default)?\.(?:sign|verify|encode|decode)\(\)$/, 1, 'secret'],
  [/^jose\.JWT\.(?:sign|verify)\(\)$/, 1, 'secret'],
  [/^(?:node-)?jose(?:\.default)?\.JWK\.asKey\(\)$/, 0, 'secret'],
  [/^jose\.(?:jwtVerify|compactVerify|jwtDecrypt)\(\)$/, 1, 'secret'],
  [/^crypto\.createSecretKey\(\)$/, 0, 'key'],
  [/^crypto\.createHmac\(\)$/, 1, 'key'],
  [/^crypto\.createPrivateKey\(\)$/, 0, 'key'],
  [/^crypto\.createSign\(\)(?:\.update\(\))*\.sign\(\)$/, 0, 'key'],
  [/^(?:mongoose|mongodb)(?:\.\w+)*\.auth\(\)$/, 1, 'password'],
  [/^(?:redis|ioredis)(?:\.\w+)*\(\)\.auth\(\)$/, 0, 'password'],
  [/^telegraf\.Telegraf\(\)$/, 0, 'token'],
  [/^(?:discord\.js\.Client\(\)\.login|eris)\(\)$/, 0, 'token'],
  [/^(?:firebase-admin|firebase)(?:\.\w+)*\.cert\(\)$/, 0, 'key'],
  [/^crypto\.create(?:Cipher|Decipher)(?:iv)?\(\)$/, 1, 'key'],
  [/^crypto\.(?:pbkdf2|scrypt)(?:Sync)?\(\)$/, 0, 'password'],
  [/^crypto\.(?:pbkdf2|scrypt)(?:Sync)?\(\)$/, 1, 'salt'],
  [/^crypto-?js(?:\/[\w-]+)?(?:\.\w+)*\.(?:encrypt|decrypt|Hmac\w+)\(\)$/i, 1, 'key'],
  [/^basic-auth-connect\(\)$/, 1, 'password'],
  [/^cookie-parser(?:\.default)?\(\)$/, 0, 'secret'],
  [/^request(?:-promise)?(?:\.\w+)?\(\)\.auth\(\)$/, 1, 'password'],
  [/^request(?:-promise)?(?:\.\w+)?\(\)\.auth\(\)$/, 3, 'token'],
  [/^superagent\.\w+\(\)(?:\.\w+\(\))*\.auth\(\)$/, 1, 'password'],
  [/^ms-rest-azure\.loginWith\w+\(\)$/, 1, 'password'],
  [/^digitalocean\.client\(\)$/, 0, 'token'],
  [/^sequelize(?:\.Sequelize)?\(\)$/, 2, 'password'],
  [/^twilio\(\)$/, 1, 'token'],
  [/^stripe(?:\.\w+)?\(\)$/, 0, 'apiKey'],
  [/^@sendgrid\/mail(?:\.default)?\.setApiKey\(\)$/, 0, 'apiKey'],
];
const keyed =
  /^(?:createHmac|createPrivateKey|sign|createSecretKey|create(?:Cipher|Decipher)(?:iv)?|encrypt|decrypt|Hmac\w+|pbkdf2(?:Sync)?|scrypt(?:Sync)?)$/;

/** Where packages of npm take passwords, keys and tokens. */
export function* credentialsInScript(code: CodeInventory): Generator<CredentialUse> {
  if (!knowsPackage(code)) return;
  yield* keysOfKoa(code);
  yield* assignedOptions(code);
  for (const sight of [...code.of('call'), ...code.of('new')]) {
    if (sight.node.arguments.length === 0) continue;
    const origin = originOf(sight.node, sight);
    if (origin === undefined) continue;
    yield* byPosition(sight, origin);
    if (clients.test(origin) || origin.startsWith('crypto.')) yield* inOptions(sight, origin);
    if (/^express-basic-auth(?:\.default)?\(\)$/.test(origin)) yield* ofUsers(sight);
  }
}

const others =
  /^(?:koa|jwt-simple|(?:node-)?jose|crypto|crypto-?js(?:\/[\w-]+)?|basic-auth-connect|express-basic-auth|cookie-parser|ms-rest-azure|digitalocean|@sendgrid\/mail)$/i;

/** Following every call back to its package is dear: most files know none of these. */
function knowsPackage({ file }: CodeInventory): boolean {
  const imports = file.facts?.imports ?? [];
  // A script of a page or a console asks for none.
  if (imports.length === 0) return true;
  return imports.some((each) => {
    const name = moduleName(each);
    return others.test(name) || clients.test(`${name}.`);
  });
}

/** `app.keys = ['…']`: what Koa signs its cookies with. */
function* keysOfKoa(code: CodeInventory): Generator<CredentialUse> {
  for (const sight of code.assignments('keys')) {
    const { target, value } = sight.node;
    const list = bare(value);
    if (target.kind !== 'member' || list.kind !== 'array' || originOf(target.object, sight) !== 'koa()') continue;
    for (const expression of list.elements) yield { at: sight, expression, name: 'keys', bytes: true };
  }
}

/** `options.secretOrKey = '…'`: names that hold nothing else than what a strategy or a session is given. */
function* assignedOptions(code: CodeInventory): Generator<CredentialUse> {
  for (const name of ['secretOrKey', 'clientSecret', 'consumerSecret', 'jwtSecret', 'sessionSecret', 'cookieSecret'])
    for (const sight of code.assignments(name)) {
      const { target, value } = sight.node;
      const held = bare(value);
      if (target.kind === 'member' && held.kind === 'string' && !wordsOf(held.value).includes(wordsOf(name)))
        yield { at: sight, expression: value, name };
    }
}

function* byPosition(sight: Sight<Call | Construction>, origin: string): Generator<CredentialUse> {
  for (const [pattern, index, name] of positions) {
    const expression = sight.node.arguments[index];
    if (!expression || !pattern.test(origin) || /public|cert/i.test(lastName(expression) ?? '')) continue;
    yield { at: sight, expression, name, ...(keyed.test(sight.node.kind === 'call' ? sight.node.name : '') && { bytes: true }) };
  }
}

/** Sessions and tokens are signed with any text, however it reads. */
const mayBeWords =
  /^(?:express-session|cookie-session|client-sessions|koa-session|express-jwt|koa-jwt|passport-jwt|@fastify\/(?:session|jwt|cookie))\b/;
const deepestOptions = 4;

function* inOptions(sight: Sight<Call | Construction>, origin: string): Generator<CredentialUse> {
  for (const argument of sight.node.arguments.flatMap(mergedInto)) yield* inObject(argument, sight, origin, 0);
  // `privateDecrypt({ key }, data)`
  if (/^crypto\.(?:private|public)(?:Encrypt|Decrypt)\(\)$/.test(origin)) yield* ofKey(sight);
}

/** `Object.assign({ … }, defaults)` is made of its arguments. */
function mergedInto(expression: Expression): readonly Expression[] {
  const value = bare(expression);
  return value.kind === 'call' && value.name === 'assign' && value.receiver && dottedName(value.receiver) === 'Object'
    ? value.arguments
    : [expression];
}

function* inObject(expression: Expression, at: Scope, origin: string, depth: number): Generator<CredentialUse> {
  const object = objectOf(expression, at);
  if (!object || depth > deepestOptions) return;
  for (const { key, value } of object.properties) {
    const held = bare(value);
    if (keys.test(key)) yield { at, expression: value, name: key, ...(mayBeWords.test(origin) && { bytes: true as const }) };
    else if (key === 'key' && origin.startsWith('pkgcloud')) yield { at, expression: value, name: key };
    else if (key === 'auth' && held.kind === 'string' && /^[^:\s]+:[^:\s]+$/.test(held.value)) yield { at, expression: value, name: key };
    else if (key === 'keys' && held.kind === 'array' && origin.includes('session'))
      yield* held.elements.map((each) => ({ at, expression: each, name: 'key' }));
    else if (/^(?:auth|credentials|cookie|connection|authentication|options|config|defaults|server|proxy)$/.test(key))
      yield* inObject(value, at, origin, depth + 1);
  }
}

function* ofKey(sight: Sight<Call | Construction>): Generator<CredentialUse> {
  for (const { key, value } of objectOf(sight.node.arguments[0], sight)?.properties ?? [])
    if (key === 'passphrase' || (key === 'key' && sight.node.kind === 'call' && sight.node.name.startsWith('private')))
      yield { at: sight, expression: value, name: key, bytes: true };
}

/** `basicAuth({ users: { admin: 'letmein' } })`. */
function* ofUsers(sight: Sight<Call | Construction>): Generator<CredentialUse> {
  const users = objectOf(sight.node.arguments[0], sight)?.properties.find(({ key }) => key === 'users')?.value;
  for (const { key, value } of objectOf(users, sight)?.properties ?? [])
    if (key !== '' && key !== '...') yield { at: sight, expression: value, name: 'password' };
}
