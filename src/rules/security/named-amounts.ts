import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { amount } from './crypto-strength.ts';

const encrypts = remembered(({ text }: SourceFile) =>
  /\b(?:javax\.crypto|java\.security|Cipher|bouncycastle|crypto|bcryptjs?|argon2|scrypt)\b/i.test(text),
);

/** Constants of files that encrypt, whose names say what is counted: `TAG_LENGTH = 128`. */
export function namedAmounts(rows: readonly (readonly [named: RegExp, family: string])[]): SafeguardKind {
  return {
    find: ({ symbol, file }): readonly Safeguard[] => {
      const family = /^(?:field|variable)$/.test(symbol.kind) ? rows.find(([named]) => named.test(symbol.name))?.[1] : undefined;
      const level = family === undefined ? undefined : amount(symbol.value);
      if (family === undefined || level === undefined || !symbol.value || !encrypts(file)) return [];
      return [{ family, key: symbol.name, scope: '', range: symbol.value.range, level, scale: family }];
    },
    exposed: () => false,
  };
}
