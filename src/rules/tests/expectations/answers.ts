import { statusNamed } from '../../../code/http-status.ts';

/** Whether what is asked for is refused, or let through. */
export type Answer = 'refused' | 'accepted';

/** The status that an expected value names, e.g. `403` of `HttpStatus.FORBIDDEN`, `SC_FORBIDDEN` and `403`; undefined where it is none. */
export function statusIn(value: string | undefined): string | undefined {
  const name = value?.slice(value.lastIndexOf('.') + 1).replace(/\(\)$/, '') ?? '';
  if (/^[1-5](?:\d\d|xx)$/.test(name)) return name;
  return statusNamed(name.replace(/^(?:SC_|HTTP_(?:STATUS_)?|is(?=[A-Z])(?!is)|hasStatus)/, '')) ?? statusNamed(name);
}

/** What question a name asks: whether something is let through, or whether something is wrong with it. */
type Question = 'allowed' | 'wrong' | 'errors' | 'status' | 'goes on';

const questions: readonly (readonly [RegExp, Question])[] = [
  [
    /(?:^|[\s.])(?:status|statusCode|getStatus|getStatusCode|getStatusCodeValue|getStatusInfo|statusCodeValue|code)(?:\(\))?(?:\.value(?:\(\))?)?(?: status)?$/,
    'status',
  ],
  [/ status$/, 'status'],
  [
    /(?:^|\.|\b)(?:is|has|was)?(?:Blocked|Denied|Forbidden|Locked|LockedOut|Expired|Rejected|Refused|Revoked|Banned|Invalid|Malicious|Unsafe|Tampered|RateLimited|Throttled|blocked|denied|forbidden|locked|expired|rejected|refused|revoked|banned|invalid|limited)(?:\(.*\))?$/,
    'wrong',
  ],
  [
    /(?:^|\.)(?:is|are|was|be|has|have|can|may|must|should)?(?:Allow(?:ed|s)?|Permit(?:ted|s)?|Authori[sz]ed|Authenticated|Granted|Trusted|Valid|Safe|Accepted|Approved|Permission|Permissions|AnyRole|Role|Access|Authority|Privilege|Scope|Accessible|Verified|Secure|Owner|OwnedBy|Admin)(?:To|For|By|In|On)?(?:\(.*\))?$/,
    'allowed',
  ],
  [
    /(?:^|\.)(?:allowed|allows|allow|permitted|permits|authorized|authorised|authenticated|granted|trusted|valid|accepted|accepts|approved|success|successful|ok|can|may|verify|verified|validate|validates|authenticate|authorize|authorise|check(?!ed|box)\w*|can[A-Z]\w*|may[A-Z]\w*|validate[A-Z]\w*|verify[A-Z]\w*|is(?:Valid|Safe|Allowed|Permitted|Trusted|Authori[sz]ed)[A-Z]\w*|isValid\w*|hasPermission\w*|hasRole\w*|hasAccess\w*|canAccess\w*|isAccessAllowed)(?:\(.*\))?$/,
    'allowed',
  ],
  // Patterns match and orders compare as well: only with a secret is it a question of who is let in.
  [/(?:passw|secret|hash|token|signature|hmac|crypt|argon|credential|encoder).{0,200}?\.(?:matches|compare)(?:Sync)?\(/i, 'allowed'],
  [
    /(?:^|\.)(?:\w*[eE]rrors?|\w*[vV]iolations?|problems?|issues|getErrors\(\)|getViolations\(\)|getAllErrors\(\)|getErrorCount\(\)|hasErrors\(\)|hasFieldErrors\(.*\)|validate\w*\(.*\))(?:\.(?:length|size\(\)|size|isEmpty\(\)|count\(\)))?$/,
    'errors',
  ],
  [
    /(?:^|\W)(?:next|chain\.doFilter|filterChain\.doFilter|chain\.filter|chain\.proceed|joinPoint\.proceed|pjp\.proceed|invocation\.proceed) called$/,
    'goes on',
  ],
];

const none = /^(?:0|""|\[\]|\{\}|null|undefined|false|never)$/;

/** What an expected value says to the question that is asked; undefined where the question is another one. */
export function answerOf(about: string, value: string): Answer | undefined {
  const asked = about.slice(0, 400);
  const question = questions.find(([names]) => names.test(asked))?.[1];
  switch (question) {
    case 'status': {
      const status = statusIn(value.slice(0, 100));
      return status?.startsWith('4') ? 'refused' : status?.startsWith('2') ? 'accepted' : undefined;
    }
    case 'allowed':
      return value === 'true' ? 'accepted' : value === 'false' ? 'refused' : undefined;
    case 'wrong':
      return value === 'true' ? 'refused' : value === 'false' ? 'accepted' : undefined;
    case 'errors':
      return answerOfErrors(asked, value);
    case 'goes on':
      return value === 'never' ? 'refused' : 'accepted';
    case undefined:
      return undefined;
  }
}

function answerOfErrors(asked: string, value: string): Answer | undefined {
  if (/(?:isEmpty\(\)|^validate|\.validate\w*\(.*\))$/.test(asked)) {
    if (asked.endsWith('isEmpty()')) return value === 'true' ? 'accepted' : value === 'false' ? 'refused' : undefined;
    if (value === 'true' || value === 'false') return value === 'true' ? 'accepted' : 'refused';
  }
  return none.test(value) ? 'accepted' : 'refused';
}
