import { shortened } from '../../base/shortened.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import { foldedText } from '../../code/walk.ts';
import { enclosing } from '../code-in-file.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { computedInJava, computedInScript } from './running/computed-code.ts';

const java = (script: string): string =>
  `import groovy.lang.GroovyShell;\n\nclass Rules {\n  Object apply(String rule) {\n    return new GroovyShell().evaluate(${script});\n  }\n}\n`;
const script = (code: string): string => `export function apply(rule) {\n  return eval(${code});\n}\n`;

export const computedCode = patternRule({
  id: 'security/computed-code',
  title: 'A function runs what it is handed as code',
  reason:
    'Whoever writes the text is the program: with its rights, its data and its connections. The function that runs it sees no longer where the text comes from, and the next caller may hand over what a stranger wrote.',
  remedy:
    'Choose from a table of functions of your own, or read the text by a small language that can only say what is needed. Where scripts of others have to run, run them in a process without rights.',
  severity: 'warning',
  confidence: 'medium',
  category: 'code-injection',
  yieldsTo: ['security/code-injection', 'security/expression-injection', 'security/template-injection'],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [95, 94, 917],
  sources: [{ title: 'CWE-95: Eval Injection', url: 'https://cwe.mitre.org/data/definitions/95.html' }],
  limits:
    'Groovy, BeanShell, MVEL, OGNL, JEXL, Spring’s and Jakarta’s expression languages and script engines in Java; `eval`, `Function` and `vm` in JavaScript. Found where what is run is made of a parameter of the function around; texts of the program itself are left alone, and in a type whose name says that it does this (`ScriptEvaluator`) it is less sure. What comes from a request is told by another rule.',
  examples: [
    {
      name: 'a script is handed over',
      base: {},
      head: { 'src/main/java/Rules.java': java('rule') },
      finds: ['src/main/java/Rules.java:5 `apply` runs `rule` as code by `GroovyShell.evaluate`: whoever writes it is the program.'],
    },
    { name: 'the script is the program’s own', base: {}, head: { 'src/main/java/Rules.java': java('"1 + 1"') }, finds: [] },
    ...['src/rules.ts', 'src/rules.js'].flatMap((path) => [
      {
        name: 'a text is handed over',
        base: {},
        head: { [path]: script('`(${rule})`') },
        finds: [`${path}:2 \`apply\` runs \`'(\${rule})'\` as code by \`eval\`: whoever writes it is the program.`],
      },
      { name: 'the text is the program’s own', base: {}, head: { [path]: script("'1 + 1'") }, finds: [] },
    ]),
  ],
  *look(code) {
    const { file } = code;
    for (const { at, range, runner, code: text } of file.facts?.language === 'java' ? computedInJava(code) : computedInScript(code)) {
      const where = at.symbol.kind === 'module' ? 'This module' : `\`${at.symbol.name}\``;
      const shown = shortened(foldedText(file.text, text.range), 60).replaceAll('`', "'");
      const message = `${where} runs \`${shown}\` as code by \`${runner}\`: whoever writes it is the program.`;
      yield { at, range, message, ...(isInterpreter(at) && { confidence: 'low' as const }) };
    }
  },
});

/** `SpelResolver`, `ScriptEvaluator`: to run what it is handed is what the type is for, and its name says so to each caller. */
function isInterpreter({ symbol, file }: SymbolAt): boolean {
  const around = file.facts ? enclosing(symbol, file.facts) : [];
  return around.some(({ name }) =>
    /(?:spel|expression|script|ognl|mvel|groovy|jexl)\w*(?:resolver|evaluator|parser|engine|interpreter|compiler|executor)\w*$/i.test(name),
  );
}
