import assert from 'node:assert/strict';
import { itemsOf, member, nodesOf } from '../../../src/code/document-node.ts';
import { unreadDocument } from '../../../src/documents/document-reader.ts';
import { plain, readText, rootOf, textFile, written } from './reading.ts';

describe('documents', () => {
  it('know their format by the path', async () => {
    const formats = await Promise.all(
      [
        'a.yml',
        'a/b.yaml',
        'tsconfig.json',
        'pom.xml',
        'application.properties',
        'main.tf',
        'gradle/libs.versions.toml',
        'Dockerfile',
        'app.Dockerfile',
        'a.ts',
        'README',
      ].map(async (path) => (await readText(path, ''))?.format),
    );
    assert.deepEqual(formats, [
      'yaml',
      'yaml',
      'json',
      'xml',
      'properties',
      'hcl',
      'toml',
      'dockerfile',
      'dockerfile',
      undefined,
      undefined,
    ]);
  });

  it('are read from every document of a YAML text', async () => {
    const document = await readText('k8s.yaml', 'kind: A\n---\nkind: B\n---\n');
    assert.deepEqual(document?.roots.map(plain), [{ kind: 'A' }, { kind: 'B' }, null]);
  });

  it('keep the whole documents of a text of which one is broken, and say what is wrong', async () => {
    const document = await readText('k8s.yaml', 'kind: A\n---\nkind: [\n');
    assert.ok(document);
    assert.deepEqual(document.roots.map(plain), [{ kind: 'A' }]);
    assert.ok(document.error);
    assert.match(document.error.reason, /in line \d/);
    const [notice] = unreadDocument(textFile('k8s.yaml', ''), document);
    assert.equal(notice?.id, 'document-not-read');
  });

  it('refuse nesting that exhausts the stack', async () => {
    const document = await readText('deep.json', '['.repeat(100_000));
    assert.equal(document?.error?.kind, 'too-deep');
  });

  it('share what is aliased, so that a bomb stays small', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]`);
    const root = await rootOf('bomb.yaml', ['a0: &a0 x', ...lines].join('\n'));
    assert.ok([...nodesOf(root)].length < 100);
  });

  it('are read from Helm templates as if they were filled in', async () => {
    const text =
      'spec:\n  {{- if .Values.x }}\n  image: "{{ .Values.image }}:1"\n  user: {{ .Values.user }}\n  {{- end }}\n  privileged: true\n';
    const root = await rootOf('chart/templates/deployment.yaml', text);
    assert.equal(plain(member(root, 'spec', 'privileged')), true);
    assert.equal(written(member(root, 'spec', 'user')), '{{ .Values.user }}');
  });

  it('are read from XML, with attributes and repeated elements', async () => {
    const root = await rootOf('pom.xml', '<?xml version="1.0"?>\r\n<p a="1">\r\n  <d>\n<g x="y"> t </g></d>\n<m>a</m><m>b</m><e/></p>');
    assert.deepEqual(plain(root), { '@a': '1', d: { g: { '@x': 'y', '#text': 't' } }, m: ['a', 'b'], e: '' });
    assert.equal(written(itemsOf(member(root, 'm'))[1]), 'b');
    assert.equal(written(member(root, 'd', 'g', '#text')), 't');
    assert.equal(written(member(root, 'd', 'g', '@x')), 'y');
  });

  it('are read from properties', async () => {
    const root = await rootOf('application.properties', '# a\nserver.port=8080\r\n spring.url : jdbc:x=y\n! b\nflag\n');
    assert.deepEqual(plain(root), { 'server.port': '8080', 'spring.url': 'jdbc:x=y' });
    assert.equal(written(member(root, 'server.port')), '8080');
  });

  it('are read from Dockerfiles, instruction by instruction', async () => {
    const text =
      'ARG V=1\nfrom --platform=linux/amd64 node:20 AS build\n# c\nRUN apt-get update \\\n  && apt-get install -y curl\nUSER node\n';
    const root = await rootOf('Dockerfile', text);
    assert.deepEqual(plain(root), [
      { instruction: 'ARG', arguments: 'V=1' },
      { instruction: 'FROM', arguments: 'node:20 AS build', flags: { platform: 'linux/amd64' } },
      { instruction: 'RUN', arguments: 'apt-get update \\\n  && apt-get install -y curl' },
      { instruction: 'USER', arguments: 'node' },
    ]);
  });

  it('are read from HCL', async () => {
    const text = [
      'resource "aws_s3_bucket" "b" { # c',
      '  bucket = "x-${var.env["a"]}"',
      '  acl    = "public-read" // d',
      '  count  = var.on ? 1 : 0',
      '  ports  = [22, "a", var.b,]',
      '  tags   = { A = "b", "c:d" = true',
      '    e: null }',
      '  policy = jsonencode({',
      '    Action = "*"',
      '  })',
      '  text   = <<-EOT',
      '    one } "',
      '  EOT',
      '  ingress {',
      '    from_port = 0',
      '  }',
      '  ingress {}',
      '  list = [for x in y : x]',
      '}',
      '/* e */',
      'locals {}',
    ].join('\n');
    assert.deepEqual(plain(await rootOf('main.tf', text)), {
      resource: [
        {
          bucket: '"x-${var.env["a"]}"',
          acl: 'public-read',
          count: 'var.on ? 1 : 0',
          ports: [22, 'a', 'var.b'],
          tags: { A: 'b', 'c:d': true, e: null },
          policy: { Action: '*' },
          text: '    one } "\n',
          ingress: [{ from_port: 0 }, {}],
          list: '[for x in y : x]',
          '@labels': ['aws_s3_bucket', 'b'],
        },
      ],
      locals: [{}],
    });
  });

  it('are read from JSON in a text over several lines of Terraform, and only where it is JSON to its end', async () => {
    const text =
      'a {\n  policy = <<-EOF\n    {\n      "Statement": [{ "Action": ["a:*", "${var.b}"] }]\n    }\n  EOF\n  next = 1\n  broken = <<EOF\n{ "a": 1 } and more\nEOF\n}\n';
    assert.deepEqual(plain(await rootOf('main.tf', text)), {
      a: [{ policy: { Statement: [{ Action: ['a:*', '${var.b}'] }] }, next: 1, broken: '{ "a": 1 } and more\n' }],
    });
  });

  it('end with every broken text', async () => {
    const pieces = ['{', '}', '[', '"', 'a', '=', '<<E\n', '${', '\n', '#', '/*', 'resource "x"', ',', ':', '- ', '<a', '>', '</a>', '\\'];
    let seed = 7;
    const next = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
    for (let run = 0; run < 300; run++) {
      const text = Array.from({ length: 30 }, () => pieces[next(pieces.length)]).join('');
      for (const path of ['a.tf', 'a.yml', 'a.json', 'pom.xml', 'a.properties', 'Dockerfile']) assert.ok(await readText(path, text));
    }
  });
});
