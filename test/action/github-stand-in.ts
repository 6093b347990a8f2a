import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/model/ports.js';
import { isoTime } from '../../src/model/time/server-time.js';
import { manualClock } from '../support/emulator.js';

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
  /** `2026-11-22T10:00:00Z`, as all of GitHub's times. */
  updated_at: string;
}

export interface StoredIssue {
  readonly number: number;
  readonly author: string;
  readonly title: string;
  body: string;
  state: 'open' | 'closed';
  /** Of a pull request, merged or not. */
  readonly pull?: PullFields;
}

interface PullFields {
  readonly base: { readonly ref: string };
  readonly merged_at: string | null;
  readonly merge_commit_sha: string;
}

export interface Failure {
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the request is carried out before it fails. */
  readonly acts?: boolean;
  /** 1 unless given. */
  readonly times?: number;
}

/** The part of GitHub's API that the action uses, for the repository `acme/words`: a state machine behind HTTP. */
export interface GitHubStandIn {
  readonly url: string;
  /** Whose token it is that is used. */
  readonly viewer: string;
  readonly clock: Clock;
  comments: StoredComment[];
  issues: StoredIssue[];
  /** `POST /repos/acme/words/issues`, in order; without the query. */
  readonly requests: string[];
  /** Those that change something. */
  writes(): string[];
  comment(issue: number, author: string, body: string): StoredComment;
  /** Merges a pull request, into `main` unless given. */
  merge(number: number, sha: string, base?: string): void;
  /** Closes a pull request without merging it. */
  close(number: number): void;
  /** Lets the next requests fail that begin with the text: `POST /repos`. */
  fail(request: string, failure: Failure): void;
}

export const bot = 'github-actions[bot]';
export const token = 'ghs_0123456789abcdef';
const root = '/repos/acme/words';

interface Call {
  readonly method: string;
  readonly url: URL;
  readonly body: Readonly<Record<string, string>>;
}

interface Reply {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startGitHub(viewer = bot, clock: Clock = manualClock()): Promise<GitHubStandIn> {
  const failures: { request: string; failure: Failure; left: number }[] = [];
  let nextId = 1000;
  const github: GitHubStandIn = {
    url: '',
    viewer,
    clock,
    comments: [],
    issues: [],
    requests: [],
    writes: () => github.requests.filter((it) => !it.startsWith('GET ') && it !== 'POST /graphql'),
    comment(issue, author, body) {
      const comment = { id: nextId++, issue, author, body, updated_at: now(github) };
      github.comments.push(comment);
      return comment;
    },
    merge(number, merge_commit_sha, base = 'main') {
      addClosed(number, { base: { ref: base }, merged_at: now(github), merge_commit_sha });
    },
    close(number) {
      addClosed(number, { base: { ref: 'main' }, merged_at: null, merge_commit_sha: '0'.repeat(40) });
    },
    fail(request, failure) {
      failures.push({ request, failure, left: failure.times ?? 1 });
    },
  };

  function addClosed(number: number, pull: PullFields): void {
    github.issues.push({ number, author: 'ann', title: 'Words', body: '', state: 'closed', pull });
  }

  async function answer(request: IncomingMessage): Promise<Reply> {
    const call = await read(request);
    const line = `${call.method} ${call.url.pathname}`;
    github.requests.push(line);
    const planned = failures.find((it) => it.left > 0 && line.startsWith(it.request));
    if (planned === undefined)
      return authorised(request) ? act(github, call) : refusal(401, 'Bad credentials');
    planned.left -= 1;
    const { status, message = 'planned', headers = {}, acts = false } = planned.failure;
    if (acts) act(github, call);
    return { status, data: { message }, headers };
  }

  const server = createServer((request, response) => {
    void answer(request).then((reply) => send(reply, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(github, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

function now({ clock }: GitHubStandIn): string {
  return isoTime(clock.now());
}

async function read(request: IncomingMessage): Promise<Call> {
  const { method = '', url = '', headers } = request;
  const body = await text(request);
  return { method, url: new URL(url, `http://${headers.host}`), body: body === '' ? {} : JSON.parse(body) };
}

function authorised({ headers }: IncomingMessage): boolean {
  return headers.authorization === `token ${token}` || headers.authorization === `bearer ${token}`;
}

function send({ status, data, headers }: Reply, response: ServerResponse): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(status === 204 ? '' : JSON.stringify(data));
}

function act(github: GitHubStandIn, call: Call): Reply {
  if (call.url.pathname === '/graphql') return ok({ data: { viewer: { login: github.viewer } } });
  const path = call.url.pathname.startsWith(root) ? call.url.pathname.slice(root.length) : '';
  for (const [route, handle] of routes) {
    const match = route.exec(`${call.method} ${path}`);
    if (match !== null) return handle(github, call, match[1] ?? '');
  }
  return refusal(404, 'Not Found');
}

type Handler = (github: GitHubStandIn, call: Call, parameter: string) => Reply;

const routes: readonly (readonly [RegExp, Handler])[] = [
  [/^GET \/issues\/(\d+)\/comments$/, listComments],
  [/^POST \/issues\/(\d+)\/comments$/, addComment],
  [/^PATCH \/issues\/comments\/(\d+)$/, editComment],
  [/^DELETE \/issues\/comments\/(\d+)$/, deleteComment],
  [/^GET \/issues$/, listIssues],
  [/^POST \/issues$/, addIssue],
  [/^PATCH \/issues\/(\d+)$/, editIssue],
  [/^GET \/pulls\/(\d+)$/, showPull],
  [/^GET \/commits\/([^/]+)\/pulls$/, listPulls],
];

function listComments(github: GitHubStandIn, call: Call, issue: string): Reply {
  return page(call, github.comments.filter((comment) => comment.issue === Number(issue)).map(commentJson));
}

function addComment(github: GitHubStandIn, { body }: Call, issue: string): Reply {
  return { status: 201, data: commentJson(github.comment(Number(issue), github.viewer, body['body'] ?? '')) };
}

function editComment(github: GitHubStandIn, { body }: Call, id: string): Reply {
  const comment = github.comments.find((it) => it.id === Number(id));
  if (comment === undefined) return refusal(404, 'Not Found');
  comment.body = body['body'] ?? '';
  comment.updated_at = now(github);
  return ok(commentJson(comment));
}

function deleteComment(github: GitHubStandIn, _call: Call, id: string): Reply {
  github.comments = github.comments.filter((it) => it.id !== Number(id));
  return { status: 204, data: null };
}

function listIssues({ issues }: GitHubStandIn, call: Call): Reply {
  const state = call.url.searchParams.get('state');
  return page(call, issues.filter((issue) => issue.state === state).map(issueJson));
}

function addIssue(github: GitHubStandIn, { body }: Call): Reply {
  const number = github.issues.length + 1;
  const [title = '', content = ''] = [body['title'], body['body']];
  const issue: StoredIssue = { number, author: github.viewer, title, body: content, state: 'open' };
  github.issues.push(issue);
  return { status: 201, data: issueJson(issue) };
}

function editIssue({ issues }: GitHubStandIn, { body }: Call, number: string): Reply {
  const issue = issues.find((it) => it.number === Number(number));
  if (issue === undefined) return refusal(404, 'Not Found');
  if (body['body'] !== undefined) issue.body = body['body'];
  if (body['state'] === 'closed') issue.state = 'closed';
  return ok(issueJson(issue));
}

/** One that nobody has merged or closed is open, and need not be put there. */
function showPull({ issues }: GitHubStandIn, _call: Call, number: string): Reply {
  const pull = issues.find((issue) => issue.number === Number(number));
  return ok({ number: Number(number), state: pull?.state ?? 'open' });
}

/** GitHub answers with pull requests that contain the commit, also those that became another one. */
function listPulls({ issues }: GitHubStandIn, call: Call): Reply {
  return page(
    call,
    issues.flatMap(({ number, pull }) => (pull === undefined ? [] : [{ number, ...pull }])),
  );
}

function commentJson({ id, author, body, updated_at }: StoredComment) {
  const type = author.endsWith('[bot]') ? 'Bot' : 'User';
  return { id, user: { login: author, type }, body, updated_at };
}

function issueJson({ number, author, title, body, state, pull }: StoredIssue) {
  const base = { id: number * 7919, number, user: { login: author }, title, body, state };
  return pull === undefined ? base : { ...base, pull_request: { merged_at: pull.merged_at } };
}

/** With the link to the next page, as all of GitHub's lists. */
function page({ url }: Call, all: readonly unknown[]): Reply {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const number = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  const headers = number * size < all.length ? { link: `<${next.href}>; rel="next"` } : {};
  return { ...ok(all.slice((number - 1) * size, number * size)), headers };
}

function ok(data: unknown): Reply {
  return { status: 200, data };
}

function refusal(status: number, message: string): Reply {
  return { status, data: { message } };
}
