import { personalDataToThirdParty } from '../../../../src/rules/security/personal-data-to-third-party.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, what: string, service: string): string =>
  `${line} \`${what}\` is sent to ${service}, where it is kept and shown.`;

for (const path of ['src/login.ts', 'src/login.js']) {
  describe(`security/personal-data-to-third-party in ${path}`, () => {
    fileCases(personalDataToThirdParty, path, [
      [
        'finds an address in an event',
        '',
        "import * as Sentry from '@sentry/browser';\nSentry.setExtra('who', user.email);\n",
        [found(2, 'user.email', 'Sentry')],
      ],
      [
        'finds a number on a span, through a variable',
        '',
        "import { trace } from '@opentelemetry/api';\nexport function mark(span, customer) {\n  const attributes = { who: customer.phoneNumber };\n  span.setAttributes(attributes);\n}\n",
        [found(4, 'customer.phoneNumber', 'OpenTelemetry')],
      ],
      ['finds what a page hands on', '', 'window.dataLayer.push({ email: user.email });\n', [found(1, 'user.email', 'Google Analytics')]],
      [
        'finds what is asked of a model',
        '',
        "import OpenAI from 'openai';\nexport const ask = (openai, user) => openai.chat.completions.create({ messages: [`Greet ${user.fullName}`] });\n",
        [found(2, 'user.fullName', 'OpenAI')],
      ],
      ['leaves an id alone', '', "import * as Sentry from '@sentry/browser';\nSentry.setExtra('who', user.id);\n", []],
      ['leaves a hash alone', '', "import * as Sentry from '@sentry/browser';\nSentry.setExtra('who', hash(user.email));\n", []],
      [
        'leaves a log of one’s own alone',
        '',
        "import * as Sentry from '@sentry/browser';\nlogger.log(user.email);\nSentry.captureException(error);\n",
        [],
      ],
      ['leaves the same method of others alone', '', "import { Span } from './span';\nspan.setAttribute('mail', user.email);\n", []],
    ]);
  });
}
