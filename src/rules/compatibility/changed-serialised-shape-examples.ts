import type { Example } from '../rule.ts';

/** What changed-serialised-shape finds and what not. */
export const changedSerialisedShapeExamples: readonly Example[] = [
  {
    name: 'another name in JSON',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  @JsonProperty("total")\n  private int total;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  @JsonProperty("sum")\n  private int total;\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:5 The field `Cart.total` is written as `sum` instead of `total`: who reads or sends the old name no longer finds it.',
    ],
  },
  {
    name: 'a name that is given now',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  private int total;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  @SerializedName("sum")\n  private int total;\n}\n',
    },
    finds: [
      'src/main/java/com/acme/Cart.java:5 The field `Cart.total` is written as `sum` instead of `total`: who reads or sends the old name no longer finds it.',
    ],
  },
  {
    name: 'a name that is only written down',
    base: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  private int total;\n}\n',
    },
    head: {
      'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n',
      'src/main/java/com/acme/Cart.java': 'package com.acme;\n\npublic class Cart {\n  @JsonProperty("total")\n  private int total;\n}\n',
    },
    finds: [],
  },
];
