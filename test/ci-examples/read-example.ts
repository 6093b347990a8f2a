import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const project = join(import.meta.dirname, '../..');

/** The documents of a YAML file of this repository. Duplicate keys and whatever else is no YAML fail the test. */
export function readYaml<T>(file: string): T[] {
  const documents = parseAllDocuments(readFileSync(join(project, file), 'utf8'));
  if (!Array.isArray(documents)) throw new Error(`${file} is empty`);
  return documents.map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem !== undefined) throw problem;
    return document.toJS() as T;
  });
}

/** The YAML files directly in a folder of this repository, as `folder/name`. */
export function yamlFilesIn(folder: string): string[] {
  const names = readdirSync(join(project, folder)).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => `${folder}/${name}`);
}
