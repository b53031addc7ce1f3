import { changedSerialisedShape } from '../../../../src/rules/compatibility/changed-serialised-shape.ts';
import { fileCases } from '../rule-cases.ts';

describe('compatibility/changed-serialised-shape in Java', () => {
  fileCases(
    changedSerialisedShape,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds another name in JSON',
        'package com.acme;\n\npublic class Cart {\n  @JsonProperty("total")\n  private int total;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @JsonProperty("sum")\n  private int total;\n}\n',
        ['5 The field `Cart.total` is written as `sum` instead of `total`: who reads or sends the old name no longer finds it.'],
      ],
      [
        'finds a name that is given now',
        'package com.acme;\n\npublic class Cart {\n  private int total;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @SerializedName("sum")\n  private int total;\n}\n',
        ['5 The field `Cart.total` is written as `sum` instead of `total`: who reads or sends the old name no longer finds it.'],
      ],
      [
        'finds a name that is no longer given',
        'package com.acme;\n\npublic class Cart {\n  @JsonProperty("sum")\n  public int getTotal() { return x(); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public int getTotal() { return x(); }\n}\n',
        [
          '4 The public method `Cart.getTotal()` is written as `total` instead of `sum`: who reads or sends the old name no longer finds it.',
        ],
      ],
      [
        'finds another version of what is serialised',
        'package com.acme;\n\npublic class Cart implements Serializable {\n  private static final long serialVersionUID = 1L;\n}\n',
        'package com.acme;\n\npublic class Cart implements Serializable {\n  private static final long serialVersionUID = 2L;\n}\n',
        [
          '4 The field `Cart.serialVersionUID` is `2` instead of `1`: objects that were stored or are sent by older code can no longer be read.',
        ],
      ],
      [
        'finds a member that is left out now, one that is gone and another strategy for names',
        'package com.acme;\n\npublic class Cart {\n  private int total;\n  @JsonProperty("sku")\n  private String sku;\n}\n',
        'package com.acme;\n\n@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)\npublic class Cart {\n  @JsonIgnore\n  private int total;\n}\n',
        [
          '4 The public class `Cart` has its members written by `SnakeCaseStrategy` instead of as they are called: who reads or sends the old names no longer finds them.',
          '4 The field `Cart.sku` is gone: who reads or sends `sku` no longer finds it.',
          '6 The field `Cart.total` is left out of what is written now: who reads `total` no longer finds it.',
        ],
      ],
      [
        'finds another type in the same version of what is stored, and a version that is gone',
        'package com.acme;\n\npublic class Cart implements Serializable {\n  private static final long serialVersionUID = 1L;\n  private int total;\n}\n\nclass Line implements Serializable {\n  private static final long serialVersionUID = 1L;\n}\n',
        'package com.acme;\n\npublic class Cart implements Serializable {\n  private static final long serialVersionUID = 1L;\n  private String total;\n}\n\nclass Line implements Serializable {\n}\n',
        [
          '5 The field `Cart.total` is stored as `String` instead of `int`, under the same `serialVersionUID`: objects that were stored or are sent by older code can no longer be read.',
          '8 The class `Line` no longer says its `serialVersionUID`: the virtual machine computes another, and objects that were stored or are sent by older code can no longer be read.',
        ],
      ],
      [
        'leaves a name alone that is only written down',
        'package com.acme;\n\npublic class Cart {\n  private int total;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @JsonProperty("total")\n  private int total;\n}\n',
        [],
      ],
      [
        'leaves a new name alone where the old one is still read',
        'package com.acme;\n\npublic class Cart {\n  @JsonProperty("total")\n  private int total;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @JsonProperty("sum")\n  @JsonAlias("total")\n  private int total;\n}\n',
        [],
      ],
      [
        'leaves a new version alone where there was none',
        'package com.acme;\n\npublic class Cart implements Serializable {\n  int a;\n}\n',
        'package com.acme;\n\npublic class Cart implements Serializable {\n  private static final long serialVersionUID = 2L;\n  int a;\n}\n',
        [],
      ],
    ],
    { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  );
});
