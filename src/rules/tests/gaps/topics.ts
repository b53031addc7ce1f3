import type { Atom } from './atoms.ts';
import type { ObligationKind } from './obligation.ts';

/** Behaviour with edges of its own, by the words of what is asked or done. The first that fits. */
const topics: readonly (readonly [ObligationKind, RegExp])[] = [
  [
    'auth',
    /@(?:PreAuthorize|PostAuthorize|Secured|RolesAllowed|PermitAll|DenyAll)\b|\b(?:has(?:Any)?(?:Role|Authority|Permission)|is(?:Authenticated|Authorized|Granted|Admin)|can(?:Access|Edit|Read|Write|Delete)|checkPermission)\b/,
  ],
  [
    'async',
    /\b(?:setTimeout|setInterval|AbortSignal|AbortController|CompletableFuture|tryLock|retry|timeout|Promise\.(?:race|all|any|allSettled))\b/,
  ],
  [
    'time',
    /\bnew Date\b|\bDate\.(?:now|parse|UTC)\b|\b(?:LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime|Instant|ZoneId|Duration|Period)\b/,
  ],
  [
    'numeric',
    /\b(?:parseInt|parseFloat|parseLong|parseDouble|intValue|longValue|BigDecimal|BigInteger|toIntExact|Math\.(?:round|floor|ceil|trunc|abs))\b/,
  ],
  [
    'text',
    /\b(?:Charset|StandardCharsets|TextEncoder|TextDecoder|encodeURI(?:Component)?|decodeURI(?:Component)?|normalize|toLowerCase|toUpperCase|codePointAt|charCodeAt)\b/,
  ],
  ['paging', /\b(?:page(?:Number|Size|able)?|offset|cursor|hasNext(?:Page)?|hasMore|totalPages|perPage)\b/],
];

/** What an atom is about beyond its form; undefined for most. */
export function topicOf({ key }: Atom): ObligationKind | undefined {
  return topics.find(([, words]) => words.test(key))?.[0];
}
