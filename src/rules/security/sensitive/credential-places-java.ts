/** A place where a library takes a password, key or token. */
export interface CredentialPlace {
  /** `method`, or `new Type`; alternatives with `|`. */
  readonly of: string;
  readonly index: number;
  /** What it is for, e.g. `password`. */
  readonly name: string;
  /** A key may be bytes, and hold anything. */
  readonly bytes?: true;
  /** The simple type of the receiver or its last name, where the method’s name is not enough. */
  readonly on?: RegExp;
  /** How many arguments there have to be. */
  readonly count?: number;
}

/** Settings of clients that are passwords by their names. */
export const settingNames =
  /^(?:SECURITY_CREDENTIALS|java\.naming\.security\.credentials|password|passwd|db\.password|(?:jakarta|javax)\.persistence\.jdbc\.password|JAKARTA_JDBC_PASSWORD|JPA_JDBC_PASSWORD|hibernate\.connection\.password|mail\.smtps?\.password|mail\.password|javax\.net\.ssl\.(?:keyStore|trustStore)Password|ssl\.(?:keystore|truststore|key)\.password|SSL_(?:KEYSTORE|TRUSTSTORE|KEY)_PASSWORD_CONFIG|jmx\.remote\.credentials|CREDENTIALS|SECURITY_PRINCIPAL_PASSWORD)$/;

const keyStore = /key_?store|trust_?store|^ks$|^store$/i;

/** Places of Java’s platform, of Spring and of common libraries. */
export const credentialPlaces: readonly CredentialPlace[] = [
  // Data bases and queues
  { of: 'getConnection', index: 2, name: 'password', count: 3 },
  { of: 'getConnection', index: 1, name: 'password', count: 2, on: /DataSource|^ds$/i },
  {
    of: 'password',
    index: 0,
    name: 'password',
    count: 1,
    on: /^(?:withUser|username|user|url|builder|roles|withUsername|DataSourceBuilder|\w*Builder)$/,
  },
  {
    of: 'createCredential|createScramSha1Credential|createScramSha256Credential|createPlainCredential|createMongoCRCredential',
    index: 2,
    name: 'password',
  },
  { of: 'auth', index: 0, name: 'password', count: 1, on: /jedis|redis/i },
  { of: 'auth', index: 1, name: 'password', count: 2, on: /jedis|redis/i },
  { of: 'withPassword|withAuthentication|withCredentials', index: 0, name: 'password', count: 1 },
  { of: 'withCredentials|withAuthCredentials|withAuthentication', index: 1, name: 'password', count: 2 },
  {
    of: 'createConnection|createQueueConnection|createTopicConnection|createContext',
    index: 1,
    name: 'password',
    on: /ConnectionFactory|factory/i,
  },
  { of: 'new ActiveMQConnectionFactory|ActiveMQXAConnectionFactory|PooledConnectionFactory', index: 1, name: 'password', count: 3 },
  { of: 'new DriverManagerDataSource|SingleConnectionDataSource', index: 2, name: 'password' },
  { of: 'basic', index: 1, name: 'password', on: /^(?:AuthTokens|Credentials|HttpAuthenticationFeature)$/ },
  { of: 'create', index: 2, name: 'password', on: /^(?:Sql2o|Jdbi|JdbcConnectionPool)$/ },
  { of: 'authenticate', index: 1, name: 'password', count: 2, on: /cluster|couchbase|mongo|ldap/i },
  // Setters
  {
    of: 'setPassword|setUserPassword|setDatabasePassword|setLoginPassword|setKeyStorePassword|setKeystorePassword|setTrustStorePassword|setTruststorePassword|setKeyPassword|setKeyManagerPassword|setProxyPassword|setManagerPassword|setOwnerPassword|setBindPassword|setJdbcPassword',
    index: 0,
    name: 'password',
    count: 1,
  },
  { of: 'setPassphrase|setKeyPassphrase', index: 0, name: 'passphrase', count: 1 },
  {
    of: 'setClientSecret|clientSecret|secret|setSecret|setSecretKey|withSecret|setApiSecret|setAccessKeySecret|setConsumerSecret|setOAuthConsumerSecret|setOAuthAccessTokenSecret|sharedSecret',
    index: 0,
    name: 'secret',
    count: 1,
  },
  {
    of: 'setAuthToken|setAccessToken|setApiKey|setBearerAuth|setOAuthAccessToken|withToken|withApiKey|setAuthorizationToken',
    index: 0,
    name: 'token',
    count: 1,
  },
  { of: 'setCipherKey|setEncryptionCipherKey|setDecryptionCipherKey', index: 0, name: 'key', bytes: true },
  // Signing on
  { of: 'login', index: 1, name: 'password', on: /request|^req$|ftp|imap|smtp|pop3|client|mail|session|subject|HttpServletRequest/i },
  { of: 'connect', index: 2, name: 'password', on: /transport|store|mail|smtp/i, count: 3 },
  { of: 'connect', index: 3, name: 'password', on: /transport|store|mail|smtp/i, count: 4 },
  { of: 'setAuthentication', index: 1, name: 'password', on: /e?mail/i },
  {
    of: 'setBasicAuth|basicAuth|basicAuthentication|setCredentials|authPassword|authPreemptiveBasic|withBasicAuth',
    index: 1,
    name: 'password',
  },
  { of: 'authPassword|authenticateWithPassword|authPublickey', index: 1, name: 'password', count: 2 },
  { of: 'addPasswordIdentity', index: 0, name: 'password' },
  { of: 'addIdentity', index: 1, name: 'passphrase', count: 2, on: /jsch/i },
  { of: 'setUserInfo|withUserInfo', index: 1, name: 'password' },
  { of: 'newUsernamePasswordCredentials|createSharedKeyCredential', index: 1, name: 'password' },
  {
    of: 'new PasswordAuthentication|UsernamePasswordCredentials|UsernamePasswordAuthenticationToken|UsernamePasswordToken|BasicAuthorizationInterceptor|BasicAuthenticationInterceptor|BasicAuthRequestInterceptor|HttpBasicAuthFilter|BasicAWSCredentials|BasicSessionCredentials|DefaultCredentials|SimpleAuthenticator|DefaultAuthenticator|StorageSharedKeyCredential|StaticCredentialsProvider|DefaultCredentialProvider|NTCredentials|PasswordCredential|KerberosKey|UserAuthenticator|StaticUserAuthenticator',
    index: 1,
    name: 'password',
  },
  { of: 'new PasswordProtection|AzureKeyCredential|BearerToken', index: 0, name: 'password' },
  { of: 'new User', index: 1, name: 'password', count: 3 },
  { of: 'new Jedis|RedisStandaloneConfiguration', index: 4, name: 'password' },
  { of: 'create', index: 1, name: 'secretKey', on: /^(?:AwsBasicCredentials|AwsSessionCredentials|BasicCredentials|StaticCredentials)$/ },
  { of: 'key', index: 0, name: 'key', count: 1, on: /^(?:rememberMe|RememberMeConfigurer|r|rm|remember)$/ },
  { of: 'new TokenBasedRememberMeServices|PersistentTokenBasedRememberMeServices|RememberMeAuthenticationProvider', index: 0, name: 'key' },
  // Keys
  { of: 'load', index: 1, name: 'password', count: 2, on: keyStore },
  { of: 'store', index: 1, name: 'password', count: 2, on: keyStore },
  { of: 'getKey|setEntry', index: 1, name: 'password', count: 2, on: keyStore },
  { of: 'setKeyEntry', index: 2, name: 'password', on: keyStore },
  { of: 'init', index: 1, name: 'password', count: 2, on: /KeyManagerFactory|^kmf$/ },
  { of: 'loadKeyMaterial', index: 1, name: 'password' },
  { of: 'loadTrustMaterial', index: 1, name: 'password', count: 2 },
  { of: 'HMAC256|HMAC384|HMAC512', index: 0, name: 'secret', bytes: true },
  {
    of: 'hmacSha1|hmacSha256|hmacSha384|hmacSha512|hmacSha1Hex|hmacSha256Hex|hmacSha384Hex|hmacSha512Hex|hmacMd5|hmacMd5Hex',
    index: 0,
    name: 'key',
    bytes: true,
    on: /^(?:Hashing|HmacUtils)$/,
  },
  { of: 'new HmacUtils', index: 1, name: 'key', bytes: true },
  { of: 'hmacShaKeyFor|setSigningKey', index: 0, name: 'key', bytes: true },
  { of: 'signWith', index: 1, name: 'key', bytes: true, count: 2 },
  {
    of: 'new MACSigner|MACVerifier|DirectEncrypter|DirectDecrypter|HmacKey|SecretKeySpec|DESKeySpec|DESedeKeySpec|KeyParameter|OctetSequenceKey|MacSigner',
    index: 0,
    name: 'key',
    bytes: true,
  },
  { of: 'withSecretKey', index: 0, name: 'key', bytes: true },
  { of: 'new PBEKeySpec', index: 0, name: 'password', bytes: true },
  { of: 'text|delux|standard|stronger|queryableText|noOpText', index: 0, name: 'password', count: 2, on: /^Encryptors$/ },
  { of: 'new Pbkdf2PasswordEncoder|StandardPasswordEncoder|AesBytesEncryptor|HexEncodingTextEncryptor', index: 0, name: 'secret' },
  // Files
  { of: 'new EncryptionInfo|ZipFile', index: 1, name: 'password', count: 2 },
  { of: 'confirmPassword|verifyPassword', index: 0, name: 'password', count: 1, on: /encryptor|decryptor/i },
  { of: 'new StandardProtectionPolicy', index: 0, name: 'password' },
];
