/** What a script does that asks for one thing after the other: the lists, then the words of each. `node in-a-row.mjs URL` */
import { Agent, request } from 'node:http';

const url = `${process.argv[2]}/services/audio/asr/customization`;
const agent = new Agent({ keepAlive: true });

const lists = [];
for (let page_index = 0; ; page_index += 1) {
  const { vocabulary_list: page } = await ask({ action: 'list_vocabulary', page_index, page_size: 50 });
  if (page.length === 0) break;
  lists.push(...page);
}
for (const { vocabulary_id } of lists) await ask({ action: 'query_vocabulary', vocabulary_id });
agent.destroy();

function ask(input) {
  const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve(JSON.parse(body.toString('utf8')).output);
    });
    sent.once('error', reject);
    sent.end(JSON.stringify({ model: 'speech-biasing', input }));
  });
}
