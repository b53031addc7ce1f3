import assert from 'node:assert/strict';
import { protobufBreak } from '../../../../src/rules/compatibility/protobuf-break.ts';
import { expectFindings, fileCases, withFixes } from '../rule-cases.ts';

describe('compatibility/protobuf-break', () => {
  fileCases(protobufBreak, 'api/shop.proto', [
    [
      'finds a renamed value',
      'enum E {\n A = 0;\n B = 1;\n}\n',
      'enum E {\n A = 0;\n C = 1;\n}\n',
      [
        '3 Value 1 of `E` is no longer named `B` but `C`: code that uses the old name no longer compiles, and JSON with it is not understood.',
      ],
    ],
    [
      'finds another package',
      'package a;\nmessage M {}\n',
      'package b;\nmessage M {}\n',
      [
        '1 The package is `b`, was `a`: every type has another full name, so imports, `Any`, reflection and service routes that use the old one fail.',
      ],
    ],
    ['is silent about a new file', '', 'message M { required int32 a = 1; }\n', []],
  ]);

  it('reserves what was removed, once it has asked', async () => {
    const head = { 'a.proto': 'syntax = "proto3";\nmessage M {}\nenum E {\n  Z = 0;\n}\n' };
    const findings = await expectFindings(
      protobufBreak,
      { 'a.proto': 'syntax = "proto3";\nmessage M { int32 a = 1 [deprecated = true]; }\nenum E {\n  Z = 0;\n  Y = 1;\n}\n' },
      head,
      [
        'a.proto:5 `E.Y` (1) was removed: the number or name may be given to another value, and code that uses it no longer compiles, and senders that still send it are not understood.',
        'a.proto:2 `M.a` (1) was removed: old readers see it as not set, code that uses it no longer compiles, and number 1 and name `a` may be given to another field. It is deprecated; but it is not known for how long, and no changelog entry names it.',
      ],
    );
    assert.deepEqual(withFixes(head, findings.toReversed()), {
      'a.proto':
        'syntax = "proto3";\nmessage M {\n  reserved 1;\n  reserved "a";\n}\nenum E {\n  reserved 1;\n  reserved "Y";\n  Z = 0;\n}\n',
    });
    assert.deepEqual(
      findings.map(({ severity, properties }) => [severity, properties]),
      [
        ['error', { contract: 'protobuf', change: 'enum-value-no-delete-unless-number-reserved', breaking: true, planned: 'none' }],
        ['warning', { contract: 'protobuf', change: 'field-no-delete-unless-number-reserved', breaking: true, planned: 'partly' }],
      ],
    );
  });
});
