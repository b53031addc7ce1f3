import { openRedirect } from '../../../../src/rules/security/open-redirect.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `import javax.servlet.http.*;\nclass Page extends HttpServlet {\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    String name = request.getParameter("name");\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export function show(req, res) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('security/open-redirect in Java', () => {
  fileCases(openRedirect, 'src/main/java/Page.java', [
    [
      'finds response.sendRedirect(name);',
      '',
      java('response.sendRedirect(name);'),
      ['5 `doGet` sends the browser to `request.getParameter("name")`, which comes from the request, through `response.sendRedirect`.'],
    ],
    [
      'finds response.sendRedirect("https://" + name);',
      '',
      java('response.sendRedirect("https://" + name);'),
      ['5 `doGet` sends the browser to `request.getParameter("name")`, which comes from the request, through `response.sendRedirect`.'],
    ],
    [
      'finds response.setHeader("Location", name);',
      '',
      java('response.setHeader("Location", name);'),
      ['5 `doGet` sends the browser to `request.getParameter("name")`, which comes from the request, through `response.setHeader`.'],
    ],
    ['is silent on response.sendRedirect("/home");', '', java('response.sendRedirect("/home");'), []],
    ['is silent on response.sendRedirect("/orders/" + name);', '', java('response.sendRedirect("/orders/" + name);'), []],
    [
      'is silent on response.sendRedirect("https://example.com/?next=" + name);',
      '',
      java('response.sendRedirect("https://example.com/?next=" + name);'),
      [],
    ],
  ]);
});

const routed = (line: string): string =>
  `import { useRouter } from 'next/router';\n\nexport function Page() {\n  const router = useRouter();\n  ${line}\n}\n`;

for (const path of ['src/page.js', 'src/page.ts']) {
  describe(`security/open-redirect in ${path}`, () => {
    fileCases(openRedirect, path, [
      [
        'finds a page that the router is sent to',
        '',
        routed("router.push(router.query.next ?? '/');"),
        ['5 `Page` sends the browser to `router.query.next`, which comes from the address, through `router.push`.'],
      ],
      [
        'finds the path of an object',
        '',
        routed('router.replace({ pathname: router.query.next });'),
        ['5 `Page` sends the browser to `router.query.next`, which comes from the address, through `router.replace`.'],
      ],
      [
        'is silent on other parameters of the same page',
        '',
        routed('router.replace({ pathname: router.pathname, query: { ...router.query, tab } }, undefined, { shallow: true });'),
        [],
      ],
      ['is silent on parameters alone', '', routed('router.push({ query: { ...router.query, tab } });'), []],
      [
        'finds res.redirect(req.query.next);',
        '',
        script('res.redirect(req.query.next);'),
        ['2 `show` sends the browser to `req.query.next`, which comes from the request, through `res.redirect`.'],
      ],
      [
        'finds res.redirect(302, next);',
        '',
        script("const next = req.query.next || '/';", 'res.redirect(302, next);'),
        ['3 `show` sends the browser to `req.query.next`, which comes from the request, through `res.redirect`.'],
      ],
      [
        "finds window.location.href = new URLSearchParams(location.search).get('next');",
        '',
        script("window.location.href = new URLSearchParams(location.search).get('next');"),
        ['2 `show` sends the browser to `location.search`, which comes from the address, through `window.location.href`.'],
      ],
      [
        "finds res.redirect('/' + req.query.page), where a second slash makes it an address",
        '',
        script("res.redirect('/' + req.query.page);"),
        ['2 `show` sends the browser to `req.query.page`, which comes from the request, through `res.redirect`.'],
      ],
      ["is silent on res.redirect('/home');", '', script("res.redirect('/home');"), []],
      ["is silent on res.redirect('/orders/' + req.params.id);", '', script("res.redirect('/orders/' + req.params.id);"), []],
      [
        'is silent on res.redirect(req.query.next);',
        '',
        script("if (!['/a', '/b'].includes(req.query.next)) return;", 'res.redirect(req.query.next);'),
        [],
      ],
    ]);
  });
}

describe('security/open-redirect of a server action', () => {
  const action = (target: string, imported = 'next/navigation'): string =>
    `'use server';\nimport { redirect } from '${imported}';\n\nexport async function go(data: FormData) {\n  redirect(${target});\n}\n`;
  fileCases(openRedirect, 'src/app/go.ts', [
    [
      'finds a field of the form',
      '',
      action("data.get('next') as string"),
      ["5 `go` sends the browser to `data.get('next')`, which comes from the form, through `redirect`."],
    ],
    ['is silent on a path of its own', '', action("`/orders/${String(data.get('id'))}`"), []],
  ]);
});
