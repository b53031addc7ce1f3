import { contractRule } from '../contract-rule.ts';

const base = [
  'syntax = "proto3";',
  'package shop;',
  'message Order {',
  '  string id = 1;',
  '  int32 amount = 2;',
  '  string note = 3;',
  '}',
  'service Orders {',
  '  rpc Get(Order) returns (Order);',
  '}',
  '',
].join('\n');

export const protobufBreak = contractRule('protobuf', {
  id: 'compatibility/protobuf-break',
  title: 'A break in a Protocol Buffers file',
  reason:
    'Old and new programs exchange and store bytes that carry numbers, not names. A number with another type or meaning is misread without an error. JSON carries names, and generated code carries both, so what is renamed, retyped or removed fails for those who send JSON or compile against the file.',
  remedy:
    'Add fields with new numbers and mark the old ones `deprecated = true`. When nobody uses a field any more, remove it and reserve its number and its name. What must be another type is another field.',
  sources: [
    { title: 'Protocol Buffers: updating a message type', url: 'https://protobuf.dev/programming-guides/proto3/#updating' },
    { title: 'Buf: rules and categories of breaking changes', url: 'https://buf.build/docs/breaking/rules/' },
    { title: 'Protocol Buffers: feature settings for editions', url: 'https://protobuf.dev/editions/features/' },
  ],
  limits:
    "Changes are named as in Buf, and where Buf has no name as in Google's detector and protolock, but for their words for versions and commits. A removed field or value is a break even where number and name are reserved: the bytes are safe then, but code that uses it no longer compiles and old readers see it as not set; the name of the change tells the cases apart. Packages whose version says that they are tried out (`v1alpha1`, `v1experimental`, `v1development`) promise nothing: what breaks there is a warning. A number that is given to a field of another name and other bytes is told once. Moving declarations to another file of the package is a warning (imports, C++ and Python). A move to an edition whose features mean the same is silent, and so are packed encoding, comments and orders, added fields and values (of a closed enum: a warning) and a first `go_package`. Of custom options only Google's API annotations are compared (routes, required fields, hosts, scopes, signatures, resources and long-running operations), and of these not the order of patterns and signatures; lists that are paged no more are told by their fields. Types are known from the changed files and their direct imports; a type that was not found counts as a message.",
  examples: [
    {
      name: 'a field is removed, though reserved',
      base: { 'shop.proto': base },
      head: { 'shop.proto': base.replace('  string note = 3;', '  reserved 3;\n  reserved "note";') },
      finds: [
        'shop.proto:6 `shop.Order.note` (3) was removed: number and name are reserved, so stored data stays safe, but code that uses the field no longer compiles and old readers see it as not set.',
      ],
    },
    {
      name: 'a type changes what the bytes mean',
      base: { 'shop.proto': base },
      head: { 'shop.proto': base.replace('int32 amount', 'string amount') },
      finds: [
        'shop.proto:5 `shop.Order.amount` has type `string`, was `int32`: bytes that were written as the old type cannot be read as the new one, and the other way round.',
      ],
    },
    {
      name: 'a method streams',
      base: { 'shop.proto': base },
      head: { 'shop.proto': base.replace('returns (Order)', 'returns (stream Order)') },
      finds: [
        'shop.proto:9 In `shop.Orders.Get` the server streams, before it did not: old clients and new servers do not understand each other, and code that uses it no longer compiles.',
      ],
    },
    {
      name: 'fields and methods are added and others deprecated',
      base: { 'shop.proto': base },
      head: {
        'shop.proto': base
          .replace('note = 3;', 'note = 3 [deprecated = true];\n  string remark = 4;')
          .replace('rpc Get', 'rpc List(Order) returns (stream Order);\n  rpc Get'),
      },
      finds: [],
    },
  ],
});
