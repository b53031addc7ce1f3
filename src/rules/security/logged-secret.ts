import type { Expression } from '../../code/expression.ts';
import type { Sight } from '../pattern/code-inventory.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { leakIn, type Leak } from './sensitive/leaks.ts';
import { logCallsIn } from './sensitive/log-calls.ts';
import { personalIn } from './sensitive/third-parties.ts';

export const loggedSecret = patternRule({
  id: 'security/logged-secret',
  title: 'A password, or what names a person, is written to a log',
  reason:
    'Logs are copied, indexed and kept for long, and more people and systems read them than the data they speak of. A password or card number in one is known to all of them, and cannot be taken back.',
  remedy:
    'Leave it out, or log something that only tells it apart: an id, the last four digits, whether it is there. Change passwords and keys that were logged already, and delete them from the logs.',
  severity: 'warning',
  confidence: 'medium',
  category: 'log-sensitive',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [532, 209],
  sources: [
    {
      title: 'OWASP Logging Cheat Sheet: data to exclude',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude',
    },
  ],
  limits:
    'Names tell what is sensitive. Values are followed through local variables and objects that are written out, not into other functions. Masking inside of the logger is not seen.',
  examples: [
    {
      name: 'a password is logged',
      base: {},
      head: {
        'src/main/java/Login.java':
          'class Login {\n  void login(String user, String password) {\n    log.info("login of {} with {}", user, password);\n  }\n}\n',
      },
      finds: ['src/main/java/Login.java:3 `password` is written to the log as it is.'],
    },
    {
      name: 'the user is logged',
      base: {},
      head: {
        'src/main/java/Login.java':
          'class Login {\n  void login(String user, String password) {\n    log.info("login of {}, password of {} characters", user, password.length());\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'an object with a token is logged',
      base: {},
      head: {
        'src/login.ts':
          'export function signedIn(accessToken: string) {\n  const session = { accessToken, at: Date.now() };\n  console.log(session);\n}\n',
      },
      finds: ['src/login.ts:3 `accessToken` is written to the log as it is.'],
    },
    {
      name: 'a token is masked',
      base: {},
      head: {
        'src/login.ts': 'export function signedIn(accessToken: string) {\n  console.log(`signed in with ${mask(accessToken)}`);\n}\n',
      },
      finds: [],
    },
    {
      name: 'the whole environment is logged',
      base: {},
      head: { 'src/start.js': "logger.debug('environment', process.env);\n" },
      finds: ['src/start.js:1 The whole environment is written to the log, with every secret that is passed in it.'],
    },
    {
      name: 'one variable is logged',
      base: {},
      head: { 'src/start.js': "logger.debug('path', process.env.PATH);\n" },
      finds: [],
    },
  ],
  *look(code) {
    for (const sight of logCallsIn(code)) {
      const leak = firstLeak(sight.node.arguments, sight);
      if (leak) yield { at: sight, range: sight.node.range, message: messageOf(leak, 'is written to the log') };
      const person = leak ? undefined : sight.node.arguments.map((each) => personalIn(each, sight)).find((each) => each !== undefined);
      if (person !== undefined)
        yield { at: sight, range: sight.node.range, message: `\`${person}\` is written to the log as it is: it says who somebody is.` };
    }
    for (const sight of code.of('throw')) {
      const thrown = sight.node.value;
      const leak = thrown.kind === 'new' || thrown.kind === 'call' ? firstLeak(thrown.arguments, sight) : undefined;
      const text =
        thrown.kind === 'new' &&
        thrown.arguments[0] &&
        (thrown.arguments[0].kind === 'concatenation' || thrown.arguments[0].kind === 'call');
      if (leak && text) yield { at: sight, range: thrown.range, message: messageOf(leak, 'goes into the text of an exception') };
    }
  },
});

function firstLeak(given: readonly Expression[], at: Sight): Leak | undefined {
  for (const each of given) {
    const leak = leakIn(each, at);
    if (leak) return leak;
  }
  return undefined;
}

function messageOf({ name, sensitivity }: Leak, what: string): string {
  return sensitivity === 'environment'
    ? `The whole environment ${what}, with every secret that is passed in it.`
    : `\`${name}\` ${what} as it is.`;
}
