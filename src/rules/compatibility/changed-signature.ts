import { apiRule } from './api/api-rule.ts';
import { changedSignatureExamples } from './changed-signature-examples.ts';

export const changedSignature = apiRule({
  id: 'compatibility/changed-signature',
  title: 'Something that consumers use wants to be used differently',
  reason:
    'Parameters, types, exceptions and modifiers are what consumers wrote their code against. When they change, that code no longer compiles, no longer links, or goes on with the wrong values.',
  remedy:
    'Add an overload or an optional parameter and keep the old form, deprecated and handing on to the new one. Where it has to change, plan it, announce it, and raise the major version.',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
    { title: 'Semantic Versioning for TypeScript Types', url: 'https://www.semver-ts.org/' },
  ],
  limits:
    'Types are compared as they are written: whether one named type fits another is not known, and the finding is then less sure. Types that TypeScript infers are not compared, nor is `this` as a parameter. A type that is not exported counts where what is exported mentions it. In Java, a new overload that makes calls with `null` or with a lambda ambiguous is a warning, as it is for the published checkers; calls that go to another overload when they are compiled anew are not seen. The new name of a parameter is no change. Left out, since by themselves they stop nobody from compiling, linking or running: annotations and deprecations that come or go, `transient`, `volatile`, `synchronized`, members that more can see, members that move to a supertype, or from it, `final` and `abstract` where they go, or say nothing new, unchecked exceptions, a method of an interface that gets a body, a type that is generic for the first time, an array that becomes varargs, and overloads that differ in their varargs alone, a value that becomes a constant, or is worked out at run time from now on, and types of dependencies that show in a signature; what is only added, such as new methods of a class that others extend, asks for a minor version, which `versioning/understated-change` tells. In TypeScript what callers may do more, or get less of, is told by nobody’s failure and left out: a wider parameter, a narrower result, `readonly` that goes, a default for a type parameter. `unknown` for `any` is not told, and in JavaScript types count as documented: less where the file is not written for a compiler (`@ts-check`, `@typedef`, `@template`, `import(…)`), and what `@typedef` itself declares is not compared.',
  examples: changedSignatureExamples,
});
