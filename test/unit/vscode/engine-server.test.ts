import assert from 'node:assert/strict';
import { MessageChannel } from 'node:worker_threads';
import {
  CancellationTokenSource,
  createMessageConnection,
  PortMessageReader,
  PortMessageWriter,
  ResponseError,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { UserError } from '../../../src/base/errors.ts';
import { NoRepository } from '../../../src/vscode/engine-error.ts';
import { logNotification, ownType, progressType, reviewRequest, textRequest, updateRequest } from '../../../src/vscode/engine-protocol.ts';
import { serveEngine, type OpenReview, type OpenReviewOf } from '../../../src/vscode/engine-server.ts';
import { answerOf, branch, reviewOf } from './reviews.ts';

const ask = { ...branch, progressToken: 1 };
const opened: OpenReview = {
  answer: answerOf([]),
  update: ({ path }, onOwn) => {
    onOwn(reviewOf([], { standard: { name: `own ${path}` } }));
    return Promise.resolve(reviewOf([], { standard: { name: path } }));
  },
  text: ({ side, path }) => (path === 'a' ? side : undefined),
};

describe('the engine behind its port', () => {
  let close: () => void = () => undefined;

  afterEach(() => {
    close();
  });

  it('answers questions about the last review', async () => {
    const client = serve(() => Promise.resolve(opened));
    assert.deepEqual(await client.sendRequest(reviewRequest, ask), answerOf([]));
    const own: string[] = [];
    client.onProgress(ownType, 7, (review) => {
      own.push(review.standard.name);
    });
    assert.deepEqual(
      await client.sendRequest(updateRequest, { path: 'a', text: '', ownToken: 7 }),
      reviewOf([], { standard: { name: 'a' } }),
    );
    assert.deepEqual(own, ['own a']);
    assert.deepEqual(await Promise.all(['a', 'b'].map((path) => client.sendRequest(textRequest, { side: 'base', path }))), ['base', null]);
  });

  it('refuses to go on from no review', async () => {
    const client = serve(() => Promise.resolve(opened));
    assert.deepEqual(await failure(client.sendRequest(updateRequest, { path: 'a', text: '', ownToken: 7 })), [
      'There is no review to go on from.',
      { kind: 'refused', hint: 'Run the review again.' },
    ]);
  });

  it('tells what the person can mend from what is missing', async () => {
    const errors = [new UserError('no such revision', 'fetch it'), new NoRepository('no repository', 'make one')];
    const client = serve(() => Promise.reject(errors.shift()!));
    assert.deepEqual(await failure(client.sendRequest(reviewRequest, ask)), ['no such revision', { kind: 'refused', hint: 'fetch it' }]);
    assert.deepEqual(await failure(client.sendRequest(reviewRequest, ask)), [
      'no repository',
      { kind: 'not-a-repository', hint: 'make one' },
    ]);
  });

  it('logs a defect with its stack', async () => {
    const client = serve(() => Promise.reject(new TypeError('x is not a function')));
    const logged = new Promise<string>((resolve) => {
      client.onNotification(logNotification, resolve);
    });
    assert.deepEqual(await failure(client.sendRequest(reviewRequest, ask)), ['x is not a function', { kind: 'defect', hint: '' }]);
    assert.match(await logged, /TypeError: x is not a function\n\s+at /);
  });

  it('passes progress on, each step at once and not every count', async () => {
    const client = serve((_question, progress) => {
      for (const step of ['read', 'check']) for (let done = 0; done < 100; done++) progress({ step, done, total: 100 });
      return Promise.resolve(opened);
    });
    const seen: string[] = [];
    client.onProgress(progressType, 1, ({ step, done }) => {
      seen.push(`${step} ${done}`);
    });
    await client.sendRequest(reviewRequest, ask);
    assert.deepEqual([seen[0], seen.find((step) => step.startsWith('check'))], ['read 0', 'check 0']);
    assert.ok(seen.length < 20, `${seen.length} messages`);
  });

  it('cancels, and keeps the review before', async () => {
    const reviews: OpenReviewOf[] = [
      () => Promise.resolve(opened),
      (_question, _progress, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
        }),
    ];
    const client = serve((...question) => reviews.shift()!(...question));
    await client.sendRequest(reviewRequest, ask);
    const cancellation = new CancellationTokenSource();
    const second = failure(client.sendRequest(reviewRequest, ask, cancellation.token));
    setTimeout(() => {
      cancellation.cancel();
    }, 20);
    assert.deepEqual(await second, ['aborted', { kind: 'defect', hint: '' }]);
    assert.equal(await client.sendRequest(textRequest, { side: 'head', path: 'a' }), 'head');
  });

  function serve(openReview: OpenReviewOf): MessageConnection {
    const { port1, port2 } = new MessageChannel();
    const [client, server] = [port1, port2].map((port) =>
      createMessageConnection(new PortMessageReader(port), new PortMessageWriter(port)),
    ) as [MessageConnection, MessageConnection];
    serveEngine(server, openReview, () => Promise.resolve([]));
    for (const connection of [client, server]) connection.listen();
    close = () => {
      for (const connection of [client, server]) connection.dispose();
      port1.close();
    };
    return client;
  }
});

async function failure(request: Promise<unknown>): Promise<unknown> {
  const error: unknown = await request.then(
    () => assert.fail('It was answered'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ResponseError);
  return [error.message, error.data];
}
