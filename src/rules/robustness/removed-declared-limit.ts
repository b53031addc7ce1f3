import { declaredRule } from '../safeguards/declared/declared-rule.ts';
import { jobLimits } from './declared/job-limits.ts';
import { timeLimits } from './declared/time-limits.ts';
import { edited } from '../safeguards/example.ts';

const feign = (limit: string): string => `spring.cloud.openfeign.client.config.default:\n${limit}  loggerLevel: basic\n`;
const job = (limit: string): string => `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n${limit}    steps:\n      - run: npm test\n`;

export const removedDeclaredLimit = declaredRule({
  id: 'robustness/removed-declared-limit',
  title: 'A limit that configuration sets is taken out',
  reason:
    'A time limit or a limit on tries was set because somebody once waited too long. Without it the default of a library holds, which is often to wait for minutes or for ever.',
  remedy: 'Keep the limit, or say in the change which other one holds from then on.',
  severity: 'note',
  confidence: 'medium',
  languages: 'any',
  cwe: [400, 1088],
  sources: [{ title: 'Michael Nygard, Release It!: Timeouts', url: 'https://pragprog.com/titles/mnee2/release-it-second-edition/' }],
  limits:
    'Settings of an application that are called time-outs or numbers of tries, and `timeout-minutes` of jobs. Where the settings around it go, too, what it was for is gone. Profiles for tests and local work are left out.',
  kinds: [timeLimits, jobLimits],
  examples: [
    edited('a client waits as long as its library does', 'src/main/resources/application.yml', feign('  readTimeout: 2000\n'), feign(''), [
      '2 `application.yml` gives up the time limit `spring.cloud.openfeign.client.config.default.readTimeout`: `readTimeout: 2000` is gone.',
    ]),
    edited('the client waits longer', 'src/main/resources/application.yml', feign('  readTimeout: 2000\n'), feign('  readTimeout: 4000\n')),
    edited('a job may hang', '.github/workflows/ci.yml', job('    timeout-minutes: 10\n'), job(''), [
      '5 `ci.yml` gives up the time limit of the job `test`: `timeout-minutes: 10` is gone.',
    ]),
  ],
});
