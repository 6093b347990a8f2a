import type { NewFile } from '../new-file.js';
import type { CiSystem } from './ci-system.js';
import { applyWorkflow } from './github-apply.js';
import { driftWorkflow } from './github-drift.js';
import { pullRequestWorkflow } from './github-pull-request.js';
import { gitlabTemplate } from './gitlab-template.js';
import type { Place } from './place.js';

/** What GitLab reads, and only includes the template. */
export const gitlabEntry = '.gitlab-ci.yml';
const template = 'vocabulary.gitlab-ci.yml';
/** What has to stand in a file of that name that is there already. */
export const gitlabInclude = `include: [{ local: ${template} }]`;

/** The workflows of a configuration: what a pull request changes, what a merge applies, drift. Paths from the root of the repository. */
export function ciFiles(ci: CiSystem, place: Place): NewFile[] {
  switch (ci) {
    case 'none':
      return [];
    case 'github':
      return [
        workflow('pull-request', pullRequestWorkflow(place), 'shows what a pull request changes'),
        workflow('apply', applyWorkflow(place), `applies what is merged into ${place.branch}`),
        workflow('drift', driftWorkflow(place), 'looks for drift every night'),
      ];
    case 'gitlab':
      return [
        { path: template, text: gitlabTemplate(place), note: 'shows, applies, looks for drift' },
        { path: gitlabEntry, text: `include:\n  - local: ${template}\n`, note: `includes ${template}` },
      ];
  }
}

function workflow(name: string, text: string, note: string): NewFile {
  return { path: `.github/workflows/vocabulary-${name}.yml`, text, note };
}
