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
