import { codeInjection } from '../../../../src/rules/security/code-injection.ts';
import { crossSiteScripting } from '../../../../src/rules/security/cross-site-scripting.ts';
import { expressionInjection } from '../../../../src/rules/security/expression-injection.ts';
import { logInjection } from '../../../../src/rules/security/log-injection.ts';
import { nosqlInjection } from '../../../../src/rules/security/nosql-injection.ts';
import { openRedirect } from '../../../../src/rules/security/open-redirect.ts';
import { pathTraversal } from '../../../../src/rules/security/path-traversal.ts';
import { requestForgery } from '../../../../src/rules/security/request-forgery.ts';
import { sqlBuiltFromStrings } from '../../../../src/rules/security/sql-built-from-strings.ts';
import { unsafeDeserialisation } from '../../../../src/rules/security/unsafe-deserialisation.ts';
import { fileCases } from '../rule-cases.ts';

const path = 'src/main/java/Shop.java';

/** A controller whose method is asked with a text. */
const shop = (line: string, gives = 'Object', fields = ''): string =>
  `@RestController\nclass Shop {\n${fields}  @GetMapping("/a")\n  ${gives} find(@RequestParam String name) throws Exception {\n    ${line}\n  }\n}\n`;
const field = (text: string): string => `  private ${text};\n`;

describe('security/request-forgery through more clients', () => {
  const found = (sink: string): readonly string[] => [
    `5 \`find\` sends a request to an address with \`name\`, which comes from the request, through \`${sink}\`.`,
  ];
  fileCases(requestForgery, path, [
    ['finds an address that a library opens', '', shop('return IOUtils.toString(new URL(name), "UTF-8");'), found('IOUtils.toString')],
    ['finds a request of OkHttp', '', shop('return client.newCall(new Request.Builder().url(name).build()).execute();'), found('url')],
    ['finds a fluent request', '', shop('return Request.Get(name).execute();'), found('Request.Get')],
    ['leaves a stream that a library reads alone', '', shop('return IOUtils.toString(new StringReader(name));'), []],
    ['leaves a fixed host alone', '', shop('return Request.Get("https://api.acme.com/items?id=" + name).execute();'), []],
    ['leaves what is found by the name alone', '', shop('return client.newCall(new Request.Builder().url(hosts.get(name)).build());'), []],
  ]);
});

describe('security/open-redirect by what a controller answers', () => {
  fileCases(openRedirect, path, [
    [
      'finds a view that redirects',
      '',
      shop('return "redirect:" + name;', 'String'),
      ['5 `find` sends the browser to `name`, which comes from the request, through `redirect:`.'],
    ],
    [
      'finds a header of an answer',
      '',
      shop('return ResponseEntity.status(302).header("Location", name).build();'),
      ['5 `find` sends the browser to `name`, which comes from the request, through `header`.'],
    ],
    [
      'finds the place of an answer',
      '',
      shop('return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(name)).build();'),
      ['5 `find` sends the browser to `name`, which comes from the request, through `location`.'],
    ],
    ['leaves a path of the application alone', '', shop('return "redirect:/orders/" + name;', 'String'), []],
    ['leaves another header alone', '', shop('return ResponseEntity.ok().header("X-Location", name).build();'), []],
    [
      'leaves a redirect of a method that nobody asks alone',
      '',
      'class Shop {\n  String view(String name) {\n    return "redirect:" + name;\n  }\n}\n',
      [],
    ],
  ]);
});

describe('security/cross-site-scripting by what a controller answers', () => {
  const found = ['5 `find` makes `name`, which comes from the request, part of a page unescaped through `return`.'];
  fileCases(crossSiteScripting, path, [
    ['finds markup around it', '', shop('return "<b>" + name + "</b>";', 'String'), found],
    ['finds a greeting', '', shop('return "Hello " + name;', 'String'), found],
    [
      'finds a page among the types',
      '',
      shop('return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body("<b>" + name);'),
      ['5 `find` makes `name`, which comes from the request, part of a page unescaped through `body`.'],
    ],
    ['leaves an escaped text alone', '', shop('return "<b>" + HtmlUtils.htmlEscape(name) + "</b>";', 'String'), []],
    ['leaves JSON alone', '', shop('return "{\\"name\\": \\"" + name + "\\"}";', 'String'), []],
    [
      'leaves a plain type alone',
      '',
      shop('return "Hello " + name;', 'String').replace(
        '@GetMapping("/a")',
        '@GetMapping(value = "/a", produces = MediaType.TEXT_PLAIN_VALUE)',
      ),
      [],
    ],
    ['leaves what was looked up by it alone', '', shop('return names.find(name);', 'String'), []],
    ['leaves the name of a view alone', '', shop('return "orders/" + name;', 'String').replace('@RestController', '@Controller'), []],
  ]);
});

describe('flows through what libraries give', () => {
  fileCases(sqlBuiltFromStrings, path, [
    [
      'finds a query of a session that is opened there',
      '',
      shop(
        'return sessionFactory.openSession().createQuery("from A where b = \'" + name + "\'");',
        'Object',
        field('SessionFactory sessionFactory'),
      ),
      ['6 `find` pastes `name` into an SQL statement instead of passing it as a parameter.'],
    ],
    [
      'leaves a parameter of it alone',
      '',
      shop(
        'return sessionFactory.openSession().createQuery("from A where b = :b").setParameter("b", name);',
        'Object',
        field('SessionFactory sessionFactory'),
      ),
      [],
    ],
  ]);
  fileCases(expressionInjection, path, [
    [
      'finds an expression of an engine that is made there',
      '',
      shop('return new JexlBuilder().create().createExpression(name);'),
      ['5 `find` evaluates `name`, which comes from the request, as an expression through `createExpression`.'],
    ],
    ['leaves a fixed expression alone', '', shop('return new JexlBuilder().create().createExpression("a + b");'), []],
  ]);
  fileCases(codeInjection, path, [
    [
      'finds a script of an engine that is asked for by name',
      '',
      shop('return new ScriptEngineManager().getEngineByName("js").eval(name);'),
      ['5 `find` runs `name`, which comes from the request, as code through `eval`.'],
    ],
    ['leaves a fixed script alone', '', shop('return new ScriptEngineManager().getEngineByName("js").eval("1 + 1");'), []],
  ]);
  fileCases(nosqlInjection, path, [
    [
      'finds a script in a condition that is put into a map',
      '',
      shop(
        'conditions.put("$where", "this.name == \'" + name + "\'"); return conditions;',
        'Object',
        field('Map<String, String> conditions'),
      ),
      [
        '6 `find` queries the database with `name`, which comes from the request and may be an object with operators, through `conditions.put`.',
      ],
    ],
    [
      'leaves another key alone',
      '',
      shop('conditions.put("name", name); return conditions;', 'Object', field('Map<String, String> conditions')),
      [],
    ],
  ]);
  fileCases(pathTraversal, path, [
    [
      'finds a resource of the class path',
      '',
      shop('return new ClassPathResource(name).getInputStream();'),
      ['5 `find` opens a file at a path with `name`, which comes from the request, through `ClassPathResource`.'],
    ],
    [
      'finds a page that is forwarded to',
      '',
      shop('request.getRequestDispatcher(name).forward(request, response); return null;'),
      ['5 `find` opens a file at a path with `name`, which comes from the request, through `request.getRequestDispatcher`.'],
    ],
    ['leaves the last part of a path alone', '', shop('return new ClassPathResource(FilenameUtils.getName(name)).getInputStream();'), []],
  ]);
});

describe('what other programs send', () => {
  const listener = (line: string): string =>
    `class Orders {\n  @KafkaListener(topics = "orders")\n  void receive(String order) throws Exception {\n    ${line}\n  }\n}\n`;
  fileCases(sqlBuiltFromStrings, path, [
    [
      'finds it in a statement',
      '',
      listener('jdbcTemplate.execute("delete from a where b = \'" + order + "\'");'),
      ['4 `receive` pastes `order` into an SQL statement instead of passing it as a parameter.'],
    ],
  ]);
  fileCases(unsafeDeserialisation, path, [
    [
      'finds objects that are made of it',
      '',
      listener('new XStream().fromXML(order);'),
      ['4 `receive` makes objects of `order`, which comes from a message, through `fromXML`.'],
    ],
  ]);
  fileCases(logInjection, path, [['leaves the log alone', '', listener('log.info("received " + order);'), []]]);
});

describe('requests that helpers of other files read', () => {
  const page = (line: string): string => `class Page {\n  void show(HttpServletRequest request) throws Exception {\n    ${line}\n  }\n}\n`;
  fileCases(unsafeDeserialisation, path, [
    [
      'finds a body',
      '',
      page('new XStream().fromXML(WebUtils.getRequestBody(request));'),
      ['3 `show` makes objects of `WebUtils.getRequestBody(request)`, which comes from the request, through `fromXML`.'],
    ],
    ['leaves a helper that is given no request alone', '', page('new XStream().fromXML(Templates.getBody(name));'), []],
    ['leaves what a helper says about a request alone', '', page('new XStream().fromXML(Views.viewOf(request));'), []],
  ]);
});
