/** Methods whose result is all that they are for, or says whether they did anything: type → name → what is lost. */
const changed = 'the changed value is lost';
const answer = 'it does nothing but answer';
const failure = 'that it did not work is lost';
const asked = (names: string): RegExp => new RegExp(`^(${names})$`);
const java: ReadonlyMap<string, readonly (readonly [RegExp, string])[]> = new Map([
  [
    'String',
    [
      [/^(trim|strip\w*|replace\w*|concat|substring|toLowerCase|toUpperCase|repeat|formatted|intern)$/, changed],
      [
        asked(
          'equals|equalsIgnoreCase|isEmpty|isBlank|length|charAt|contains|startsWith|endsWith|indexOf|lastIndexOf|compareTo|compareToIgnoreCase|matches|split|toCharArray|getBytes|valueOf|format|join|copyValueOf|lines|chars',
        ),
        answer,
      ],
    ],
  ],
  ['BigDecimal', [[/^(add|subtract|multiply|divide|negate|setScale|round|abs|pow|stripTrailingZeros|remainder)$/, changed]]],
  ['BigInteger', [[/^(add|subtract|multiply|divide|negate|mod|pow|abs|shiftLeft|shiftRight)$/, changed]]],
  ['File', [[/^(delete|mkdir|mkdirs|renameTo|createNewFile|setReadable|setWritable|setExecutable|setLastModified)$/, failure]]],
  ['InputStream', [[/^(read|skip)$/, 'how much was read is lost']]],
  ['FileInputStream', [[/^(read|skip)$/, 'how much was read is lost']]],
  ['BufferedInputStream', [[/^(read|skip)$/, 'how much was read is lost']]],
  ['Reader', [[/^(skip)$/, 'how much was read is lost']]],
  ['ResultSet', [[/^(next|first|last|previous|absolute|relative)$/, 'whether there is a row is lost']]],
  ...['Boolean', 'Byte', 'Character', 'Double', 'Float', 'Integer', 'Long', 'Short', 'UUID', 'Locale', 'URI', 'Thread'].map(
    (type): readonly [string, readonly (readonly [RegExp, string])[]] => [
      type,
      [
        [
          asked(
            'equals|compareTo|compare|toString|hashCode|\\w+Value|isNaN|isInfinite|isAlive|isInterrupted|currentThread|getName|getId|getState|toHexString|toBinaryString|resolve|relativize|getPath|getHost',
          ),
          answer,
        ],
      ],
    ],
  ),
  ...[
    'Map',
    'HashMap',
    'TreeMap',
    'LinkedHashMap',
    'List',
    'ArrayList',
    'LinkedList',
    'Set',
    'HashSet',
    'TreeSet',
    'Collection',
    'Deque',
    'Queue',
  ].map((type): readonly [string, readonly (readonly [RegExp, string])[]] => [
    type,
    [
      [
        asked(
          'isEmpty|size|contains|containsAll|containsKey|containsValue|keySet|entrySet|values|indexOf|toArray|subList|stream|iterator|peek',
        ),
        answer,
      ],
    ],
  ]),
  ['CountDownLatch', [[/^await$/, 'whether the time ran out is lost']]],
  ['Optional', [[/^(map|filter|orElse|orElseGet|flatMap|or)$/, changed]]],
  ['Stream', [[/^(map|filter|sorted|distinct|limit|peek|flatMap)$/, 'nothing is done before the end of the stream is asked for']]],
]);
const times =
  /^(LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Instant|Duration|Period|YearMonth|OffsetTime|DayOfWeek|Month|Year|ZoneOffset)$/;

/** What is lost with the result of a call; undefined where nothing is, or the type is not known. */
export function lostResult(type: string, name: string, given: number): string | undefined {
  const simple = type.slice(type.lastIndexOf('.') + 1);
  if (times.test(simple)) {
    if (/^(plus|minus|with|truncatedTo|at)\w*$/.test(name)) return changed;
    return /^(now|of\w*|from|get\w*|is[A-Z]\w*|to[A-Z]\w*|compareTo|format|until|between)$/.test(name) ? answer : undefined;
  }
  if (simple.endsWith('Lock')) return name === 'tryLock' ? 'whether the lock is held is lost' : undefined;
  if (simple === 'CountDownLatch' && given === 0) return undefined;
  if (type === 'string')
    return /^(trim\w*|replace\w*|concat|substring|substr|slice|toLowerCase|toUpperCase|padStart|padEnd|repeat|normalize|split)$/.test(name)
      ? changed
      : undefined;
  return java.get(simple)?.find(([names]) => names.test(name))?.[1];
}

/** Methods of JavaScript that only strings and arrays have, and that change nothing. */
export const changesNothing =
  /^(trim|trimStart|trimEnd|toUpperCase|toLowerCase|replaceAll|padStart|padEnd|toSorted|toReversed|toSpliced|flatMap)$/;
