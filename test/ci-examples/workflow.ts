import { readYaml, yamlFilesIn } from './read-example.js';

export interface Workflow {
  readonly file: string;
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly concurrency?: Workflow['concurrency'];
  readonly 'timeout-minutes'?: number;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

export interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export const action = 'vocabsync/vocabsync@v1';

export function readMetadata(): Metadata {
  const [metadata] = readYaml<Metadata>('action.yml');
  return metadata!;
}

export function readWorkflows(): Workflow[] {
  return yamlFilesIn('examples/github').flatMap((file) =>
    readYaml<Omit<Workflow, 'file'>>(file).map((workflow) => ({ ...workflow, file })),
  );
}

export function readWorkflow(name: string): Workflow {
  return readWorkflows().find(({ file }) => file.endsWith(`/${name}`))!;
}

/** The inputs with which a job runs the action. */
export function inputsOf({ jobs }: Workflow, job: string): Readonly<Record<string, string>> {
  const step = jobs[job]!.steps.find(({ uses }) => uses === action);
  return Object.fromEntries(Object.entries(step?.with ?? {}).map(([name, value]) => [name, String(value)]));
}
