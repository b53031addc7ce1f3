import { contractRule } from '../contract-rule.ts';
import type { Example } from '../rule.ts';

const server = (read: string): Record<string, string> => ({
  'src/server.ts': `export function start() {
  const port = ${read};
  return listen(port);
}
`,
});
const mailer = (value: string): Record<string, string> => ({
  'src/main/java/shop/Mailer.java': `package shop;

class Mailer {
  @Value("${value}")
  private int size;
}
`,
});

const examples: readonly Example[] = [
  {
    name: 'an environment variable has another name',
    base: server("process.env.PORT ?? '8080'"),
    head: server("process.env.HTTP_PORT ?? '8080'"),
    finds: [
      'src/server.ts:2 The environment variable `PORT` is `HTTP_PORT` now: where only the old one is set, that has no effect any more.',
    ],
  },
  {
    name: 'a default is another',
    base: server("process.env.PORT ?? '8080'"),
    head: server("process.env.PORT ?? '9090'"),
    finds: [
      'src/server.ts:2 The environment variable `PORT` is `9090` by default instead of `8080`: those who leave it out get another behaviour.',
    ],
  },
  {
    name: 'a setting must be given now',
    base: mailer('${mail.size:10}'),
    head: mailer('${mail.size}'),
    finds: [
      'src/main/java/shop/Mailer.java:4 The setting `mail.size` is required, and was `10` where nothing was said: where it is not set, the product does not start.',
    ],
  },
  {
    name: 'a setting must be given, and the product gives it',
    base: { ...mailer('${mail.size:10}') },
    head: { ...mailer('${mail.size}'), 'src/main/resources/application.yml': 'mail:\n  size: 10\n' },
    finds: [],
  },
  {
    name: 'a variable is read elsewhere',
    base: server('process.env.PORT'),
    head: { 'src/settings.ts': 'export const port = process.env.PORT;\n' },
    finds: [],
  },
];

export const changedConfiguration = contractRule('configuration', {
  id: 'compatibility/changed-configuration',
  title: 'Configuration that no longer does what it did',
  reason:
    'Who runs the product has its environment variables and settings in deployments that nobody sees from here. A name that is gone is ignored in silence, one that is required stops the next start, and another default changes what the product does although nobody asked for it.',
  remedy:
    'Read the old name too for as long as it is in use, and say in the log that it goes. Give what is new a default. Write in the release notes what those who run the product must do.',
  limits:
    'Read are `process.env`, `import.meta.env`, what schemas ask of the environment (zod, valibot, TypeBox, Joi, Yup, envalid, `@t3-oss/env`, convict, env-var, the classes of class-validator), the keys that code asks node-config for, `System.getenv`, system properties, `Environment`, `@Value`, `@ConfigProperty`, `@ConditionalOnProperty`, the fields of `@ConfigurationProperties`, and what `application.yml` and `application.properties` ask their environment for. Feature flags are read from the calls of LaunchDarkly, OpenFeature, Unleash, Flagsmith, PostHog, GrowthBook, ConfigCat and FF4J, from hooks, and from the enums of Togglz: another name or another default is a warning, and one that is gone is nothing, as flags are there to go. Beans of Spring count where their name is written out. Names that are computed, and those that the shell or the platform sets, are left out. That a name is gone is only said when nothing in the product names it any more, and is a warning; that it has another name is a break. The values that a product sets for itself are not compared, but for ports and the beginnings of paths.',
  examples,
});
