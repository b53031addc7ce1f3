import { edited } from '../safeguards/example.ts';
import { guardClauseKind } from '../safeguards/guard-clauses.ts';
import { removalRule } from '../safeguards/removal-rule.ts';

const flag =
  /feature(Flags?|Toggles?|Gate|Service|Manager)?s?\.|feature_?(enabled|flag|toggle)|isFeature|(flags?|toggles?|unleash|launchDarkly|ldClient|togglz|ff4j|growthbook|posthog)\.\w+\(|isEnabled\((['"]|\w*feature|\w*flag)|useFeature|variation\(/i;

const java = (line: string, end: string): string =>
  `class Checkout {\n  void pay(Order order) {\n${line}    gateway.chargeInParts(order);\n${end}  }\n}\n`;
const script = (line: string, end: string): string => `export function pay(order) {\n${line}  gateway.chargeInParts(order);\n${end}}\n`;

export const removedFeatureFlag = removalRule({
  id: 'robustness/removed-feature-flag',
  title: 'What a feature flag could switch off is always on',
  reason:
    'A flag lets a new way be tried by few and switched off without a release. Taken away, what was behind it is on for all; that is right once it has proved itself, and a surprise before.',
  remedy: 'Make sure that the flag is on for all already, and delete it from its settings too. Otherwise put it back.',
  severity: 'note',
  confidence: 'low',
  languages: ['java', 'typescript', 'javascript'],
  sources: [{ title: 'Pete Hodgson: Feature Toggles', url: 'https://martinfowler.com/articles/feature-toggles.html' }],
  limits:
    'Most flags are removed because they have done their work, so this is kept but not shown unless the standard asks for what is less sure.',
  kinds: [guardClauseKind({ familyOf: ({ test }) => (flag.test(test) ? 'feature flag' : undefined) })],
  message: (_, { name, before }) => `${name} always does what a feature flag could switch off: ${before} is gone.`,
  examples: [
    edited(
      'a flag is no longer asked',
      'src/main/java/Checkout.java',
      java('    if (features.isActive("parts")) {\n', '    }\n'),
      java('', ''),
      ['2 `pay` always does what a feature flag could switch off: `features.isActive("parts")` is gone.'],
    ),
    edited(
      'another flag is asked',
      'src/main/java/Checkout.java',
      java('    if (features.isActive("parts")) {\n', '    }\n'),
      java('    if (features.isActive("rates")) {\n', '    }\n'),
    ),
    edited(
      'a flag is no longer asked in TypeScript',
      'src/pay.ts',
      script("  if (!flags.isEnabled('parts')) return;\n", ''),
      script('', ''),
      ["1 `pay` always does what a feature flag could switch off: `if (!flags.isEnabled('parts')) return;` is gone."],
      script("  if (!flags.isEnabled('parts')) return;\n", ''),
    ),
    edited(
      'a flag is removed with what it guards',
      'src/pay.ts',
      script("  if (!flags.isEnabled('parts')) return;\n", ''),
      'export function pay(order) {\n  gateway.charge(order);\n}\n',
    ),
    edited(
      'a flag is no longer asked in JavaScript',
      'src/pay.js',
      script("  if (!flags.isEnabled('parts')) return;\n", ''),
      script('', ''),
      ["1 `pay` always does what a feature flag could switch off: `if (!flags.isEnabled('parts')) return;` is gone."],
    ),
    edited('a condition that is no flag is removed', 'src/pay.js', script('  if (!order.isOpen()) return;\n', ''), script('', '')),
  ],
});
