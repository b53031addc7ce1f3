import assert from 'node:assert/strict';
import { isAnswered, requestsIn, routesOf, type Route } from '../../../../../src/rules/tests/gaps/routes.ts';
import { seenInJava, seenInScript } from '../../../code/flow/scopes.ts';

const written = ({ verb, segments }: Route): string => `${verb ?? 'any'} /${segments.join('/')}`;

describe('the routes of a handler', () => {
  const routes = async (annotation: string, around = ''): Promise<readonly string[]> =>
    routesOf((await seenInJava(`package a;\n${around}\nclass A {\n  ${annotation}\n  void run() { see(1); }\n}\n`)).scope).map(written);
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['@GetMapping("/{id}")', '@RequestMapping("/orders")', ['GET /orders/{id}']],
    ['@PostMapping', '@RequestMapping("/orders")', ['POST /orders']],
    ['@DeleteMapping(path = "/a")', '', ['DELETE /a']],
    ['@GetMapping({"/a", "/b"})', '@RequestMapping({"/x", "/y"})', ['GET /x/a', 'GET /y/a', 'GET /x/b', 'GET /y/b']],
    ['@RequestMapping(value = "/a", method = RequestMethod.POST)', '', ['POST /a']],
    ['@RequestMapping(value = "/a", method = PUT)', '', ['PUT /a']],
    ['@RequestMapping("/a")', '', ['any /a']],
    ['@GetMapping(Paths.ALL)', '', ['GET /']],
    ['@Transactional', '@RequestMapping("/orders")', []],
  ];
  for (const [annotation, around, expected] of cases)
    it(`${around} ${annotation}`.trim(), async () => {
      assert.deepEqual(await routes(annotation, around), expected);
    });
});

describe('the requests of a test', () => {
  const requests = async (text: string): Promise<readonly string[]> =>
    requestsIn((await seenInScript(`see(1);\n${text};\n`)).scope).map(written);
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["request(app).get('/owners/1')", ['GET /owners/1']],
    ["client.post().uri('/owners')", ['POST /owners']],
    ["request('/owners?page=2#top')", ['any /owners']],
    ["fetch('https://shop.example/owners/')", ['any /owners']],
    ["app.inject({ url: '/owners' })", ['any /owners']],
    ["say('no /path')", []],
    ["use('/owners')", ['any /owners']],
  ];
  for (const [text, expected] of cases)
    it(text, async () => {
      assert.deepEqual(await requests(text), expected);
    });
  it('have any segment where it is put together', async () => {
    assert.deepEqual(await requests('request(app).put(`/owners/${id}/pets`)'), ['PUT /owners/*/pets']);
    assert.deepEqual(await requests('request(app).put(`${host}/owners/${id}`)'), ['PUT /owners/*']);
    assert.deepEqual(await requests('request(app).put(host + base + "/owners/" + id)'), ['PUT /owners/*']);
    assert.deepEqual(await requests('say(`${one} and ${two}`)'), []);
  });
});

describe('a request', () => {
  const answered = (asked: string, route: string): boolean => {
    const parsed = (text: string): Route => {
      const [verb = '', path = ''] = text.split(' ');
      return { ...(verb !== 'any' && { verb }), segments: path.split('/').filter((each) => each !== '') };
    };
    return isAnswered(parsed(asked), parsed(route));
  };
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['GET /a/1', 'GET /a/{id}', true],
    ['GET /a/1', 'GET /a/:id', true],
    ['any /a/1', 'GET /a/*', true],
    ['GET /a/1', 'any /a/1', true],
    ['GET /a/*', 'GET /a/new', true],
    ['GET /a/1', 'POST /a/{id}', false],
    ['GET /a/1', 'GET /a', false],
    ['GET /a/1', 'GET /b/{id}', false],
    ['GET /a/1', 'GET /a/new', false],
  ];
  for (const [asked, route, expected] of cases)
    it(`${asked} is ${expected ? '' : 'not '}for ${route}`, () => {
      assert.equal(answered(asked, route), expected);
    });
});
