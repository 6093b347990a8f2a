import { type Examination, ok, problem, skipped } from '../examination.js';
import { regionOfHost } from './hosts.js';

/** Are key, host and configuration of one region? Keys, models and lists belong to one each. */
export const regionFits: Examination = ({ connection, answer, configuration }) => {
  const { region, configured_region, endpoint, endpoint_by, api_key_env } = connection;
  if (region === null) return [skipped('nobody said which', 'give --region singapore or --region beijing')];
  const url = endpoint.done ? endpoint.value : '';
  const host = regionOfHost(url);
  if (host !== null && host !== region) {
    return [
      problem('fail', {
        message: `the region is ${region}, and ${url} is in ${host}: models and keys are judged by the wrong one`,
        hint: `set account.region to ${host}, or use a host of ${region}`,
      }),
    ];
  }
  if (!answer.done)
    return [skipped(`${region}; only an account that answers can show that the key is of it`)];
  const isOther = configured_region !== null && configured_region !== region;
  if (isOther && endpoint_by === 'region') {
    const file = configuration?.file ?? 'the configuration';
    return [
      problem(
        'fail',
        {
          message: `the key in ${api_key_env} is one of ${region}, and ${file} says ${configured_region}: every other command asks the wrong host, and gets a 401`,
          hint: `set account.region to ${region} in ${file}, or put a key of ${configured_region} into ${api_key_env}`,
        },
        [`accepted at ${url}`, `account.region: ${configured_region}`],
      ),
    ];
  }
  return [
    ok(host === null ? `${region}, for the models; the host shows none` : `${region}, and so is the host`),
  ];
};
