import { looseLibraryOption } from '../../../../src/rules/security/loose-library-option.ts';
import { fileCases } from '../rule-cases.ts';

const cases: readonly (readonly [loose: string, line: number, says: string, tight: string])[] = [
  [
    "import express from 'express';\napp.use(express.json({ limit: '500mb' }));\n",
    2,
    'With `limit: 500mb` a few requests fill the memory.',
    "import express from 'express';\napp.use(express.json({ limit: '1mb' }));\n",
  ],
  [
    "import Ajv from 'ajv';\nconst ajv = new Ajv({ allErrors: true });\n",
    2,
    'With `allErrors: true` a small request makes a very large list of errors.',
    "import Ajv from 'ajv';\nconst ajv = new Ajv({ strict: true });\n",
  ],
  [
    "import { ApolloServer } from '@apollo/server';\nnew ApolloServer({ typeDefs, introspection: true });\n",
    2,
    'With `introspection: true` everyone can read how the data is built, or how the program failed.',
    "import { ApolloServer } from '@apollo/server';\nnew ApolloServer({ typeDefs, introspection: isLocal });\n",
  ],
  [
    "import DOMPurify from 'dompurify';\nDOMPurify.sanitize(text, { ADD_TAGS: ['iframe'] });\n",
    2,
    'With `ADD_TAGS: iframe` a script that stands in the text becomes part of the page.',
    "import DOMPurify from 'dompurify';\nDOMPurify.sanitize(text, { ADD_TAGS: ['figure'] });\n",
  ],
  [
    "import { PutObjectCommand } from '@aws-sdk/client-s3';\nnew PutObjectCommand({ Bucket, Key, ACL: 'public-read' });\n",
    2,
    'With `ACL: public-read` everyone can read the file who knows or guesses its address.',
    "import { PutObjectCommand } from '@aws-sdk/client-s3';\nnew PutObjectCommand({ Bucket, Key, ACL: 'private' });\n",
  ],
  [
    "import { createProxyMiddleware } from 'http-proxy-middleware';\napp.use(createProxyMiddleware({ target, xfwd: true }));\n",
    2,
    'With `xfwd: true` the address of each user is handed to the other server.',
    "import { createProxyMiddleware } from 'http-proxy-middleware';\napp.use(createProxyMiddleware({ target }));\n",
  ],
];

for (const path of ['src/app.ts', 'src/app.js']) {
  describe(`security/loose-library-option: more libraries in ${path}`, () => {
    fileCases(
      looseLibraryOption,
      path,
      cases.flatMap(([loose, line, says, tight]) => [
        [`finds ${loose.split('\n')[1] ?? ''}`, '', loose, [`${String(line)} ${says}`]],
        [`is silent on ${tight.split('\n')[1] ?? ''}`, '', tight, []],
      ]),
    );
  });
}
