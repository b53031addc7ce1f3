import { changedConfiguration } from '../../../../src/rules/compatibility/changed-configuration.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const zod = (fields: string, end = 'parse(process.env)'): string =>
  `import { z } from 'zod';\n\nexport const env = z.object({\n${fields}}).${end};\n`;
const envalid = (fields: string): string =>
  `import { cleanEnv, port, str } from 'envalid';\n\nexport const env = cleanEnv(process.env, {\n${fields}});\n`;
const joi = (fields: string): string =>
  `import Joi from 'joi';\n\nexport const module = ConfigModule.forRoot({\n  validationSchema: Joi.object({\n${fields}  }),\n});\n`;
const t3 = (fields: string): string =>
  `import { createEnv } from '@t3-oss/env-core';\nimport { z } from 'zod';\n\nexport const env = createEnv({\n  server: {\n${fields}  },\n  runtimeEnv: { SHOP_URL: process.env.SHOP_URL },\n});\n`;
const checked = (field: string): string =>
  `import { IsOptional, IsUrl } from 'class-validator';\n\nexport class Environment {\n  ${field}\n}\n\nexport const of = () => validate(process.env);\n`;
const convict = (fields: string): string => `import convict from 'convict';\n\nexport const config = convict({\n${fields}});\n`;
const asked = (code: string): string =>
  `import config from 'config';\nimport env from 'env-var';\n\nexport function start() {\n  ${code}\n}\n`;

const ignored = 'where it is set, that has no effect any more';
const renamed = 'where only the old one is set, that has no effect any more';
const stopped = 'where it is not set, the product does not start';

describe('compatibility/changed-configuration, what schemas ask for', () => {
  fileCases(changedConfiguration, 'src/env.ts', [
    [
      'warns of a variable that is gone from a schema',
      zod('  SHOP_URL: z.string(),\n  SHOP_KEY: z.string().optional(),\n'),
      zod('  SHOP_URL: z.string(),\n'),
      [`5 The environment variable \`SHOP_KEY\` is gone: ${ignored}.`],
    ],
    [
      'finds a variable that must be given',
      zod('  SHOP_URL: z.string().optional(),\n'),
      zod('  SHOP_URL: z.string().url(),\n'),
      [`4 The environment variable \`SHOP_URL\` is required, and was optional: ${stopped}.`],
    ],
    [
      'finds a new variable that must be given',
      zod('  SHOP_URL: z.string(),\n'),
      zod('  SHOP_URL: z.string(),\n  SHOP_KEY: z.string(),\n'),
      [`5 The environment variable \`SHOP_KEY\` is new and required: ${stopped}.`],
    ],
    [
      'warns of another default',
      zod('  SHOP_PORT: z.coerce.number().default(80),\n'),
      zod('  SHOP_PORT: z.coerce.number().default(8080),\n'),
      ['4 The environment variable `SHOP_PORT` is `8080` by default instead of `80`: those who leave it out get another behaviour.'],
    ],
    [
      'finds another name',
      envalid('  SHOP_PORT: port({ default: 80 }),\n  SHOP_URL: str(),\n'),
      envalid('  SERVER_PORT: port({ default: 80 }),\n  SHOP_URL: str(),\n'),
      [`4 The environment variable \`SHOP_PORT\` is \`SERVER_PORT\` now: ${renamed}.`],
    ],
    [
      'finds a variable that Joi asks for',
      joi('    SHOP_URL: Joi.string(),\n'),
      joi('    SHOP_URL: Joi.string().required(),\n'),
      [`5 The environment variable \`SHOP_URL\` is required, and was optional: ${stopped}.`],
    ],
    [
      'takes what the schema says where the environment is handed to it',
      t3('    SHOP_URL: z.string().optional(),\n'),
      t3('    SHOP_URL: z.string(),\n'),
      [`6 The environment variable \`SHOP_URL\` is required, and was optional: ${stopped}.`],
    ],
    [
      'finds a checked field that may not be left out any more',
      checked('@IsOptional() @IsUrl() SHOP_URL: string;'),
      checked('@IsUrl() SHOP_URL: string;'),
      [`4 The environment variable \`SHOP_URL\` is required, and was optional: ${stopped}.`],
    ],
    [
      "finds another variable of convict's",
      convict("  port: { format: 'port', default: 80, env: 'SHOP_PORT' },\n"),
      convict("  port: { format: 'port', default: 80, env: 'SERVER_PORT' },\n"),
      [`4 The environment variable \`SHOP_PORT\` is \`SERVER_PORT\` now: ${renamed}.`],
    ],
    [
      'warns of a key that is gone',
      convict("  mail: {\n    host: { default: 'a' },\n    port: { default: 25 },\n  },\n"),
      convict("  mail: {\n    host: { default: 'a' },\n  },\n"),
      [`6 The setting \`mail.port\` is gone: ${ignored}.`],
    ],
    [
      'finds another key of node-config',
      asked("return config.get('server.port');"),
      asked("return config.get('http.port');"),
      [`5 The setting \`server.port\` is \`http.port\` now: ${renamed}.`],
    ],
    [
      'finds what env-var must have',
      asked("return env.get('SHOP_URL').default('a').asString();"),
      asked("return env.get('SHOP_URL').required().asString();"),
      [`5 The environment variable \`SHOP_URL\` is required, and was \`a\` where nothing was said: ${stopped}.`],
    ],
    [
      'leaves a key alone that is read as a part of a whole',
      asked("return config.get('server.port');"),
      asked("return config.get('server').port;"),
      [],
    ],
    [
      'leaves a variable alone that a schema takes over from code',
      'export const url = process.env.SHOP_URL;\n',
      zod('  SHOP_URL: z.string().optional(),\n'),
      [],
    ],
    [
      'leaves a default that comes alone',
      zod('  SHOP_PORT: z.coerce.number(),\n'),
      zod('  SHOP_PORT: z.coerce.number().default(80),\n'),
      [],
    ],
    [
      'leaves a new variable alone that may be left out',
      zod('  SHOP_URL: z.string(),\n'),
      zod('  SHOP_URL: z.string(),\n  SHOP_KEY: z.string().nullish(),\n'),
      [],
    ],
    [
      'leaves all alone that may be left out together',
      zod('  SHOP_URL: z.string(),\n', 'partial().parse(process.env)'),
      zod('  SHOP_URL: z.string(),\n  SHOP_KEY: z.string(),\n', 'partial().parse(process.env)'),
      [],
    ],
    [
      'leaves another description alone',
      convict("  port: { doc: 'port', default: 80, env: 'SHOP_PORT' },\n"),
      convict("  port: { doc: 'the port', default: 80, env: 'SHOP_PORT' },\n"),
      [],
    ],
    [
      'leaves the schema of something else alone',
      "import { z } from 'zod';\n\nexport const env = process.env.SHOP_URL;\nconst row = z.object({\n  id: z.string(),\n  NAME: z.string(),\n});\n",
      "import { z } from 'zod';\n\nexport const env = process.env.SHOP_URL;\nconst row = z.object({\n  id: z.string(),\n  TITLE: z.string(),\n});\n",
      [],
    ],
  ]);
  it('leaves a schema of rows with upper-case names alone where nothing is about the environment', async () => {
    const row = (field: string): Record<string, string> => ({
      'src/row.ts': `import { z } from 'zod';\n\nexport const row = z.object({\n  ID: z.string(),\n  ${field},\n});\n`,
    });
    await expectFindings(changedConfiguration, row('NAME: z.string().optional()'), row('NAME: z.string()'), []);
  });
});
