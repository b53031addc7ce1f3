import { flowRule } from './flow/flow-rule.ts';

export const requestForgery = flowRule({
  id: 'security/request-forgery',
  danger: 'request',
  category: 'ssrf',
  title: 'Data from outside chooses where the server sends a request',
  reason:
    'The server reaches hosts that a stranger does not: the metadata of the cloud, databases, administration pages. Who chooses the address uses it as his proxy; who chooses a part of the path calls another operation.',
  remedy: 'Choose the host from a fixed list, and encode what becomes a part of the path or query.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [918],
  sources: [
    {
      title: 'OWASP Server Side Request Forgery Prevention Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  limits:
    'Data is followed inside a function, through nested functions and through functions of the same file; what comes from other files is not. A check whose name says that a value is good or bad (`isValid…`, `validate…`, `isUnsafe…`) is taken at its word.',
  examples: [
    {
      name: 'it arrives there as it came',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    new java.net.URL(name).openStream();\n  }\n}\n',
      },
      finds: [
        'src/main/java/Page.java:6 `doGet` sends a request to an address with `request.getParameter("name")`, which comes from the request, through `openStream`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/main/java/Page.java':
          'import javax.servlet.http.*;\n\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n    new java.net.URL("https://api.example.com/?q=" + java.net.URLEncoder.encode(name, "UTF-8")).openStream();\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.js': "import axios from 'axios';\n\nexport function show(req, res) {\n  axios.get(req.query.url);\n}\n" },
      finds: [
        'src/page.js:4 `show` sends a request to an address with `req.query.url`, which comes from the request, through `axios.get`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.js':
          "import axios from 'axios';\n\nexport function show(req, res) {\n  axios.get('https://api.example.com/?q=' + encodeURIComponent(req.query.q));\n}\n",
      },
      finds: [],
    },
    {
      name: 'it arrives there as it came',
      base: {},
      head: { 'src/page.ts': "import axios from 'axios';\n\nexport function show(req, res) {\n  axios.get(req.query.url);\n}\n" },
      finds: [
        'src/page.ts:4 `show` sends a request to an address with `req.query.url`, which comes from the request, through `axios.get`.',
      ],
    },
    {
      name: 'it was made harmless',
      base: {},
      head: {
        'src/page.ts':
          "import axios from 'axios';\n\nexport function show(req, res) {\n  axios.get('https://api.example.com/?q=' + encodeURIComponent(req.query.q));\n}\n",
      },
      finds: [],
    },
  ],
  says: ({ where, data, from, sink }) => `${where} sends a request to an address with ${data}, which comes from ${from}, through ${sink}.`,
});
