import { parentPort } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { serveEngine } from './engine-server.ts';
import { openReview, standardMistakes } from './open-review.ts';

if (parentPort === null) throw new Error('The engine runs in a worker thread only');
const connection = createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort));
serveEngine(connection, openReview, standardMistakes);
connection.listen();
