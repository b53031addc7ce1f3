import type { Example } from '../rule.ts';

/** What changed-annotation-type finds and what not. */
export const changedAnnotationTypeExamples: readonly Example[] = [
  {
    name: 'a new element without a default',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Audited.java': 'package com.acme;\n\npublic @interface Audited {\n  String value();\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Audited.java': 'package com.acme;\n\npublic @interface Audited {\n  String value();\n  int level();\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Audited.java:5 `Audited.level()` is a new element without a default of the public annotation `Audited`: code that uses the annotation no longer compiles.',
    ],
  },
  {
    name: 'an element that has no default any more',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Audited.java': 'package com.acme;\n\npublic @interface Audited {\n  int level() default 1;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Audited.java': 'package com.acme;\n\npublic @interface Audited {\n  int level();\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Audited.java:4 The public method `Audited.level()` has no default any more: code that leaves it out no longer compiles.',
    ],
  },
  {
    name: 'a new element with a default',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Audited.java': 'package com.acme;\n\npublic @interface Audited {\n  String value();\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Audited.java':
        'package com.acme;\n\npublic @interface Audited {\n  String value();\n  int level() default 1;\n}\n',
    },
    finds: [],
  },
];
