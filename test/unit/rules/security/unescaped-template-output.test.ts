import { unescapedTemplateOutput } from '../../../../src/rules/security/unescaped-template-output.ts';
import { fileCases } from '../rule-cases.ts';

const raw = (line: number, value: string, mark: string): string =>
  `${String(line)} \`${value}\` is written into the page as it is by \`${mark}\`: markup in it is markup of the page.`;
const inScript = (line: number, value: string): string =>
  `${String(line)} \`${value}\` is escaped for a page, but stands in a script, which reads it in another way.`;

const cases: Readonly<Record<string, readonly (readonly [name: string, text: string, finds: readonly string[]])[]>> = {
  'views/a.ejs': [
    ['finds a raw value', '<p>\n<%- post.text -%>\n</p>\n', [raw(2, 'post.text', '<%-')]],
    ['finds a value in a script', '<script>\nvar id = <%= post.id %>;\n</script>\n', [inScript(2, 'post.id')]],
    ['finds each of several', '<%- a.b %>\n<%- c.d %>\n', [raw(1, 'a.b', '<%-'), raw(2, 'c.d', '<%-')]],
    ['leaves parts of the page alone', "<%- include('head', { title }) %>\n<%- body %>\n", []],
    ['leaves what was sanitized alone', '<%- sanitize(post.text) %>\n<%= post.text %>\n', []],
    ['leaves JSON alone', '<script type="application/json"><%= data %></script>\n<script>x = <%- JSON.stringify(data) %></script>\n', []],
  ],
  'examples/auth/a.ejs': [['leaves an example alone', '<%- post.text %>\n', []]],
  'views/a.hbs': [
    ['finds three braces', '<p>{{{post.text}}}</p>\n', [raw(1, 'post.text', '{{{')]],
    ['finds an ampersand', '<p>{{& post.text }}</p>\n', [raw(1, 'post.text', '{{&')]],
    ['finds a value in a script', '<script>const a = "{{post.id}}";</script>\n', [inScript(1, 'post.id')]],
    ['leaves the body alone', '{{{body}}}\n{{post.text}}\n', []],
    ['leaves a translation alone', '{{{t "welcome"}}}\n', []],
    ['leaves blocks in a script alone', '<script>{{#if a}}go();{{else}}stop();{{/if}}</script>\n', []],
  ],
  'src/main/resources/java/api.mustache': [
    [
      'leaves code alone',
      'package {{package}};\n\n/**\n * <p>See <a href="{{url}}">this</a></p>\n */\npublic interface {{name}} {\n  @GET("{{{path}}}")\n  Call<{{{type}}}> get();\n}\n',
      [],
    ],
    ['finds a page with a script', '<script type="module">\nimport a from "a";\n</script>\n<p>{{{text}}}</p>\n', [raw(4, 'text', '{{{')]],
  ],
  'views/a.pug': [
    ['finds an interpolation', 'p !{post.text}\n', [raw(1, 'post.text', '!{')]],
    ['finds a buffered line', 'div\n  p!= post.text\n', [raw(2, 'post.text', '!=')]],
    ['finds an attribute', 'a(class="link" href!=url) go\n', [raw(1, 'url', '!=')]],
    ['leaves an escaped value alone', 'p= post.text\np #{post.text}\n', []],
    ['leaves a comparison alone', 'if post.id != user.id\n  p no\n', []],
    ['leaves a block alone', 'div\n  != block\n', []],
  ],
  'src/A.vue': [
    ['finds markup', '<template><p v-html="post.text" /></template>\n', [raw(1, 'post.text', 'v-html')]],
    ['finds markup of a call', '<template><p v-html="textOf(post)" /></template>\n', [raw(1, 'textOf(post)', 'v-html')]],
    ['finds a chosen one', '<template><p v-html="a ? b : c"></p></template>\n', [raw(1, 'a ? b : c', 'v-html')]],
    ['leaves text alone', '<template><p>{{ post.text }}</p></template>\n', []],
    ['leaves what was sanitized alone', '<template><p v-html="$sanitize(post.text)" /></template>\n', []],
    ['leaves a translation alone', `<template><p v-html="$t('welcome')" /></template>\n`, []],
  ],
  'src/A.svelte': [
    ['finds markup', '<p>{@html post.text}</p>\n', [raw(1, 'post.text', '{@html')]],
    ['leaves text alone', '<p>{post.text}</p>\n', []],
  ],
  'src/main/webapp/a.jsp': [
    ['finds a parameter in an expression', '<p>${param.name}</p>\n', [raw(1, 'param.name', '${…}')]],
    ['finds a parameter in a scriptlet', '<p><%= request.getParameter("name") %></p>\n', [raw(1, 'request.getParameter("name")', '<%=')]],
    [
      'finds a parameter that a variable holds',
      '<% String name = request.getParameter("name"); %>\n<p><%= name %></p>\n',
      [raw(2, 'name', '<%=')],
    ],
    [
      'finds it in a field of the same name',
      '<% String name = request.getParameter("name"); %>\n<input name="name" value="<%= name %>">\n',
      [raw(2, 'name', '<%=')],
    ],
    [
      'leaves a variable alone that is given something else, too',
      '<% String name = request.getParameter("name"); name = Encode.forHtml(name); %>\n<p><%= name %></p>\n',
      [],
    ],
    [
      'finds an output whose escaping is off',
      '<c:out value="${user.bio}" escapeXml="false"/>\n<c:out escapeXml="false" value="${user.name}"/>\n',
      [raw(1, 'user.bio', 'escapeXml="false"'), raw(2, 'user.name', 'escapeXml="false"')],
    ],
    ['leaves an output that escapes alone', '<c:out value="${param.name}"/>\n<p>${fn:escapeXml(param.name)}</p>\n', []],
    ['leaves a condition alone', '<c:if test="${param.sent == 1}">sent</c:if>\n', []],
    ['leaves what the page holds itself alone', '<% int count = rows.size(); %>\n<p><%= count %> ${count}</p>\n', []],
  ],
  'src/main/resources/templates/a.html': [
    ['finds text that is not escaped', '<p th:utext="${post.text}">x</p>\n', [raw(1, '${post.text}', 'th:utext')]],
    ['finds it on a form', '<p th:object="${post}" th:utext="*{text}">x</p>\n', [raw(1, '*{text}', 'th:utext')]],
    ['finds it in a line', '<p th:inline="text">[(${post.text})]</p>\n', [raw(1, '${post.text}', '[(…)]')]],
    ['leaves text that is escaped alone', '<p th:text="${post.text}">[[${post.text}]]</p>\n', []],
    ['leaves a message alone', '<p th:utext="#{welcome}">x</p>\n', []],
    ['leaves a page of something else alone', '<p>[(${x})](a)</p>\n'.replace('[(${', '[( ${'), []],
  ],
  'src/main/resources/templates/a.ftlh': [
    ['finds a value without escaping', '<p>${post.text?no_esc}</p>\n', [raw(1, 'post.text', '?no_esc')]],
    ['finds a part without escaping', '<#noautoesc>${post.text}</#noautoesc>\n', [raw(1, 'post.text', '<#noautoesc>')]],
    ['leaves an escaped value alone', '<p>${post.text}</p>\n', []],
  ],
  'src/main/webapp/a.xhtml': [
    [
      'finds an output whose escaping is off',
      '<h:outputText value="#{post.text}" escape="false"/>\n',
      [raw(1, 'post.text', 'escape="false"')],
    ],
    ['leaves an output that escapes alone', '<h:outputText value="#{post.text}"/>\n', []],
  ],
  'views/a.njk': [
    ['finds what is called safe', '<p>{{ post.text | safe }}</p>\n', [raw(1, 'post.text', '| safe')]],
    ['leaves other filters alone', '<p>{{ post.text | upper }}</p>\n', []],
  ],
};

for (const [path, of] of Object.entries(cases)) {
  describe(`security/unescaped-template-output in ${path}`, () => {
    fileCases(
      unescapedTemplateOutput,
      path,
      of.map(([name, text, finds]) => [name, '', text, finds]),
    );
  });
}
