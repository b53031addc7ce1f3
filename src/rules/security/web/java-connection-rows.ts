import type { JavaUseRow } from './java-use-row.ts';

const on = /^true$/;
const off = /^false$/;
const tls = 'tls-verification';
const anyName = 'the name of the other end is not checked, and any valid certificate will do';
const readable = 'what is sent, passwords too, can be read and changed by everyone on the way';
const mail = /^(?:\w*Email|e?mail\w*)$/i;
const put = 'put|setProperty|set|add|putIfAbsent';

/** How programs in Java speak to other machines: whom they trust, what they encrypt, how they log in. */
export const javaConnectionRows: readonly JavaUseRow[] = [
  {
    of: 'setSSLOnConnect|setSSL|setTLS|setStartTLSEnabled|setStartTLSRequired',
    on: mail,
    given: { 0: on },
    unless: /^setSSLCheckServerIdentity\((?!false)/,
    category: tls,
    harm: anyName,
  },
  {
    of: put,
    given: { 0: /^mail\.smtps?\.ssl\.trust$/, 1: /^\*$/ },
    category: tls,
    harm: 'every mail server is trusted, whatever its certificate says',
  },
  { of: put, given: { 0: /^mail\.(?:smtps?|imaps?|pop3s?)\.ssl\.checkserveridentity$/, 1: off }, category: tls, harm: anyName },
  {
    of: put,
    given: { 0: /^mail\.smtps?\.socketFactory\.class$/, 1: /SSLSocketFactory/ },
    unless: /^mail\.smtps?\.ssl\.checkserveridentity=true$/,
    category: tls,
    harm: anyName,
  },
  {
    of: 'setConfig|put|setProperty',
    given: { 0: /^StrictHostKeyChecking$/, 1: /^no$/ },
    category: tls,
    harm: 'any machine is taken for the one that is asked for',
  },
  {
    of: 'setProperty',
    on: /^System$/,
    given: {
      0: /^(?:jdk\.internal\.httpclient\.disableHostnameVerification|com\.sun\.jndi\.ldap\.object\.disableEndpointIdentification|sun\.security\.ssl\.allowUnsafeRenegotiation)$/,
      1: /^(?:true)?$/,
    },
    category: tls,
    harm: anyName,
  },
  {
    of: 'setProperty',
    on: /^System$/,
    given: { 0: /^com\.sun\.net\.ssl\.checkRevocation$/, 1: off },
    category: tls,
    harm: 'a certificate that was withdrawn is accepted',
  },
  {
    of: 'setEnabledCipherSuites|cipherSuites',
    given: { 0: /_NULL_|_anon_|_EXPORT_|_RC4_|_DES_|_DES40_|_MD5$/ },
    category: 'weak-crypto',
    harm: 'what is sent can be read by whoever records it',
  },
  {
    of: 'new ECGenParameterSpec',
    given: { 0: /^[A-Za-z\d.]*\D1\d\d(?:\D|$)/ },
    category: 'weak-crypto',
    harm: 'the curve is too small to keep anybody out',
  },
  {
    of: 'setAlgorithm',
    on: /^SymmetricEncryptionConfig$/i,
    given: { 0: /DES|Blowfish|RC[24]/i },
    category: 'weak-crypto',
    harm: 'what the cluster sends can be decrypted',
  },
  {
    of: 'new SymmetricEncryptionConfig',
    from: /hazelcast/,
    category: 'weak-crypto',
    harm: 'what the cluster sends is encrypted in a way that was given up: use TLS',
    severity: 'note',
  },
  {
    of: 'new FTPClient|TelnetClient|SMTPClient|RLoginClient|RExecClient|RCommandClient|POP3Client|IMAPClient|NNTPClient',
    from: /^org\.apache\.commons\.net\./,
    category: 'cleartext-transport',
    harm: readable,
  },
  {
    of: 'getConnection|setUrl|setJdbcUrl|url',
    given: {
      0: /^jdbc:(?!.{0,60}(?:localhost|127\.0\.0\.1)).{0,200}[?;&](?:useSSL=false|sslmode=disable|ssl=false|encrypt=false|requireSSL=false)/i,
    },
    category: 'cleartext-transport',
    harm: 'data and password of the database can be read on the way',
  },
  { of: 'connectionSpecs', given: { 0: /^CLEARTEXT$/ }, category: 'cleartext-transport', harm: readable, severity: 'note' },
  {
    of: 'getConnection',
    given: { 2: /^$/ },
    count: 3,
    category: 'hardcoded-credentials',
    harm: 'whoever reaches the database is let in without a password',
  },
  {
    of: 'setPassword',
    on: /DataSource|Config|ConnectionFactory/i,
    given: { 0: /^$/ },
    count: 1,
    category: 'hardcoded-credentials',
    harm: 'whoever reaches the database is let in without a password',
  },
  {
    of: 'getConnection|setUrl|setJdbcUrl|url',
    given: { 0: /^jdbc:.{0,200}[?;&:,]password=(?:$|[&;])/i },
    category: 'hardcoded-credentials',
    harm: 'whoever reaches the database is let in without a password',
  },
  {
    of: 'getConnection|setUrl|setJdbcUrl|url',
    given: { 0: /^jdbc:.{0,200}[?;&:,]password=[^&;${]{3,}/i },
    category: 'hardcoded-credentials',
    harm: 'the password of the database is written into the code',
  },
  {
    of: 'new DefaultHttpClient',
    from: /^org\.apache\.http\./,
    category: tls,
    harm: 'the client knows old versions of TLS only: make it by `HttpClientBuilder`',
    severity: 'note',
  },
];
