/** A setting that opens an application where it has one of some values. */
export interface WeakSetting {
  /** Of the name without dashes, in lower case. */
  readonly name: RegExp;
  readonly isWeak: (value: string) => boolean;
  /** Completes "…: ". */
  readonly risk: string;
  /** Another than `misconfig`. */
  readonly category?: string;
}

const isOff = (value: string): boolean => value === 'false';
const isOn = (value: string): boolean => value === 'true';
const isAlways = (value: string): boolean => /^always$/i.test(value);
const readable = 'what is sent can be read and changed on the way';

/** Settings of Spring Boot, and of the drivers that it is told about. */
export const weakSettings: readonly WeakSetting[] = [
  {
    name: /^management\.endpoints\.web\.exposure\.include(?:\.\d+)?$/,
    isWeak: (value) => /(?:^|,)\s*(?:\*|env|heapdump|threaddump|configprops|loggers|shutdown|jolokia|logfile)\s*(?:,|$)/.test(value),
    category: 'info-exposure',
    risk: 'the environment, memory and loggers of the application can be read over the web',
  },
  {
    name: /(?:^|\.)cors\.(?:\w{1,40}\.)?(?:allowed)?origins?(?:patterns?)?(?:\.\d+)?$/,
    isWeak: (value) => /^(?:\*|\/\.\*\/)$/.test(value),
    category: 'cors',
    risk: 'pages of every site may read the answers',
  },
  {
    name: /^management\.endpoint\.health\.showdetails$/,
    isWeak: isAlways,
    category: 'info-exposure',
    risk: 'everyone sees which databases and services the application uses',
  },
  {
    name: /^management\.endpoint\.(?:env|configprops|quartz)\.showvalues$/,
    isWeak: isAlways,
    category: 'info-exposure',
    risk: 'values of the environment, passwords among them, are shown',
  },
  { name: /^management\.endpoint\.shutdown\.enabled$/, isWeak: isOn, risk: 'the application can be stopped over the web' },
  {
    name: /^management\.security\.enabled$/,
    isWeak: isOff,
    category: 'missing-auth',
    risk: 'the management endpoints ask nobody who they are',
  },
  {
    name: /^server\.ssl\.enabled$|^management\.server\.ssl\.enabled$|^security\.requiressl$/,
    isWeak: isOff,
    category: 'cleartext-transport',
    risk: readable,
  },
  {
    name: /(?:^|\.)security\.protocol$/,
    isWeak: (value) => value.endsWith('PLAINTEXT'),
    category: 'cleartext-transport',
    risk: readable,
  },
  {
    name: /^management\.server\.address$/,
    isWeak: (value) => /^(?:0\.0\.0\.0|::)$/.test(value),
    risk: 'the management endpoints can be reached from other machines',
  },
  {
    name: /^server\.ssl\.clientauth$/,
    isWeak: (value) => /^(?:none|want)$/i.test(value),
    category: 'missing-auth',
    risk: 'callers need no certificate',
  },
  {
    name: /^server\.ssl\.enabledprotocols(?:\.\d+)?$/,
    isWeak: (value) => /SSLv|TLSv1(?:\.[01])?(?:,|$)/i.test(value),
    category: 'weak-crypto',
    risk: 'versions of TLS that are broken are accepted',
  },
  {
    name: /^spring\.h2\.console\.(?:enabled|settings\.weballowothers)$/,
    isWeak: isOn,
    risk: 'whoever reaches it can run SQL, and programs, on the server',
  },
  {
    name: /^server\.error\.include(?:stacktrace|bindingerrors|message|exception)$/,
    isWeak: (value) => isAlways(value) || isOn(value),
    category: 'info-exposure',
    risk: 'callers see what is inside the application',
  },
  {
    name: /^(?:server\.servlet\.session\.cookie|server\.reactive\.session\.cookie)\.(?:secure|httponly)$/,
    isWeak: isOff,
    category: 'cookie',
    risk: 'the session can be taken on the way or by a script',
  },
  {
    name: /^(?:server\.servlet\.session\.cookie|server\.reactive\.session\.cookie)\.samesite$/,
    isWeak: (value) => /^none$/i.test(value),
    category: 'cookie',
    risk: 'other sites can send requests with the session',
  },
  {
    name: /^spring\.(?:datasource|r2dbc|flyway|liquibase)\.(?:\w+\.)*(?:url|jdbcurl)$/,
    isWeak: (value) =>
      /[?&;](?:sslmode=(?:disable|allow|prefer)|useSSL=false|requireSSL=false|encrypt=false|trustServerCertificate=true|verifyServerCertificate=false)/i.test(
        value,
      ),
    category: 'cleartext-transport',
    risk: 'data and password of the database can be read on the way',
  },
  {
    name: /^logging\.level\.org\.springframework\.(?:security|web|boot\.autoconfigure\.security)$/,
    isWeak: (value) => /^trace$/i.test(value),
    category: 'log-sensitive',
    risk: 'requests are logged with what they carry, tokens and passwords too',
  },
  {
    name: /^spring\.devtools\.remote\.secret$/,
    isWeak: (value) => value !== '',
    category: 'missing-auth',
    risk: 'whoever knows it runs code of his own in the application',
  },
  {
    name: /^endpoints\.(?:\w+\.)?sensitive$/,
    isWeak: isOff,
    category: 'info-exposure',
    risk: 'management endpoints tell everybody what is inside the application',
  },
  {
    name: /^spring\.ldap\.anonymousreadonly$/,
    isWeak: isOn,
    category: 'missing-auth',
    risk: 'the directory does not learn who asks',
  },
  {
    name: /^(?:debug|trace)$/,
    isWeak: isOn,
    category: 'debug-enabled',
    risk: 'much of what the application does, and with which data, is logged',
  },
  {
    name: /^spring\.mvc\.logrequestdetails$|^spring\.http\.logrequestdetails$|^spring\.codec\.logrequestdetails$/,
    isWeak: isOn,
    category: 'log-sensitive',
    risk: 'requests are logged with what they carry, tokens and passwords too',
  },
];
