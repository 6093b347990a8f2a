import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './read-example.js';

export interface JenkinsStage {
  /** The lines that its shell runs. */
  readonly script: readonly string[];
  /** All that is said of it. */
  readonly text: string;
}

/** The stages of the declarative pipeline, by name, as far as they can be told from its indentation. */
export function readStages(): Readonly<Record<string, JenkinsStage>> {
  const text = readFileSync(join(project, 'examples/jenkins/Jenkinsfile'), 'utf8');
  const stages = text.matchAll(/^ {4}stage\('(\w+)'\) \{\n([^]*?)^ {4}\}\n/gm);
  return Object.fromEntries(
    Array.from(stages, ([, name = '', body = '']) => {
      const [, shell = ''] = /sh '''\n([^]*?)'''/.exec(body) ?? [];
      const script = shell.split('\n').map((line) => line.trim());
      return [name, { script: script.filter((line) => line !== ''), text: body }];
    }),
  );
}
