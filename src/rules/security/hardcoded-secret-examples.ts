import type { Example } from '../rule.ts';

// Put together from pieces, so that no scanner takes this file for a leak.
const github = ['ghp', 'q7RkZ2mVx9TbN4sWc8LdYf3HgJ6pAeU1oK5i'].join('_');
const random = ['9fK2', 'xQ7p', 'Lm4Z', 'vT8w', 'Rb6N'].join('');

/** What hardcoded-secret finds and what not. */
export const hardcodedSecretExamples: readonly Example[] = [
  {
    name: 'a token of a known kind is written down',
    base: {},
    head: { 'src/github.ts': `export const token = '${github}';\n` },
    finds: ['src/github.ts:1 A GitHub token is written into the code: ghp_… (40 characters).'],
    fixed: { 'src/github.ts': 'export const token = process.env.GIT_HUB_TOKEN;\n' },
  },
  {
    name: 'the token comes from the environment',
    base: {},
    head: { 'src/github.ts': "export const token = process.env['GITHUB_TOKEN'] ?? '';\n" },
    finds: [],
  },
  {
    name: 'a password is written down',
    base: {},
    head: { 'src/main/java/Store.java': `class Store {\n  private static final String DB_PASSWORD = "${random}";\n}\n` },
    finds: ['src/main/java/Store.java:2 The value of `DB_PASSWORD` is written into the code: 9fK2… (20 characters).'],
    fixed: { 'src/main/java/Store.java': 'class Store {\n  private static final String DB_PASSWORD = System.getenv("DB_PASSWORD");\n}\n' },
  },
  {
    name: 'the value is a word',
    base: {},
    head: {
      'src/main/java/Store.java':
        'class Store {\n  static final String PASSWORD = "password";\n  static final String RESET_PASSWORD_TOKEN = "reset-password-token";\n}\n',
    },
    finds: [],
  },
  {
    name: 'a setting holds a secret',
    base: {},
    head: { 'src/main/resources/application.yml': `mail:\n  client-secret: ${random}\n` },
    finds: ['src/main/resources/application.yml:2 The value of `client-secret` is written into the file: 9fK2… (20 characters).'],
  },
  {
    name: 'the setting refers to the environment',
    base: {},
    head: { 'src/main/resources/application.yml': 'mail:\n  client-secret: ${MAIL_SECRET}\n' },
    finds: [],
  },
  {
    name: 'a JavaScript client holds a secret',
    base: { 'src/client.js': 'export const client = connect({ user: "me" });\n' },
    head: { 'src/client.js': `export const client = connect({ user: "me", apiKey: "${random}" });\n` },
    finds: ['src/client.js:1 The value of `apiKey` is written into the code: 9fK2… (20 characters).'],
  },
  {
    name: 'a key of a map is called token',
    base: {},
    head: { 'src/keys.js': 'export const storage = { accessToken: "acme.session.access-token" };\n' },
    finds: [],
  },
];
