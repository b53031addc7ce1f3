import { uncheckedMessageOrigin } from '../../../../src/rules/security/unchecked-message-origin.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/unchecked-message-origin in ${path}`, () => {
    fileCases(uncheckedMessageOrigin, path, [
      [
        'finds a message to a frame',
        '',
        "frame.contentWindow.postMessage({ token }, '*');\n",
        ['1 The message goes to whatever page is in `frame.contentWindow` by then.'],
      ],
      [
        'is silent in what may run in a worker',
        '',
        "if (typeof window === 'undefined') window = self;\nwindow.onmessage = (event) => run(event.data);\n",
        [],
      ],
      ['is silent on a message that tells nothing', '', "window.parent.postMessage({ type: 'ready', data: null }, '*');\n", []],
      ['is silent on a message to oneself', '', "globalThis.postMessage(token, '*');\n", []],
      [
        'finds a handler in a function',
        '',
        "function load(event) {\n  run(event.data);\n}\nwindow.addEventListener('message', load);\n",
        ['4 The handler takes messages from any page: it does not look at their origin.'],
      ],
      [
        'finds a handler that is assigned',
        '',
        'window.onmessage = (event) => run(event.data);\n',
        ['1 The handler takes messages from any page: it does not look at their origin.'],
      ],
      [
        'finds a destructured event',
        '',
        "window.addEventListener('message', ({ data }) => run(data));\n",
        ['1 The handler takes messages from any page: it does not look at their origin.'],
      ],
      ['leaves an origin that is named alone', '', 'frame.contentWindow.postMessage({ token }, location.origin);\n', []],
      ['leaves a worker alone', '', "self.addEventListener('message', (event) => run(event.data));\nworker.postMessage(text);\n", []],
      [
        'leaves a handler that looks at the source alone',
        '',
        "window.addEventListener('message', (event) => {\n  if (event.source === frame.contentWindow) run(event.data);\n});\n",
        [],
      ],
      ['leaves another event alone', '', "window.addEventListener('click', (event) => run(event.data));\n", []],
    ]);
  });
}
