import { patternRule } from '../pattern/pattern-rule.ts';
import { consequence } from './web/cookie-flags.ts';
import { weakCookiesInJava } from './web/cookies-java.ts';
import { weakCookiesInScript } from './web/cookies-script.ts';
import { weakCookieTexts } from './web/cookie-texts.ts';

export const insecureCookie = patternRule({
  id: 'security/insecure-cookie',
  title: 'A cookie can be read on the way or by scripts',
  reason:
    'A cookie without `Secure` goes over plain HTTP as well, where anyone on the way reads it; one without `HttpOnly` can be read by any script that gets onto the page. Whoever has a session cookie is the user.',
  remedy:
    'Set `Secure` and `HttpOnly`, and `SameSite` to `Lax` or `Strict`. For local work serve HTTPS, or let a setting of the environment decide.',
  severity: 'warning',
  confidence: 'medium',
  category: 'cookie',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [614, 1004],
  sources: [
    {
      title: 'OWASP Session Management Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#cookies',
    },
  ],
  limits:
    'Flags that are set for all cookies elsewhere, by a container or a proxy, are not seen. Where nothing is said about a flag only cookies are found whose name tells that they stand for a person, and session cookies; in Java others, too, as a note, unless their name is that of a preference.',
  examples: [
    {
      name: 'a flag is switched off',
      base: {},
      head: {
        'src/main/java/Login.java':
          'class Login {\n  void remember(HttpServletResponse response, String key) {\n    Cookie cookie = new Cookie("remember", key);\n    cookie.setSecure(false);\n    cookie.setHttpOnly(true);\n    response.addCookie(cookie);\n  }\n}\n',
      },
      finds: ['src/main/java/Login.java:4 Cookie `remember` can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
      fixed: {
        'src/main/java/Login.java':
          'class Login {\n  void remember(HttpServletResponse response, String key) {\n    Cookie cookie = new Cookie("remember", key);\n    cookie.setSecure(true);\n    cookie.setHttpOnly(true);\n    response.addCookie(cookie);\n  }\n}\n',
      },
    },
    {
      name: 'both flags are on',
      base: {},
      head: {
        'src/main/java/Login.java':
          'class Login {\n  void remember(HttpServletResponse response, String key) {\n    Cookie cookie = new Cookie("remember", key);\n    cookie.setSecure(true);\n    cookie.setHttpOnly(true);\n    response.addCookie(cookie);\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a session cookie says nothing about its flags',
      base: {},
      head: { 'src/login.ts': "export function open(res: Response, id: string) {\n  res.cookie('sessionId', id);\n}\n" },
      finds: [
        'src/login.ts:2 Cookie `sessionId` can be stolen: it is sent over plain HTTP, too (`secure` is off), and scripts on the page can read it (`httpOnly` is off).',
      ],
      fixed: {
        'src/login.ts':
          "export function open(res: Response, id: string) {\n  res.cookie('sessionId', id, { httpOnly: true, secure: true, sameSite: 'lax' });\n}\n",
      },
    },
    {
      name: 'the environment decides',
      base: {},
      head: {
        'src/login.ts':
          "export function open(res: Response, id: string) {\n  res.cookie('sessionId', id, { httpOnly: true, secure: process.env.NODE_ENV === 'production' });\n}\n",
      },
      finds: [],
    },
    {
      name: 'the session’s cookie is not secure',
      base: {},
      head: {
        'src/app.js':
          "const session = require('express-session');\n\napp.use(session({ secret: settings.secret, cookie: { secure: false } }));\n",
      },
      finds: ['src/app.js:3 The session cookie can be stolen: it is sent over plain HTTP, too (`secure` is off).'],
      fixed: {
        'src/app.js':
          "const session = require('express-session');\n\napp.use(session({ secret: settings.secret, cookie: { secure: true } }));\n",
      },
    },
    {
      name: 'a cookie holds a preference',
      base: {},
      head: { 'src/app.js': "export const remember = (res, theme) => res.cookie('theme', theme);\n" },
      finds: [],
    },
  ],
  *look(code) {
    const found = code.file.facts?.language === 'java' ? weakCookiesInJava(code) : weakCookiesInScript(code);
    for (const { at, range, cookie, missing, edits, severity } of [...found, ...weakCookieTexts(code)]) {
      yield {
        at,
        range,
        message: `${cookie} can be stolen: ${missing.map((flag) => consequence[flag]).join(', and ')}.`,
        ...(severity && { severity }),
        // Unsafe: over plain HTTP, as in local work, the cookie is not sent any more.
        ...(edits.length > 0 && { fix: { title: 'Set the flags', edits } }),
      };
    }
  },
});
