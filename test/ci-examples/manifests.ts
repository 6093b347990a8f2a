import { readYaml } from './read-example.js';

export interface CronJob {
  readonly kind: 'CronJob';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly concurrencyPolicy: string;
    readonly jobTemplate: {
      readonly spec: {
        readonly backoffLimit: number;
        readonly activeDeadlineSeconds: number;
        readonly podFailurePolicy: { readonly rules: readonly FailureRule[] };
        readonly template: { readonly spec: PodSpec };
      };
    };
  };
}

interface FailureRule {
  readonly action: string;
  readonly onExitCodes: {
    readonly containerName: string;
    readonly operator: string;
    readonly values: readonly number[];
  };
}

export interface PodSpec {
  readonly restartPolicy: string;
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
}

interface Volume {
  readonly name: string;
  readonly configMap?: { readonly name: string; readonly items: readonly { key: string; path: string }[] };
  readonly emptyDir?: object;
  readonly persistentVolumeClaim?: { readonly claimName: string };
}

export interface Container {
  readonly name: string;
  readonly workingDir: string;
  readonly command: readonly string[];
  readonly envFrom: readonly {
    readonly secretRef?: { name: string };
    readonly configMapRef?: { name: string };
  }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly volumeMounts: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly subPath?: string;
    readonly readOnly?: boolean;
  }[];
}

export interface Kustomization {
  readonly resources: readonly string[];
  readonly configMapGenerator: readonly {
    readonly name: string;
    readonly files?: readonly string[];
    readonly literals?: readonly string[];
  }[];
}

const folder = 'examples/kubernetes';

export function readKustomization(): Kustomization {
  return readYaml<Kustomization>(`${folder}/kustomization.yaml`)[0]!;
}

/** All documents of the resources, in their order. */
export function readResources(): { readonly kind: string; readonly metadata: { readonly name: string } }[] {
  return readKustomization().resources.flatMap((file) => readYaml<CronJob>(`${folder}/${file}`));
}

export function readCronJobs(): CronJob[] {
  return readResources().filter((resource): resource is CronJob => resource.kind === 'CronJob');
}

export function podOf(job: CronJob): PodSpec {
  return job.spec.jobTemplate.spec.template.spec;
}

export function containerOf(job: CronJob): Container {
  return podOf(job).containers[0]!;
}

/** The files of the configuration, by their keys: where they come from, relative to the example. */
export function configFiles(): Record<string, string> {
  const { files = [] } = readKustomization().configMapGenerator.find(
    ({ name }) => name === 'vocabulary-config',
  )!;
  const pairs = files.map((file) => (file.includes('=') ? file.split('=') : [file, file]));
  return Object.fromEntries(pairs.map(([key, path]) => [key, `${folder}/${path}`]));
}
