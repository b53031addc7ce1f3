import type { SourceFile } from '../../../code/code-change.ts';
import { foldersAbove, inFolder, within, type BuildFiles } from '../build-files.ts';
import type { Runner } from './runner.ts';
import { fileWord, word } from './shell-words.ts';

/** Maven or Gradle, whichever build file is nearest. */
export function javaRunner({ path }: SourceFile, build: BuildFiles): Runner | undefined {
  for (const folder of foldersAbove(path)) {
    if (build.texts.has(inFolder(folder, 'pom.xml'))) return maven(folder, build);
    const gradleBuild = build.texts.get(inFolder(folder, 'build.gradle')) ?? build.texts.get(inFolder(folder, 'build.gradle.kts'));
    // An Android build has a task of its own for each variant.
    if (gradleBuild !== undefined) return gradleBuild.includes('com.android') ? undefined : gradle(folder, build);
  }
  return undefined;
}

/** A module is built together with the others that it needs, from the outermost build that has modules. */
function maven(module: string, build: BuildFiles): Runner {
  const above = foldersAbove(inFolder(module, 'pom.xml')).slice(1);
  const root = above.findLast((folder) => build.texts.get(inFolder(folder, 'pom.xml'))?.includes('<module>')) ?? module;
  const command = wrapper('mvnw', module, build) ?? 'mvn';
  const file = root === '' ? [] : ['-f', fileWord(inFolder(root, 'pom.xml'))];
  const project = root === module ? [] : ['-pl', fileWord(within(root, module)), '-am', '-Dsurefire.failIfNoSpecifiedTests=false'];
  const running = (tests: string): string => [command, ...file, ...project, tests, 'test'].join(' ');
  return {
    name: 'Maven',
    key: `maven ${module}`,
    commandFor: (files) => running(word(`-Dtest=${files.map(className).join(',')}`)),
    templateFor: () => running('-Dtest={classes}'),
  };
}

function gradle(project: string, build: BuildFiles): Runner {
  const command = wrapper('gradlew', project, build) ?? 'gradle';
  const folder = project === '' ? [] : ['-p', fileWord(project)];
  const running = [command, ...folder, 'test'];
  return {
    name: 'Gradle',
    key: `gradle ${project}`,
    commandFor: (files) => [...running, ...files.flatMap((file) => ['--tests', word(qualifiedName(file))])].join(' '),
    // The option is said again for each class that stands for the placeholder.
    templateFor: () => [...running, '--tests', '{classes}'].join(' '),
  };
}

function wrapper(name: string, folder: string, { has }: BuildFiles): string | undefined {
  const found = foldersAbove(inFolder(folder, name))
    .map((each) => inFolder(each, name))
    .find(has);
  return found === undefined ? undefined : word(`./${found}`);
}

function className({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.java$/, '');
}

function qualifiedName(file: SourceFile): string {
  const name = className(file);
  return file.facts?.symbols.find((symbol) => symbol.kind === 'class' && symbol.name === name)?.qualifiedName ?? name;
}
