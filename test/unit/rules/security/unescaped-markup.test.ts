import { unescapedMarkup } from '../../../../src/rules/security/unescaped-markup.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, where: string, piece: string, sink: string): string =>
  `${line} \`${where}\` makes \`${piece}\` part of the page as markup by \`${sink}\`: a tag in it is a tag.`;
const inFunction = (...lines: readonly string[]): string =>
  `export function show(page, user) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

for (const path of ['src/show.ts', 'src/show.js']) {
  describe(`security/unescaped-markup in ${path}`, () => {
    fileCases(unescapedMarkup, path, [
      [
        'finds a name inside of markup, through a variable',
        '',
        inFunction('const row = "<li>" + user.name + "</li>";', 'page.insertAdjacentHTML("beforeend", row);'),
        [found(3, 'show', 'user.name', 'insertAdjacentHTML')],
      ],
      ['finds a whole document', '', inFunction('document.write(`<p>${user}</p>`);'), [found(2, 'show', 'user', 'document.write')]],
      ['finds markup that grows', '', inFunction('page.list.innerHTML += user.row;'), [found(2, 'show', 'user.row', 'innerHTML')]],
      [
        'finds a fragment',
        '',
        inFunction('range.createContextualFragment(user.text);'),
        [found(2, 'show', 'user.text', 'createContextualFragment')],
      ],
      ['finds elements of jQuery', '', inFunction('$("<b>" + user.name + "</b>");'), [found(2, 'show', 'user.name', '$')]],
      ['finds the markup of jQuery', '', inFunction('$("#name").html(user.name);'), [found(2, 'show', 'user.name', 'html')]],
      [
        'finds what AngularJS is to trust',
        '',
        inFunction('$sce.trustAs($sce.HTML, user.text);'),
        [found(2, 'show', 'user.text', 'trustAs')],
      ],
      ['leaves fixed texts alone', '', inFunction('const one = "<b>1</b>";', 'page.innerHTML = user ? one : "";'), []],
      ['leaves numbers alone', '', inFunction('page.innerHTML = `<b>${user.items.length}</b>`;'), []],
      ['leaves what is sanitized alone', '', inFunction('page.innerHTML = DOMPurify.sanitize(user.text);'), []],
      ['leaves what a tag escapes alone', '', inFunction('page.innerHTML = html`<b>${user.name}</b>`;'), []],
      ['leaves what is replaced alone', '', inFunction('page.innerHTML = user.name.replace(/</g, "&lt;");'), []],
      ['leaves a selector alone', '', inFunction('$("#" + user.id).append(user.element);'), []],
      ['leaves markup of the page itself alone', '', inFunction('page.innerHTML = user.template.innerHTML;'), []],
      ['leaves a property of the same name alone', '', inFunction('let innerHTML = user.text;', 'return innerHTML;'), []],
    ]);
  });
}

describe('security/unescaped-markup in React', () => {
  fileCases(unescapedMarkup, 'src/note.tsx', [
    [
      'finds markup that is handed in',
      '',
      'export const Note = ({ text }: Props) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n',
      [found(1, 'Note', 'text', 'dangerouslySetInnerHTML')],
    ],
    [
      'leaves a number alone',
      '',
      'export const Note = (count: number) => <p dangerouslySetInnerHTML={{ __html: `<b>${count}</b>` }} />;\n',
      [],
    ],
    ['leaves a text alone', '', 'export const Note = ({ text }: Props) => <p>{text}</p>;\n', []],
  ]);
});
