import { storedSecretInBrowser } from '../../../../src/rules/security/stored-secret-in-browser.ts';
import { fileCases } from '../rule-cases.ts';

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/stored-secret-in-browser in ${path}`, () => {
    fileCases(storedSecretInBrowser, path, [
      [
        'finds a property',
        '',
        'localStorage.password = form.password;\n',
        ['1 `form.password` is kept in `localStorage`, where every script on the page can read it.'],
      ],
      [
        'finds a key',
        '',
        "sessionStorage.setItem('password', value);\n",
        ['1 `password` is kept in `sessionStorage`, where every script on the page can read it.'],
      ],
      [
        'finds an object',
        '',
        "localStorage.setItem('user', JSON.stringify({ name, password }));\n",
        ['1 `password` is kept in `localStorage`, where every script on the page can read it.'],
      ],
      [
        'finds a cache of Angular',
        '',
        "$cookies.put('x', data.password);\n",
        ['1 `data.password` is kept in `$cookies`, where every script on the page can read it.'],
      ],
      ['leaves a preference alone', '', "localStorage.setItem('language', language);\n", []],
      ['leaves another map alone', '', "users.set('x', user.password);\n", []],
      ['leaves a mark alone', '', "localStorage.setItem('passwordHint', 'seen');\n", []],
      [
        'finds a token in local storage',
        '',
        "localStorage.setItem('token', answer.data);\n",
        ['1 `token` is kept in `localStorage`, where every script on the page can read it.'],
      ],
      [
        'finds a token in the storage of a session',
        '',
        'sessionStorage.setItem(KEY, accessToken);\n',
        ['1 `accessToken` is kept in `sessionStorage`, where every script on the page can read it.'],
      ],
      ['leaves how many tokens there are alone', '', "localStorage.setItem('tokenCount', count);\n", []],
      ['leaves a token in another map alone', '', "colors.set('token', value);\n", []],
    ]);
  });
}
