import assert from 'node:assert/strict';
import { removedNullCheck } from '../../../../src/rules/robustness/removed-null-check.ts';
import { fileCases, newFindings, reviewExample } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string => `export function mail(owner) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...lines: readonly string[]): string =>
  `class Mailer {\n  String mail(Owner owner) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const gone = (line: number, value: string, text: string): string =>
  `${line} \`mail\` no longer checks that \`${value}\` is there, and still uses it: \`${text}\` is gone.`;

for (const path of ['src/mail.ts', 'src/mail.js']) {
  describe(`robustness/removed-null-check in ${path}`, () => {
    fileCases(removedNullCheck, path, [
      [
        'finds an early end that is gone',
        script('if (!owner) return;', 'post(owner.mail);'),
        script('post(owner.mail);'),
        [gone(1, 'owner', 'if (!owner) return;')],
      ],
      [
        'finds a condition that is gone',
        script('return owner !== null && owner.mail;'),
        script('return owner.mail;'),
        [gone(1, 'owner', 'owner !== null')],
      ],
      [
        'finds a member that is gone into',
        script('if (owner.pet) feed(owner.pet.name);'),
        script('feed(owner.pet.name);'),
        [gone(1, 'owner.pet', 'if (owner.pet) feed(owner.pet.name);')],
      ],
      [
        'finds optional chaining that is gone',
        script('return owner?.mail;'),
        script('return owner.mail;'),
        [gone(1, 'owner', 'owner?.mail')],
      ],
      [
        'finds optional chaining of a call that is gone',
        script('return owner?.mail(1);'),
        script('return owner.mail(1);'),
        [gone(1, 'owner', 'owner?.mail(1)')],
      ],
      [
        'leaves a condition alone that became optional chaining',
        script('if (owner !== undefined) owner.mail(1);'),
        script('owner?.mail(1);'),
        [],
      ],
      [
        'leaves a condition in its place alone',
        script('if (owner === null) return false;', 'return known(owner);'),
        script('return !!owner && known(owner);'),
        [],
      ],
      [
        'leaves another check alone',
        script('if (!owner) return;', 'post(owner.mail);'),
        script('if (owner == null) return;', 'post(owner.mail);'),
        [],
      ],
      [
        'names a value once, by the check that ends the function',
        script('if (owner) greet(owner.name);', 'if (!owner) return;', 'post(owner.mail);'),
        script('greet(owner.name);', 'post(owner.mail);'),
        [gone(1, 'owner', 'if (!owner) return;')],
      ],
      [
        'leaves what a function of the same change returns alone',
        `${script('const pet = petOf(owner);', 'if (!pet) return;', 'feed(pet.name);')}function petOf(owner) {\n  return owner.pet;\n}\n`,
        `${script('const pet = petOf(owner);', 'feed(pet.name);')}function petOf(owner) {\n  return owner.pet ?? noPet;\n}\n`,
        [],
      ],
      [
        'finds what an unchanged function returns',
        `${script('const pet = petOf(owner);', 'if (!pet) return;', 'feed(pet.name);')}function petOf(owner) {\n  return owner.pet;\n}\n`,
        `${script('const pet = petOf(owner);', 'feed(pet.name);')}function petOf(owner) {\n  return owner.pet;\n}\n`,
        [gone(1, 'pet', 'if (!pet) return;')],
      ],
      ['leaves a value that is not used alone', script('if (!owner) return;', 'post(owner.mail);'), script('post(mail);'), []],
      [
        'leaves a default value alone',
        script('if (!owner) return;', 'post(owner.mail);'),
        script('post(owner.mail);').replace('(owner)', '(owner = nobody)'),
        [],
      ],
      [
        'leaves a check in a function alone',
        script('if (!owner) throw new Error();', 'post(owner.mail);'),
        script('assertOwner(owner);', 'post(owner.mail);'),
        [],
      ],
    ]);
  });
}

describe('robustness/removed-null-check in TypeScript', () => {
  it('is less sure of what the compiler may know', async () => {
    const result = await reviewExample(removedNullCheck, {
      base: { 'src/mail.ts': script('return owner?.mail;') },
      head: { 'src/mail.ts': script('return owner.mail;') },
    });
    assert.deepEqual(
      newFindings(result).map(({ confidence }) => confidence),
      ['low'],
    );
  });
});

describe('robustness/removed-null-check in Java', () => {
  fileCases(removedNullCheck, 'src/main/java/Mailer.java', [
    [
      'leaves a check alone where less may be null now',
      `class Mailer {\n  @Nullable Owner owner;\n${java('if (owner == null) return;', 'post(owner.mail());')}}\n`,
      `class Mailer {\n  Owner owner;\n${java('post(owner.mail());')}}\n`,
      [],
    ],
    [
      'finds an early end that is gone',
      java('if (owner == null) return "";', 'return owner.mail();'),
      java('return owner.mail();'),
      [gone(2, 'owner', 'if (owner == null) return "";')],
    ],
    [
      'leaves a parameter alone that may no longer be null by its annotation',
      java('if (owner == null) return "";', 'return owner.mail();').replace('(Owner', '(@Nullable Owner'),
      java('return owner.mail();'),
      [],
    ],
    [
      'leaves a file alone that begins to say what may be null',
      java('if (owner == null) return "";', 'return owner.mail();'),
      `import org.jspecify.annotations.Nullable;\n${java('return owner.mail();')}`,
      [],
    ],
    [
      'finds a conditional that is gone',
      java('return owner != null ? owner.mail() : "";'),
      java('return owner.mail();'),
      [gone(2, 'owner', 'owner != null')],
    ],
    [
      'finds a requirement that is gone',
      java('Objects.requireNonNull(owner);', 'return owner.mail();'),
      java('return owner.mail();'),
      [gone(2, 'owner', 'Objects.requireNonNull(owner);')],
    ],
    [
      'finds a value that is handed on',
      java('if (owner == null) throw new IllegalArgumentException();', 'return mailOf(owner);'),
      java('return mailOf(owner);'),
      [gone(2, 'owner', 'if (owner == null) throw new IllegalArgumentException();')],
    ],
    [
      'leaves a parameter of another type alone',
      java('if (owner == null) return "";', 'return owner.mail();'),
      java('return owner.mail();').replace('Owner owner', 'Person owner'),
      [],
    ],
    [
      'leaves an optional alone',
      java('if (owner == null) return "";', 'return owner.mail();'),
      java('return Optional.ofNullable(owner).map(o -> o.mail()).orElse("");'),
      [],
    ],
    [
      'leaves a check of something else alone',
      java('if (owner.isNew()) return "";', 'return owner.mail();'),
      java('return owner.mail();'),
      [],
    ],
  ]);
});
