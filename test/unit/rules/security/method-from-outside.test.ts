import { methodFromOutside } from '../../../../src/rules/security/method-from-outside.ts';
import { fileCases } from '../rule-cases.ts';

const handler = (...body: readonly string[]): string =>
  `const actions = { play, pause };\n\nexport function perform(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const says = (line: number, data: string): string =>
  `${String(line)} \`perform\` calls whatever \`${data}\`, which comes from the request, names.`;

for (const path of ['src/player.js', 'src/player.ts']) {
  describe(`security/method-from-outside in ${path}`, () => {
    fileCases(methodFromOutside, path, [
      ['finds a method that the address names', '', handler('actions[req.params.action]();'), [says(4, 'req.params.action')]],
      [
        'finds a function that was looked up before',
        '',
        handler('const action = actions[req.query.action];', "if (typeof action === 'function') action();"),
        [says(5, 'req.query.action')],
      ],
      [
        'finds a class that the address names',
        '',
        handler('const Kind = kinds[req.query.kind];', 'new Kind();'),
        [says(5, 'req.query.kind')],
      ],
      [
        'finds a method that a message names',
        '',
        "window.addEventListener('message', (event) => {\n  window[event.data.name](event.data.payload);\n});\n",
        ['2 This module calls whatever `event.data.name`, which comes from a message of another window, names.'],
      ],
      [
        'is silent where the name was there',
        '',
        handler('if (Object.prototype.hasOwnProperty.call(actions, req.params.action)) actions[req.params.action]();'),
        [],
      ],
      ['is silent on a listed name', '', handler("if (['play', 'pause'].includes(req.params.action)) actions[req.params.action]();"), []],
      ['is silent on a map', '', handler('handlers.get(req.params.action)?.(req, res);'), []],
      ['is silent on a fixed name', '', handler("actions['play']();"), []],
    ]);
  });
}
