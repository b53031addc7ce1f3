import type { JavaUseRow } from './java-use-row.ts';

const on = /^true$/;
const off = /^false$/;
const scripts = 'a script that stands in the text becomes part of the page';
const ownHeader = 'a line break in a value begins a header of its own';
const answer = /Response|Headers|BodyBuilder|HeadersBuilder|^(?:res|resp|response|headers|responseHeaders)$/i;
const year = /^(?:3153[6-9]\d{3}|315[4-9]\d{4}|31[6-9]\d{5}|3[2-9]\d{6}|[4-9]\d{7}|\d{9,})(?:\.0)?$/;

/** Pages, headers and cookies that libraries of Java write, and pages inside of Android. */
export const javaPageRows: readonly JavaUseRow[] = [
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
