import type { FileRole } from './language.ts';

const documentation = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt)$|^(?:docs?|documentation)\//iu;
const generated =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|[^/]+\.lock|go\.sum|[^/]+\.min\.(?:js|css)|[^/]+\.map)$/iu;
const vendored =
  /(?:^|\/)(?:node_modules|vendor|third[-_]party|bower_components)\/|(?:^|\/)\.yarn\/(?:releases|plugins|sdks|cache|unplugged)\//iu;
const test =
  /(?:^|\/)(?:(?:[a-z]+[-_])*tests?|[a-z]+Tests?|(?:__)?testFixtures(?:__)?|__tests__|e2e|specs?|fixtures|testdata)\/|(?:^|\/)\.env\.(?:test|e2e|ci)[^/]*$|(?:^|\/)(?:test|localhost|snake-?oil)[-_.][^/]*\.(?:key|pem)$/iu;
const build =
  /(?:^|\/)(?:\.github|\.gitlab|\.circleci|\.ci|gradle)\/|(?:^|\/)(?:Dockerfile[^/]*|Makefile|Jenkinsfile|pom\.xml|package\.json|tsconfig[^/]*\.json|[^/]+\.gradle(?:\.kts)?|\.gitlab-ci\.yml|go\.mod|pyproject\.toml)$/u;

/** Whether a path says that somebody else's product lies there. */
export function isVendored(path: string): boolean {
  return vendored.test(path);
}

/** What Maven and Gradle build into the product: the names of folders below say nothing about tests. */
const builtIn = /(?:^|\/)src\/main\//u;

/** Whether the layout of Maven and Gradle says that a file is part of the product. */
export function isBuiltIn(path: string): boolean {
  return builtIn.test(path);
}

/** Whether a test is about types alone: a compiler reads it, and nothing of it runs. */
export function isTestOfTypes(path: string): boolean {
  return /\.(?:test-d|d|typings|tst)\.[cm]?tsx?$|(?:^|\/)(?:type-?tests?|dtslint|typings)\//u.test(path);
}

/** What a file of no known language is for, by its path. */
export function roleByPath(path: string): FileRole {
  if (isVendored(path)) return 'vendored';
  if (generated.test(path)) return 'generated';
  if (build.test(path)) return 'build';
  if (test.test(path) && !isBuiltIn(path)) return 'test';
  if (documentation.test(path)) return 'documentation';
  return 'configuration';
}
