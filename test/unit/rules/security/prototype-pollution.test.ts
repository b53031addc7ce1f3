import { prototypePollution } from '../../../../src/rules/security/prototype-pollution.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...body: readonly string[]): string =>
  `import _ from 'lodash';\n\nexport function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/prototype-pollution in ${path}`, () => {
    fileCases(prototypePollution, path, [
      [
        'finds _.merge(settings, req.body);',
        '',
        script('_.merge(settings, req.body);'),
        ['4 `show` lets `req.body`, which comes from the body of the request, choose properties through `_.merge`.'],
      ],
      [
        'finds _.defaultsDeep({}, given);',
        '',
        script('const given = JSON.parse(req.body);', '_.defaultsDeep({}, given);'),
        ['5 `show` lets `req.body`, which comes from the body of the request, choose properties through `_.defaultsDeep`.'],
      ],
      [
        'finds _.set(settings, req.body.key, 1);',
        '',
        script('_.set(settings, req.body.key, 1);'),
        ['4 `show` lets `req.body.key`, which comes from the body of the request, choose properties through `_.set`.'],
      ],
      ['is silent on _.merge(settings, { a: 1 });', '', script('_.merge(settings, { a: 1 });'), []],
      ["is silent on _.pick(req.body, ['a']);", '', script("_.pick(req.body, ['a']);"), []],
      ["is silent on _.set(settings, 'a.b', Number(req.body.n));", '', script("_.set(settings, 'a.b', Number(req.body.n));"), []],
    ]);
  });
}
