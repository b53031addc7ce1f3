import { settingFromOutside } from '../../../../src/rules/security/setting-from-outside.ts';
import { fileCases } from '../rule-cases.ts';

const path = 'src/main/java/Shop.java';

/** A controller whose method is asked with a text. */
const shop = (line: string, gives = 'Object', fields = ''): string =>
  `@RestController\nclass Shop {\n${fields}  @GetMapping("/a")\n  ${gives} find(@RequestParam String name) throws Exception {\n    ${line}\n  }\n}\n`;
const field = (text: string): string => `  private ${text};\n`;

describe('security/setting-from-outside', () => {
  fileCases(settingFromOutside, path, [
    [
      'finds a property of the program',
      '',
      shop('System.setProperty("proxy", name); return null;'),
      ['5 `find` sets what `name`, which comes from the request, says through `System.setProperty`.'],
    ],
    [
      'finds a schema',
      '',
      shop('connection.setSchema(name); return null;', 'Object', field('Connection connection')),
      ['6 `find` sets what `name`, which comes from the request, says through `connection.setSchema`.'],
    ],
    [
      'finds the name of a property',
      '',
      shop('System.setProperty(name, "on"); return null;'),
      ['5 `find` sets what `name`, which comes from the request, says through `System.setProperty`.'],
    ],
    ['leaves a fixed property alone', '', shop('System.setProperty("mode", "a"); return name;'), []],
    ['leaves a setter of another object alone', '', shop('settings.setProperty("mode", name); return null;'), []],
    ['leaves a number alone', '', shop('System.setProperty("size", String.valueOf(Integer.parseInt(name))); return null;'), []],
  ]);
});
