import { changedConfiguration } from '../../../../src/rules/compatibility/changed-configuration.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const read = (code: string): string => `export function start() {\n  ${code}\n}\n`;
const bean = (member: string): string => `package shop;\n\nclass Mailer {\n  ${member}\n}\n`;
const properties = (fields: string): string => `package shop;\n\n@ConfigurationProperties(prefix = "mail")\nclass Mail {\n${fields}}\n`;
const resources = 'src/main/resources/application.yml';

const flag = (code: string): string => `export async function show(user: User) {\n  if (${code}) return page(user);\n}\n`;

describe('compatibility/changed-configuration', () => {
  fileCases(changedConfiguration, 'src/page.ts', [
    [
      'warns of another default of a feature flag',
      flag("await client.boolVariation('new-page', user, false)"),
      flag("await client.boolVariation('new-page', user, true)"),
      ['2 The feature flag `new-page` is `true` by default instead of `false`: those who leave it out get another behaviour.'],
    ],
    [
      'warns of another name of a feature flag',
      flag("unleash.isEnabled('new-page')"),
      flag("unleash.isEnabled('fresh-page')"),
      ['2 The feature flag `new-page` is `fresh-page` now: where only the old one is switched, that has no effect any more.'],
    ],
    [
      'finds what a hook asks for',
      "export function Page() {\n  const isNew = useFlag('new-page');\n  return show(isNew);\n}\n",
      "export function Page() {\n  const isNew = useFlag('fresh-page');\n  return show(isNew);\n}\n",
      ['2 The feature flag `new-page` is `fresh-page` now: where only the old one is switched, that has no effect any more.'],
    ],
    ['leaves a flag alone that has gone with what it switched', flag("unleash.isEnabled('new-page')"), flag('user.isKnown()'), []],
    ['leaves calls alone that ask nothing of flags', flag("button.isEnabled('new-page')"), flag("button.isEnabled('page')"), []],
    [
      'leaves a flag alone that is asked for elsewhere',
      flag("isFeatureEnabled('new-page')"),
      flag("posthog.isFeatureEnabled('new-page')"),
      [],
    ],
  ]);
  fileCases(changedConfiguration, 'src/main/java/shop/Clocks.java', [
    [
      'warns of another written name of a bean',
      'package shop;\n\n@Configuration\nclass Clocks {\n  @Bean(name = "shopClock")\n  Clock clock() {\n    return Clock.systemUTC();\n  }\n}\n',
      'package shop;\n\n@Configuration\nclass Clocks {\n  @Bean(name = "utcClock")\n  Clock clock() {\n    return Clock.systemUTC();\n  }\n}\n',
      ['5 The bean `shopClock` is `utcClock` now: who asks for it by its old name no longer finds it.'],
    ],
    [
      'leaves a bean alone that has one name more',
      'package shop;\n\n@Configuration\nclass Clocks {\n  @Bean("shopClock")\n  Clock clock() {\n    return Clock.systemUTC();\n  }\n}\n',
      'package shop;\n\n@Configuration\nclass Clocks {\n  @Bean({ "shopClock", "utcClock" })\n  Clock clock() {\n    return Clock.systemUTC();\n  }\n}\n',
      [],
    ],
    [
      'warns of a flag of Togglz that has another name',
      'package shop;\n\npublic enum Switches implements Feature {\n  NEW_PAGE\n}\n',
      'package shop;\n\npublic enum Switches implements Feature {\n  FRESH_PAGE\n}\n',
      ['4 The feature flag `NEW_PAGE` is `FRESH_PAGE` now: where only the old one is switched, that has no effect any more.'],
    ],
  ]);
  fileCases(changedConfiguration, 'src/server.ts', [
    [
      'warns of a variable that is read no more',
      read('listen(process.env.SHOP_PORT);'),
      read('listen(80);'),
      ['2 The environment variable `SHOP_PORT` is gone: where it is set, that has no effect any more.'],
    ],
    [
      'finds a variable that must be set now',
      read('connect(url);'),
      read("if (!process.env.SHOP_URL) throw new Error('SHOP_URL is missing');\n  connect(process.env.SHOP_URL);"),
      ['2 The environment variable `SHOP_URL` is new and required: where it is not set, the product does not start.'],
    ],
    [
      'finds what is asked for by a function that insists',
      read("connect(process.env.SHOP_URL ?? 'localhost');"),
      read("connect(requireEnv('SHOP_URL'));"),
      [
        '2 The environment variable `SHOP_URL` is required, and was `localhost` where nothing was said: where it is not set, the product does not start.',
      ],
    ],
    [
      'finds another name in a pattern',
      read("const { SHOP_PORT = '80' } = process.env;"),
      read("const { SHOP_HTTP_PORT = '80' } = process.env;"),
      ['2 The environment variable `SHOP_PORT` is `SHOP_HTTP_PORT` now: where only the old one is set, that has no effect any more.'],
    ],
    [
      'warns of one of several that a module takes apart, and finds another default',
      "const { SHOP_PORT = '80', SHOP_URL: url, SHOP_MODE } = process.env;\nlisten(SHOP_PORT, url, SHOP_MODE);\n",
      "const { SHOP_PORT = '81', SHOP_URL: url } = process.env;\nlisten(SHOP_PORT, url);\n",
      [
        '1 The environment variable `SHOP_PORT` is `81` by default instead of `80`: those who leave it out get another behaviour.',
        '1 The environment variable `SHOP_MODE` is gone: where it is set, that has no effect any more.',
      ],
    ],
    [
      'leaves what a module takes apart in another order alone',
      "const { SHOP_PORT = '80', SHOP_URL } = process.env;\nlisten(SHOP_PORT, SHOP_URL);\n",
      "export const {\n  SHOP_URL,\n  SHOP_PORT = '80',\n} = process.env;\nlisten(SHOP_PORT, SHOP_URL);\n",
      [],
    ],
    ['leaves a new variable with a default alone', read('listen(80);'), read("listen(process.env.SHOP_PORT ?? '80');"), []],
    ['leaves alone what the platform sets', read('cd(process.env.HOME);'), read('cd(home());'), []],
    [
      'leaves the same variable under another notation alone',
      read('listen(process.env.SHOP_PORT);'),
      read("listen(process.env['SHOP_PORT']);"),
      [],
    ],
    ['leaves a variable that is set alone', read("process.env.SHOP_MODE = 'a';"), read('run();'), []],
  ]);
  fileCases(changedConfiguration, 'src/main/java/shop/Mailer.java', [
    [
      'finds a setting that has another name',
      bean('@Value("${mail.size:10}") int size;'),
      bean('@Value("${mail.max-size:10}") int size;'),
      ['4 The setting `mail.size` is `mail.max-size` now: where only the old one is set, that has no effect any more.'],
    ],
    [
      'warns of another default',
      bean('@Value("${mail.size:10}") int size;'),
      bean('@Value("${mail.size:20}") int size;'),
      ['4 The setting `mail.size` is `20` by default instead of `10`: those who leave it out get another behaviour.'],
    ],
    [
      'warns of a field that is bound no more',
      properties('  private int size;\n  private String host;\n'),
      properties('  private int size;\n'),
      ['6 The setting `mail.host` is gone: where it is set, that has no effect any more.'],
    ],
    [
      'finds a variable that has another name',
      bean('String url() {\n    return System.getenv("SHOP_URL");\n  }'),
      bean('String url() {\n    return System.getenv("SHOP_MAIL_URL");\n  }'),
      ['5 The environment variable `SHOP_URL` is `SHOP_MAIL_URL` now: where only the old one is set, that has no effect any more.'],
    ],
    [
      'takes no method that all objects have for a reader of settings',
      bean('String a() {\n    return Objects.toString("mail.host");\n  }'),
      bean('String a() {\n    return Objects.hasOwnProperty("mail.port");\n  }'),
      [],
    ],
    [
      'leaves another way to write it alone',
      bean('@Value("${mail.maxSize:10}") int size;'),
      bean('@Value("${mail.max-size:10}") int size;'),
      [],
    ],
    ['leaves a field that others do not bind alone', bean('private int size;'), bean('private int length;'), []],
    ["leaves the runtime's properties alone", bean('String a = System.getProperty("java.version");'), bean('String a = "17";'), []],
  ]);
  fileCases(changedConfiguration, resources, [
    [
      'finds a variable that must be set now',
      'db:\n  url: ${DB_URL:localhost}\n',
      'db:\n  url: ${DB_URL}\n',
      [
        '2 The environment variable `DB_URL` is required, and was `localhost` where nothing was said: where it is not set, the product does not start.',
      ],
    ],
    [
      'finds that all paths begin otherwise',
      'server:\n  servlet:\n    context-path: /shop\n',
      'server:\n  servlet:\n    context-path: /api\n',
      [
        '3 The setting `server.servlet.context-path` is `/api` by default instead of `/shop`: all paths begin otherwise, and callers of the old ones get an error.',
      ],
    ],
    ['leaves its own values alone', 'logging:\n  level: info\n', 'logging:\n  level: warn\n', []],
  ]);
  fileCases(changedConfiguration, 'src/main/java/shop/Mailing.java', [
    [
      'leaves a setting alone that a constant of another file names now',
      'package shop;\n\nclass Mailing {\n  @Bean\n  @ConditionalOnProperty(name = "mail.tap")\n  Tap tap() { return new Tap(); }\n}\n',
      'package shop;\n\nclass Mailing {\n  @Bean\n  @ConditionalOnProperty(name = MailProperties.PREFIX + ".tap")\n  Tap tap() { return new Tap(); }\n}\n',
      [],
    ],
    [
      'leaves a setting alone whose name it does not know',
      'package shop;\n\n@ConditionalOnProperty(name = MailProperties.PREFIX + ".tap")\nclass Mailing {\n}\n',
      'package shop;\n\n@ConditionalOnExpression("\'${" + MailProperties.PREFIX + ".tap:false}\' == \'true\'")\nclass Mailing {\n}\n',
      [],
    ],
  ]);

  it('leaves alone what another file still reads, and what tests set', async () => {
    const other = { 'src/other.ts': read('log(process.env.SHOP_PORT);') };
    const base = { 'src/server.ts': read('listen(process.env.SHOP_PORT);'), ...other };
    await expectFindings(changedConfiguration, base, { 'src/server.ts': read('listen(80);'), ...other }, []);
    const test = { 'test/server.test.ts': read('listen(process.env.SHOP_PORT);') };
    await expectFindings(changedConfiguration, test, { 'test/server.test.ts': read('listen(80);') }, []);
  });
  it('leaves a number alone that is only written otherwise', async () => {
    const at = (value: string): Record<string, string> => ({
      'src/main/java/shop/Mail.java': properties(`  private long maxSize = ${value};\n`),
    });
    await expectFindings(changedConfiguration, at('1_024'), at('1024L'), []);
    await expectFindings(changedConfiguration, at('1_024'), at('1025L'), [
      'src/main/java/shop/Mail.java:5 The setting `mail.max-size` is `1025L` by default instead of `1_024`: those who leave it out get another behaviour.',
    ]);
  });
  it('leaves a setting alone that moves from an annotation to a bound class', async () => {
    await expectFindings(
      changedConfiguration,
      { 'src/main/java/shop/A.java': bean('@Value("${mail.max-size:10}") int size;').replace('Mailer', 'A') },
      { 'src/main/java/shop/Mail.java': properties('  private int maxSize = 10;\n') },
      [],
    );
  });
  it('says nothing of a file with a syntax error', async () => {
    await expectFindings(
      changedConfiguration,
      { 'src/a.ts': read('f(process.env.SHOP_A);') },
      { 'src/a.ts': 'export function start() {\n  f((;\n' },
      [],
    );
  });
});
