import { helmValuesBreak } from '../../../../src/rules/compatibility/helm-values-break.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const chart = { 'shop/Chart.yaml': 'name: shop\n', 'shop/templates/a.yaml': 'port: {{ .Values.service.port }}\n' };

describe('compatibility/helm-values-break', () => {
  fileCases(
    helmValuesBreak,
    'shop/values.yaml',
    [
      [
        'finds a value that is gone',
        'a: 1\nmail:\n  host: mail.test\n',
        'a: 1\n',
        ['2 The value `mail` is gone: installations that set it are no longer configured by it, and are not told.'],
      ],
      [
        'finds a map in place of a single value',
        'image: shop:1\n',
        'image:\n  name: shop\n',
        ['1 The value `image` is a map instead of a single value: installations that set it the old way fail or are configured otherwise.'],
      ],
      [
        'warns of a default that is gone though templates ask for it',
        'service:\n  port: 80\n  name: a\n',
        'service:\n  name: a\n',
        [
          '2 The value `service.port` has no default any more, and templates still ask for it: an installation that does not set it gets nothing in its place.',
        ],
      ],
      [
        'warns of another default of a switch',
        'ingress:\n  enabled: true\n',
        'ingress:\n  enabled: false\n',
        ['2 The value `ingress.enabled` is false by default instead of true: installations that do not set it are configured otherwise.'],
      ],
      ['leaves another image alone', 'image:\n  tag: 1.0.0\n', 'image:\n  tag: 1.1.0\n', []],
      ['leaves a value alone that was not set before', 'mail: null\n', 'mail:\n  host: a\n', []],
      ['leaves another order alone', 'a: 1\nb: 2\n', 'b: 2\na: 1\n', []],
      ['leaves what cannot be read alone', 'a: 1\n', 'a: [\n', []],
    ],
    chart,
  );
  it('leaves files alone that are no values of a chart', async () => {
    await expectFindings(helmValuesBreak, { 'conf/values.yaml': 'a: 1\n' }, { 'conf/values.yaml': 'b: 2\n' }, []);
  });
});
