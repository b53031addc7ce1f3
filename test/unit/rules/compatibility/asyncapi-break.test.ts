import { asyncApiBreak } from '../../../../src/rules/compatibility/asyncapi-break.ts';
import { fileCases } from '../rule-cases.ts';

const api = (channels: string): string => `asyncapi: '2.6.0'\ninfo: { title: Orders, version: '1' }\nchannels:\n${channels}`;
const sent = (most: number): string =>
  api(`  orders:\n    publish:\n      message:\n        payload:\n          type: string\n          maxLength: ${most}\n`);

describe('compatibility/asyncapi-break', () => {
  fileCases(asyncApiBreak, 'asyncapi.yaml', [
    [
      'finds a channel that is gone',
      api('  orders: { subscribe: {} }\n  bills: {}\n'),
      api('  bills: {}\n'),
      ['4 The channel `orders` is gone: consumers that read from it find nothing there.'],
    ],
    [
      'finds that less may be sent',
      sent(9),
      sent(5),
      [
        '9 The maximum length of the payload of the message in what consumers send to `orders` is 5 instead of 9: callers that send what was allowed before are refused.',
      ],
    ],
    [
      'warns of a kind of message that readers do not know',
      api('  orders:\n    subscribe:\n      message:\n        oneOf: [{ name: a }]\n'),
      api('  orders:\n    subscribe:\n      message:\n        oneOf: [{ name: a }, { name: b }]\n'),
      ['7 The message `b` is new in what consumers read from `orders`: consumers meet a kind of message that they do not know.'],
    ],
    ['leaves alone that more may be sent', sent(5), sent(9), []],
    ['leaves a new channel alone', api('  orders: {}\n'), api('  orders: {}\n  bills: {}\n'), []],
    ['leaves a new description alone', api('  orders: {}\n'), api('  orders: { description: All orders. }\n'), []],
  ]);
});
