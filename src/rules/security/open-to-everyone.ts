import { patternRule } from '../pattern/pattern-rule.ts';
import { alwaysGranted } from './access/always-granted.ts';
import { openedRequests, shadowedRules, type OpenedRequests } from './access/opened-requests.ts';

const chain = (rules: string): string =>
  `class Security {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.authorizeHttpRequests(requests -> requests${rules});\n    return http.build();\n  }\n}\n`;
const voter = (answer: string): string =>
  `class NightVoter implements AccessDecisionVoter<Object> {\n  public int vote(Authentication user, Object object, Collection<ConfigAttribute> attributes) {\n    return isNight() ? ${answer} : ACCESS_GRANTED;\n  }\n}\n`;

const says: Readonly<Record<OpenedRequests['what'], string>> = {
  all: 'Every request is let through without anyone signing in, also to what is added later: name what is open, and ask for a user for the rest.',
  management:
    'The management endpoints are open to everyone: the environment, memory and loggers of the application can be read over the web.',
  console: 'The console of the database is open to everyone: whoever reaches it can run SQL, and programs, on the server.',
};

export const openToEveryone = patternRule({
  id: 'security/open-to-everyone',
  title: 'Everybody is let in',
  reason:
    'A rule that lets all requests through, or a check that refuses nobody, looks like protection and is none. What is added to the application later is open, too, and nobody notices.',
  remedy:
    'List what is open to everyone, and end with `anyRequest().authenticated()` or `denyAll()`. Let a check answer no where it does not know.',
  severity: 'warning',
  confidence: 'medium',
  category: 'missing-auth',
  languages: ['java'],
  cwe: [862, 285],
  sources: [
    {
      title: 'Spring Security: authorize HttpServletRequests',
      url: 'https://docs.spring.io/spring-security/reference/servlet/authorization/authorize-http-requests.html',
    },
    { title: 'OWASP Authorization Cheat Sheet', url: 'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html' },
  ],
  limits:
    'Rules of Spring Security that are written in one method. A gateway in front, and annotations on the methods themselves, are not seen. Where other requests of the same method need a user, `anyRequest().permitAll()` is left alone.',
  examples: [
    {
      name: 'no request needs a user',
      base: {},
      head: { 'src/main/java/Security.java': chain('.anyRequest().permitAll()') },
      finds: [`src/main/java/Security.java:3 ${says.all}`],
    },
    {
      name: 'the management endpoints need no user',
      base: {},
      head: { 'src/main/java/Security.java': chain('.requestMatchers("/actuator/**").permitAll().anyRequest().authenticated()') },
      finds: [`src/main/java/Security.java:3 ${says.management}`],
    },
    {
      name: 'only the first page needs no user',
      base: {},
      head: { 'src/main/java/Security.java': chain('.requestMatchers("/").permitAll().anyRequest().authenticated()') },
      finds: [],
    },
    {
      name: 'a voter refuses nobody',
      base: {},
      head: {
        'src/main/java/NightVoter.java': voter('ACCESS_ABSTAIN').replace('isNight() ? ACCESS_ABSTAIN : ACCESS_GRANTED', 'ACCESS_GRANTED'),
      },
      finds: ['src/main/java/NightVoter.java:2 `vote` refuses nobody: all its answers let the user through.'],
    },
    { name: 'a voter refuses', base: {}, head: { 'src/main/java/NightVoter.java': voter('ACCESS_DENIED') }, finds: [] },
  ],
  *look(code) {
    for (const { at, range, what } of openedRequests(code))
      yield { at, range, message: says[what], ...(what === 'management' && { category: 'misconfig' }) };
    for (const { at, range, path, by } of shadowedRules(code))
      yield {
        at,
        range,
        message: `What is said about \`${path}\` never applies: \`${by}\` stands before it, and the first rule that matches decides.`,
      };
    for (const { at, range, name } of alwaysGranted(code))
      yield { at, range, message: `\`${name}\` refuses nobody: all its answers let the user through.` };
  },
});
