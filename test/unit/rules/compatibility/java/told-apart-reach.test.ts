import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/main/java/com/acme/T.java',
  around: { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  heading: 'package com.acme;\n\n',
};

const tested = 'package com.acme;\n\npublic class ReadBuffer implements T {\n  public int size() { return 0; }\n}\n';
const elsewhere = 'package com.other;\n\npublic class Ring implements T {\n  public int size() { return 0; }\n}\n';

describe('changes of Java types that few can come to', () => {
  toldApart(library, [
    [
      'a type of the package that only a test makes public',
      {
        'src/main/java/com/acme/T.java': 'package com.acme;\n\ninterface T { int size(); }\n',
        'src/test/java/com/acme/ReadBuffer.java': tested,
      },
      {
        'src/main/java/com/acme/T.java': 'package com.acme;\n\ninterface T { long size(); }\n',
        'src/test/java/com/acme/ReadBuffer.java': tested.replace('int', 'long'),
      },
      [],
    ],
    [
      'a type of the package with an heir of its name in another package',
      {
        'src/main/java/com/acme/T.java': 'package com.acme;\n\ninterface T { int size(); }\n',
        'src/main/java/com/other/Ring.java': elsewhere,
      },
      {
        'src/main/java/com/acme/T.java': 'package com.acme;\n\ninterface T { long size(); }\n',
        'src/main/java/com/other/Ring.java': `${elsewhere}\n`,
      },
      [],
    ],
    [
      'a type of the package that a public class hands on',
      'abstract class T { public int size() { return 1; } }\n',
      'abstract class T { public long size() { return 1; } }\n',
      ['method-return-type-changed'],
      { 'src/main/java/com/acme/Ring.java': 'package com.acme;\n\npublic class Ring extends T {\n}\n' },
    ],
    [
      'a narrower result of what a supertype of the repository declares',
      'public final class T implements Named { @Override public Iterable<String> names() { return x(); } }',
      'public final class T implements Named { @Override public java.util.Collection<String> names() { return x(); } }',
      [],
      { 'src/main/java/com/acme/Named.java': 'package com.acme;\n\npublic interface Named {\n  Iterable<String> names();\n}\n' },
    ],
    [
      'a narrower result of what a supertype from elsewhere may declare',
      'import javax.cache.CacheManager;\n\npublic final class T implements CacheManager { @Override public Iterable<String> getCacheNames() { return x(); } }',
      'import java.util.Collection;\nimport javax.cache.CacheManager;\n\npublic final class T implements CacheManager { @Override public Collection<String> getCacheNames() { return x(); } }',
      [],
    ],
    [
      'a narrower result that nothing above declares',
      'public final class T { public Iterable<String> names() { return x(); } }',
      'import java.util.Collection;\n\npublic final class T { public Collection<String> names() { return x(); } }',
      ['method-return-type-erasure-changed'],
    ],
  ]);
});
