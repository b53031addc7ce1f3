import { itemsOf, member, membersOf, scalarOf } from '../../../code/document-node.ts';
import { mayBeManifest, objectsIn, type ClusterObject } from '../../container-places.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

interface Annotation {
  readonly named: RegExp;
  readonly family: string;
  readonly what: string;
  readonly category: string;
  readonly byDefault?: boolean;
}

const annotations: readonly Annotation[] = [
  {
    named: /(?:^|\.)nginx\.(?:ingress\.kubernetes\.io|org)\/ssl-redirect$/,
    family: 'the way to HTTPS',
    what: 'the redirect to HTTPS',
    category: 'cleartext-transport',
    byDefault: true,
  },
  {
    named: /(?:force-)?ssl-redirect$|redirect-to-https$|\/allow-http$/,
    family: 'the way to HTTPS',
    what: 'the redirect to HTTPS',
    category: 'cleartext-transport',
  },
  {
    named: /\/auth-(?:url|type|tls-secret|tls-verify-client|secret)$|\/auth-idp-cognito$/,
    family: 'access at the ingress',
    what: 'the check of who calls',
    category: 'missing-auth',
  },
  {
    named: /\/(?:whitelist|allowlist|white-list)-source-range$|\/inbound-cidrs$|load-balancer-source-ranges$/,
    family: 'who may reach it',
    what: 'the list of who may reach it',
    category: 'exposure',
  },
  {
    named: /\/limit-(?:rps|rpm|connections|req-\w{1,20})$|\/rate-limit\w{0,20}$/,
    family: 'the limit on how often it may be called',
    what: 'the limit on how often it may be called',
    category: 'dos',
  },
  {
    named: /\/(?:enable-modsecurity|enable-owasp-core-rules|modsecurity-snippet|wafv2-acl-arn|waf-acl-id|wafv2-web-acl)$/,
    family: 'the firewall of the application',
    what: 'the firewall of the application',
    category: 'exposure',
  },
];

/** Annotations of Ingress and Service objects that protect what is behind them, and TLS at the ingress. */
export const ingresses: DeclaredKind = {
  mayDeclare: (file) => mayBeManifest(file) && /^kind:\s{0,4}(?:Ingress|Service|HTTPRoute|Gateway)\b/m.test(file.text),
  find: (file) => objectsIn(file).flatMap((each) => [...annotated(each), ...tlsOf(each), ...rangesOf(each)]),
  isStillThere: ({ key }, head) => objectsIn(head).some(({ owner }) => key.startsWith(`${owner} `)),
};

function annotated({ owner, node }: ClusterObject): readonly DeclaredSafeguard[] {
  return membersOf(member(node, 'metadata', 'annotations')).flatMap(([name, value]) => {
    const kind = annotations.find(({ named }) => named.test(name));
    if (!kind) return [];
    const off = name.endsWith('/allow-http') ? 'true' : 'false';
    const said = String(scalarOf(value) ?? '');
    const level = said === off || /^(?:none|off|0|0\.0\.0\.0\/0|::\/0|)$/.test(said) ? 0 : 1;
    const { family, what, category, byDefault } = kind;
    return [
      { family, key: `${owner} ${name}`, what: `${what} (${owner})`, level, category, ...(byDefault && { byDefault }), ...told(value) },
    ];
  });
}

function tlsOf({ kind, owner, node }: ClusterObject): readonly DeclaredSafeguard[] {
  const tls = kind === 'Ingress' ? member(node, 'spec', 'tls') : undefined;
  if (!tls) return [];
  const level = itemsOf(tls).length > 0 ? 1 : 0;
  return [
    { family: 'the way to HTTPS', key: `${owner} tls`, what: `TLS (${owner})`, level, category: 'cleartext-transport', ...told(tls) },
  ];
}

function rangesOf({ kind, owner, node }: ClusterObject): readonly DeclaredSafeguard[] {
  const ranges = kind === 'Service' ? member(node, 'spec', 'loadBalancerSourceRanges') : undefined;
  if (!ranges) return [];
  const level = itemsOf(ranges).some((each) => /^(?:0\.0\.0\.0|::)\/0$/.test(String(scalarOf(each)))) ? 0 : 1;
  return [
    {
      family: 'who may reach it',
      key: `${owner} ranges`,
      what: `the list of who may reach it (${owner})`,
      level,
      category: 'exposure',
      ...told(ranges),
    },
  ];
}
