import { unguardedSharedState } from '../../../../src/rules/robustness/unguarded-shared-state.ts';
import { fileCases } from '../rule-cases.ts';

const java = (annotation: string, field: string, method: string): string => `${annotation}\nclass Orders {\n  ${field}\n\n  ${method}\n}\n`;
const script = (...lines: readonly string[]): string => `let current;\nconst fixed = {};\n\n${lines.join('\n')}\n`;
const shares = (line: number, name: string, variable: string): string =>
  `${line} \`${name}\` keeps \`${variable}\` in the module, which all requests share: another request may read it.`;

for (const path of ['src/handle.ts', 'src/handle.js']) {
  const module = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  describe(`robustness/unguarded-shared-state in ${path}`, () => {
    fileCases(unguardedSharedState, path, [
      [
        'finds a user that a handler keeps',
        '',
        script("app.get('/', (req, res) => {", '  current = req.user;', '});'),
        [shares(5, module, 'current')],
      ],
      [
        'finds a body that a function keeps',
        '',
        script('export function handle(request) {', '  current = request.body;', '}'),
        [shares(5, 'handle', 'current')],
      ],
      [
        'finds a context of Koa',
        '',
        script('app.use(async (ctx, next) => {', '  current = ctx.state.user;', '});'),
        [shares(5, module, 'current')],
      ],
      ['leaves a local variable alone', '', script("app.get('/', (req, res) => {", '  let current;', '  current = req.user;', '});'), []],
      ['leaves what is not of the request alone', '', script("app.get('/', (req, res) => {", '  current = Date.now();', '});'), []],
      ['leaves a function that is no handler alone', '', script('export function set(user) {', '  current = user.id;', '}'), []],
    ]);
  });
}

describe('robustness/unguarded-shared-state in Java', () => {
  fileCases(unguardedSharedState, 'src/main/java/Orders.java', [
    [
      'finds a date format for all threads',
      '',
      java('@Entity', 'private static final SimpleDateFormat FORMAT = new SimpleDateFormat("yyyy");', 'void a() {}'),
      ['3 `FORMAT` is a SimpleDateFormat that all threads share, and it is not made for that: results get mixed up.'],
    ],
    [
      'finds a field of a service',
      '',
      java('@Service', 'private String user;', 'public void book(String name) { this.user = name; }'),
      ['5 `book` keeps `user` in a `Orders` that all requests share: another request may read it.'],
    ],
    [
      'finds a field of a controller that gets more than the parameter',
      '',
      java('@RestController', 'private Order last;', 'Order get(long id) { last = orders.find(id); return last; }'),
      ['5 `get` keeps `last` in a `Orders` that all requests share: another request may read it.'],
    ],
    [
      'leaves a formatter that is made to be shared alone',
      '',
      java('@Entity', 'private static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_DATE;', 'void a() {}'),
      [],
    ],
    [
      'leaves a bean of the request alone',
      '',
      java('@Service @RequestScope', 'private String user;', 'public void book(String name) { this.user = name; }'),
      [],
    ],
    ['leaves a setter alone', '', java('@Service', 'private String user;', 'public void setUser(String name) { this.user = name; }'), []],
    ['leaves another class alone', '', java('@Entity', 'private String user;', 'public void book(String name) { this.user = name; }'), []],
    [
      'finds what a servlet keeps',
      '',
      'class Orders extends HttpServlet {\n  private String user;\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) {\n    user = request.getRemoteUser();\n  }\n}\n',
      ['4 `doGet` keeps `user` in a `Orders` that all requests share: another request may read it.'],
    ],
    [
      'leaves what a servlet keeps from its start alone',
      '',
      'class Orders extends HttpServlet {\n  private String name;\n  public void init(ServletConfig config) {\n    name = config.getServletName();\n  }\n}\n',
      [],
    ],
  ]);
});

describe('robustness/unguarded-shared-state of counts in Java', () => {
  const java = (field: string, body: string, modifiers = 'public '): string =>
    `@Service\nclass Orders {\n  ${field}\n\n  ${modifiers}int next() {\n    ${body}\n  }\n}\n`;
  const lost = (line: number): string =>
    `${String(line)} \`next\` counts \`count\` in a \`Orders\` that all requests share: of two at a time one is lost; use an atomic.`;
  fileCases(unguardedSharedState, 'src/main/java/Orders.java', [
    ['finds an added one', '', java('private int count;', 'return count++;'), [lost(6)]],
    ['finds a volatile one, which is no atomic', '', java('private volatile long count;', 'this.count += 2; return 1;'), [lost(6)]],
    ['finds one of the class', '', java('static int count;', '--count; return count;'), [lost(6)]],
    ['is silent under a lock', '', java('private int count;', 'synchronized (this) { return count++; }'), []],
    ['is silent in a synchronized method', '', java('private int count;', 'return count++;', 'public synchronized '), []],
    ['is silent on a local', '', java('private int count;', 'int count = 0; count++; return count;'), []],
    ['is silent on an atomic', '', java('private final AtomicInteger count = new AtomicInteger();', 'return count.incrementAndGet();'), []],
  ]);
});

for (const path of ['src/count.js', 'src/count.ts']) {
  describe(`robustness/unguarded-shared-state across a wait in ${path}`, () => {
    const script = (...lines: readonly string[]): string =>
      `let count = 0;\n\nexport async function add(load) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
    const lost = (line: number): string =>
      `${String(line)} \`add\` reads \`count\`, waits, and then writes it: what others added meanwhile is lost.`;
    fileCases(unguardedSharedState, path, [
      ['finds what is added after a wait', '', script('count += await load();'), [lost(4)]],
      ['finds a copy from before the wait', '', script('const before = count;', 'await load();', 'count = before + 1;'), [lost(6)]],
      ['is silent without a wait between', '', script('await load();', 'const before = count;', 'count = before + 1;'), []],
      ['is silent where the wait comes first', '', script('const more = await load();', 'count += more;'), []],
      ['is silent on a local', '', script('let count = 0;', 'count += await load();', 'return count;'), []],
    ]);
  });
}
