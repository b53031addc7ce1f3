import { changedAnnotationType } from '../../../../src/rules/compatibility/changed-annotation-type.ts';
import { fileCases } from '../rule-cases.ts';

describe('compatibility/changed-annotation-type in Java', () => {
  fileCases(
    changedAnnotationType,
    'src/main/java/com/acme/Audited.java',
    [
      [
        'finds a new element without a default',
        'package com.acme;\n\npublic @interface Audited {\n  String value();\n}\n',
        'package com.acme;\n\npublic @interface Audited {\n  String value();\n  int level();\n}\n',
        [
          '5 `Audited.level()` is a new element without a default of the public annotation `Audited`: code that uses the annotation no longer compiles.',
        ],
      ],
      [
        'finds an element that has no default any more',
        'package com.acme;\n\npublic @interface Audited {\n  int level() default 1;\n}\n',
        'package com.acme;\n\npublic @interface Audited {\n  int level();\n}\n',
        ['4 The public method `Audited.level()` has no default any more: code that leaves it out no longer compiles.'],
      ],
      [
        'finds one that subclasses inherit no more',
        'package com.acme;\n\n@Inherited\npublic @interface Audited {\n}\n',
        'package com.acme;\n\npublic @interface Audited {\n}\n',
        ['3 The public annotation `Audited` is no longer inherited: code that looks for it at a subclass no longer finds it.'],
      ],
      [
        'finds a place where it may no longer stand',
        'package com.acme;\n\n@Target({ElementType.TYPE, ElementType.METHOD})\npublic @interface Audited {\n}\n',
        'package com.acme;\n\n@Target(ElementType.METHOD)\npublic @interface Audited {\n}\n',
        ['4 The public annotation `Audited` may no longer stand at `TYPE`: code that has it there no longer compiles.'],
      ],
      [
        'finds a shorter retention',
        'package com.acme;\n\n@Retention(RetentionPolicy.RUNTIME)\npublic @interface Audited {\n}\n',
        'package com.acme;\n\n@Retention(RetentionPolicy.CLASS)\npublic @interface Audited {\n}\n',
        ['4 The public annotation `Audited` is kept for `CLASS` instead of `RUNTIME`: code that looks for it later no longer finds it.'],
      ],
      [
        'finds an annotation that may no longer be repeated',
        'package com.acme;\n\n@Repeatable(All.class)\npublic @interface Audited {\n}\n',
        'package com.acme;\n\npublic @interface Audited {\n}\n',
        ['3 The public annotation `Audited` may no longer be repeated: code that has it twice no longer compiles.'],
      ],
      [
        'finds another default',
        'package com.acme;\n\npublic @interface Audited {\n  int level() default 1;\n}\n',
        'package com.acme;\n\npublic @interface Audited {\n  int level() default 2;\n}\n',
        [
          '4 The public method `Audited.level()` is `2` instead of `1` where it is left out: code that leaves it out means something else now.',
        ],
      ],
      [
        'leaves a new element with a default alone',
        'package com.acme;\n\npublic @interface Audited {\n  String value();\n}\n',
        'package com.acme;\n\npublic @interface Audited {\n  String value();\n  int level() default 1;\n}\n',
        [],
      ],
      [
        'leaves one more place alone',
        'package com.acme;\n\n@Target(ElementType.METHOD)\npublic @interface Audited {\n}\n',
        'package com.acme;\n\n@Target({ElementType.TYPE, ElementType.METHOD})\npublic @interface Audited {\n}\n',
        [],
      ],
      [
        'leaves a longer retention alone',
        'package com.acme;\n\npublic @interface Audited {\n}\n',
        'package com.acme;\n\n@Retention(RetentionPolicy.RUNTIME)\npublic @interface Audited {\n}\n',
        [],
      ],
      [
        'leaves an annotation alone that only its package sees',
        'package com.acme;\n\n@interface Audited {\n  String value();\n}\n',
        'package com.acme;\n\n@interface Audited {\n  String value();\n  int level();\n}\n',
        [],
      ],
    ],
    { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  );
});
