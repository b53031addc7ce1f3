import { worldWritableFile } from '../../../../src/rules/security/world-writable-file.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/world-writable-file in Java', () => {
  fileCases(worldWritableFile, 'src/main/java/A.java', [
    [
      'finds a file of all',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    file.setWritable(true, false);\n  }\n}\n',
      ['3 With `setWritable(true, false)` every user of the machine may change the file.'],
    ],
    [
      'finds permissions as a text',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));\n  }\n}\n',
      ['3 With `rwxrwxrwx` every user of the machine may change the file.'],
    ],
    [
      'finds a set of permissions',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Set<PosixFilePermission> all = EnumSet.of(PosixFilePermission.OTHERS_WRITE);\n    Files.setPosixFilePermissions(path, all);\n  }\n}\n',
      ['4 With `OTHERS_WRITE` every user of the machine may change the file.'],
    ],
    [
      'finds a command',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    Runtime.getRuntime().exec("chmod 777 /var/data");\n  }\n}\n',
      ['3 With `chmod 777` every user of the machine may change the file.'],
    ],
    [
      'leaves the owner alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    file.setWritable(true, true);\n  }\n}\n',
      [],
    ],
    [
      'leaves a narrow text alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    PosixFilePermissions.fromString("rwxr-x---");\n  }\n}\n',
      [],
    ],
    [
      'leaves a check alone',
      '',
      'class A {\n  void run(HttpServletResponse response) throws Exception {\n    if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) warn();\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/world-writable-file in ${path}`, () => {
    fileCases(worldWritableFile, path, [
      ['finds a text', '', "fs.chmodSync(path, '777');\n", ["1 With `'777'` every user of the machine may change the file."]],
      ['finds a folder', '', 'fs.mkdirSync(path, 0o777);\n', ['1 With `0o777` every user of the machine may change the file.']],
      [
        'finds a promise',
        '',
        "import { chmod } from 'node:fs/promises';\nexport const open = (path) => chmod(path, 0o666);\n",
        ['2 With `0o666` every user of the machine may change the file.'],
      ],
      [
        'finds a mask that takes nothing away',
        '',
        'process.umask(0);\n',
        ['1 With `umask 0` every user of the machine may change the file.'],
      ],
      [
        'finds the right by its name',
        '',
        "import { constants, chmodSync } from 'node:fs';\nchmodSync('a', constants.S_IRWXU | constants.S_IRWXO);\n",
        ['2 With `constants.S_IRWXU | constants.S_IRWXO` every user of the machine may change the file.'],
      ],
      ['leaves a mask alone that takes the right away', '', 'process.umask(0o022);\nprocess.umask();\n', []],
      ['leaves the sticky bit alone', '', 'fs.mkdirSync(path, 0o1777);\n', []],
      ['leaves a program alone', '', "fs.chmodSync(path, '755');\n", []],
      ['leaves another chmod alone', '', 'remote.chmod(path, 0o777);\n', []],
    ]);
  });
}
