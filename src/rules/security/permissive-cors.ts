import { patternRule, type Sighting } from '../pattern/pattern-rule.ts';
import { openByDecorator, openHeaders, openInJava, openInScript, type OpenCors } from './web/cors.ts';

export const permissiveCors = patternRule({
  id: 'security/permissive-cors',
  title: 'Every other site may read the answers',
  reason:
    'A browser keeps one site from reading another’s answers unless the other allows it (CORS). Where every origin is allowed, or the one that asks is sent back, any page that a user opens can read what this service answers to him; with credentials even as that user.',
  remedy: 'Name the origins that may ask, and compare the whole origin with that list. Allow credentials only together with such a list.',
  severity: 'warning',
  confidence: 'medium',
  category: 'cors',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [942, 346],
  sources: [{ title: 'MDN: Cross-Origin Resource Sharing', url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/CORS' }],
  limits:
    'An origin that comes from settings, and rules of a proxy, are not seen. A public answer without credentials may be open on purpose: then say so in an allow comment.',
  examples: [
    {
      name: 'every origin may come with credentials',
      base: {},
      head: {
        'src/main/java/Web.java':
          'class Web implements WebMvcConfigurer {\n  public void addCorsMappings(CorsRegistry registry) {\n    registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);\n  }\n}\n',
      },
      finds: ['src/main/java/Web.java:3 Any site may read the answers, with the user’s cookies.'],
    },
    {
      name: 'one origin may come',
      base: {},
      head: {
        'src/main/java/Web.java':
          'class Web implements WebMvcConfigurer {\n  public void addCorsMappings(CorsRegistry registry) {\n    registry.addMapping("/**").allowedOrigins("https://shop.acme.com").allowCredentials(true);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'the origin that asks is sent back',
      base: {},
      head: {
        'src/cors.ts':
          "export function open(req: Request, res: Response) {\n  res.setHeader('Access-Control-Allow-Origin', req.headers.origin);\n  res.setHeader('Access-Control-Allow-Credentials', 'true');\n}\n",
      },
      finds: ['src/cors.ts:2 Whatever site asks may read the answers, with the user’s cookies.'],
    },
    {
      name: 'the origin is looked up in a list',
      base: {},
      head: {
        'src/cors.ts':
          "export function open(req: Request, res: Response) {\n  const origin = req.headers.origin;\n  if (allowed.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin);\n  res.setHeader('Access-Control-Allow-Credentials', 'true');\n}\n",
      },
      finds: [],
    },
    {
      name: 'a middleware lets all in',
      base: {},
      head: { 'src/app.js': "const cors = require('cors');\n\napp.use(cors({ origin: true, credentials: true }));\n" },
      finds: ['src/app.js:3 Whatever site asks may read the answers, with the user’s cookies.'],
    },
    {
      name: 'a middleware has a list',
      base: {},
      head: { 'src/app.js': "const cors = require('cors');\n\napp.use(cors({ origin: ['https://shop.acme.com'], credentials: true }));\n" },
      finds: [],
    },
  ],
  *look(code) {
    const java = code.file.facts?.language === 'java';
    for (const open of [...openHeaders(code), ...(java ? openInJava(code) : [...openInScript(code), ...openByDecorator(code)])])
      yield sightingOf(open);
  },
});

const someone: Readonly<Record<OpenCors['who'], string>> = {
  any: 'Any site may read the answers',
  asking: 'Whatever site asks may read the answers',
  null: 'Pages without an origin, such as a sandboxed frame of any site, may read the answers',
};

function sightingOf({ at, range, who, credentials, byDefault }: OpenCors): Sighting {
  const harmless = !credentials && who === 'null' && at.file.facts?.language !== 'java';
  // The answers of an open API may be for everyone, but nobody has said so.
  const unsaid = !credentials && byDefault === true;
  return {
    at,
    range,
    message: `${someone[who]}${credentials ? ', with the user’s cookies' : ''}.`,
    ...(unsaid && { severity: 'note' as const }),
    ...(harmless && { confidence: 'low' as const }),
  };
}
