import type { CodeInventory } from '../../pattern/code-inventory.ts';
import { lastName } from '../../pattern/code-inventory.ts';
import type { CredentialUse } from './credential-uses.ts';

interface Place {
  readonly index: number;
  readonly name: string;
  readonly bytes?: true;
  /** The last name of the receiver, where the method’s name is not enough. */
  readonly on?: RegExp;
  /** How many arguments there have to be. */
  readonly of?: number;
}

const calls: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['getConnection', { index: 2, name: 'password', of: 3 }],
  ['setPassword', { index: 0, name: 'password', of: 1 }],
  ['setPassphrase', { index: 0, name: 'passphrase', of: 1 }],
  ['load', { index: 1, name: 'password', of: 2, on: /key_?store|store|^ks$/i }],
  ['getKey', { index: 1, name: 'password', of: 2, on: /key_?store|^ks$/i }],
  ['HMAC256', { index: 0, name: 'secret', bytes: true }],
  ['HMAC384', { index: 0, name: 'secret', bytes: true }],
  ['HMAC512', { index: 0, name: 'secret', bytes: true }],
  ['hmacShaKeyFor', { index: 0, name: 'key', bytes: true }],
  ['setSigningKey', { index: 0, name: 'key', bytes: true }],
  ['signWith', { index: 1, name: 'key', bytes: true, of: 2 }],
  ['auth', { index: 0, name: 'password', of: 1, on: /jedis|redis/i }],
  ['password', { index: 0, name: 'password', of: 1, on: /^withUser$|^username$|^user$|DataSourceBuilder|^url$/ }],
]);

const constructions: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['PasswordAuthentication', { index: 1, name: 'password' }],
  ['UsernamePasswordCredentials', { index: 1, name: 'password' }],
  ['UsernamePasswordAuthenticationToken', { index: 1, name: 'password' }],
  ['BasicAWSCredentials', { index: 1, name: 'secretKey' }],
  ['SecretKeySpec', { index: 0, name: 'key', bytes: true }],
  ['PBEKeySpec', { index: 0, name: 'password', bytes: true }],
  ['DESKeySpec', { index: 0, name: 'key', bytes: true }],
  ['DESedeKeySpec', { index: 0, name: 'key', bytes: true }],
  ['PasswordProtection', { index: 0, name: 'password' }],
  ['KerberosKey', { index: 1, name: 'password' }],
]);

/** Where Java’s libraries take passwords and keys. */
export function* credentialsInJava(code: CodeInventory): Generator<CredentialUse> {
  for (const sight of code.calls(...calls.keys())) {
    const place = calls.get(sight.node.name);
    const given = sight.node.arguments;
    const expression = place && given[place.index];
    if (!expression || (place.of !== undefined && given.length !== place.of)) continue;
    if (place.on && !place.on.test((sight.node.receiver && lastName(sight.node.receiver)) ?? '')) continue;
    yield { at: sight, expression, name: place.name, ...(place.bytes && { bytes: true }) };
  }
  for (const sight of code.constructions(...constructions.keys())) {
    const place = constructions.get(sight.node.type.replace(/^.*\./, ''));
    const expression = place && sight.node.arguments[place.index];
    if (expression) yield { at: sight, expression, name: place.name, ...(place.bytes && { bytes: true }) };
  }
  for (const sight of code.calls('create')) {
    const [, expression] = sight.node.arguments;
    if (expression && /^AwsBasicCredentials$/.test((sight.node.receiver && lastName(sight.node.receiver)) ?? ''))
      yield { at: sight, expression, name: 'secretKey' };
  }
}
