import { secretInAddress } from '../../../../src/rules/security/secret-in-address.ts';
import { fileCases } from '../rule-cases.ts';

const says = (line: number, what: string): string => `${String(line)} \`${what}\` is part of an address, which logs and histories keep.`;

for (const path of ['src/load.js', 'src/load.ts']) {
  describe(`security/secret-in-address in ${path}`, () => {
    fileCases(secretInAddress, path, [
      ['finds a password', '', 'fetch(`https://acme.com/login?user=${user}&password=${password}`);\n', [says(1, 'password')]],
      ['finds a token that is added', '', "axios.get(base + '/data?access_token=' + user.token);\n", [says(1, 'user.token')]],
      ['finds a key of a path', '', 'const url = `/api/data?api_key=${key}`;\n', [says(1, 'key')]],
      ['is silent on the token of a link', '', 'mail(`https://acme.com/reset?token=${token}`);\n', []],
      ['is silent on another parameter', '', 'fetch(`https://acme.com/data?page=${page}`);\n', []],
      ['is silent on the body of a form', '', "post('/login', `user=${user}&password=${password}`);\n", []],
      ['is silent on a fixed value', '', "const mode = 'none';\nfetch(`https://acme.com/data?pass=${mode}`);\n", []],
    ]);
  });
}
