import { apiRule } from './api/api-rule.ts';
import { changedSerialisedShapeExamples } from './changed-serialised-shape-examples.ts';

export const changedSerialisedShape = apiRule({
  id: 'compatibility/changed-serialised-shape',
  title: 'What is stored or sent is written in another way',
  reason:
    'Names in JSON and the version of a serialisable class are read by other programs, and by this one from what it stored before: where they change, data is lost without an error or can no longer be read.',
  remedy: 'Keep the name, or read the old one too (`@JsonAlias`); keep `serialVersionUID` as long as old data may come.',
  languages: ['java'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
  ],
  limits:
    'Names that a mapper derives by a naming strategy are taken to be the members’ own, and how a mapper as a whole is set up is not read: members without any annotation are told only by the rules on the API. Annotations of Jackson, Gson, JSON-B and JAXB are read; serialisers that a class names are not followed. That a field is no longer stored by Java itself is left out, since older data is still read, and so are `writeObject`, `readResolve` and versions that the compiler computes.',
  examples: changedSerialisedShapeExamples,
});
