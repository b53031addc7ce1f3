import { removedLimit } from '../../../../src/rules/security/removed-limit.ts';
import { fileCases } from '../rule-cases.ts';

const app = (line: string): string => `const app = express();\n${line}\napp.post('/login', login);\n`;
const java = (annotation: string, line: string): string =>
  `class Login {\n${annotation}  Token login(Codecs codecs) {\n${line}    return codecs.build();\n  }\n}\n`;

for (const path of ['src/app.ts', 'src/app.js']) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  describe(`security/removed-limit in ${path}`, () => {
    fileCases(removedLimit, path, [
      [
        'finds a limit on attempts that is gone',
        app("app.use('/login', rateLimit({ windowMs: 60000, max: 5 }));"),
        app(''),
        [`1 \`${name}\` gives up the limit on how often it may be called: \`rateLimit({ windowMs: 60000, max: 5 })\` is gone.`],
      ],
      [
        'finds a limit on files that is gone',
        app('const upload = multer({ dest, limits: { fileSize: 1_000_000 } });'),
        app('const upload = multer({ dest, limits: {} });'),
        ['2 `upload` gives up the limit on how much it takes: `fileSize: 1_000_000` is gone.'],
      ],
      [
        'finds a limit that becomes none',
        app('const http = axios.create({ maxBodyLength: 5000 });'),
        app('const http = axios.create({ maxBodyLength: Infinity });'),
        ['2 `http` gives up the limit on how much it takes: `maxBodyLength: 5000` became `maxBodyLength: Infinity`.'],
      ],
      ['leaves a lower limit alone', app("app.use(express.json({ limit: '5mb' }));"), app("app.use(express.json({ limit: '1mb' }));"), []],
      ['leaves the limit of a query alone', app('orders.find({ limit: 10 });'), app('orders.find({ limit: 100000 });'), []],
      ['leaves other middleware alone', app('app.use(compression());'), app(''), []],
    ]);
  });
}

describe('security/removed-limit in Java', () => {
  fileCases(removedLimit, 'src/main/java/Login.java', [
    [
      'finds an annotation that is gone',
      java('  @RateLimiter(name = "login")\n', ''),
      java('', ''),
      ['2 `login` gives up the limit on how often it may be called: `@RateLimiter(name = "login")` is gone.'],
    ],
    [
      'finds a limit that is raised a lot',
      java('', '    codecs.maxInMemorySize(256 * 1024);\n'),
      java('', '    codecs.maxInMemorySize(256 * 1024 * 1024);\n'),
      [
        '3 `login` gives up the limit on how much it takes: `codecs.maxInMemorySize(256 * 1024)` became `codecs.maxInMemorySize(256 * 1024 * 1024)`.',
      ],
    ],
    [
      'finds a bucket that is not asked any more',
      java('', '    if (!bucket.tryConsume(1)) throw new TooManyRequests();\n'),
      java('', ''),
      ['2 `login` gives up the limit on how often it may be called: `bucket.tryConsume(1)` is gone.'],
    ],
    [
      'leaves an annotation that moved to the type alone',
      java('  @RateLimiter(name = "login")\n', ''),
      java('', '').replace('class', '@RateLimiter(name = "login")\nclass'),
      [],
    ],
    ['leaves another annotation alone', java('  @Timed\n', ''), java('', ''), []],
    [
      'leaves a limit that is a setting now alone',
      java('', '    codecs.maxInMemorySize(1024);\n'),
      java('', '    codecs.maxInMemorySize(settings.size());\n'),
      [],
    ],
  ]);
});
