import { insecureDockerDaemon } from '../../../../src/rules/delivery/insecure-docker-daemon.ts';
import { fileCases } from '../rule-cases.ts';

const said = 'The Docker daemon of the job takes orders without TLS from everything in its network: set `DOCKER_TLS_CERTDIR` to a folder.';

describe('delivery/insecure-docker-daemon', () => {
  fileCases(insecureDockerDaemon, '.gitlab-ci.yml', [
    [
      'finds TLS turned off for the pipeline',
      'variables:\n  DOCKER_TLS_CERTDIR: /certs\n',
      "variables:\n  DOCKER_TLS_CERTDIR: ''\n",
      [`2 ${said}`],
    ],
    [
      'finds the port without TLS',
      '',
      'build:\n  variables:\n    DOCKER_HOST: tcp://docker:2375\n  script: [docker build .]\n',
      [`3 ${said}`],
    ],
    [
      'finds it in two jobs, in each once',
      '',
      'a:\n  variables: { DOCKER_TLS_CERTDIR: "", DOCKER_HOST: "tcp://docker:2375" }\n  script: [x]\nb:\n  variables: { DOCKER_HOST: "tcp://localhost:2375/" }\n  script: [x]\n',
      [`2 ${said}`, `5 ${said}`],
    ],
    [
      'leaves TLS alone',
      '',
      'build:\n  variables:\n    DOCKER_HOST: tcp://docker:2376\n    DOCKER_TLS_CERTDIR: /certs\n  script: [docker build .]\n',
      [],
    ],
    ['leaves a socket alone', '', 'build:\n  variables:\n    DOCKER_HOST: unix:///var/run/docker.sock\n  script: [docker build .]\n', []],
    ['leaves a variable alone', '', 'build:\n  variables:\n    DOCKER_HOST: $REMOTE_DOCKER\n  script: [docker build .]\n', []],
  ]);
});
