import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.js';
import { temporaryFolder } from '../support/world.js';
import { misspelt } from './command-lines.js';
import { mountConfigMap } from './config-map-volume.js';
import {
  configFiles,
  containerOf,
  podOf,
  readCronJobs,
  readKustomization,
  readResources,
} from './manifests.js';

const jobs = readCronJobs().map((job) => [job.metadata.name, job] as const);
const offline = { VOCABSYNC_ENDPOINT: 'emulator' };

describe('the Kubernetes example', () => {
  it('has a job for drift, one to apply, and a place for backups', () => {
    expect(readResources().map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'CronJob vocabulary-drift',
      'PersistentVolumeClaim vocabulary-backups',
      'CronJob vocabulary-apply',
    ]);
  });

  it.each(jobs)('%s runs a command and flags that exist', async (_name, job) => {
    const [npx, yes, program, ...words] = containerOf(job).command;
    expect([npx, yes]).toEqual(['npx', '--yes']);
    expect(program).toMatch(/^vocabsync@\d+\.\d+\.\d+$/);
    expect(await misspelt(words)).toEqual([]);
  });

  it.each(jobs)('%s refers to volumes, config maps and claims that there are', (_name, job) => {
    const { volumes } = podOf(job);
    const { envFrom, volumeMounts } = containerOf(job);
    const generated = readKustomization().configMapGenerator.map(({ name }) => name);
    expect(
      volumeMounts.map(({ name }) => name).filter((name) => !volumes.some((volume) => volume.name === name)),
    ).toEqual([]);
    const maps = [
      ...volumes.flatMap(({ configMap }) => configMap?.name ?? []),
      ...envFrom.flatMap(({ configMapRef }) => configMapRef?.name ?? []),
    ];
    expect(maps.filter((name) => !generated.includes(name))).toEqual([]);
    const claims = volumes.flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []);
    const resources = readResources().map(({ metadata }) => metadata.name);
    expect(claims.filter((name) => !resources.includes(name))).toEqual([]);
    const items = volumes.flatMap(({ configMap }) => configMap?.items ?? []);
    expect(items.map(({ key }) => key)).toEqual(Object.keys(configFiles()));
  });

  it.each(jobs)('%s never runs twice at once, ends, and may do nothing it need not', (_name, job) => {
    expect(job.spec.concurrencyPolicy).toBe('Forbid');
    const { template, ...spec } = job.spec.jobTemplate.spec;
    expect(spec.activeDeadlineSeconds).toBeGreaterThan(0);
    // What only a person can settle is not tried again.
    const [rule] = spec.podFailurePolicy.rules;
    expect(rule).toMatchObject({ action: 'FailJob', onExitCodes: { operator: 'NotIn' } });
    for (const code of [2, 3, 4, 5, 7]) expect(rule!.onExitCodes.values).not.toContain(code);
    expect(rule!.onExitCodes.values).toContain(8);
    // A failure policy asks for it.
    expect(template.spec.restartPolicy).toBe('Never');
    expect(template.spec.automountServiceAccountToken).toBe(false);
    expect(template.spec.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(containerOf(job).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(rule!.onExitCodes.containerName).toBe(containerOf(job).name);
  });

  it('has the key from a secret, and the digest from what was reviewed with the words', () => {
    for (const [, job] of jobs) {
      expect(containerOf(job).envFrom).toContainEqual({ secretRef: { name: 'vocabulary-api-key' } });
    }
    const [, apply] = jobs.find(([name]) => name === 'vocabulary-apply')!;
    expect(containerOf(apply).command).toContain('--expect-digest=$(DIGEST)');
    const approval = readKustomization().configMapGenerator.find(
      ({ name }) => name === 'vocabulary-approval',
    );
    expect(approval?.literals).toEqual([expect.stringMatching(/^DIGEST=vs2:sha256:[0-9a-f]{64}$/)]);
  });

  it('keeps backups beyond the pod, and a lock no longer than it', () => {
    const [, apply] = jobs.find(([name]) => name === 'vocabulary-apply')!;
    const { volumeMounts, workingDir } = containerOf(apply);
    const kept = podOf(apply).volumes.filter((volume) => volume.persistentVolumeClaim !== undefined);
    const paths = volumeMounts.filter(({ name }) => kept.some((volume) => volume.name === name));
    expect(paths.map(({ mountPath }) => mountPath)).toEqual([`${workingDir}/.vocabsync/backups`]);
  });

  it('is read through the links of a mounted config map', async () => {
    const [, drift] = jobs.find(([name]) => name === 'vocabulary-drift')!;
    const cwd = await temporaryFolder();
    await mountConfigMap(drift, cwd);
    const { code, stdout } = await runCli(['validate', '--format', 'json'], { cwd });
    expect({ code, diagnostics: JSON.parse(stdout).diagnostics }).toEqual({ code: 0, diagnostics: [] });
    const { stdout: plan } = await runCli(['plan', '--format', 'json'], { cwd, env: offline });
    expect(JSON.parse(plan).summary).toMatchObject({ create: 1 });
  });
});
