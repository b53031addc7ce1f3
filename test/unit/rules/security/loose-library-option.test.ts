import assert from 'node:assert/strict';
import { looseLibraryOption } from '../../../../src/rules/security/loose-library-option.ts';
import { fileCases, newFindings, reviewExample } from '../rule-cases.ts';

const imports = (...lines: readonly string[]): string =>
  `import express from 'express';\nimport helmet from 'helmet';\nimport jwt from 'jsonwebtoken';\nimport mysql from 'mysql2';\nimport { formidable } from 'formidable';\nimport errorHandler from 'errorhandler';\n${lines.map((line) => `${line}\n`).join('')}`;

for (const path of ['src/app.ts', 'src/app.js']) {
  describe(`security/loose-library-option in ${path}`, () => {
    fileCases(looseLibraryOption, path, [
      [
        'finds hidden files that are served, through a variable',
        '',
        imports("const options = { dotfiles: 'allow' };", "app.use(express.static('public', options));"),
        ['8 With `dotfiles: allow` hidden files such as `.env` are served to everyone.'],
      ],
      [
        'finds an address that is told to other sites',
        '',
        imports("app.use(helmet.referrerPolicy({ policy: ['unsafe-url'] }));"),
        ['7 With `policy: unsafe-url` the address of a page is sent to every site that it links to.'],
      ],
      [
        'finds a token without end',
        '',
        imports('jwt.verify(token, key, { ignoreExpiration: true });'),
        ['7 With `ignoreExpiration: true` a token that was stolen is good for ever.'],
      ],
      [
        'finds a database that takes several statements',
        '',
        imports('mysql.createPool({ host, multipleStatements: true });'),
        ['7 With `multipleStatements: true` a value that is pasted in can bring statements of its own.'],
      ],
      [
        'finds an upload that keeps its ending',
        '',
        imports("const form = formidable({ uploadDir: 'uploads', keepExtensions: true });"),
        ['7 With `keepExtensions: true` an uploaded file keeps the ending that its sender chose.'],
      ],
      [
        'finds stack traces for everyone',
        '',
        imports('app.use(errorHandler());'),
        ['7 With `errorhandler` stack traces are sent to whoever causes an error.'],
      ],
      ['leaves stack traces in work alone', '', imports("if (app.get('env') === 'development') app.use(errorHandler());"), []],
      ['leaves defaults alone', '', imports("app.use(express.static('public'));", 'app.use(helmet());', 'jwt.verify(token, key);'), []],
      ['leaves options of another file alone', '', imports('const form = formidable(settings.upload);'), []],
      [
        'leaves options of another function alone',
        '',
        "import { verify } from './own';\n\nverify(token, key, { ignoreExpiration: true });\n",
        [],
      ],
    ]);
  });
}

describe('security/loose-library-option in React', () => {
  fileCases(looseLibraryOption, 'src/text.tsx', [
    [
      'finds a component that keeps markup',
      '',
      'export const Text = ({ text }: Props) => <ReactMarkdown escapeHtml={false}>{text}</ReactMarkdown>;\n',
      ['1 With `escapeHtml` a script that stands in the text becomes part of the page.'],
    ],
    ['leaves the component alone', '', 'export const Text = ({ text }: Props) => <ReactMarkdown>{text}</ReactMarkdown>;\n', []],
  ]);
});

describe('security/loose-library-option of pages in Android and of GraphQL', () => {
  const found = async (path: string, text: string): Promise<number> =>
    newFindings(await reviewExample(looseLibraryOption, { base: {}, head: { [path]: text } })).length;
  const java = (line: string): string => `class Page {\n  void open(WebView view, WebSettings settings) {\n    ${line}\n  }\n}\n`;
  it('finds what opens files of the app to pages', async () => {
    for (const line of [
      'settings.setAllowUniversalAccessFromFileURLs(true);',
      'settings.setAllowFileAccess(true);',
      'WebView.setWebContentsDebuggingEnabled(true);',
      'settings.setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW);',
    ])
      assert.equal(await found('src/main/java/Page.java', java(line)), 1, line);
  });
  it('is silent where they are closed', async () => {
    for (const line of [
      'settings.setAllowFileAccess(false);',
      'WebView.setWebContentsDebuggingEnabled(BuildConfig.DEBUG);',
      'files.setAllowFileAccess(true);',
    ])
      assert.equal(await found('src/main/java/Page.java', java(line)), 0, line);
  });
  const server = (from: string, options: string): string =>
    `import { ApolloServer } from '${from}';\n\nexport const server = new ApolloServer({ ${options} });\n`;
  it('finds a server that answers requests of other pages', async () => {
    assert.equal(await found('src/server.ts', server('apollo-server-express', 'typeDefs')), 1);
    assert.equal(await found('src/server.js', server('apollo-server', 'typeDefs, csrfPrevention: undefined')), 1);
  });
  it('is silent where it is checked, or checked by default', async () => {
    assert.equal(await found('src/server.ts', server('apollo-server-express', 'typeDefs, csrfPrevention: true')), 0);
    assert.equal(await found('src/server.ts', server('@apollo/server', 'typeDefs')), 0);
    assert.equal(await found('src/server.js', server('apollo-server', '...options')), 0);
  });
});
