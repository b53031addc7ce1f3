import assert from 'node:assert/strict';
import { changedNullability } from '../../../../src/rules/compatibility/changed-nullability.ts';
import { fileCases, newFindings, reviewExample } from '../rule-cases.ts';

describe('compatibility/changed-nullability in Java', () => {
  fileCases(
    changedNullability,
    'src/main/java/com/acme/Cart.java',
    [
      [
        'finds a parameter that takes no null any more',
        'package com.acme;\n\npublic class Cart {\n  public void add(@Nullable String a) { x(a); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public void add(@NonNull String a) { x(a); }\n}\n',
        ['4 The public method `Cart.add(String)` takes no null for `a` any more: callers that pass null fail.'],
      ],
      [
        'finds a result that may be null now',
        'package com.acme;\n\npublic class Cart {\n  public String name() { return x(); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @Nullable\n  public String name() { return x(); }\n}\n',
        ['5 The public method `Cart.name()` may return null now: callers that do not look for null fail.'],
      ],
      [
        'finds a field that may be null now',
        'package com.acme;\n\npublic class Cart {\n  @NonNull\n  public String name;\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @Nullable\n  public String name;\n}\n',
        ['5 The public field `Cart.name` may be null now: callers that do not look for null fail.'],
      ],
      [
        'leaves a type alone that says for the first time what may be null in it',
        'package com.acme;\n\npublic class Cart {\n  public String name() { return x(); }\n}\n',
        'package com.acme;\n\n@NullMarked\npublic class Cart {\n  public @Nullable String name() { return x(); }\n}\n',
        [],
      ],
      [
        'finds a result that may be null now in a type that says so of all the others',
        'package com.acme;\n\n@NullMarked\npublic class Cart {\n  public String name() { return x(); }\n}\n',
        'package com.acme;\n\n@NullMarked\npublic class Cart {\n  public @Nullable String name() { return x(); }\n}\n',
        ['5 The public method `Cart.name()` may return null now: callers that do not look for null fail.'],
      ],
      [
        'leaves a parameter alone that takes null now',
        'package com.acme;\n\npublic class Cart {\n  public void add(@NonNull String a) { x(a); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public void add(@Nullable String a) { x(a); }\n}\n',
        [],
      ],
      [
        'leaves a result alone that is never null now',
        'package com.acme;\n\npublic class Cart {\n  @Nullable\n  public String name() { return x(); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @NonNull\n  public String name() { return x(); }\n}\n',
        [],
      ],
      [
        'leaves an annotation alone that is only not repeated',
        'package com.acme;\n\npublic class Cart {\n  public void add(@Nullable String a) { x(a); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  public void add(String a) { x(a); }\n}\n',
        [],
      ],
      [
        'leaves a method alone that nobody sees',
        'package com.acme;\n\npublic class Cart {\n  String name() { return x(); }\n}\n',
        'package com.acme;\n\npublic class Cart {\n  @Nullable\n  String name() { return x(); }\n}\n',
        [],
      ],
    ],
    { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  );

  it('is less sure where a file moves to the annotations of another library', async () => {
    const text = (library: string, type: string): string =>
      `package com.acme;\n\nimport ${library}.Nullable;\n\npublic class Cart {\n  public ${type} name() { return x(); }\n  public void add(@Nullable String a) { x(a); }\n}\n`;
    const result = await reviewExample(changedNullability, {
      base: { 'src/main/java/com/acme/Cart.java': text('com.acme.lang', 'String') },
      head: { 'src/main/java/com/acme/Cart.java': text('org.jspecify.annotations', '@Nullable String') },
    });
    assert.deepEqual(
      newFindings(result).map(({ confidence }) => confidence),
      ['low'],
    );
  });

  it('is sure only where something was promised, or the code is another', async () => {
    const path = 'src/main/java/com/acme/Cart.java';
    const cart = (member: string, before = ''): Record<string, string> => ({
      [path]: `package com.acme;\n\n${before}public class Cart {\n  public ${member}\n}\n`,
    });
    const confidenceOf = async (base: Record<string, string>, head: Record<string, string>): Promise<readonly string[]> =>
      newFindings(await reviewExample(changedNullability, { base, head })).map(({ confidence }) => confidence);
    const annotated = cart('@Nullable String name() { return x(); }');
    assert.deepEqual(await confidenceOf(cart('String name() { return x(); }'), annotated), ['low']);
    assert.deepEqual(await confidenceOf(cart('@NonNull String name() { return x(); }'), annotated), ['high']);
    assert.deepEqual(
      await confidenceOf(
        cart('String name() { return x(); }', '@NullMarked\n'),
        cart('@Nullable String name() { return x(); }', '@NullMarked\n'),
      ),
      ['high'],
    );
    assert.deepEqual(
      await confidenceOf(cart('String name() { return x(); }'), cart('@Nullable String name() { return a ? x() : null; }')),
      ['high'],
    );
  });
});
