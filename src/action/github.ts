import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { retry } from '@octokit/plugin-retry';
import type { RepositoryName } from './workflow-run.js';

/** A comment or an issue: something with a text that somebody wrote. */
export interface Post {
  /** The number of an issue, the id of a comment. */
  readonly id: number;
  readonly author: string | null;
  readonly body: string;
}

export interface PostedComment extends Post {
  /** When it was last written: epoch milliseconds, of whole seconds. */
  readonly updatedAt: number;
}

export interface MergedPullRequest {
  readonly number: number;
  /** The name of the branch that it was merged into. */
  readonly base: string;
  /** Epoch milliseconds, of whole seconds. */
  readonly mergedAt: number;
  /** The commit that is the head of the base branch after the merge, whichever way it was merged. */
  readonly mergeCommit: string | null;
}

/**
 * One repository at GitHub. Whatever can be sent twice is sent again after 429 and 5xx; a new comment or issue never is.
 * Failures have a numeric `status`; 500 stands for a network error too.
 */
export interface GitHub {
  /** The login of the account the token belongs to, as the REST API spells it: `github-actions[bot]`. */
  viewer(): Promise<string>;
  /** Oldest first. A pull request is an issue here. */
  comments(issue: number): Promise<readonly PostedComment[]>;
  addComment(issue: number, body: string): Promise<void>;
  editComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  /** Open ones without pull requests, oldest first. */
  issues(): Promise<readonly Post[]>;
  addIssue(title: string, body: string): Promise<void>;
  editIssue(number: number, body: string): Promise<void>;
  closeIssue(number: number): Promise<void>;
  /** Whether a pull request is neither merged nor closed. */
  isOpen(pullRequest: number): Promise<boolean>;
  /** Those that contain the commit. */
  mergedPullRequestsOf(sha: string): Promise<readonly MergedPullRequest[]>;
}

export interface GitHubOptions {
  readonly apiUrl: string;
  readonly token: string;
  readonly repository: RepositoryName;
  /** The unit of the pauses before a request is sent again, in milliseconds. */
  readonly pause: number;
}

const RepositoryClient = Octokit.plugin(paginateRest, retry);

/** Not idempotent: whether it arrived has to be looked up before it is sent again. */
const once = { request: { retries: 0 } };

export function openGitHub({ apiUrl, token, repository, pause }: GitHubOptions): GitHub {
  const client = new RepositoryClient({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'vocabsync',
    retry: { retryAfterBaseValue: pause },
  });
  return {
    ...comments(client, repository),
    ...issues(client, repository),
    ...pullRequests(client, repository),
  };
}

type Client = InstanceType<typeof RepositoryClient>;

function comments(client: Client, repository: RepositoryName) {
  return {
    async comments(issue_number: number) {
      const found = await client.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...repository,
        issue_number,
        per_page: 100,
      });
      return found.map((comment) => ({ ...post(comment), updatedAt: Date.parse(comment.updated_at) }));
    },
    async addComment(issue_number: number, body: string) {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      await client.request(route, { ...repository, ...once, issue_number, body });
    },
    async editComment(comment_id: number, body: string) {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await client.request(route, { ...repository, comment_id, body });
    },
    async deleteComment(comment_id: number) {
      const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await client.request(route, { ...repository, comment_id });
    },
  };
}

function issues(client: Client, repository: RepositoryName) {
  return {
    async issues() {
      const found = await client.paginate('GET /repos/{owner}/{repo}/issues', {
        ...repository,
        state: 'open',
        sort: 'created',
        direction: 'asc',
        per_page: 100,
      });
      return found
        .filter(({ pull_request }) => pull_request === undefined)
        .map((issue) => post({ ...issue, id: issue.number }));
    },
    async addIssue(title: string, body: string) {
      await client.request('POST /repos/{owner}/{repo}/issues', { ...repository, ...once, title, body });
    },
    async editIssue(issue_number: number, body: string) {
      await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...repository,
        issue_number,
        body,
      });
    },
    async closeIssue(issue_number: number) {
      await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...repository,
        issue_number,
        state: 'closed',
        state_reason: 'completed',
      });
    },
  };
}

function pullRequests(client: Client, repository: RepositoryName) {
  return {
    // REST has no answer for the token of a workflow: GET /user is refused. The viewer has, and is spelt the same.
    async viewer() {
      const { viewer } = await client.graphql<{ viewer: { login: string } }>('{ viewer { login } }');
      return viewer.login;
    },
    async isOpen(pull_number: number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
      const { data } = await client.request(route, { ...repository, pull_number });
      return data.state === 'open';
    },
    async mergedPullRequestsOf(commit_sha: string) {
      const found = await client.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
        ...repository,
        commit_sha,
        per_page: 100,
      });
      return found.flatMap(({ number, base, merged_at, merge_commit_sha }) =>
        // Of one that is open, the commit is only what GitHub tries out.
        merged_at === null
          ? []
          : { number, base: base.ref, mergedAt: Date.parse(merged_at), mergeCommit: merge_commit_sha },
      );
    },
  };
}

interface RawPost {
  readonly id: number | bigint;
  readonly user?: { readonly login: string } | null;
  readonly body?: string | null;
}

function post({ id, user, body }: RawPost): Post {
  return { id: Number(id), author: user?.login ?? null, body: body ?? '' };
}
