import { contractRule } from '../contract-rule.ts';
import type { Example } from '../rule.ts';

const chart = (values: string): Record<string, string> => ({
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/templates/service.yaml': 'port: {{ .Values.service.port }}\n',
  'chart/values.yaml': values,
});

const examples: readonly Example[] = [
  {
    name: 'a value has another name',
    base: chart('service:\n  port: 80\ningressHost: shop.test\n'),
    head: chart('service:\n  port: 80\nhostName: shop.test\n'),
    finds: [
      'chart/values.yaml:3 The value `ingressHost` is `hostName` now: installations that set it are no longer configured by it, and are not told.',
    ],
  },
  {
    name: 'a value is new',
    base: chart('service:\n  port: 80\n'),
    head: chart('service:\n  port: 80\n  type: ClusterIP\n'),
    finds: [],
  },
];

export const helmValuesBreak = contractRule('helm-values', {
  id: 'compatibility/helm-values-break',
  title: 'A value of a Helm chart that no longer does what it did',
  reason:
    'Who installs a chart sets its values in a file of their own. Helm says nothing about a value that the chart does not know: after the update the installation runs without what was set.',
  remedy:
    'Go on reading the old name where it is set, and fail with a message that names the new one. Say what must be done in the notes of the chart.',
  sources: [{ title: 'Helm: values', url: 'https://helm.sh/docs/chart_best_practices/values/' }],
  limits:
    'Compared is `values.yaml` beside a `Chart.yaml`. A value that is gone, but that templates still ask for by its full name, is a warning. Of other defaults only those of switches, ports, types and paths are told, as warnings; versions of images, limits and texts change with every version. Values of charts that this one depends on, and what templates do with a value, are not followed.',
  examples,
});
