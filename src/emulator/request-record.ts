import { type Action, type Call, isRecord } from './call.js';
import type { EmulatorReply } from './reply.js';
import type { Served } from './store.js';

/** What one API request came to. */
export interface RequestRecord {
  /** null: none of the five. */
  readonly action: Action | null;
  /** The list it named or made; null: none. */
  readonly vocabulary_id: string | null;
  /** null: no answer left. */
  readonly status: number | null;
  /** Slots taken right after it; null: it was not carried out. */
  readonly slots: number | null;
}

export function recordRequest(call: Call | null, served: Served | null, reply: EmulatorReply): RequestRecord {
  return {
    action: call?.action ?? null,
    vocabulary_id: idIn(call?.input) ?? idIn(served?.body['output']),
    status: reply.kind === 'answer' ? reply.response.status : null,
    slots: served?.state.lists.length ?? null,
  };
}

function idIn(fields: unknown): string | null {
  const id = isRecord(fields) ? fields['vocabulary_id'] : null;
  return typeof id === 'string' ? id : null;
}
