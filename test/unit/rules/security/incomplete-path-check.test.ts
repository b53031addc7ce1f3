import { incompletePathCheck } from '../../../../src/rules/security/incomplete-path-check.ts';
import { fileCases } from '../rule-cases.ts';

const method = (...lines: readonly string[]): string =>
  `class Uploads {\n  boolean isInside(File folder, File file, Path root) throws IOException {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const found = (line: number, prefix: string): readonly string[] => [
  `${String(line)} \`${prefix}\` ends without a separator: a folder beside it whose name begins alike passes for one inside.`,
];

describe('security/incomplete-path-check', () => {
  fileCases(incompletePathCheck, 'src/main/java/Uploads.java', [
    [
      'finds texts of paths',
      '',
      method('return file.getCanonicalPath().startsWith(folder.getCanonicalPath());'),
      found(3, 'folder.getCanonicalPath()'),
    ],
    [
      'finds them in variables',
      '',
      method('String inside = folder.getCanonicalPath();', 'return file.getCanonicalPath().startsWith(inside);'),
      found(4, 'inside'),
    ],
    [
      'finds them in a condition',
      '',
      method('if (!file.getAbsolutePath().startsWith(folder.getAbsolutePath())) throw new IOException();', 'return true;'),
      found(3, 'folder.getAbsolutePath()'),
    ],
    ['leaves a separator alone', '', method('return file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator);'), []],
    [
      'leaves a separator in a variable alone',
      '',
      method("String inside = folder.getCanonicalPath() + '/';", 'return file.getCanonicalPath().startsWith(inside);'),
      [],
    ],
    ['leaves paths alone', '', method('return file.toPath().normalize().startsWith(root);'), []],
    ['leaves other texts alone', '', method('return file.getName().startsWith(folder.getName());'), []],
  ]);
});
