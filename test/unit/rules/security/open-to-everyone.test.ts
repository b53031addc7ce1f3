import { openToEveryone } from '../../../../src/rules/security/open-to-everyone.ts';
import { fileCases } from '../rule-cases.ts';

const chain = (rules: string): string =>
  `class Security {\n  SecurityFilterChain chain(HttpSecurity http) throws Exception {\n    http.${rules};\n    return http.build();\n  }\n}\n`;
const method = (head: string, of: string, ...lines: readonly string[]): string =>
  `class Own implements ${of} {\n  public ${head} {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const all = [
  '3 Every request is let through without anyone signing in, also to what is added later: name what is open, and ask for a user for the rest.',
];
const management = [
  '3 The management endpoints are open to everyone: the environment, memory and loggers of the application can be read over the web.',
];

describe('security/open-to-everyone', () => {
  fileCases(openToEveryone, 'src/main/java/Security.java', [
    ['finds the old style', '', chain('authorizeRequests().anyRequest().permitAll()'), all],
    ['finds all paths', '', chain('authorizeRequests().antMatchers("/**").permitAll().anyRequest().authenticated()'), all],
    [
      'finds paths that are left out',
      '',
      'class Security {\n  void configure(WebSecurity web) {\n    web.ignoring().antMatchers("/**");\n  }\n}\n',
      all,
    ],
    [
      'finds every endpoint of the management',
      '',
      chain('requestMatcher(EndpointRequest.toAnyEndpoint()).authorizeRequests(requests -> requests.anyRequest().permitAll())'),
      management,
    ],
    [
      'finds one endpoint of the management',
      '',
      chain('authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/heapdump").permitAll())'),
      management,
    ],
    [
      'finds the console of the database',
      '',
      chain('authorizeHttpRequests(requests -> requests.requestMatchers("/h2-console/**").permitAll())'),
      ['3 The console of the database is open to everyone: whoever reaches it can run SQL, and programs, on the server.'],
    ],
    [
      'finds an evaluator that refuses nobody',
      '',
      method(
        'boolean hasPermission(Authentication user, Object target, Object permission)',
        'PermissionEvaluator',
        'if (target == null) return true;',
        'return true;',
      ),
      ['2 `hasPermission` refuses nobody: all its answers let the user through.'],
    ],
    [
      'leaves the rest behind guarded paths alone',
      '',
      chain('authorizeHttpRequests(requests -> requests.requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().permitAll())'),
      [],
    ],
    [
      'leaves health alone',
      '',
      chain('authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health").permitAll().anyRequest().authenticated())'),
      [],
    ],
    [
      'leaves pages and styles alone',
      '',
      chain('authorizeHttpRequests(requests -> requests.requestMatchers("/css/**", "/login").permitAll().anyRequest().authenticated())'),
      [],
    ],
    [
      'leaves an evaluator that asks alone',
      '',
      method(
        'boolean hasPermission(Authentication user, Object target, Object permission)',
        'PermissionEvaluator',
        'return grants.has(user, permission);',
      ),
      [],
    ],
    [
      'leaves what browsers ask beforehand alone',
      '',
      chain(
        'authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.OPTIONS, "/**").permitAll().anyRequest().authenticated())',
      ),
      [],
    ],
    [
      'leaves what browsers ask beforehand alone where it is left out',
      '',
      'class Security {\n  void configure(WebSecurity web) {\n    web.ignoring().antMatchers(HttpMethod.OPTIONS, "/**");\n  }\n}\n',
      [],
    ],
    [
      'leaves all other paths behind guarded ones alone',
      '',
      chain('authorizeHttpRequests(requests -> requests.requestMatchers("/admin/**").hasRole("ADMIN").requestMatchers("/**").permitAll())'),
      [],
    ],
    [
      'leaves the pages of one level alone',
      '',
      chain('authorizeHttpRequests(requests -> requests.requestMatchers("/*").permitAll().anyRequest().authenticated())'),
      [],
    ],
    ['leaves a vote of another kind alone', '', method('int vote(Poll poll)', 'Citizen', 'return 1;'), []],
  ]);
});

describe('security/open-to-everyone by rules that never apply', () => {
  const never = (path: string, by: string): readonly string[] => [
    `3 What is said about \`${path}\` never applies: \`${by}\` stands before it, and the first rule that matches decides.`,
  ];
  fileCases(openToEveryone, 'src/main/java/Security.java', [
    [
      'finds a part of what is open',
      '',
      chain('authorizeRequests().antMatchers("/login/*me").permitAll().antMatchers("/login/home").hasRole("ADMIN")'),
      never('/login/home', '/login/*me'),
    ],
    [
      'finds what stands below',
      '',
      chain(
        'authorizeHttpRequests(requests -> requests.requestMatchers("/shop/**").permitAll().requestMatchers("/shop/admin/**").hasRole("ADMIN"))',
      ),
      never('/shop/admin/**', '/shop/**'),
    ],
    [
      'leaves the right order alone',
      '',
      chain('authorizeRequests().antMatchers("/shop/admin/**").hasRole("ADMIN").antMatchers("/shop/**").permitAll()'),
      [],
    ],
    [
      'leaves another part alone',
      '',
      chain('authorizeRequests().antMatchers("/login*").permitAll().antMatchers("/login/home").hasRole("ADMIN")'),
      [],
    ],
    [
      'leaves a part with more stars than can be told alone',
      '',
      chain(`authorizeRequests().antMatchers("/${'*a'.repeat(30)}").permitAll().antMatchers("/${'a'.repeat(200)}b").hasRole("ADMIN")`),
      [],
    ],
    [
      'leaves the same outcome alone',
      '',
      chain('authorizeRequests().antMatchers("/a/**").permitAll().antMatchers("/a/b").permitAll()'),
      [],
    ],
    [
      'leaves one method alone',
      '',
      chain('authorizeRequests().antMatchers(HttpMethod.GET, "/a/**").permitAll().antMatchers("/a/b").hasRole("ADMIN")'),
      [],
    ],
  ]);
});
