import assert from 'node:assert/strict';
import { disabledCsrfProtection } from '../../../../src/rules/security/disabled-csrf-protection.ts';
import { hardcodedSecret } from '../../../../src/rules/security/hardcoded-secret.ts';
import { lines, reviewTexts } from '../reviewing.ts';

const security = (name: string, ...body: readonly string[]): string =>
  `class Security {\n  SecurityFilterChain ${name}(HttpSecurity http) throws Exception {\n${body.map((line) => `    ${line}\n`).join('')}    return http.build();\n  }\n}\n`;
const off = 'Protection against forged requests is switched off: any page can act in the name of a user who is signed in.';

describe('what is new', () => {
  it('is not what was there, written otherwise in a function of another name', async () => {
    const base = { 'src/main/java/Security.java': security('configure', 'http.httpBasic();', 'http.csrf().disable();') };
    const head = { 'src/main/java/Security.java': security('chain', 'http.csrf(csrf -> csrf.disable());') };
    assert.deepEqual(lines(await reviewTexts(base, head, [disabledCsrfProtection])), [
      `unchanged warning src/main/java/Security.java:3 ${off}`,
    ]);
  });

  it('is what is there once more than before', async () => {
    const [one, other] = ['http.csrf().disable();', 'https.csrf(csrf -> csrf.disable());'];
    const base = { 'src/main/java/Security.java': security('chain', one) };
    const head = { 'src/main/java/Security.java': security('chain', one, other) };
    assert.deepEqual(lines(await reviewTexts(base, head, [disabledCsrfProtection])), [
      `unchanged warning src/main/java/Security.java:3 ${off}`,
      `new warning src/main/java/Security.java:4 ${off}`,
    ]);
  });

  it('is another secret, though the same sentence tells it', async () => {
    const written = (value: string): string => `export const connect = () => open({ password: '${value}' });\n`;
    const found = await reviewTexts({ 'src/db.ts': written('k9Zp4Lw81Qx') }, { 'src/db.ts': written('k9Zp7Rt20Vb') }, [hardcodedSecret]);
    assert.deepEqual(
      found.findings.map(({ state, location }) => [state, location.start.line]),
      [
        ['absent', 1],
        ['new', 1],
      ],
    );
  });
});
