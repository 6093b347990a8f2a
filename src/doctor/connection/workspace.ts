import { type Examination, type Finding, ok, problem, skipped } from '../examination.js';
import type { Facts } from '../facts.js';
import { blame, requestEvidence } from './blame.js';
import { isWorkspaceHost } from './hosts.js';

/** May the workspace have hotwords? The sub-workspaces of Singapore have none. */
export const workspaceHasHotwords: Examination = (facts) => {
  const { connection, answer } = facts;
  const { workspace, endpoint } = connection;
  if (!answer.done && blame(answer.error, connection) === 'workspace') {
    const { message, hint } = answer.error;
    const next = hint ?? 'correct account.workspace, or leave it out';
    return [problem('fail', { message, hint: next }, requestEvidence(answer.error))];
  }
  const ownHost = endpoint.done && isWorkspaceHost(endpoint.value);
  if (workspace === null && !ownHost) return [ok("none is named: it is the key's own")];
  const name = workspace ?? 'the one of the host';
  if (!answer.done) return [skipped(`${name}; needs an account that answers`)];
  return [mayBeSub(facts) ? noHotwords(name) : ok(`${name} has lists, or may have them`)];
};

function mayBeSub({ connection, account }: Facts): boolean {
  return connection.region === 'singapore' && account.done && account.value.known_ids.length === 0;
}

function noHotwords(name: string): Finding {
  return problem(
    'warn',
    {
      message: `the workspace ${name} has no list, and sub-workspaces of Singapore can have none`,
      hint: 'use the default workspace and a key of it, or leave account.workspace out; if it is the default one, apply first',
    },
    ['the account holds 0 lists'],
  );
}
