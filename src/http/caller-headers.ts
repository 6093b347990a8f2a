import { VocabError } from '../model/errors.js';
import { quotable } from '../model/text/printable.js';

/** Who asks the vendor. */
export interface Caller {
  readonly key: string;
  /** The variable that the key was read from, for what is said when it is refused; left out where it came from elsewhere. */
  readonly key_env?: string | undefined;
  readonly workspace: string | null;
  /** The version of vocabsync, for the User-Agent. */
  readonly version: string;
}

/**
 * What tells the vendor who asks, in a request as in a handshake. The key goes nowhere but into this one header.
 * @throws VocabError `key-missing` or `usage` when the key or the workspace cannot be sent
 */
export function callerHeaders({ key, workspace, version }: Caller): Readonly<Record<string, string>> {
  checkKey(key);
  checkWorkspace(workspace);
  return {
    authorization: `Bearer ${key}`,
    'user-agent': `vocabsync/${version}`,
    ...(workspace !== null && { 'x-dashscope-workspace': workspace }),
  };
}

/** What may stand in a header beside other text: visible ASCII. */
const sendable = /^[\x21-\x7e]+$/;

function checkKey(key: string): void {
  if (sendable.test(key)) return;
  const fault =
    key === '' ? 'is empty' : 'has a space, a line break or another character that no key has in it';
  throw new VocabError('key-missing', `the API key ${fault}`, {
    hint: 'set the key again without anything around it, or use --endpoint emulator, which needs none',
  });
}

function checkWorkspace(workspace: string | null): void {
  if (workspace === null || sendable.test(workspace)) return;
  throw new VocabError('usage', `the workspace "${quotable(workspace)}" is not a workspace id`, {
    hint: 'set account.workspace to an id such as llm-xxxx, or leave it out',
  });
}
