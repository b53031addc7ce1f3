/** A kind of secret that can be told by its looks. */
export interface SecretFormat {
  readonly kind: string;
  /** Linear: every repetition is bounded or of one class. The first group, where there is one, is the secret. */
  readonly pattern: RegExp;
  /** What every such secret holds, where the pattern begins with anything: to look for it first is much faster. */
  readonly needle?: string;
}

const format = (kind: string, pattern: RegExp, needle?: string): SecretFormat => ({
  kind,
  pattern: new RegExp(pattern.source, `g${pattern.flags}`),
  ...(needle !== undefined && { needle }),
});

/** The formats that vendors document for their tokens, so that scanners can find them. */
export const secretFormats: readonly SecretFormat[] = [
  format('AWS access key id', /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/),
  format('AWS secret access key', /\baws_?secret_?(?:access_?)?key["']?\s{0,3}[:=]{1,2}\s{0,3}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i),
  format('Google API key', /\bAIza[\w-]{35}(?![\w-])/),
  format('Google OAuth client secret', /\bGOCSPX-[\w-]{28}(?![\w-])/),
  format('Google OAuth token', /\bya29\.[\w-]{30,200}/),
  format('GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,251}\b/),
  format('GitHub fine-grained token', /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/),
  format('GitLab token', /\b(?:glpat|gldt|glrt|glcbt|glptt|gloas|glsoat|glimt|glagent|glft)-[\w-]{20,80}/),
  format('Slack token', /\bxox[abeoprs]-(?:\d-)?\d{8,14}-[\w-]{10,200}/),
  format('Slack app token', /\bxapp-\d-[A-Z0-9]{9,14}-\d{10,16}-[a-f0-9]{60,70}\b/),
  format('Slack webhook', /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{8,12}\/[A-Z0-9]{8,14}\/[\w/]{18,60}/),
  format('Stripe key', /\b[rs]k_(?:live|test|prod)_[A-Za-z0-9]{16,200}\b/),
  format('Stripe webhook secret', /\bwhsec_[A-Za-z0-9+/]{32,64}/),
  format('Anthropic API key', /\bsk-ant-(?:api|admin|sid)\d{2}-[\w-]{80,120}/),
  format('OpenAI API key', /\bsk-(?:proj|svcacct|admin|None)-[\w-]{40,200}|\bsk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}\b/),
  format('Hugging Face token', /\bhf_[A-Za-z]{34}\b/),
  format('npm token', /\bnpm_[A-Za-z0-9]{36}\b/),
  format('npm registry auth token', /_authToken=((?!\$)[\w-]{20,100})/),
  format('PyPI token', /\bpypi-AgE[\w-]{50,250}/),
  format('RubyGems key', /\brubygems_[a-f0-9]{48}\b/),
  format('SendGrid API key', /\bSG\.[\w-]{16,32}\.[\w-]{16,64}/),
  format('Twilio API key', /\bSK[a-f0-9]{32}\b/),
  format('Mailgun key', /\bkey-[a-f0-9]{32}\b/),
  format('Mailchimp key', /\b[a-f0-9]{32}-us\d{1,2}\b/, '-us'),
  format('Azure storage key', /\bAccountKey=([A-Za-z0-9+/]{86}==)/, 'AccountKey='),
  format('Azure shared access key', /\bSharedAccessKey=([A-Za-z0-9+/]{43}=)/, 'SharedAccessKey='),
  format('Azure client secret', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/, 'Q~'),
  format('DigitalOcean token', /\bdo[opr]_v1_[a-f0-9]{64}\b/),
  format('Shopify token', /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\b/),
  format('Square token', /\bsq0(?:atp|csp|idp)-[\w-]{22,43}/),
  format('Telegram bot token', /\b\d{8,10}:AA[\w-]{33}(?![\w-])/, ':AA'),
  format('Discord webhook', /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,72}/),
  format('Discord bot token', /\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}\b/),
  format('Databricks token', /\bdapi[a-f0-9]{32}\b/),
  format('Docker Hub token', /\bdckr_pat_[\w-]{27,40}/),
  format('Docker registry password', /"auth"\s{0,5}:\s{0,5}"([A-Za-z0-9+/]{16,400}={0,2})"/),
  format('Terraform Cloud token', /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,72}/, '.atlasv1.'),
  format('HashiCorp Vault token', /\bhv[sbr]\.[\w-]{24,200}/),
  format('Doppler token', /\bdp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9.]{40,60}\b/),
  format('Linear key', /\blin_api_[A-Za-z0-9]{40}\b/),
  format('Notion token', /\b(?:ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43})\b/),
  format('Postman key', /\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b/),
  format('New Relic key', /\bNRAK-[A-Z0-9]{27}\b/),
  format('Grafana token', /\bglsa_[A-Za-z0-9]{32}_[a-f0-9]{8}\b|\bglc_[A-Za-z0-9+/]{32,400}={0,2}/),
  format('Sentry token', /\bsntry[su]_[\w+/=-]{40,300}/),
  format('PlanetScale secret', /\bpscale_(?:tkn|pw|oauth)_[\w.=-]{32,64}/),
  format('Supabase token', /\bsbp_[a-f0-9]{40}\b/),
  format('Atlassian token', /\bATATT3[\w=-]{150,250}/),
  format('Dropbox token', /\bsl\.(?:u\.)?[\w-]{120,400}/),
  format('Figma token', /\bfig[dou]_[\w-]{40,60}/),
  format('JFrog key', /\bAKCp[A-Za-z0-9]{69,80}\b/),
  format('Fly.io token', /\bfo1_[\w-]{43}\b/),
  format('Netlify token', /\bnfp_[A-Za-z0-9_]{36}\b/),
  format('Vercel token', /\bvc[pkair]_[A-Za-z0-9]{50,70}\b/),
  format('Airtable token', /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b/),
  format('age key', /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/),
  format('JSON Web Token', /\beyJ[\w-]{10,400}\.eyJ[\w-]{10,4000}\.[\w-]{16,1000}/),
  format(
    'private key',
    /-----BEGIN (?:(?:RSA|DSA|EC|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----(?:\\n|\\r|["'\s+]){0,12}[A-Za-z0-9+/=]{40,80}/,
  ),
  format('connection string with a password', /\b[a-z][a-z0-9+.]{1,20}:\/\/[^\s:@/'"`<>{}$]{1,80}:([^\s@/'"`<>{}$]{3,100})@[\w-]/i, '://'),
  format('password in a JDBC URL', /\bjdbc:[^\s"'`]{1,200}[?&;]password=([^\s&;"'`]{3,80})/i),
  format('credentials in a header', /\bBasic ([A-Za-z0-9+/]{16,200}={0,2})(?=["'`])/),
  format('access token in a header', /\bBearer ([\w.~+/-]{24,400}={0,2})(?=["'`])/),
];
