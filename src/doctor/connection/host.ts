import type { VocabError } from '../../model/errors.js';
import { type Examination, type Finding, ok, problem, skipped } from '../examination.js';
import type { Connection } from '../facts.js';
import { blame, hasAnswered, requestEvidence } from './blame.js';
import { hostOf } from './hosts.js';

/** Which host is asked, who says so, and does it answer? */
export const hostAnswers: Examination = ({ connection, answer }) => {
  const { endpoint } = connection;
  if (!endpoint.done) return [failed(endpoint.error)];
  const host = `${endpoint.value} (${saidBy(connection)})`;
  if (answer.done) return [ok(`${host} answers`), ...otherHostOfSdk(connection)];
  const { error } = answer;
  if (blame(error, connection) === 'host') return [failed(error, host)];
  return [
    hasAnswered(error) ? ok(`${host} answers`) : skipped(`${host} was not asked`),
    ...otherHostOfSdk(connection),
  ];
};

function saidBy({ endpoint_by, region }: Connection): string {
  switch (endpoint_by) {
    case 'option':
      return 'from --endpoint or VOCABSYNC_ENDPOINT';
    case 'configuration':
      return 'from account.endpoint';
    case 'region':
      return `the host of ${region ?? 'no region'}`;
  }
}

function failed(error: VocabError, host?: string): Finding {
  return problem(
    'fail',
    {
      message: host === undefined ? error.message : `${host}: ${error.message}`,
      hint:
        (error.code === 'deadline' ? null : error.hint) ??
        'check the network, the endpoint, HTTPS_PROXY and NO_PROXY, or give it longer',
    },
    requestEvidence(error),
  );
}

/** Lists and recognition must use the same account; the vendor's SDKs take their host from this variable. */
function otherHostOfSdk({ endpoint, sdk_url }: Connection): Finding[] {
  if (!endpoint.done || sdk_url === null || hostOf(sdk_url) === hostOf(endpoint.value)) return [];
  return [
    problem(
      'warn',
      {
        message: `DASHSCOPE_HTTP_BASE_URL sends the vendor's SDKs to ${hostOf(sdk_url)}, and the lists are asked for at ${hostOf(endpoint.value)}`,
        hint: 'let programs recognise at the host that has the lists: a list of another account, or another region, silently does nothing',
      },
      [`DASHSCOPE_HTTP_BASE_URL names ${hostOf(sdk_url)}`],
    ),
  ];
}
