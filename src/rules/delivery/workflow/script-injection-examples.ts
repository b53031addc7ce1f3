import type { Example } from '../../rule.ts';

const start = 'name: Triage\non: issues\npermissions: {}\njobs:\n  triage:\n    runs-on: ubuntu-latest\n    steps:\n';
const path = '.github/workflows/triage.yml';

export const scriptInjectionExamples: readonly Example[] = [
  {
    name: 'the title of an issue is put into a script',
    base: {},
    head: { [path]: `${start}      - name: Greet\n        run: echo "\${{ github.event.issue.title }}"\n` },
    finds: [
      `${path}:9 \`github.event.issue.title\`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.`,
    ],
    fixed: {
      [path]: `${start}      - env:\n          ISSUE_TITLE: \${{ github.event.issue.title }}\n        name: Greet\n        run: echo "\${ISSUE_TITLE}"\n`,
    },
  },
  {
    name: 'the body of a comment is put into JavaScript',
    base: {},
    head: {
      [path]: `${start}      - uses: actions/github-script@60a0d83039c74a4aee543508d2ffcb1c3799cdea\n        with:\n          script: |\n            const body = "\${{ github.event.comment.body }}";\n`,
    },
    finds: [
      `${path}:11 \`github.event.comment.body\`, which whoever opens an issue or a pull request writes, becomes part of the script before it runs: anything in it is run as code.`,
    ],
  },
  {
    name: 'the title is handed over in the environment, and only its number is put into the script',
    base: {},
    head: {
      [path]: `${start}      - env:\n          TITLE: \${{ github.event.issue.title }}\n        run: echo "\${{ github.event.issue.number }} $TITLE"\n`,
    },
    finds: [],
  },
];
