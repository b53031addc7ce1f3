import { massAssignment } from '../../../../src/rules/security/mass-assignment.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/mass-assignment in Java', () => {
  fileCases(massAssignment, 'src/main/java/A.java', [
    [
      'finds parameters that fill a bean',
      '',
      'class A {\n  void run(HttpServletRequest request) throws Exception {\n    BeanUtils.populate(user, request.getParameterMap());\n  }\n}\n',
      ['3 All that the request holds is written by `populate`: a caller can set fields that are not his to set.'],
    ],
    [
      'finds another way to do it',
      '',
      'class A {\n  void run(HttpServletRequest request) throws Exception {\n    BeanUtilsBean.populate(user, request.getParameterMap());\n  }\n}\n',
      ['3 All that the request holds is written by `populate`: a caller can set fields that are not his to set.'],
    ],
    [
      'finds a copy',
      '',
      'class A {\n  void run(HttpServletRequest request) throws Exception {\n    BeanUtils.copyProperties(user, request.getParameterMap());\n  }\n}\n',
      ['3 All that the request holds is written by `copyProperties`: a caller can set fields that are not his to set.'],
    ],
    [
      'leaves a copy of a form alone',
      '',
      'class A {\n  void run(HttpServletRequest request) throws Exception {\n    BeanUtils.copyProperties(form, user);\n  }\n}\n',
      [],
    ],
    [
      'leaves one parameter alone',
      '',
      'class A {\n  void run(HttpServletRequest request) throws Exception {\n    user.setName(request.getParameter("name"));\n  }\n}\n',
      [],
    ],
    [
      'leaves parameters that are read alone',
      '',
      'class A {\n  void run(HttpServletRequest request) throws Exception {\n    Map<String, String[]> map = request.getParameterMap();\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/mass-assignment in ${path}`, () => {
    fileCases(massAssignment, path, [
      [
        'finds a document',
        '',
        'export const f = (req) => new User(req.body).save();\n',
        ['1 All that the request holds is written by `new User`: a caller can set fields that are not his to set.'],
      ],
      [
        'finds an update',
        '',
        'export const f = (req) => User.findByIdAndUpdate(req.params.id, req.body);\n',
        ['1 All that the request holds is written by `findByIdAndUpdate`: a caller can set fields that are not his to set.'],
      ],
      [
        'finds data of Prisma',
        '',
        'export const f = (req) => prisma.user.create({ data: req.body });\n',
        ['1 All that the request holds is written by `create`: a caller can set fields that are not his to set.'],
      ],
      [
        'finds a spread',
        '',
        'export const f = (req) => User.create({ ...req.body, at: Date.now() });\n',
        ['1 All that the request holds is written by `create`: a caller can set fields that are not his to set.'],
      ],
      [
        'finds a variable',
        '',
        'export function f(req) {\n  const fields = req.body;\n  return User.create(fields);\n}\n',
        ['3 All that the request holds is written by `create`: a caller can set fields that are not his to set.'],
      ],
      ['leaves named fields alone', '', 'export function f(req) {\n  const { name } = req.body;\n  return User.create({ name });\n}\n', []],
      ['leaves a checked body alone', '', 'export const f = (req) => User.create(pick(req.body, fields));\n', []],
      ['leaves an error alone', '', 'export const f = (req) => new BadRequestError(req.body);\n', []],
      ['leaves a new object alone', '', 'export const f = (req) => Object.assign({}, req.query);\n', []],
      ['leaves a hash alone', '', "export const f = (req) => createHash('sha256').update(req.body);\n", []],
    ]);
  });
}

const controller = (method: string, imports = ''): string => `${imports}@RestController\nclass Users {\n${method}}\n`;
const entity = '@Entity\nclass User {\n  boolean admin;\n}\n';

describe('security/mass-assignment of records of the database', () => {
  fileCases(massAssignment, 'src/main/java/Users.java', [
    [
      'finds a record of the file',
      '',
      `${entity}${controller('  @PostMapping\n  void create(@RequestBody User user) {}\n')}`,
      ['8 A request fills `user`, a record of the database, whole: a caller can set fields of `User` that are not his to set.'],
    ],
    [
      'finds a list of them',
      '',
      `${entity}${controller('  @PostMapping\n  void create(@RequestBody List<User> users) {}\n')}`,
      ['8 A request fills `users`, a record of the database, whole: a caller can set fields of `User` that are not his to set.'],
    ],
    [
      'finds an imported record',
      '',
      controller('  @PutMapping\n  void change(@Valid Account account) {}\n', 'import com.acme.entity.Account;\n\n'),
      ['6 A request fills `account`, a record of the database, whole: a caller can set fields of `Account` that are not his to set.'],
    ],
    [
      'leaves another class alone',
      '',
      controller('  @PostMapping\n  void create(@RequestBody NewUser user) {}\n', 'import com.acme.web.NewUser;\n\n'),
      [],
    ],
    [
      'leaves a form beside the records alone',
      '',
      controller('  @PostMapping\n  void create(@RequestBody AccountDto account) {}\n', 'import com.acme.entity.AccountDto;\n\n'),
      [],
    ],
    [
      'leaves what is made to be filled alone',
      '',
      controller('  @PostMapping\n  void create(@RequestBody OrderModel order) {}\n', 'import com.acme.entity.model.OrderModel;\n\n'),
      [],
    ],
    [
      'leaves named fields alone',
      '',
      `${entity}${controller('  @InitBinder\n  void bind(WebDataBinder binder) {\n    binder.setAllowedFields("name");\n  }\n\n  @PostMapping\n  void create(User user) {}\n')}`,
      [],
    ],
    [
      'leaves what is looked up by its id alone',
      '',
      `${entity}${controller('  @PostMapping\n  void touch(@PathVariable User user) {}\n')}`,
      [],
    ],
  ]);
});

describe('security/mass-assignment of what a handler reads by itself', () => {
  const says = (line: number, name: string): string =>
    `${line} All that the request holds is written by \`${name}\`: a caller can set fields that are not his to set.`;
  fileCases(massAssignment, 'src/app/api/users/route.ts', [
    [
      'finds the JSON of a request',
      '',
      'export async function POST(request: Request) {\n  const body = await request.json();\n  return Response.json(await prisma.user.create({ data: body }));\n}\n',
      [says(3, 'create')],
    ],
    [
      'leaves JSON that was checked alone',
      '',
      'export async function POST(request: Request) {\n  const body = schema.parse(await request.json());\n  return Response.json(await prisma.user.create({ data: body }));\n}\n',
      [],
    ],
  ]);
  const nest = (type: string): string =>
    `@Controller('users')\nexport class UsersController {\n  @Post()\n  add(@Body() body: ${type}) {\n    return this.users.insert(body);\n  }\n}\n`;
  fileCases(massAssignment, 'src/users.controller.ts', [
    ['finds a body of any type', '', nest('any'), [says(5, 'insert')]],
    ['leaves a class alone, which a pipe checks', '', nest('CreateUser'), []],
  ]);
});
