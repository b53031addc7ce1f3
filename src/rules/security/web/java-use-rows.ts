import type { JavaUseRow } from './java-use-row.ts';

const on = /^true$/;
const off = /^false$/;
const tls = 'tls-verification';
const objects = 'deserialization';
const anyClass = 'whoever sends data chooses which classes are made of it';
const anyName = 'the name of the other end is not checked, and any valid certificate will do';
const readable = 'what is sent, passwords too, can be read and changed by everyone on the way';
const scripts = 'a script that stands in the text becomes part of the page';
const ownHeader = 'a line break in a value begins a header of its own';
const mail = /^(?:\w*Email|e?mail\w*)$/i;
const put = 'put|setProperty|set|add|putIfAbsent';
const answer = /Response|Headers|BodyBuilder|HeadersBuilder|^(?:res|resp|response|headers|responseHeaders)$/i;
const year = /^(?:3153[6-9]\d{3}|315[4-9]\d{4}|31[6-9]\d{5}|3[2-9]\d{6}|[4-9]\d{7}|\d{9,})(?:\.0)?$/;

/** Calls and options of Java's platform and its libraries. */
export const javaUseRows: readonly JavaUseRow[] = [
  // The other end of a connection
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
  // Objects that are made of data
  { of: 'setAutoTypeSupport', given: { 0: on }, category: objects, harm: anyClass },
  { of: 'setTrustAllPackages', given: { 0: on }, category: objects, harm: anyClass },
  { of: 'addTrustedPackages|trustedPackages|setTrustedPackages', given: { 0: /^\*$/ }, category: objects, harm: anyClass },
  {
    of: put,
    given: { 0: /^(?:spring\.json\.trusted\.packages|TRUSTED_PACKAGES|org\.apache\.activemq\.SERIALIZABLE_PACKAGES)$/, 1: /^\*$/ },
    category: objects,
    harm: anyClass,
  },
  { of: 'setEnabledForExtensions', given: { 0: on }, category: objects, harm: anyClass },
  {
    of: 'new HttpInvokerServiceExporter|SimpleHttpInvokerServiceExporter|RmiServiceExporter|HessianServiceExporter|BurlapServiceExporter',
    category: objects,
    harm: anyClass,
  },
  { of: 'getObject', on: /^(?:ObjectMessage|ActiveMQObjectMessage)$/, count: 0, category: objects, harm: anyClass },
  {
    of: 'new SearchControls',
    given: { 4: on },
    category: objects,
    harm: 'an entry of the directory is made an object of whatever class it names',
  },
  {
    of: 'setReturningObjFlag',
    given: { 0: on },
    category: objects,
    harm: 'an entry of the directory is made an object of whatever class it names',
  },
  {
    of: 'setProperty',
    on: /^System$/,
    given: { 0: /^com\.sun\.jndi\.(?:ldap|rmi|cosnaming)\.object\.trustURLCodebase$/, 1: on },
    category: objects,
    harm: 'classes are loaded from where a directory says',
  },
  {
    of: 'put|setProperty',
    given: { 0: /^jmx\.remote\.rmi\.server\.(?:credential\.types|credentials\.filter\.pattern)$/, 1: /^null$/ },
    category: objects,
    harm: anyClass,
  },
  {
    of: 'setProperty',
    on: /^System$/,
    given: { 0: /^log4j2?\.formatMsgNoLookups$/, 1: off },
    category: 'code-injection',
    harm: 'what is logged is looked up, and may load classes',
  },
  { of: 'addPermission', given: { 0: /^ANY$/ }, category: objects, harm: anyClass },
  { of: 'allowTypesByWildcard|allowTypesByRegExp', given: { 0: /^(?:\*\*|\.\*)$/ }, category: objects, harm: anyClass },
  // Who may do what
  {
    of: 'put|setProperty|addToEnvironment',
    given: { 0: /^(?:SECURITY_AUTHENTICATION|java\.naming\.security\.authentication)$/, 1: /^none$/ },
    category: 'missing-auth',
    harm: 'the directory does not learn who asks, nor whether a password is right',
  },
  { of: 'setAnonymousReadOnly', given: { 0: on }, category: 'missing-auth', harm: 'the directory does not learn who asks' },
  { of: 'getRequestedSessionId', count: 0, category: 'session', harm: 'an id is taken that the caller made up: ask the session itself' },
  {
    of: 'setIgnoreComments',
    on: /^(?:Static)?BasicParserPool$/,
    given: { 0: off },
    category: 'missing-auth',
    harm: 'a comment within a name makes another user of it',
  },
  {
    of: 'setAllowUrlEncodedSlash|setAllowSemicolon|setAllowUrlEncodedPercent|setAllowBackSlash|setAllowUrlEncodedPeriod|setAllowUrlEncodedDoubleSlash|setAllowNull|setUnsafeAllowAnyHttpMethod',
    on: /Firewall$/i,
    given: { 0: on },
    category: 'misconfig',
    harm: 'addresses come through that the rules for paths read otherwise than the controllers do',
  },
  {
    of: 'setProperty',
    on: /^System$/,
    given: { 0: /^com\.sun\.management\.jmxremote\.(?:authenticate|ssl)$/, 1: off },
    category: 'missing-auth',
    harm: 'whoever reaches the port runs code in the program',
  },
  {
    of: 'createWebServer|createTcpServer|createPgServer',
    given: { 0: /AllowOthers$/ },
    category: 'missing-auth',
    harm: 'the console of the database is open to every machine',
  },
  {
    of: 'createWebServer|createTcpServer|createPgServer',
    given: { 1: /AllowOthers$/ },
    category: 'missing-auth',
    harm: 'the console of the database is open to every machine',
  },
  // Pages and headers
  {
    of: 'setNewBuiltinClassResolver',
    given: { 0: /^UNRESTRICTED_RESOLVER$/ },
    category: 'template-injection',
    harm: 'a template can make objects of every class',
  },
  { of: 'setAPIBuiltinEnabled', given: { 0: on }, category: 'template-injection', harm: 'a template can call the methods of every object' },
  { of: 'setEscapeModelStrings', given: { 0: off }, category: 'xss', harm: scripts },
  { of: 'escapeHTML|autoEscaping|setAutoEscaping', given: { 0: off }, category: 'xss', harm: scripts },
  { of: 'new DefaultHttpHeaders', given: { 0: off }, category: 'header-injection', harm: ownHeader },
  { of: 'new DefaultHttpResponse', given: { 2: off }, category: 'header-injection', harm: ownHeader },
  {
    of: 'new DefaultFullHttpResponse|DefaultFullHttpRequest|DefaultHttpRequest',
    given: { 3: off },
    category: 'header-injection',
    harm: ownHeader,
  },
  {
    of: 'setHeader|addHeader|set|add|header',
    on: answer,
    given: { 0: /^(?:x-powered-by|server|x-aspnet-version)$/i, 1: /[a-z]/i },
    category: 'info-exposure',
    harm: 'answers name the software behind them',
    severity: 'note',
  },
  {
    of: 'setMaxAge',
    on: /^Cookie$/i,
    given: { 0: year },
    category: 'cookie',
    harm: 'the cookie stays in the browser for a year or longer, for whoever uses it next',
    severity: 'note',
  },
  // Pages inside of Android
  {
    of: 'setAllowUniversalAccessFromFileURLs|setAllowFileAccessFromFileURLs',
    given: { 0: on },
    category: 'path-traversal',
    harm: 'a page that lies on the device reads all files of the app, and sends them anywhere',
  },
  {
    of: 'setAllowFileAccess',
    on: /^(?:WebSettings|getSettings|\w*[sS]ettings)$/,
    given: { 0: on },
    category: 'path-traversal',
    harm: 'pages can open the files of the app',
    severity: 'note',
  },
  {
    of: 'setWebContentsDebuggingEnabled',
    given: { 0: on },
    category: 'debug-enabled',
    harm: 'whoever has the device connected reads and runs what is in the pages',
  },
  {
    of: 'setSavePassword',
    on: /^(?:WebSettings|getSettings|\w*[sS]ettings)$/,
    given: { 0: on },
    category: 'cleartext-storage',
    harm: 'passwords of pages are kept as they are',
  },
  {
    of: 'openFileOutput|getSharedPreferences|openOrCreateDatabase|getDir',
    given: { 1: /^MODE_WORLD_(?:READABLE|WRITEABLE)$/ },
    category: 'file-permissions',
    harm: 'every app of the device can read or change it',
  },
  {
    of: 'setMixedContentMode',
    given: { 0: /^(?:MIXED_CONTENT_ALWAYS_ALLOW|0)$/ },
    category: 'cleartext-transport',
    harm: 'scripts that came unencrypted run in a page that is shown as safe',
  },
];
