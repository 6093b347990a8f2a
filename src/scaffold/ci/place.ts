/** Where a configuration lies in its repository. */
export interface Place {
  /** The folder of the configuration, from the root of the repository, separated by /; empty: the root itself. */
  readonly folder: string;
  /** The branch that pull requests are merged into. */
  readonly branch: string;
}

/** A path of the configuration, from the root of the repository. */
export function inFolder({ folder }: Pick<Place, 'folder'>, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** Whether a folder means itself alone in a workflow, which takes paths as patterns and as YAML. */
export function fitsWorkflows(folder: string): boolean {
  return (
    folder === '' ||
    /^[\p{L}\p{N}_.][\p{L}\p{M}\p{N}_. -]*(?:\/[\p{L}\p{N}_.][\p{L}\p{M}\p{N}_. -]*)*$/u.test(folder)
  );
}

/** Whether the name of a branch means itself alone in a workflow. */
export function isPlainBranch(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name);
}

/** The line with which a step of the action names a configuration; none where it is the usual one. */
export function configInput(place: Place): string {
  return place.folder === '' ? '' : `          config: ${inFolder(place, 'vocab.config.yaml')}\n`;
}
