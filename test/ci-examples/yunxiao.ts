import { readYaml } from './read-example.js';

export interface FlowJob {
  readonly condition: string;
  readonly timeoutMinutes: number;
  readonly steps: Readonly<Record<string, FlowStep>>;
}

interface FlowStep {
  readonly step: string;
  readonly with: { readonly run?: string; readonly filePath?: readonly string[] };
}

export interface FlowPipeline {
  readonly variables: readonly { readonly key: string; readonly value: string }[];
  readonly stages: Readonly<Record<string, { readonly jobs: Readonly<Record<string, FlowJob>> }>>;
}

export function readFlow(): FlowPipeline {
  const [flow] = readYaml<FlowPipeline>('examples/yunxiao/vocabulary.yaml');
  return flow!;
}

/** The jobs of all stages, by name. */
export function flowJobs(): Readonly<Record<string, FlowJob>> {
  return Object.assign({}, ...Object.values(readFlow().stages).map(({ jobs }) => jobs));
}

/** The lines that a job runs. */
export function flowScript({ steps }: FlowJob): string[] {
  return Object.values(steps).flatMap(({ with: { run = '' } }) =>
    run.split('\n').filter((line) => line !== ''),
  );
}
