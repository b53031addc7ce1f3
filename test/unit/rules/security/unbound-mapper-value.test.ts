import { unboundMapperValue } from '../../../../src/rules/security/unbound-mapper-value.ts';
import { fileCases } from '../rule-cases.ts';

const mapper = (annotation: string, from = 'org.apache.ibatis.annotations.*'): string =>
  `import ${from};\n\ninterface Users {\n  ${annotation}\n  List<User> find(@Param("name") String name);\n}\n`;
const pasted = (name: string): readonly string[] => [
  `4 \`find\` pastes \`${name}\` into its statement as it is: what it says is run, and \`#{${name}}\` passes it as a parameter.`,
];

describe('security/unbound-mapper-value', () => {
  fileCases(unboundMapperValue, 'src/main/java/Users.java', [
    ['finds a value in quotes', '', mapper(`@Select("select * from users where name = '\${name}'")`), pasted('name')],
    ['finds an order', '', mapper('@Select("select * from users order by ${order}")'), pasted('order')],
    ['finds a part of a list of texts', '', mapper('@Update({ "update users", "set name = ${user.name}" })'), pasted('user.name')],
    ['leaves a parameter alone', '', mapper('@Select("select * from users where name = #{name}")'), []],
    ['leaves what the library puts in alone', '', mapper('@Select("select * from users ${ew.customSqlSegment}")'), []],
    ['leaves an annotation of another library alone', '', mapper('@Select("${name}")', 'com.acme.Select'), []],
  ]);
});
