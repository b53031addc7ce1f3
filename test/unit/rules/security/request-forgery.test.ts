import { requestForgery } from '../../../../src/rules/security/request-forgery.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  private org.springframework.web.client.RestTemplate template;\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string =>
  `import axios from 'axios';\n\nexport function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/request-forgery in Java', () => {
  fileCases(requestForgery, 'src/main/java/Page.java', [
    [
      'finds new java.net.URL(name).openConnection();',
      '',
      java('new java.net.URL(name).openConnection();'),
      [
        '6 `doGet` sends a request to an address with `request.getParameter("name")`, which comes from the request, through `openConnection`.',
      ],
    ],
    [
      'finds template.getForObject("http://" + name + "/status", String.class);',
      '',
      java('template.getForObject("http://" + name + "/status", String.class);'),
      [
        '6 `doGet` sends a request to an address with `request.getParameter("name")`, which comes from the request, through `template.getForObject`.',
      ],
    ],
    [
      'finds java.net.http.HttpRequest.newBuilder(java.net.URI.create(name));',
      '',
      java('java.net.http.HttpRequest.newBuilder(java.net.URI.create(name));'),
      [
        '6 `doGet` sends a request to an address with `request.getParameter("name")`, which comes from the request, through `java.net.http.HttpRequest.newBuilder`.',
      ],
    ],
    [
      'is silent on new java.net.URL("https://example.com/").openStream();',
      '',
      java('new java.net.URL("https://example.com/").openStream();'),
      [],
    ],
    [
      'is silent on template.getForObject("https://example.com/?q=" + name, String.class);',
      '',
      java('template.getForObject("https://example.com/?q=" + name, String.class);'),
      [],
    ],
    [
      'is silent on template.getForObject(name, String.class);',
      '',
      java('if (!hosts.contains(name)) return;', 'template.getForObject(name, String.class);'),
      [],
    ],
  ]);
});

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/request-forgery in ${path}`, () => {
    fileCases(requestForgery, path, [
      [
        'finds axios.get(req.query.url);',
        '',
        script('axios.get(req.query.url);'),
        ['4 `show` sends a request to an address with `req.query.url`, which comes from the request, through `axios.get`.'],
      ],
      [
        'finds fetch(`https://${req.query.host}/status`);',
        '',
        script('fetch(`https://${req.query.host}/status`);'),
        ['4 `show` sends a request to an address with `req.query.host`, which comes from the request, through `fetch`.'],
      ],
      [
        'finds axios(options);',
        '',
        script("const options = { url: req.body.url, method: 'POST' };", 'axios(options);'),
        ['5 `show` sends a request to an address with `req.body.url`, which comes from the body of the request, through `axios`.'],
      ],
      [
        "is silent on axios.get('https://example.com/?q=' + req.query.q);",
        '',
        script("axios.get('https://example.com/?q=' + req.query.q);"),
        [],
      ],
      [
        "is silent on fetch('https://example.com/orders/' + encodeURIComponent(req.params.id));",
        '',
        script("fetch('https://example.com/orders/' + encodeURIComponent(req.params.id));"),
        [],
      ],
      ["is silent on axios.post('https://example.com/', req.body);", '', script("axios.post('https://example.com/', req.body);"), []],
    ]);
  });
}
