import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.js';
import { startEmulator } from '../support/emulator.js';
import { config } from '../support/world.js';
import { type Event, type Inputs, listsOf, openWorkspace, type StepResult, type Workspace } from './step.js';

export const pattern = 'envs/*/vocab.config.yaml';
export const production = 'envs/production/vocab.config.yaml';
export const staging = 'envs/staging/vocab.config.yaml';

export const keys = { PRODUCTION_KEY: 'sk-production-1', STAGING_KEY: 'sk-staging-12' };

/** A repository with a configuration for each of two accounts, of which each has its own key. */
export interface Environments extends Workspace {
  /** Runs the action for all of them, unless the inputs name one. */
  step(inputs: Inputs, event?: Event, variables?: Readonly<Record<string, string>>): Promise<StepResult>;
  /** The words that each account holds. */
  held(): Promise<{ readonly production: string[]; readonly staging: string[] }>;
  readonly accounts: { readonly production: Emulator; readonly staging: Emulator };
}

/** A configuration of one environment; null: an account without a name. */
export function environment(name: string | null, words: readonly string[] = ['alpha']): string {
  const key = name === null ? 'STAGING_KEY' : `${name.toUpperCase()}_KEY`;
  const named = name === null ? '' : `name: ${name}, `;
  const text = words.length === 0 ? config({}) : config({ medical: words });
  return text.replace('region: singapore', `${named}region: singapore, api_key_env: ${key}`);
}

export async function openEnvironments(
  files: Readonly<Record<string, string>> = {
    [production]: environment('production'),
    [staging]: environment('staging'),
  },
): Promise<Environments> {
  const workspace = await openWorkspace(files);
  const accounts = { production: await startEmulator(), staging: await startEmulator() };
  const endpoint = await startVendor({
    [keys.PRODUCTION_KEY]: accounts.production.url,
    [keys.STAGING_KEY]: accounts.staging.url,
  });
  const usual = { config: pattern, endpoint, 'api-key': '' };
  return {
    ...workspace,
    accounts: { production: accounts.production.emulator, staging: accounts.staging.emulator },
    step: (inputs, event, variables = keys) => workspace.step({ ...usual, ...inputs }, event, variables),
    held: async () => ({
      production: await listsOf(accounts.production.emulator),
      staging: await listsOf(accounts.staging.emulator),
    }),
  };
}

/** One host for several accounts, told by their keys, as the vendor's is. */
async function startVendor(accounts: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer(async (request, response) => {
    const { status, body } = await forward(request, accounts);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
}

async function forward(
  request: IncomingMessage,
  accounts: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string }> {
  const { method = '', url = '', headers } = request;
  const { authorization = '' } = headers;
  const account = accounts[authorization.replace('Bearer ', '')];
  if (account === undefined) {
    return {
      status: 401,
      body: JSON.stringify({ code: 'InvalidApiKey', message: 'no such key', request_id: 'x' }),
    };
  }
  const body = await readText(request);
  const sent = { method, headers: { authorization, 'content-type': 'application/json' }, body };
  const answer = await fetch(`${account}${url}`, sent);
  return { status: answer.status, body: await answer.text() };
}
