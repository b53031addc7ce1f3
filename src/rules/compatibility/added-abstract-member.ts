import { apiRule } from './api/api-rule.ts';
import { addedAbstractMemberExamples } from './added-abstract-member-examples.ts';

export const addedAbstractMember = apiRule({
  id: 'compatibility/added-abstract-member',
  title: 'Those who implement a type have more to do',
  reason:
    'A new member without a body has to be written by everyone who implements the type outside: until they do, their code no longer compiles, and in Java what was compiled before fails with `AbstractMethodError` when it is called.',
  remedy: 'Give the new member a default, make it optional, or put it into a new type that extends the old one.',
  languages: ['java', 'typescript'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
  ],
  limits:
    'Whether anyone outside implements a type is not known: types that may be implemented count, sealed, final and internal ones do not, nor do interfaces that a framework implements (repositories of Spring Data, clients of Feign).',
  examples: addedAbstractMemberExamples,
});
