import { unboundMapperText } from '../../../../src/rules/security/unbound-mapper-text.ts';
import { fileCases } from '../rule-cases.ts';

const mapper = (statement: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">\n<mapper namespace="acme.OrderMapper">\n  <select id="find" resultType="Order">\n    ${statement}\n  </select>\n</mapper>\n`;
const pasted = (line: number, name: string): string =>
  `${line} \`find\` pastes \`${name}\` into its statement as it is: what it says is run, and \`#{${name}}\` passes it as a parameter.`;
const sorted = (line: number, name: string): string =>
  `${line} \`find\` sorts or groups by \`${name}\` as it is: what it says is run, so let it be one of a list of your own.`;

describe('security/unbound-mapper-text', () => {
  fileCases(unboundMapperText, 'src/main/resources/mappers/OrderMapper.xml', [
    ['finds a value in quotes', '', mapper("SELECT * FROM orders WHERE name = '${name}'"), [pasted(5, 'name')]],
    ['finds a number', '', mapper('SELECT * FROM orders WHERE id = ${order.id}'), [pasted(5, 'order.id')]],
    ['finds a list', '', mapper('SELECT * FROM orders WHERE id IN (${ids})'), [pasted(5, 'ids')]],
    ['finds a pattern', '', mapper("SELECT * FROM orders WHERE name LIKE '%${name}%'"), [pasted(5, 'name')]],
    ['finds an order', '', mapper('SELECT * FROM orders\n    ORDER BY ${sort} ${direction}'), [sorted(6, 'sort')]],
    [
      'finds an order within a condition',
      '',
      mapper('SELECT * FROM orders <if test="sort != null"> ORDER BY ${sort}</if>'),
      [sorted(5, 'sort')],
    ],
    ['leaves parameters alone', '', mapper("SELECT * FROM orders WHERE name = #{name} AND a LIKE concat('%', #{a}, '%')"), []],
    ['leaves a table alone', '', mapper('SELECT * FROM ${tableName} WHERE id = #{id}'), []],
    [
      'leaves what the generator writes alone',
      '',
      mapper(
        'SELECT * FROM orders <foreach collection="criteria.criteria" item="criterion"> and ${criterion.condition}</foreach> order by ${orderByClause}',
      ),
      [],
    ],
    [
      'leaves what an include is given alone',
      '',
      mapper('<include refid="cols"><property name="t" value="o"/></include> WHERE a = ${t}.b'),
      [],
    ],
    ['leaves a comment alone', '', mapper("<!-- WHERE name = '${name}' --> SELECT 1"), []],
    ['reads many comments that nothing closes once', '', mapper('<!--'.repeat(200_000)), []],
    ['leaves other documents alone', '', "<project><name>'${name}'</name></project>\n", []],
  ]);
});
