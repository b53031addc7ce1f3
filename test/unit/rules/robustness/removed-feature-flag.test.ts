import assert from 'node:assert/strict';
import { removedFeatureFlag } from '../../../../src/rules/robustness/removed-feature-flag.ts';
import { fileCases, newFindings, reviewExample } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string => `export function pay(order) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...lines: readonly string[]): string =>
  `class Checkout {\n  void pay(Order order) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const always = (line: number, text: string): string =>
  `${line} \`pay\` always does what a feature flag could switch off: \`${text}\` is gone.`;

for (const path of ['src/pay.ts', 'src/pay.js']) {
  describe(`robustness/removed-feature-flag in ${path}`, () => {
    fileCases(removedFeatureFlag, path, [
      [
        'finds a flag around a call',
        script("if (flags.isEnabled('parts')) charge(order);"),
        script('charge(order);'),
        [always(1, "flags.isEnabled('parts')")],
      ],
      [
        'finds a flag before a call',
        script('if (!features.parts) return;', 'charge(order);'),
        script('charge(order);'),
        [always(1, 'if (!features.parts) return;')],
      ],
      [
        'finds a variation',
        script("if (client.variation('parts', false)) charge(order);"),
        script('charge(order);'),
        [always(1, "client.variation('parts', false)")],
      ],
      ['leaves other conditions alone', script('if (order.open) charge(order);'), script('charge(order);'), []],
      ['leaves another flag alone', script('if (features.a) charge(order);'), script('if (features.b) charge(order);'), []],
      [
        'leaves a flag that is gone with its way alone',
        script('if (features.a) charge(order);', 'else pay(order);'),
        script('pay(order);'),
        [],
      ],
    ]);
  });
}

describe('robustness/removed-feature-flag in Java', () => {
  fileCases(removedFeatureFlag, 'src/main/java/Checkout.java', [
    [
      'finds a flag around a call',
      java('if (featureToggle.isOn("parts")) { charge(order); }'),
      java('charge(order);'),
      [always(2, 'featureToggle.isOn("parts")')],
    ],
    [
      'finds a flag before a call',
      java('if (!unleash.isEnabled("parts")) return;', 'charge(order);'),
      java('charge(order);'),
      [always(2, 'if (!unleash.isEnabled("parts")) return;')],
    ],
    [
      'finds a feature of Togglz',
      java('if (featureManager.isActive(PARTS)) { charge(order); }'),
      java('charge(order);'),
      [always(2, 'featureManager.isActive(PARTS)')],
    ],
    ['leaves other conditions alone', java('if (order.isOpen()) { charge(order); }'), java('charge(order);'), []],
    ['leaves a flag that is added alone', java('charge(order);'), java('if (features.isActive("a")) { charge(order); }'), []],
    ['leaves a flag that is gone with its way alone', java('if (features.isActive("a")) { charge(order); }', 'pay();'), java('pay();'), []],
  ]);

  it('is not shown by default, since most flags have done their work', async () => {
    const result = await reviewExample(removedFeatureFlag, {
      base: { 'Checkout.java': java('if (features.isActive("a")) { charge(order); }') },
      head: { 'Checkout.java': java('charge(order);') },
    });
    assert.deepEqual(
      newFindings(result).map(({ confidence }) => confidence),
      ['low'],
    );
  });
});
