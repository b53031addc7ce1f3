import { removedTemplateEscaping } from '../../../../src/rules/security/removed-template-escaping.ts';
import { fileCases } from '../rule-cases.ts';

const says = (line: number, expression: string): string =>
  `${line} \`${expression}\` is written into the page as it is, and was escaped before: whoever fills it can run scripts there.`;

describe('security/removed-template-escaping', () => {
  fileCases(removedTemplateEscaping, 'src/main/resources/templates/order.html', [
    [
      'finds an attribute of Thymeleaf',
      '<b th:text="${order.name}"></b>\n',
      '<b th:utext="${order.name}"></b>\n',
      [says(1, '${order.name}')],
    ],
    ['finds a text of Thymeleaf', '<b>[[${name}]]</b>\n', '<b>[(${name})]</b>\n', [says(1, '${name}')]],
    ['leaves what was so before alone', '<b th:utext="${a}"></b>\n', '<i th:utext="${a}"></i>\n', []],
  ]);
  fileCases(removedTemplateEscaping, 'src/views/order.hbs', [
    ['finds three braces', '<p>\n{{name}}\n</p>\n', '<p>\n{{{name}}}\n</p>\n', [says(2, 'name')]],
    ['leaves another value alone', '{{name}}\n', '{{name}}\n{{{body}}}\n', []],
    ['leaves a value that is escaped now alone', '{{{name}}}\n', '{{name}}\n', []],
  ]);
  fileCases(removedTemplateEscaping, 'src/Order.vue', [
    ['finds v-html', '<template><p>{{ note }}</p></template>\n', '<template><p v-html="note" /></template>\n', [says(1, 'note')]],
    ['leaves v-text alone', '<template><p>{{ note }}</p></template>\n', '<template><p v-text="note" /></template>\n', []],
  ]);
  fileCases(removedTemplateEscaping, 'src/main/webapp/order.jsp', [
    ['finds an expression that no tag escapes', '<c:out value="${name}"/>\n', '<b>${name}</b>\n', [says(1, 'name')]],
    ['leaves a question alone', '<c:out value="${name}"/>\n', '<c:if test="${name}">named</c:if>\n', []],
  ]);
  fileCases(removedTemplateEscaping, 'src/order.ts', [
    ['leaves code alone', "const a = '<%= name %>';\n", "const a = '<%- name %>';\n", []],
  ]);
});
