import { readYaml } from './read-example.js';

export interface GitLabJob {
  readonly stage: string;
  readonly rules: readonly { readonly if: string; readonly when?: string }[];
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly artifacts: { readonly paths: readonly string[] };
  readonly [key: string]: unknown;
}

export interface Pipeline {
  readonly stages: readonly string[];
  /** Those that run, with what they extend laid under them, by name. */
  readonly jobs: Readonly<Record<string, GitLabJob>>;
}

const globalKeywords = ['stages', 'variables'];

/** As GitLab understands the file: `extends` merges mappings, and the names of templates begin with a dot. */
export function readPipeline(fileName = 'vocabulary.gitlab-ci.yml'): Pipeline {
  const [file] = readYaml<Record<string, GitLabJob>>(`examples/gitlab/${fileName}`);
  const { stages, variables, ...entries } = file as unknown as Record<string, GitLabJob> & {
    readonly stages: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
  };
  const names = Object.keys(entries).filter(
    (name) => !name.startsWith('.') && !globalKeywords.includes(name),
  );
  const jobs = names.map((name) => {
    const job = entries[name]!;
    const base = entries[String(job['extends'])];
    const merged = { ...variables, ...base?.variables, ...job.variables };
    return [name, { ...base, ...job, variables: merged }] as const;
  });
  return { stages, jobs: Object.fromEntries(jobs) };
}
