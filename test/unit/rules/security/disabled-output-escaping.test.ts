import { disabledOutputEscaping } from '../../../../src/rules/security/disabled-output-escaping.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/disabled-output-escaping in ${path}`, () => {
    fileCases(disabledOutputEscaping, path, [
      [
        'finds an environment',
        '',
        "import nunjucks from 'nunjucks';\nexport const env = new nunjucks.Environment(loader, { autoescape: false });\n",
        ['2 Escaping is switched off by `autoescape: false`: what users wrote becomes part of the page.'],
      ],
      [
        'finds Mustache without escaping',
        '',
        'Mustache.escape = (text) => text;\n',
        ['1 Escaping is switched off by `escape`: what users wrote becomes part of the page.'],
      ],
      [
        'finds markup that is not escaped',
        '',
        'template.escapeMarkup = false;\n',
        ['1 Escaping is switched off by `escapeMarkup`: what users wrote becomes part of the page.'],
      ],
      [
        'finds Angular told to trust',
        '',
        'export const view = (html) => sanitizer.bypassSecurityTrustHtml(html);\n',
        ['1 `bypassSecurityTrustHtml` puts the value into the page without a look at it.'],
      ],
      [
        'leaves escaping that is on alone',
        '',
        "import nunjucks from 'nunjucks';\nexport const env = new nunjucks.Environment(loader, { autoescape: true });\n",
        [],
      ],
      [
        'finds AngularJS told to trust every site',
        '',
        "app.config((provider) => provider.resourceUrlWhitelist(['self', 'https://**.acme.com']));\n",
        ['1 `https://**.acme.com` has AngularJS trust templates and scripts of any site.'],
      ],
      ['leaves one site alone', '', "app.config((provider) => provider.resourceUrlWhitelist(['https://cdn.acme.com/**']));\n", []],
      ['leaves a fixed text alone', '', "export const view = () => sanitizer.bypassSecurityTrustHtml('<b>new</b>');\n", []],
      ['leaves another option alone', '', 'search({ sanitize: false });\n', []],
      ['leaves an escape of its own alone', '', 'Mustache.escape = (text) => escapeLatex(text);\n', []],
    ]);
  });
}
