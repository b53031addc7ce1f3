import type { Example } from '../rule.ts';

/** What changed-nullability finds and what not. */
export const changedNullabilityExamples: readonly Example[] = [
  {
    name: 'a parameter that takes no null any more',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public void add(@Nullable String a) { x(a); }\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public void add(@NonNull String a) { x(a); }\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:4 The public method `Cart.add(String)` takes no null for `a` any more: callers that pass null fail.',
    ],
  },
  {
    name: 'a result that may be null now',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public String name() { return x(); }\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java':
        'package com.acme;\n\npublic class Cart {\n  @Nullable\n  public String name() { return isNamed ? x() : null; }\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:5 The public method `Cart.name()` may return null now: callers that do not look for null fail.',
    ],
  },
  {
    name: 'a parameter that takes null now',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public void add(@NonNull String a) { x(a); }\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  public void add(@Nullable String a) { x(a); }\n}\n',
    },
    finds: [],
  },
];
