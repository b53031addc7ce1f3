import { flowRule } from './flow/flow-rule.ts';

const perform = (guard: string): string =>
  `const actions = { play, pause };\n\nexport function perform(req, res) {\n${guard}  res.end(actions[req.params.action](req.params.song));\n}\n`;
const guard = '  if (!Object.hasOwn(actions, req.params.action)) return res.sendStatus(404);\n';

export const methodFromOutside = flowRule({
  id: 'security/method-from-outside',
  danger: 'method',
  category: 'code-injection',
  title: 'Data from outside chooses which function is called',
  reason:
    'Every object has functions that nobody put into it, such as `constructor` and `__defineGetter__`. Who chooses the name calls these as well, and a name that is not there ends the request, or the process, with an error.',
  remedy:
    'Keep the functions that may be called in a `Map`, or ask for the name with `Object.hasOwn` before, and answer names that are not there.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['typescript', 'javascript'],
  cwe: [470, 754],
  sources: [
    {
      title: 'CWE-470: Use of Externally-Controlled Input to Select Classes or Code',
      url: 'https://cwe.mitre.org/data/definitions/470.html',
    },
  ],
  limits:
    'Data is followed inside a function and through functions of the same file. That what was found is a function is no proof: what all objects share are functions, too.',
  examples: ['src/player.ts', 'src/player.js'].flatMap((path) => [
    {
      name: 'the address names the function',
      base: {},
      head: { [path]: perform('') },
      finds: [`${path}:4 \`perform\` calls whatever \`req.params.action\`, which comes from the request, names.`],
    },
    { name: 'only what was put there is called', base: {}, head: { [path]: perform(guard) }, finds: [] },
  ]),
  says: ({ where, data, from }) => `${where} calls whatever ${data}, which comes from ${from}, names.`,
});
