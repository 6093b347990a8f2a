import type { VocabError } from '../../model/errors.js';
import { type Examination, type Finding, ok, problem, skipped } from '../examination.js';
import type { Connection } from '../facts.js';
import { blame, hasAnswered, requestEvidence } from './blame.js';
import { otherRegion } from './hosts.js';

/** Is there a key, and is it accepted? Its value is never looked at, and never said. */
export const keyIsAccepted: Examination = ({ connection, answer }) => {
  const { api_key_env, key_is_set, endpoint } = connection;
  if (endpoint.done && endpoint.value === 'emulator') return [ok('the emulator needs none')];
  if (!key_is_set) return [missing(connection)];
  if (answer.done) return [ok(`the key in ${api_key_env} is accepted`)];
  const { error } = answer;
  if (blame(error, connection) === 'key') return [refused(error, connection)];
  return [
    hasAnswered(error)
      ? ok(`the key in ${api_key_env} is not what is refused`)
      : skipped(`${api_key_env} is set; nobody could be asked whether it is accepted`),
  ];
};

function missing({ api_key_env }: Connection): Finding {
  return problem('fail', {
    message: `the variable ${api_key_env} is not set, so the account cannot be asked`,
    hint: 'set it to a key of the region; to try things out without one, use `--endpoint emulator`',
  });
}

function refused(error: VocabError, connection: Connection): Finding {
  const { api_key_env, endpoint } = connection;
  const { code, message, hint } = error;
  const where = endpoint.done ? endpoint.value : 'the vendor';
  const texts =
    code === 'unauthenticated'
      ? {
          message: `the key in ${api_key_env} is refused (401) at ${where}: it is no key any more, or one of another region${regionsOf(connection)}`,
          hint: wayToKnow(connection),
        }
      : { message, hint: hint ?? 'look into the console of the vendor' };
  return problem('fail', texts, requestEvidence(error));
}

function regionsOf({ region }: Connection): string {
  if (region === null) return '';
  return `: a key of ${otherRegion(region)} is refused in ${region} in just this way`;
}

/** Nobody can tell a key's region by its looks, so the next step is to ask the other one. */
function wayToKnow({ region, endpoint_by, api_key_env }: Connection): string {
  if (region === null) return `put a key of the account behind --endpoint into ${api_key_env}`;
  const other = otherRegion(region);
  const alone = endpoint_by === 'option' ? ', without --endpoint,' : '';
  const place = region === 'singapore' ? 'ap-southeast-1' : 'cn-beijing';
  return `\`vocabsync doctor --region ${other}\`${alone} tells whether it is a key of ${other}: if so, set account.region to ${other}, or put a key of ${region} into ${api_key_env}. A workspace with a host of its own is tried with \`--endpoint https://WORKSPACE_ID.${place}.maas.aliyuncs.com/api/v1\``;
}
