import type { CheckKind, Check } from './check.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { isTrue, member, membersOf, scalarOf, type DocumentNode, type ScalarNode } from '../../../code/document-node.ts';
import { isPackage, isSample } from '../dependencies/manifest.ts';
import { gitlabJobs } from '../gitlab/pipeline.ts';
import { commandsIn, invoked, type Command } from '../shell/commands.ts';
import { workflowOf, type Step } from '../workflow/workflow.ts';
import { otherPipelines } from './other-pipelines.ts';
import { localChecks } from './local-checks.ts';

/** The checks of a pipeline, or of the scripts of a package; none of any other file. */
export function checksIn(file: SourceFile): readonly Check[] {
  const local = localChecks(file);
  if (local) return local;
  if (isPackage(file.path)) return isSample(file.path) ? [] : scriptChecks(member(file.document?.roots[0], 'scripts'));
  const steps = workflowOf(file)?.steps ?? [];
  return [
    ...steps.flatMap(stepChecks),
    ...otherPipelines(file).flatMap(({ node, soft }) => inScript(node, soft)),
    ...gitlabJobs(file).flatMap(({ node, scripts }) => scripts.flatMap((each) => inScript(each, softJob(node)))),
  ];
}

const scriptKinds: Readonly<Record<string, CheckKind>> = {
  test: 'tests',
  'test:unit': 'tests',
  lint: 'lint',
  typecheck: 'types',
  'type-check': 'types',
  'check:types': 'types',
};

function scriptChecks(scripts: DocumentNode | undefined): Check[] {
  return membersOf(scripts).flatMap(([name, node]) => {
    const kind = scriptKinds[name];
    // `npm init` writes a script that only says that there is none.
    if (!kind || node.kind !== 'scalar' || String(node.value).includes('no test specified')) return [];
    const [only, ...more] = commandsIn(String(node.value));
    const does = invoked(only ?? { words: [], range: node.range, joint: '' })[0] ?? '';
    const soft = more.length === 0 && /^(?:echo|true|:|exit)$/.test(does) ? `\`${String(node.value)}\`` : undefined;
    const softened = /\|\|\s{0,20}(?:true|:|exit 0|echo\b[^|&]{0,500}?)\s{0,20}$/.exec(String(node.value))?.[0].trim();
    return [{ kind, text: `npm run ${name}`, node, soft: soft ?? (softened && `\`${softened}\``) }];
  });
}

function stepChecks(step: Step): readonly Check[] {
  const soft = [step.node, step.job?.node].map(softStep).find((each) => each !== undefined);
  if (step.run) return inScript(step.run, soft);
  const kind = checkingActions.find(([pattern]) => pattern.test(step.uses?.name ?? ''))?.[1];
  return kind && step.uses ? [{ kind, text: step.uses.name, node: step.uses.node, soft }] : [];
}

function softStep(node: DocumentNode | undefined): string | undefined {
  if (isTrue(member(node, 'continue-on-error'))) return '`continue-on-error: true`';
  const condition = scalarOf(member(node, 'if'));
  return condition === false || condition === 'false' || condition === '${{ false }}' ? '`if: false`' : undefined;
}

function softJob(node: DocumentNode): string | undefined {
  if (isTrue(member(node, 'allow_failure'))) return '`allow_failure: true`';
  const when = scalarOf(member(node, 'when'));
  return when === 'never' || when === 'manual' ? `\`when: ${when}\`` : undefined;
}

const checkingActions: readonly (readonly [RegExp, CheckKind])[] = [
  [/sonarqube-quality-gate-action$/, 'quality gate'],
  [/^gitleaks\/|^trufflesecurity\/|secret-?scan|ggshield|^gitguardian\//, 'secret scan'],
  [/^github\/codeql-action\/analyze$|trivy|semgrep|snyk|^sonarsource\/|zizmor|^ossf\/scorecard|^anchore\/scan/, 'security scan'],
  [/dependency-review-action$/, 'dependency review'],
  [/lint|reviewdog|^psf\/black|ruff-action/, 'lint'],
];

const checking: readonly (readonly [RegExp, CheckKind])[] = [
  [/^waitForQualityGate\b|sonar\.qualitygate\.wait=true/, 'quality gate'],
  [/^(?:gitleaks|trufflehog|detect-secrets|ggshield|secretlint)\b/, 'secret scan'],
  [
    /^(?:trivy|semgrep|snyk|bandit|zizmor|osv-scanner|grype|gosec|govulncheck|withSonarQubeEnv|sonar-scanner|checkov|tfsec)\b|\bsonar:sonar\b|^(?:npm|pnpm|yarn(?: npm)?) audit\b|^cargo (?:audit|deny)\b|dependency-check/,
    'security scan',
  ],
  [
    /^(?:eslint|oxlint|biome (?:ci|lint|check)|stylelint|golangci-lint|ruff|flake8|pylint|rubocop|checkstyle|ktlint|detekt|shellcheck|actionlint|hadolint)\b|^cargo clippy\b|\b(?:checkstyle|pmd|spotbugs):(?:check|cpd-check)\b|^gradlew? .*\b(?:checkstyle|pmd|spotbugs|detekt)(?:Main|Test)?\b|^pre-commit run\b/,
    'lint',
  ],
  [/^(?:(?:npm|pnpm|yarn|bun)(?: run)?(?: -\S+)* (?:\w+:)?lint(?:[:\w-]*)?)\b/, 'lint'],
  [/^(?:tsc|vue-tsc|mypy|pyright)\b|^(?:npm|pnpm|yarn|bun)(?: run)? (?:type-?check|types?|check:types|check-types|tsc)\b/, 'types'],
  [
    /^prettier (?:.* )?(?:--check|-c)\b|^(?:npm|pnpm|yarn)(?: run)? (?:format:check|check:format|format-check)\b|^(?:cargo fmt|black|gofmt) .*--?(?:check|l)\b|spotless:?Check/,
    'format',
  ],
  [
    /^(?:npm|pnpm|yarn|bun)(?: run)?(?: -\S+)* (?:t|test)(?:[:\w-]*)?(?:\s|$)|^(?:jest|vitest|mocha|ava|pytest|tox|playwright test|cypress run|rspec|phpunit)\b/,
    'tests',
  ],
  [
    /^(?:go|cargo|dotnet|deno|swift|make) test\b|^mvnw? .*\b(?:test|verify|install|package)\b|^gradlew? .*\b(?:test|check|build)\b|^(?:python3? -m pytest|cargo nextest)\b/,
    'tests',
  ],
];

function inScript(node: ScalarNode, softAround: string | undefined): Check[] {
  const commands = commandsIn(String(node.value));
  return commands.flatMap((command, index) => {
    const text = invoked(command)
      .join(' ')
      .replace(/^npx (?:--?\S+ )*/, '');
    const kind = checking.find(([pattern]) => pattern.test(text))?.[1];
    return kind ? [{ kind, text: text.slice(0, 80), node, soft: softAround ?? softened(commands, index, kind) }] : [];
  });
}

function softened(commands: readonly Command[], index: number, kind: CheckKind): string | undefined {
  const command = commands[index];
  const next = commands[index + 1];
  const then = next ? invoked(next) : [];
  if (command?.joint === '||' && (/^(?:true|:|echo)$/.test(then[0] ?? '') || then.join(' ') === 'exit 0'))
    return `\`|| ${then.join(' ').slice(0, 30)}\``;
  if (commands.slice(0, index).some((each) => invoked(each).join(' ') === 'set +e')) return '`set +e`';
  const skips =
    kind === 'tests'
      ? command?.words.find(({ text }) => /^-D(?:skipTests|maven\.test\.skip)(?:=true)?$|^-Dmaven\.test\.failure\.ignore/.test(text))
      : undefined;
  return skips && `\`${skips.text}\``;
}
