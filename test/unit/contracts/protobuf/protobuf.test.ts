import assert from 'node:assert/strict';
import protobuf from 'protobufjs';
import { protobufKind } from '../../../../src/contracts/protobuf/protobuf-kind.ts';
import { parseProto } from '../../../../src/contracts/protobuf/parse.ts';
import type { SourceFile } from '../../../../src/code/code-change.ts';
import { compare, kindCases, shown, type KindCase } from '../comparing.ts';

/** Texts of the body of a message `M` of `proto3`, in which every line is one below. */
const inMessage = (body: string) => `syntax = "proto3"; message M {\n${body}\n}\nmessage Other { int32 a = 1; }\nenum E { E_ZERO = 0; }\n`;
const message = (name: string, before: string, after: string, expected: readonly string[]): KindCase => [
  name,
  inMessage(before),
  inMessage(after),
  expected,
];
const proto2 = (name: string, before: string, after: string, expected: readonly string[]): KindCase => [
  name,
  `message M {\n${before}\n}\n`,
  `message M {\n${after}\n}\n`,
  expected,
];
const inEnum = (body: string) => `syntax = "proto3"; enum E {\n${body}\n}\n`;
const values = (name: string, before: string, after: string, expected: readonly string[]): KindCase => [
  name,
  inEnum(before),
  inEnum(after),
  expected,
];
const method = (name: string, before: string, after: string, expected: readonly string[]): KindCase => [
  name,
  ...([before, after].map((text) => `syntax = "proto3"; message A {} message B {}\nservice S {\n${text}\n}\n`) as [string, string]),
  expected,
];
const option = (name: string, before: string, after: string, expected: readonly string[]): KindCase => [
  name,
  ...([before, after].map((text) => `syntax = "proto3"; package shop.v1;\n${text}\nmessage A {}\n`) as [string, string]),
  expected,
];

const fieldCases: readonly KindCase[] = [
  message('a field removed', 'int32 a = 1;', '', ['breaking field-no-delete-unless-number-reserved M.a base:2']),
  message('a field removed with its number reserved', 'int32 a = 1;', 'reserved 1;', [
    'breaking field-no-delete-unless-name-reserved M.a base:2',
  ]),
  message('a field removed with number and name reserved', 'int32 a = 1;', 'reserved 1; reserved "a";', [
    'breaking field-no-delete M.a base:2',
  ]),
  message('a field added', '', 'int32 a = 1;', ['compatible field-addition M.a head:2']),
  message('a field added where a number was reserved', 'reserved 1 to 3;', 'int32 a = 2; reserved 1, 3;', [
    'breaking no-using-reserved-fields M.a head:2',
  ]),
  message('a field added whose name was reserved', 'reserved "a";', 'int32 a = 2;', ['breaking no-using-reserved-fields M.a head:2']),
  message('another number', 'int32 a = 1;', 'int32 a = 2;', ['breaking no-changing-field-ids M.a head:2']),
  message('another name', 'int32 a = 1;', 'int32 b = 1;', ['breaking field-same-name M.a head:2']),
  message('a type with other bytes', 'int32 a = 1;', 'string a = 1;', ['breaking field-wire-compatible-type M.a head:2']),
  message('a type with the same bytes and other JSON', 'int32 a = 1;', 'int64 a = 1;', [
    'breaking field-wire-json-compatible-type M.a head:2',
  ]),
  message('a type that differs in code only', 'int32 a = 1;', 'uint32 a = 1;', ['breaking field-same-type M.a head:2']),
  message('bytes for a string', 'string a = 1;', 'bytes a = 1;', ['breaking field-wire-json-compatible-type M.a head:2']),
  message('an enum for a number', 'int32 a = 1;', 'E a = 1;', ['breaking field-wire-json-compatible-type M.a head:2']),
  message('a message for a number', 'int32 a = 1;', 'Other a = 1;', ['breaking field-wire-compatible-type M.a head:2']),
  message('the same type written in full', 'Other a = 1;', '.Other a = 1;', []),
  message('a map of another key', 'map<int32, string> a = 1;', 'map<string, string> a = 1;', [
    'breaking field-wire-compatible-type M.a head:2',
  ]),
  message('a map of another value', 'map<string, int32> a = 1;', 'map<string, uint32> a = 1;', ['breaking field-same-type M.a head:2']),
  message('a map that is a message', 'map<string, int32> a = 1;', 'Other a = 1;', ['breaking field-wire-compatible-type M.a head:2']),
  message('a repeated number', 'int32 a = 1;', 'repeated int32 a = 1;', ['breaking field-wire-compatible-cardinality M.a head:2']),
  message('a repeated string', 'string a = 1;', 'repeated string a = 1;', ['breaking field-wire-json-compatible-cardinality M.a head:2']),
  message('presence', 'int32 a = 1;', 'optional int32 a = 1;', ['breaking field-same-cardinality M.a head:2']),
  message('presence of a message, which it always had', 'Other a = 1;', 'optional Other a = 1;', []),
  message('a number given to another field', 'repeated Other a = 1;', 'int32 b = 1;', ['breaking field-wire-compatible-type M.a head:2']),
  [
    'an enum with other names for the same numbers',
    'syntax = "proto3"; enum E { A = 0; B = 1; } enum F { C = 0; D = 1; E = 2; } message M { E e = 1; }',
    'syntax = "proto3"; enum E { A = 0; B = 1; } enum F { C = 0; D = 1; E = 2; } message M { F e = 1; }',
    ['breaking field-wire-json-compatible-type M.e head:1'],
  ],
  [
    'what breaks in a package that is tried out',
    'syntax = "proto3"; package a.v1alpha1; message M { int32 a = 1; }',
    'syntax = "proto3"; package a.v1alpha1; message M { string a = 1; }',
    ['risky field-wire-compatible-type a.v1alpha1.M.a head:1'],
  ],
  [
    'what breaks in one that is in beta',
    'syntax = "proto3"; package a.v1beta1; message M { int32 a = 1; }',
    'syntax = "proto3"; package a.v1beta1; message M { string a = 1; }',
    ['breaking field-wire-compatible-type a.v1beta1.M.a head:1'],
  ],
  message('a field moved into a oneof', 'int32 a = 1;', 'oneof o { int32 a = 1; }', [
    'breaking field-same-cardinality M.a head:2',
    'breaking field-same-oneof M.a head:2',
  ]),
  message('a oneof removed', 'oneof o { Other a = 1; }', 'Other a = 1;', ['breaking oneof-no-delete M.o base:2']),
  message('a oneof renamed', 'oneof o { Other a = 1; }', 'oneof p { Other a = 1; }', ['breaking oneof-no-delete M.o base:2']),
  message('another JSON name', 'int32 a = 1;', 'int32 a = 1 [json_name = "b"];', ['breaking field-same-json-name M.a head:2']),
  message('the JSON name that it had', 'int32 a_b = 1;', 'int32 a_b = 1 [json_name = "aB"];', []),
  message('another type in JavaScript', 'int64 a = 1;', 'int64 a = 1 [jstype = JS_STRING];', ['breaking field-same-jstype M.a head:2']),
  message('another string type in C++', 'string a = 1;', 'string a = 1 [ctype = CORD];', [
    'breaking field-same-cpp-string-type M.a head:2',
  ]),
  message('a field that callers must set', 'int32 a = 1;', 'int32 a = 1 [(google.api.field_behavior) = REQUIRED];', [
    'breaking field-behavior-change M.a head:2',
  ]),
  message('a new field that callers must set', '', 'int32 a = 1 [(google.api.field_behavior) = REQUIRED];', [
    'breaking new-required-field M.a head:2',
  ]),
  message('a deprecated and packed field', 'repeated int32 a = 1;', 'repeated int32 a = 1 [deprecated = true, packed = false];', []),
  message('a reservation removed', 'reserved 1 to 5, 8; reserved "x";', 'reserved 2 to 9;', [
    'breaking reserved-message-no-delete M head:1',
  ]),
  message('reservations written otherwise', 'reserved 1 to 5, 8;', 'reserved 1; reserved 2, 3, 4 to 9;', []),
  message('a nested message removed with all that is in it', 'message N { message O {} enum P { Z = 0; } }', '', [
    'breaking message-no-delete M.N base:2',
  ]),
  proto2('a new required field', '', 'required int32 a = 1;', ['breaking message-same-required-fields M.a head:2']),
  proto2('a required field that is optional', 'required int32 a = 1;', 'optional int32 a = 1;', [
    'breaking message-same-required-fields M.a head:2',
  ]),
  proto2('an optional field that is required', 'optional int32 a = 1;', 'required int32 a = 1;', [
    'breaking message-same-required-fields M.a head:2',
  ]),
  proto2('another default', 'optional int32 a = 1 [default = 1];', 'optional int32 a = 1 [default = 2];', [
    'breaking field-same-default M.a head:2',
  ]),
  proto2(
    'a group for a message',
    'optional group G = 1 { optional int32 x = 1; }',
    'message G { optional int32 x = 1; } optional G g = 1;',
    ['breaking field-wire-compatible-type M.g head:2'],
  ),
  proto2('fewer extension numbers', 'extensions 10 to 20;', 'extensions 10 to 15;', ['breaking extension-message-no-delete M head:1']),
  proto2(
    'an extension removed',
    '} message N { extensions 1 to 9; } extend N { optional int32 a = 1;',
    '} message N { extensions 1 to 9;',
    ['breaking extension-no-delete a base:2'],
  ),
  proto2(
    'an extension of another type',
    '} message N { extensions 1 to 9; } extend N { optional int32 a = 1;',
    '} message N { extensions 1 to 9; } extend N { optional string a = 1;',
    ['breaking field-wire-compatible-type a head:2'],
  ),
  proto2('no descriptor accessor', '', 'option no_standard_descriptor_accessor = true;', [
    'breaking message-no-remove-standard-descriptor-accessor M head:1',
  ]),
  proto2('another wire format', '', 'option message_set_wire_format = true;', ['breaking message-same-message-set-wire-format M head:1']),
];

const otherCases: readonly KindCase[] = [
  values('a value removed', 'A = 0; B = 1;', 'A = 0;', ['breaking enum-value-no-delete-unless-number-reserved E.B base:2']),
  values('a value removed with its number reserved', 'A = 0; B = 1;', 'A = 0; reserved 1;', [
    'breaking enum-value-no-delete-unless-name-reserved E.B base:2',
  ]),
  values('a value removed and all reserved', 'A = 0; B = 1;', 'A = 0; reserved 1; reserved "B";', [
    'breaking enum-value-no-delete E.B base:2',
  ]),
  values('a value renamed', 'A = 0; B = 1;', 'A = 0; C = 1;', ['breaking enum-value-same-name E.B head:2']),
  values('an alias removed', 'option allow_alias = true; A = 0; B = 0;', 'A = 0;', ['breaking enum-value-same-name E.B head:2']),
  values('an alias added', 'A = 0;', 'option allow_alias = true; A = 0; B = 0;', []),
  values('a value with another number', 'A = 0; B = 1;', 'A = 0; B = 2;', ['breaking enum-value-number-change E.B head:2']),
  values('a value added', 'A = 0;', 'A = 0; B = 1;', ['compatible enum-value-addition E.B head:2']),
  values('a reserved value used', 'A = 0; reserved 1;', 'A = 0; B = 1;', ['breaking no-using-reserved-fields E.B head:2']),
  values('a reservation removed', 'A = 0; reserved 5;', 'A = 0;', ['breaking reserved-enum-no-delete E head:1']),
  ['a value added to a closed enum', 'enum E { A = 0; }', 'enum E { A = 0; B = 1; }', ['risky enum-value-addition E.B head:1']],
  [
    'another first value of a closed enum',
    'enum E { A = 0; B = 1; }',
    'enum E { B = 1; A = 0; }',
    ['breaking field-same-default E head:1'],
  ],
  method('a method removed', 'rpc X(A) returns (A);', '', ['breaking rpc-no-delete S.X base:3']),
  method('a method added', '', 'rpc X(A) returns (A) {}', ['compatible method-addition S.X head:3']),
  method('another request', 'rpc X(A) returns (A);', 'rpc X(B) returns (A);', ['breaking rpc-same-request-type S.X head:3']),
  method('another response', 'rpc X(A) returns (A);', 'rpc X(A) returns (B);', ['breaking rpc-same-response-type S.X head:3']),
  method('a client that streams', 'rpc X(A) returns (A);', 'rpc X(stream A) returns (A);', [
    'breaking rpc-same-client-streaming S.X head:3',
  ]),
  method('a server that no longer streams', 'rpc X(A) returns (stream A);', 'rpc X(A) returns (A);', [
    'breaking rpc-same-server-streaming S.X head:3',
  ]),
  method('a weaker promise', 'rpc X(A) returns (A) { option idempotency_level = NO_SIDE_EFFECTS; }', 'rpc X(A) returns (A);', [
    'breaking rpc-same-idempotency-level S.X head:3',
  ]),
  method('a stronger promise', 'rpc X(A) returns (A);', 'rpc X(A) returns (A) { option idempotency_level = IDEMPOTENT; }', [
    'compatible rpc-same-idempotency-level S.X head:3',
  ]),
  method(
    'another route',
    'rpc X(A) returns (A) { option (google.api.http) = { get: "/a" }; }',
    'rpc X(A) returns (A) { option (google.api.http) = { get: "/b" }; }',
    ['breaking http-annotation-change S.X head:3'],
  ),
  method(
    'one more route',
    'rpc X(A) returns (A) { option (google.api.http) = { get: "/a" }; }',
    'rpc X(A) returns (A) { option (google.api.http) = { get: "/a" additional_bindings { get: "/b" } }; }',
    ['compatible http-annotation-addition S.X head:3'],
  ),
  method('no route', 'rpc X(A) returns (A) { option (google.api.http) = { get: "/a" }; }', 'rpc X(A) returns (A);', [
    'breaking http-annotation-removal S.X head:3',
  ]),
  method(
    'another body',
    'rpc X(A) returns (A) { option (google.api.http) = { post: "/a" body: "*" }; }',
    'rpc X(A) returns (A) { option (google.api.http) = { post: "/a" }; }',
    ['breaking http-annotation-change S.X head:3'],
  ),
  method(
    'a signature removed',
    'rpc X(A) returns (A) { option (google.api.method_signature) = "a,b"; option (google.api.method_signature) = "a"; }',
    'rpc X(A) returns (A) { option (google.api.method_signature) = "a"; }',
    ['breaking method-signature-removal S.X head:3'],
  ),
  method('a signature added', 'rpc X(A) returns (A);', 'rpc X(A) returns (A) { option (google.api.method_signature) = "a"; }', [
    'compatible method-signature-addition S.X head:3',
  ]),
  method(
    'a long-running operation that ends otherwise',
    'rpc X(A) returns (A) { option (google.longrunning.operation_info) = { response_type: "A" metadata_type: "M" }; }',
    'rpc X(A) returns (A) { option (google.longrunning.operation_info) = { response_type: "B" metadata_type: "M" }; }',
    ['breaking lro-response-change S.X head:3'],
  ),
  method(
    'a long-running operation that was a plain one',
    'rpc X(A) returns (A);',
    'rpc X(A) returns (A) { option (google.longrunning.operation_info) = { response_type: "B" }; }',
    ['breaking lro-annotation-addition S.X head:3'],
  ),
  [
    'another host',
    'service S { option (google.api.default_host) = "a.com"; }',
    'service S { option (google.api.default_host) = "b.com"; }',
    ['breaking service-host-change S head:1'],
  ],
  [
    'a scope removed and one added',
    'service S { option (google.api.oauth_scopes) = "a, b"; }',
    'service S { option (google.api.oauth_scopes) = "b,c"; }',
    ['breaking oauth-scope-removal S head:1'],
  ],
  [
    'a scope added',
    'service S { option (google.api.oauth_scopes) = "a"; }',
    'service S { option (google.api.oauth_scopes) = "a,b"; }',
    ['compatible oauth-scope-addition S head:1'],
  ],
  [
    'a pattern of a resource removed',
    'message M { option (google.api.resource) = { type: "x/A" pattern: "a/{a}" pattern: "b/{b}" }; }',
    'message M { option (google.api.resource) = { type: "x/A" pattern: "a/{a}" }; }',
    ['breaking resource-pattern-removal M head:1'],
  ],
  [
    'a resource that moves from its message to the file',
    'message M { option (google.api.resource) = { type: "x/A" pattern: "a/{a}" }; }',
    'option (google.api.resource_definition) = { type: "x/A" pattern: "a/{a}" }; message M {}',
    [],
  ],
  [
    'another resource that a field refers to',
    'message M { string a = 1 [(google.api.resource_reference).type = "x/A"]; }',
    'message M { string a = 1 [(google.api.resource_reference).type = "x/B"]; }',
    ['breaking resource-reference-change M.a head:1'],
  ],
  [
    'a resource that a field refers to anew',
    'message M { string a = 1; }',
    'message M { string a = 1 [(google.api.resource_reference).type = "x/B"]; }',
    ['compatible resource-reference-addition M.a head:1'],
  ],
  option('another Java package', 'option java_package = "a";', 'option java_package = "b";', [
    'breaking file-same-java-package shop.proto head:2',
  ]),
  option('the Java package that it had', '', 'option java_package = "shop.v1";', []),
  option('another C# namespace', '', 'option csharp_namespace = "Shop";', ['breaking file-same-csharp-namespace shop.proto head:2']),
  option('the C# namespace that it had', '', 'option csharp_namespace = "Shop.V1";', []),
  option('a first Go package', '', 'option go_package = "a/b";', ['compatible file-same-go-package shop.proto head:2']),
  option('another Go package', 'option go_package = "a/b";', 'option go_package = "a/c";', [
    'breaking file-same-go-package shop.proto head:2',
  ]),
  option('one Java file a class', '', 'option java_multiple_files = true;', ['breaking file-same-java-multiple-files shop.proto head:2']),
  option('another runtime', '', 'option optimize_for = LITE_RUNTIME;', ['breaking file-same-optimize-for shop.proto head:2']),
  option(
    'options that say nothing new',
    '',
    'option java_generic_services = false; option optimize_for = SPEED; option deprecated = true;',
    [],
  ),
  [
    'another package',
    'package a; message M { N n = 1; } message N {}',
    'package b; message M { N n = 1; } message N {}',
    ['breaking file-same-package b head:1'],
  ],
  [
    'another syntax',
    'syntax = "proto2"; enum E { A = 0; }',
    'syntax = "proto3"; enum E { A = 0; }',
    ['breaking file-same-syntax shop.proto head:1'],
  ],
  [
    'an edition with the same features',
    'syntax = "proto3"; message M { string a = 1; optional int32 b = 2; }',
    'edition = "2023"; option features.field_presence = IMPLICIT; message M { string a = 1; int32 b = 2 [features.field_presence = EXPLICIT]; }',
    ['compatible file-same-syntax shop.proto head:1'],
  ],
  [
    'an edition with other features',
    'syntax = "proto3"; enum E { A = 0; } message M { string a = 1; }',
    'edition = "2023"; option features = { enum_type: CLOSED json_format: LEGACY_BEST_EFFORT }; enum E { A = 0; } message M { string a = 1 [features.utf8_validation = NONE]; }',
    [
      'compatible file-same-syntax shop.proto head:1',
      'breaking enum-same-type E head:1',
      'breaking enum-same-json-format E head:1',
      'breaking field-same-cardinality M.a head:1',
      'breaking field-same-utf8-validation M.a head:1',
      'breaking message-same-json-format M head:1',
    ],
  ],
  [
    'another encoding of messages',
    'edition = "2023"; message M { M a = 1; }',
    'edition = "2023"; message M { M a = 1 [features.message_encoding = DELIMITED]; }',
    ['breaking field-wire-compatible-type M.a head:1'],
  ],
  ['a service removed', 'message M {} service S { rpc A(M) returns (M); }', 'message M {}', ['breaking service-no-delete S base:1']],
  [
    'types added',
    'message M {}',
    'message M {} enum E { A = 0; } service S {}',
    ['compatible enum-addition E head:1', 'compatible service-addition S head:1'],
  ],
  ['comments and order', '// a\nmessage M { int32 a = 1; /* b */ int32 b = 2; }', 'message M { int32 b = 2; int32 a = 1; }', []],
];

describe('the comparison of Protocol Buffers', () => {
  kindCases(protobufKind, 'shop.proto', [...fieldCases, ...otherCases]);

  it('follows declarations that move to another file', async () => {
    const { changes } = await compare(
      protobufKind,
      { 'a.proto': 'message A {} message B { A a = 1; }', 'b.proto': 'message C {}' },
      { 'a.proto': 'message B { A a = 1; }', 'b.proto': 'message C {} message A {}' },
    );
    assert.deepEqual(changes.map(shown), ['risky message-moved-to-another-file a.proto head:1']);
  });

  it('tells a removed file once', async () => {
    const { changes } = await compare(protobufKind, { 'a.proto': 'package a; message A {} message B {} enum E { Z = 0; }' }, {});
    assert.deepEqual(
      changes.map(({ change, message }) => [change, message]),
      [
        [
          'file-no-delete',
          '`a.proto` was removed with `a.A`, `a.B`, `a.E`: files that import it and code that uses its types no longer compile.',
        ],
      ],
    );
  });

  it('pairs files that moved with their folder', async () => {
    const { changes } = await compare(
      protobufKind,
      { 'proto/a/a.proto': 'message A { int32 x = 1; }' },
      { 'a/a.proto': 'message A { string x = 1; }' },
    );
    assert.deepEqual(changes.map(shown), ['breaking field-wire-compatible-type A.x head:1']);
  });

  it('learns from imports which types are enums', async () => {
    const file = (type: string) => `syntax = "proto3"; import "c/e.proto"; message A { ${type} x = 1; }`;
    const changesWith = async (further: Record<string, string>) =>
      (await compare(protobufKind, { 'p/a.proto': file('int32') }, { 'p/a.proto': file('E') }, further)).changes.map(shown);
    assert.deepEqual(await changesWith({}), ['breaking field-wire-compatible-type A.x head:1']);
    assert.deepEqual(await changesWith({ 'p/c/e.proto': 'enum E { Z = 0; }' }), ['breaking field-wire-json-compatible-type A.x head:1']);
  });

  it('knows what was deprecated, also by what encloses it', async () => {
    const base =
      'message A { option deprecated = true; optional int32 x = 1; } message B { optional int32 x = 1 [deprecated = true]; optional int32 y = 2; }';
    const { changes } = await compare(protobufKind, { 'a.proto': base }, { 'a.proto': 'message A {} message B {}' });
    assert.deepEqual(
      changes.map(({ element, deprecatedBefore }) => [element, deprecatedBefore]),
      [
        ['A.x', true],
        ['B.x', true],
        ['B.y', false],
      ],
    );
  });

  it('never says removed because of a file that it could not read', async () => {
    const { changes, notices } = await compare(
      protobufKind,
      { 'a.proto': 'message A {}', 'b.proto': 'message B {}' },
      { 'b.proto': 'message B {}\nmessage A {' },
    );
    assert.deepEqual(changes, []);
    assert.deepEqual(
      notices.map(({ message }) => message),
      ['`b.proto` at head could not be read as Protocol Buffers, so it was not compared: line 2: a name is missing.'],
    );
  });

  for (const [name, text] of [
    ['messages nested without end', 'message M {'.repeat(100_000)],
    ['options nested without end', `option a = ${'{ a: '.repeat(100_000)}`],
    ['a string without end', `option a = "${'\\"'.repeat(100_000)}`],
    ['a comment without end', `/* ${'*'.repeat(500_000)}`],
    ['a page', '<html>404</html>'],
  ] as const) {
    it(`gives a notice for ${name}`, async () => {
      const { changes, notices } = await compare(protobufKind, { 'a.proto': 'message A {}' }, { 'a.proto': text });
      assert.deepEqual([changes, notices.map(({ id }) => id)], [[], ['contract-not-read']]);
    });
  }

  it('reads fields as protobufjs does', () => {
    for (const [, , text] of fieldCases) {
      const { types } = parseProto({ text } as SourceFile);
      const ours = types.flatMap((type) =>
        type.kind === 'message' ? [[type.fullName, type.fields.map(({ name, number }) => `${name} ${number}`)]] : [],
      );
      const { root } = protobuf.parse(text, { keepCase: true });
      for (const [name, fields] of ours)
        assert.deepEqual(
          fields,
          root
            .lookupType(name as string)
            .fieldsArray.filter((field) => !field.name.startsWith('.'))
            .map((field) => `${field.name} ${field.id}`),
          text,
        );
    }
  });
});

describe('options that generated code depends on', () => {
  const file = (option: string): string => `syntax = "proto3";\npackage a.v1;\n${option}\nmessage Z { string z = 1; }\n`;
  const values: readonly (readonly [option: string, old: string, now: string])[] = [
    ...['cc_enable_arenas', 'cc_generic_services', 'java_generic_services', 'py_generic_services'].map(
      (name) => [name, 'true', 'false'] as const,
    ),
    ...[
      'java_outer_classname',
      'objc_class_prefix',
      'php_class_prefix',
      'php_metadata_namespace',
      'php_namespace',
      'ruby_package',
      'swift_prefix',
    ].map((name) => [name, '"A"', '"B"'] as const),
  ];
  for (const [name, old, now] of values)
    it(`are compared: ${name}`, async () => {
      const of = (value: string): Record<string, string> => ({ 'a.proto': file(`option ${name} = ${value};`) });
      const { changes } = await compare(protobufKind, of(old), of(now));
      assert.deepEqual(changes.map(shown), [`breaking file-same-${name.replaceAll('_', '-')} a.proto head:3`]);
    });
  it('are not where they only say that all is deprecated', async () => {
    const { changes } = await compare(protobufKind, { 'a.proto': file('') }, { 'a.proto': file('option deprecated = true;') });
    assert.deepEqual(changes, []);
  });
  it('are compared for Java in a feature and an option', async () => {
    const edition = (value: string): Record<string, string> => ({
      'a.proto': `edition = "2023";\nmessage M { string a = 1 [features.(pb.java).utf8_validation = ${value}]; }\n`,
    });
    const { changes } = await compare(protobufKind, edition('VERIFY'), edition('DEFAULT'));
    assert.deepEqual(changes.map(shown), ['breaking field-same-java-utf8-validation M.a head:2']);
  });
  it('are gone with the last file of a package', async () => {
    const kept = { 'a.proto': 'syntax = "proto3";\npackage a;\nmessage M {}\n' };
    const gone = 'syntax = "proto3";\npackage b;\nmessage M {}\nenum E { A = 0; }\nservice S {}\n';
    const { changes } = await compare(protobufKind, { ...kept, 'b.proto': gone }, kept);
    assert.deepEqual(changes.map(shown), ['breaking file-no-delete b.proto base:2']);
  });
});
