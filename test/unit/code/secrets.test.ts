import assert from 'node:assert/strict';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { findSecrets } from '../../../src/code/secrets.ts';

const letters = 'aB3dE5gH7jK9mN1pQ2sT4vW6yZ8cF0xRbL';
const some = (length: number): string => letters.repeat(10).slice(0, length);
const plain = (length: number): string => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP'.slice(0, length);

/** Put together here, so that no scanner takes this file for a leak. */
const samples: Readonly<Record<string, readonly string[]>> = {
  aws: [`aws_secret_access_key = ${some(40)}`, `SECRETACCESSKEY: "${some(40)}"`],
  npm: [`npm_${some(36)}`],
  slack: [
    `xoxb-${some(12)}-${some(24)}`,
    `xapp-1-${some(12)}-${some(24)}`,
    `https://hooks.Slack.com/services/T${some(9)}/B${some(9)}/${some(24)}`,
  ],
  basicauth: [`https://someone:${some(12)}@acme.org/a`, `ftp://someone:${some(12)}@acme.org`],
  openai: [`sk-${some(20)}T3BlbkFJ${some(20)}`, `sk-proj-${some(58)}T3BlbkFJ${some(58)}`],
  anthropic: [`sk-ant-api03-${some(93)}AA`],
  groq: [`gsk_${some(52)}`],
  huggingface: [`hf_${plain(34)}`],
  linear: [`lin_api_${some(40)}`],
  notion: [`ntn_12345678901${some(35)}`],
  privatekey: [`-----BEGIN RSA PRIVATE KEY-----\nMI${some(300)}\n-----END RSA PRIVATE KEY-----`],
  sendgrid: [`SG.${some(22)}.${some(43)}`],
  shopify: [`shpat_${some(32)}`, `shppa_${some(32)}`],
  github: [`ghp_${some(36)}`, `github_pat_${some(82)}`],
  'hashicorp-vault': [`hvs.${some(95)}`, `hvb.${some(140)}`, `hvr.${some(90)}`],
  vercel: [`vcp_${some(24)}`],
  databricks: [`dapi${'0aB9c8D7'.repeat(4)}`],
  docker: [`dckr_pat_${some(27)}`],
  figma: [`figd_${some(40)}`],
  gitlab: [`glpat-${some(20)}`],
  grafana: [`glc_${some(40)}`, `glsa_${some(32)}_0aB9c8D7`],
  'database-connection-string': [
    `mongodb+srv://someone:${some(12)}@acme.org/db`,
    `jdbc:mysql://someone:${some(12)}@acme.org/db`,
    `POSTGRES://someone:${some(12)}@acme.org`,
  ],
};

describe('findSecrets', () => {
  for (const [kind, texts] of Object.entries(samples)) {
    it(`finds ${kind}`, async () => {
      for (const text of texts) {
        const content = `a\nconst b = '${text}';\n`;
        const found = await findSecrets(content, [{ start: 0, end: content.length }]);
        assert.equal(found.length > 0, true, `${text.slice(0, 12)}…`);
      }
    });
  }

  it('looks at touched text only', async () => {
    const content = `npm_${some(36)}\nconst b = 1;\n`;
    assert.deepEqual(await findSecrets(content, [{ start: 41, end: content.length }]), []);
  });

  it('knows of all rules that the scanner recommends what they look for', () => {
    const ids: string[] = [];
    const context = { registerRule: ({ meta }: { meta: { id: string } }) => ids.push(meta.id.replace('@secretlint/secretlint-rule-', '')) };
    (creator.create as (context: unknown, options: unknown) => void)(context, []);
    // Two look at what is encoded in a whole file or in the secret, one says what is let through.
    const others = ['gcp', '1password', 'filter-comments'];
    assert.deepEqual(ids.filter((id) => !others.includes(id)).sort(), Object.keys(samples).sort());
  });
});
