import { edited } from '../safeguards/example.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { nullChecks } from './null-checks.ts';
import { optionalValues } from './optional-values.ts';

const java = (line: string): string =>
  `class Mailer {\n  void send(long id) {\n    Owner owner = owners.find(id);\n${line}    post(owner.getMail());\n  }\n}\n`;
const check = '    if (owner == null) {\n      return;\n    }\n';
const script = (line: string): string =>
  `export function mail(id) {\n  const owner = owners.get(id);\n${line}  return post(owner.mail);\n}\n`;

export const removedNullCheck = removalRule({
  id: 'robustness/removed-null-check',
  title: 'A value is used as before, and no longer checked for being there',
  reason:
    'Somebody once found that the value can be missing. Where it comes from has not changed in this function, so the case that was handled becomes a NullPointerException or a TypeError.',
  remedy: 'Put the check back. Where the value can be missing no more, let its type or its source say so in the same change.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [476],
  sources: [
    {
      title: 'SEI CERT EXP01-J: Do not use a null in a case where an object is required',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/EXP01-J.+Do+not+use+a+null+in+a+case+where+an+object+is+required',
    },
  ],
  limits:
    'Looks at one function. Where the variable is set from another source, the parameter has another type or another check of the value is left, nothing is found. In TypeScript it is less sure, since the compiler may know that the value is there.',
  kinds: [nullChecks, optionalValues],
  weigh: ({ head, lost, base }) =>
    head.file.facts?.language === 'typescript' && !/^if\b/.test(base.file.text.slice(lost.range.start, lost.range.start + 3))
      ? { confidence: 'low' }
      : {},
  message: ({ lost, now }, { name, before, after }) =>
    now
      ? `${name} no longer says what happens where the value is not there: ${before} became ${after ?? ''}.`
      : `${name} no longer checks that \`${lost.key}\` is there, and still uses it: ${before} is gone.`,
  examples: [
    edited(
      'a check is removed',
      'src/main/java/Mailer.java',
      java(check),
      java(''),
      ['2 `send` no longer checks that `owner` is there, and still uses it: `if (owner == null) { return; }` is gone.'],
      java(check),
    ),
    edited(
      'the owner comes from where there always is one',
      'src/main/java/Mailer.java',
      java(check),
      java('').replace('owners.find(id)', 'owners.require(id)'),
    ),
    edited(
      'a check is removed in TypeScript',
      'src/mail.ts',
      script('  if (!owner) return undefined;\n'),
      script(''),
      ['1 `mail` no longer checks that `owner` is there, and still uses it: `if (!owner) return undefined;` is gone.'],
      script('  if (!owner) return undefined;\n'),
    ),
    edited(
      'another check takes its place',
      'src/mail.ts',
      script('  if (!owner) return undefined;\n'),
      script('').replace('owner.mail', 'owner?.mail'),
    ),
    edited('a check is removed in JavaScript', 'src/mail.js', script('  if (owner === undefined) throw new Error(id);\n'), script(''), [
      '1 `mail` no longer checks that `owner` is there, and still uses it: `if (owner === undefined) throw new Error(id);` is gone.',
    ]),
    edited('a function checks', 'src/mail.js', script('  if (!owner) throw new Error(id);\n'), script('  requireOwner(owner);\n')),
  ],
});
