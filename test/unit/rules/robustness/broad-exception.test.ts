import { broadException } from '../../../../src/rules/robustness/broad-exception.ts';
import { fileCases } from '../rule-cases.ts';

const java = (type: string, ...body: readonly string[]): string =>
  `class Rates {\n  Rate load(String id) {\n    try {\n      return get(id);\n    } catch (${type} e) {\n${body.map((line) => `      ${line}\n`).join('')}    }\n  }\n}\n`;

describe('robustness/broad-exception in Java', () => {
  fileCases(broadException, 'src/main/java/Rates.java', [
    [
      'finds a mistake that is caught',
      '',
      java('NullPointerException', 'return null;'),
      ['5 `load` catches a NullPointerException, which is a mistake in the code and not a case.'],
    ],
    [
      'finds everything that is caught',
      '',
      java('java.lang.Throwable', 'return last();'),
      ['5 `load` catches every Throwable, also errors that no program can mend.'],
    ],
    [
      'leaves alone what a signature asks for',
      '',
      'class Aspect {\n  Object around(ProceedingJoinPoint point) {\n    try {\n      return point.proceed();\n    } catch (Throwable e) {\n      return last();\n    }\n  }\n}\n',
      [],
    ],
    [
      'leaves alone what a method of the file may throw',
      '',
      'class Sender {\n  void send() throws Throwable {\n    post();\n  }\n\n  void publish() {\n    try {\n      send();\n    } catch (Throwable e) {\n      log.warn("no", e);\n    }\n  }\n}\n',
      [],
    ],
    [
      'finds a mere exception',
      '',
      'class Rates {\n  Rate load() throws Exception {\n    throw new Exception();\n  }\n}\n',
      ['3 `load` throws a mere Exception: callers cannot tell what went wrong.'],
    ],
    [
      'finds each exception, with less confidence',
      '',
      java('Exception', 'return last();'),
      ['5 `load` catches every Exception, also those of mistakes in the code.'],
    ],
    [
      'finds an error that is only logged',
      '',
      java('Throwable', 'log.warn("failed", e);', 'return last();'),
      ['5 `load` catches every Throwable, also errors that no program can mend.'],
    ],
    [
      'leaves a handler that completes a future with the error alone',
      '',
      java('Throwable', 'promise.completeExceptionally(e);', 'return last();'),
      [],
    ],
    [
      'leaves a look for a method alone that may not be there',
      '',
      java('Throwable', 'return last();').replace(/(try \{\n\s*)/, '$1handle = lookup.findVirtual(Rates.class, code, type);\n'),
      [],
    ],
    ['leaves a handler that asks a fallback alone', '', java('Throwable', 'return fallback.apply(e);'), []],
    ['leaves a handler that says why alone', '', java('Throwable', '// plugins must not end the server', 'return last();'), []],
    ['leaves a handler that throws again alone', '', java('Exception', 'throw new RateException(e);'), []],
    ['leaves an exception of its own alone', '', java('RateException', 'throw new IllegalStateException(e);'), []],
  ]);
});
