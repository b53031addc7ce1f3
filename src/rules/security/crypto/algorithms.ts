/** Broken for anything that an attacker can influence, by its usual spellings. */
export function weakHashName(algorithm: string): string | undefined {
  const plain = algorithm
    .trim()
    .toUpperCase()
    .replace(/^(?:RSA-|HMAC-?)/, '')
    .replace(/[\s_/-]/g, '');
  return { MD2: 'MD2', MD4: 'MD4', MD5: 'MD5', SHA: 'SHA-1', SHA1: 'SHA-1', SHA0: 'SHA-0', RIPEMD: 'RIPEMD', RIPEMD128: 'RIPEMD-128' }[
    plain
  ];
}

/** Why a cipher is weak: `DES`, `ECB`; undefined where it is not. */
export function cipherWeakness(transformation: string): string | undefined {
  const [algorithm = '', mode, padding] = transformation.trim().toUpperCase().split('/');
  const broken = brokenCipher(algorithm);
  if (broken !== undefined) return `${broken} is broken or has too small blocks`;
  if (algorithm === 'RSA') {
    if (padding === 'NOPADDING') return 'RSA without padding can be computed with';
    return padding === 'PKCS1PADDING' ? 'with this padding whoever sees whether it is right decrypts by trying; use OAEP' : undefined;
  }
  if (mode === 'ECB' || /[-_]ECB$/.test(algorithm)) return 'ECB encrypts equal blocks to equal blocks, so that the text shows through';
  return undefined;
}

/** Broken, or with blocks of 64 bits only. */
export function brokenCipher(algorithm: string): string | undefined {
  const plain = algorithm.trim().toUpperCase();
  return /^(?:(DES)(?:X|-(?:CBC|ECB|CFB\d?|OFB))?|(DESEDE\d?|TRIPLEDES|3DES|DES-?EDE3?(?:-\w+)?|DES3)|(RC2)(?:-\w+)*|(RC4|ARC4|ARCFOUR)(?:-\w+)*|(BLOWFISH|BF)(?:-\w+)*|(IDEA|SEED|CAST5?)(?:-\w+)*)$/
    .exec(plain)
    ?.slice(1)
    .find(Boolean)
    ?.replace(/^(?:DESEDE\d?|TRIPLEDES|3DES|DES-?EDE3?(?:-\w+)?|DES3)$/, 'Triple DES')
    .replace(/^(?:ARC4|ARCFOUR)$/, 'RC4')
    .replace(/^(?:BLOWFISH|BF)$/, 'Blowfish');
}

/** Versions of SSL and TLS that are not to be used any more, by the names that Java, Node and OkHttp give them. */
export function isOutdatedTls(version: string): boolean {
  return /^(?:SSL|SSLv2|SSLv2Hello|SSLv3|TLSv1|TLSv1\.0|TLSv1\.1|TLS_1_0|TLS_1_1|SSL_3_0)$|^(?:SSLv2|SSLv3|TLSv1|TLSv1_1)(?:_(?:client|server))?_method$/.test(
    version,
  );
}

/** The bits of a named curve that are below 224; undefined for all others. */
export function smallCurve(name: string): number | undefined {
  const bits = /^(?:X9\.62 )?(?:sec[pt]|prime|c2[tp]nb|wap-wsg-idm-ecid-wtls|brainpoolP|wtls|P-)(\d{2,3})/i.exec(name.trim())?.[1];
  const size = bits === undefined ? undefined : Number(bits);
  return size !== undefined && size >= 64 && size < 224 ? size : undefined;
}
