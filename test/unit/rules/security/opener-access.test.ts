import { openerAccess } from '../../../../src/rules/security/opener-access.ts';
import { fileCases } from '../rule-cases.ts';

const link = (attributes: string): string => `export const More = (p) => <a ${attributes}>more</a>;\n`;
const says = ['1 What this link opens may take this page elsewhere: add `rel="noopener noreferrer"`.'];

for (const path of ['src/more.jsx', 'src/more.tsx']) {
  describe(`security/opener-access in ${path}`, () => {
    fileCases(openerAccess, path, [
      ['finds an address that is computed', '', link('href={p.url} target="_blank"'), says],
      ['finds an address of another site', '', link('target="_blank" href="https://acme.example"'), says],
      ['finds a form', '', 'export const Ask = () => <form action="https://acme.example" target="_blank" />;\n', says],
      ['leaves pages of its own alone', '', link('href="/more" target="_blank"'), []],
      ['leaves links alone that open nothing', '', link('href={p.url}'), []],
      ['leaves what is handed on alone', '', link('href={p.url} target="_blank" {...p.rest}'), []],
    ]);
  });
}
