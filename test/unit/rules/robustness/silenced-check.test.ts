import assert from 'node:assert/strict';
import { silencedCheck } from '../../../../src/rules/robustness/silenced-check.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const java = (annotation: string, line = ''): string =>
  `class Parser {\n${annotation}  Object read(String text) {\n${line}    return parse(text);\n  }\n}\n`;

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/silenced-check in ${path}`, () => {
    fileCases(silencedCheck, path, [
      [
        'finds a line that is not linted',
        'load();\n',
        '// eslint-disable-next-line no-undef\nload();\n',
        ['1 `eslint-disable-next-line no-undef` keeps ESLint from checking a line.'],
      ],
      [
        'finds a file that is not checked',
        'load();\n',
        '// @ts-nocheck\nload();\n',
        ['1 `@ts-nocheck` keeps the compiler from checking the types of the whole file.'],
      ],
      [
        'finds coverage that is not measured',
        'load();\n',
        '/* istanbul ignore next */\nload();\n',
        ['1 `istanbul ignore next` keeps a checker from looking at what follows.'],
      ],
      [
        'tells many marks of one kind once',
        'load();\nsave();\nsend();\n',
        '// @ts-ignore\nload();\n// @ts-ignore\nsave();\n// @ts-ignore\nsend();\n',
        ['1 `@ts-ignore` keeps the compiler from checking the next line, and 2 more such marks in this file do.'],
      ],
      ['leaves what fails when it is not needed alone', 'load();\n', '// @ts-expect-error\nload();\n', []],
      ['leaves a comment about it alone', 'load();\n', '// never write eslint-disable here\nload();\n', []],
      ['leaves a mark that moved alone', '// @ts-ignore\nload();\nsave();\n', 'save();\n// @ts-ignore\nload();\n', []],
    ]);
  });
}

describe('robustness/silenced-check in TypeScript', () => {
  fileCases(silencedCheck, 'src/cast.ts', [
    [
      'finds a cast to any',
      'const a = load();\n',
      'const a = load() as any;\n',
      ['1 `load() as any` keeps the compiler from checking what is done with the value.'],
    ],
    ['leaves another cast alone', 'const a = load();\n', 'const a = load() as Order;\n', []],
  ]);
});

describe('robustness/silenced-check in Java', () => {
  fileCases(silencedCheck, 'src/main/java/Parser.java', [
    [
      'finds warnings that are switched off',
      java(''),
      java('  @SuppressWarnings({"all"})\n'),
      ['2 `@SuppressWarnings({"all"})` keeps warnings of all from being seen.'],
    ],
    ['finds a checker that is switched off', java(''), java('', '    // NOSONAR\n'), ['3 `NOSONAR` keeps Sonar from checking a line.']],
    [
      'finds exceptions that are hidden',
      java(''),
      java('  @SneakyThrows\n'),
      ['2 `@SneakyThrows` keeps the compiler from asking who handles the exceptions.'],
    ],
    ['leaves raw types alone', java(''), java('  @SuppressWarnings({"rawtypes", "unchecked"})\n'), []],
    ['leaves what was there alone', java('  @SuppressWarnings("all")\n'), java('  @SuppressWarnings("all")\n', '    log(text);\n'), []],
    ['leaves another annotation alone', java(''), java('  @Override\n'), []],
  ]);
});

describe('robustness/silenced-check by what is silenced', () => {
  const confidenceOf = async (warning: string): Promise<readonly string[]> => {
    const path = 'src/main/java/Parser.java';
    const head = java(`  @SuppressWarnings("${warning}")\n`);
    const findings = await expectFindings(silencedCheck, { [path]: java('') }, { [path]: head }, [
      `${path}:2 \`@SuppressWarnings("${warning}")\` keeps warnings of ${warning} from being seen.`,
    ]);
    return findings.map(({ severity, confidence }) => `${severity} ${confidence}`);
  };
  it('is less sure of one warning in one place, unless it is about security', async () => {
    assert.deepEqual(await Promise.all(['squid:S107', 'resource', 'squid:S2077', 'all'].map(confidenceOf)), [
      ['note low'],
      ['note low'],
      ['warning medium'],
      ['warning medium'],
    ]);
  });
});
