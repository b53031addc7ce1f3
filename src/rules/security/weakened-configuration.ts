import * as z from 'zod/mini';
import type { ChangedFile, CodeChange } from '../../code/code-change.ts';
import { shownRange, type ScalarNode } from '../../code/document-node.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { relaxedName, settingsOf } from '../document-settings.ts';
import { defineChangeRule } from '../rule.ts';
import { raisedLimit } from './infrastructure/raised-limits.ts';
import { weakSettings, type WeakSetting } from './infrastructure/weak-settings.ts';

const path = 'src/main/resources/application.yml';

export const weakenedConfiguration = defineChangeRule({
  id: 'security/weakened-configuration',
  title: 'A setting that protects the application is turned off or opened',
  reason:
    'Configuration is reviewed less than code and protects as much: one line opens the management endpoints to everyone, sends passwords unencrypted or shows stack traces to attackers.',
  remedy: 'Keep the setting; where a developer needs it otherwise, put that into the profile of local work.',
  severity: 'warning',
  confidence: 'high',
  yieldsTo: ['security/cleartext-connection', 'security/disabled-tls-verification', 'security/hardcoded-secret'],
  languages: 'any',
  cwe: [1188, 16, 319],
  needs: [],
  sources: [
    {
      title: 'Spring Boot: exposing endpoints',
      url: 'https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.exposing',
    },
    { title: 'OWASP Top 10: security misconfiguration', url: 'https://owasp.org/Top10/A05_2021-Security_Misconfiguration/' },
  ],
  limits:
    'Settings of Spring Boot in `application*.yml` and `.properties`, and in any such file switches whose names say that they protect (`…tls.enabled`, `csrf`, `verify…`) and that go from true to false. Profiles for tests and local work are left out.',
  examples: [
    {
      name: 'all management endpoints are opened',
      base: { [path]: 'management:\n  endpoints:\n    web:\n      exposure:\n        include: health\n' },
      head: { [path]: 'management:\n  endpoints:\n    web:\n      exposure:\n        include: "*"\n' },
      finds: [
        `${path}:5 \`management.endpoints.web.exposure.include\` goes from \`health\` to \`*\`: the environment, memory and loggers of the application can be read over the web.`,
      ],
    },
    {
      name: 'TLS is turned off',
      base: { 'src/main/resources/application.properties': 'server.ssl.enabled=true\n' },
      head: { 'src/main/resources/application.properties': 'server.ssl.enabled=false\n' },
      finds: [
        'src/main/resources/application.properties:1 `server.ssl.enabled` goes from `true` to `false`: what is sent can be read and changed on the way.',
      ],
    },
    {
      name: 'the profile of local work shows more',
      base: {},
      head: { 'src/main/resources/application-local.yml': 'management.endpoint.health.show-details: always\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(change: CodeChange) {
    for (const file of change.files) if (isConfiguration(file)) yield* weakened(file);
  },
});

const localWork = /(?:^|[-./_])(?:dev|develop|development|local|test|tests|ci|it|e2e|docker|sample|example)(?:[-./_]|$)/i;

function isConfiguration({ path: file, head }: ChangedFile): boolean {
  if (!head || head.role === 'test' || head.role === 'generated' || head.role === 'vendored' || head.role === 'documentation') return false;
  return (
    /\.(?:ya?ml|properties)$/.test(file) &&
    !localWork.test(file.replace(/^.*\/src\/(?=main\/)/, '')) &&
    (/(?:^|\/)(?:application|bootstrap|config|settings|values|server)[\w.-]*$/.test(file) ||
      (!/(?:^|\/)gradle\b/.test(file) && speaksOfSpring(head.text)))
  );
}

/** Settings of Spring Boot are in files of other names, too. */
function speaksOfSpring(text: string): boolean {
  return /^(?:management|spring|server|bootstrap\.servers|security\.protocol)[.:=]/m.test(text.slice(0, 20_000));
}

function* weakened({ base, head }: ChangedFile): Generator<FindingDraft> {
  const before = new Map([...settingsOf(base)].map(([name, node]) => [relaxedName(name), node]));
  const written = new Map([...settingsOf(head)].map(([name, node]) => [relaxedName(name), { name, node }]));
  for (const [relaxed, { name, node }] of written) {
    const old = before.get(relaxed);
    const setting = weakSettings.find((each) => each.name.test(relaxed));
    const risk = setting
      ? opened(setting, old, node)
        ? setting.risk
        : undefined
      : (switchedOff(relaxed, old, node) ?? raisedLimit(relaxed, old, node));
    if (risk === undefined) continue;
    yield {
      message: `\`${name}\` ${old ? `goes from \`${shown(old)}\` to` : 'is set to'} \`${shown(node)}\`: ${risk}.`,
      place: { file: node.file, range: shownRange(node) },
      subject: `${relaxed} weaker`,
      ...(old && { related: [{ file: old.file, range: shownRange(old), caption: 'before' }] }),
      ...(!setting && { confidence: 'medium' as const }),
      properties: { category: setting?.category ?? 'misconfig' },
    };
  }
}

function opened({ isWeak }: WeakSetting, old: ScalarNode | undefined, now: ScalarNode): boolean {
  return isWeak(String(now.value)) && !(old && isWeak(String(old.value)));
}

const protecting =
  /(?:^|\.)(?:ssl|tls|https|csrf|mtls|auth|authentication|authorization|encryption|encrypt|signature|verify\w*|validatecertificate|hostnameverification|ratelimit\w*|audit\w*|secure|httponly|securitycontext|networkpolicy|readonlyrootfilesystem|runasnonroot)(?:\.(?:enabled|required|enforce|active))?$/;

/** A switch whose name says that it protects. */
function switchedOff(name: string, old: ScalarNode | undefined, now: ScalarNode): string | undefined {
  if (!old || String(old.value) !== 'true' || String(now.value) !== 'false') return undefined;
  return protecting.test(name) ? 'what it protected is open from then on' : undefined;
}

/** Never a password that may stand in an address. */
function shown({ value }: ScalarNode): string {
  return String(value)
    .replace(/\/\/[^@/]{1,200}@/, '//…@')
    .replace(/(password=)[^&;]{1,200}/i, '$1…')
    .slice(0, 80);
}
