import * as z from 'zod/mini';
import { defineChangeRule } from '../rule.ts';
import { droppedIndexes } from './indexes/index-changes.ts';

const model = (index: string): string => `model Order {\n  id     Int @id\n  userId Int\n${index}}\n`;
const schema = 'prisma/schema.prisma';

export const droppedIndex = defineChangeRule({
  id: 'quality-attributes/dropped-index',
  title: 'A migration drops an index or a unique key',
  reason:
    'A search without its index reads the whole table: it is fast in tests and takes the database down with real data. Without a unique key the same thing is stored twice, and two requests at once are no longer kept apart.',
  remedy: 'Keep it. Where no query uses it any more, say so in the change, with what the database says about its use.',
  severity: 'warning',
  confidence: 'medium',
  languages: 'any',
  yieldsTo: ['quality-attributes/removed-index'],
  cwe: [405],
  needs: [],
  sources: [{ title: 'Use The Index, Luke', url: 'https://use-the-index-luke.com/' }],
  limits:
    'Schemas of Prisma, and migrations in SQL, of Liquibase, knex, TypeORM and Sequelize. Where the change makes as many indexes as it drops, they were replaced; which queries use an index is not known.',
  examples: [
    {
      name: 'a model loses its index',
      base: { [schema]: model('  @@index([userId])\n') },
      head: { [schema]: model('') },
      finds: [
        `${schema}:1 The index \`@@index([userId]) of Order\` is dropped: what is looked up by it reads the whole table from then on.`,
      ],
    },
    {
      name: 'the index becomes a wider one',
      base: { [schema]: model('  @@index([userId])\n') },
      head: { [schema]: model('  @@index([userId, id])\n') },
      finds: [],
    },
    {
      name: 'a migration drops a unique key',
      base: {},
      head: { 'migrations/7.js': "exports.up = (knex) => knex.schema.alterTable('users', (t) => t.dropUnique(['email']));\n" },
      finds: ["migrations/7.js:1 The unique key `['email']` is dropped: the same can be stored twice from then on."],
    },
  ],
  options: z.object({}),
  *check(change) {
    for (const { isUnique, name, file, range } of droppedIndexes(change))
      yield {
        message: isUnique
          ? `The unique key \`${name}\` is dropped: the same can be stored twice from then on.`
          : `The index \`${name}\` is dropped: what is looked up by it reads the whole table from then on.`,
        place: { file, range },
        subject: name,
      };
  },
});
