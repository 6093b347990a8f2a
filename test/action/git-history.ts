import { execFileSync } from 'node:child_process';

const environment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  // Neither a dozen sample hooks for each repository, nor a second process after each commit that looks for something to tidy.
  GIT_TEMPLATE_DIR: '',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_AUTHOR_DATE: '2026-11-22T10:00:00Z',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
  GIT_COMMITTER_DATE: '2026-11-22T10:00:00Z',
};

/** Runs git in a folder, apart from the configuration of whoever runs the tests. */
export function git(directory: string, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd: directory, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
}

export function commitAll(directory: string, message: string): void {
  git(directory, 'add', '--all', ':!.runner');
  git(directory, 'commit', '--quiet', '--message', message);
}
