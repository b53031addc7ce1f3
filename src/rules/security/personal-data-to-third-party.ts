import { patternRule } from '../pattern/pattern-rule.ts';
import { personalIn, thirdPartyCalls } from './sensitive/third-parties.ts';

const report = (what: string): string =>
  `import * as Sentry from '@sentry/node';\n\nexport function failed(user) {\n  Sentry.captureMessage(\`login of \${${what}} failed\`);\n}\n`;

export const personalDataToThirdParty = patternRule({
  id: 'security/personal-data-to-third-party',
  title: 'What names a person is sent to a service of others',
  reason:
    'Services that watch errors, traces and users keep what they get, often in another country, and show it to everyone who may look at them. An address or number that got there cannot be taken back, and nobody was asked.',
  remedy:
    'Send an id that means nothing outside, or a keyed hash. Have the service’s own filters remove what may come along, and delete what it has.',
  severity: 'warning',
  confidence: 'medium',
  category: 'info-exposure',
  languages: ['typescript', 'javascript'],
  cwe: [201, 359],
  sources: [
    {
      title: 'OWASP User Privacy Protection Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/User_Privacy_Protection_Cheat_Sheet.html',
    },
  ],
  limits:
    'Names tell what is personal, and modules and global names whose service is called. Values are followed through one local variable. What a filter of the service removes is not seen.',
  examples: ['src/login.ts', 'src/login.js'].flatMap((path) => [
    {
      name: 'an address is reported',
      base: {},
      head: { [path]: report('user.email') },
      finds: [`${path}:4 \`user.email\` is sent to Sentry, where it is kept and shown.`],
    },
    { name: 'an id is reported', base: {}, head: { [path]: report('user.id') }, finds: [] },
  ]),
  *look(code) {
    for (const { sight, name } of thirdPartyCalls(code)) {
      const what = sight.node.arguments.map((each) => personalIn(each, sight)).find((each) => each !== undefined);
      if (what !== undefined)
        yield { at: sight, range: sight.node.range, message: `\`${what}\` is sent to ${name}, where it is kept and shown.` };
    }
  },
});
