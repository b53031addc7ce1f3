import type { JavaUseRow } from './java-use-row.ts';

const on = /^true$/;
const off = /^false$/;
const objects = 'deserialization';
const anyClass = 'whoever sends data chooses which classes are made of it';
const put = 'put|setProperty|set|add|putIfAbsent';

/** Objects that libraries of Java make of data, and who may have them made. */
export const javaObjectRows: readonly JavaUseRow[] = [
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
];
