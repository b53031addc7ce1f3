import { unhardenedContainer } from '../../../../src/rules/security/unhardened-container.ts';
import { fileCases } from '../rule-cases.ts';

const pod = (shared: string, ...own: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext: ${shared}\n  containers:\n    - name: app\n      securityContext:\n${own.map((each) => `        ${each}\n`).join('')}`;
const hard = ['allowPrivilegeEscalation: false', 'readOnlyRootFilesystem: true', 'capabilities: { drop: [all] }'];
const shared = '{ runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }';
const kept = (...names: readonly string[]): string =>
  `The container \`app\` of Pod web keeps rights that most programs do not need: set ${names.map((name) => `\`${name}\``).join(', ')}.`;

describe('security/unhardened-container', () => {
  fileCases(unhardenedContainer, 'deploy/web.yaml', [
    [
      'finds files that can be written',
      pod(shared, ...hard),
      pod(shared, 'allowPrivilegeEscalation: false', 'readOnlyRootFilesystem: false', 'capabilities: { drop: [ALL] }'),
      ['11 The container `app` of Pod web can change its own program (`readOnlyRootFilesystem`): mount what it has to write.'],
    ],
    [
      'finds what is left out',
      '',
      pod(shared, 'readOnlyRootFilesystem: true'),
      [`8 ${kept('allowPrivilegeEscalation', 'capabilities.drop')}`],
    ],
    ['finds what the pod leaves out, too', '', pod('{}', ...hard), [`8 ${kept('runAsNonRoot', 'seccompProfile')}`]],
    ['leaves a container alone that keeps nothing', '', pod(shared, ...hard), []],
    ['counts what the pod says', '', pod(shared, ...hard, 'runAsUser: 1000'), []],
    ['leaves what a chart fills in alone', '', pod('__________', ...hard), []],
  ]);
});
