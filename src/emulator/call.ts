/** The five actions of the API, without the `_vocabulary` they end in on the wire. */
export const actions = ['create', 'list', 'query', 'update', 'delete'] as const;
export type Action = (typeof actions)[number];

/** What else is asked of the API: to hear on a WebSocket, at once, or in files; how far a task is, and its result. */
export const recognitionActions = ['stream', 'flash', 'file', 'task', 'result'] as const;
export type RecognitionAction = (typeof recognitionActions)[number];

export type RequestAction = Action | RecognitionAction;

/** A request body as far as it can be read without judging it. */
export interface Call {
  readonly model: unknown;
  /** null: missing, or none of the five. */
  readonly action: Action | null;
  readonly input: Readonly<Record<string, unknown>>;
}

/** null for a body that is not a JSON object with an `input`; other fields, such as the `parameters` of the Python SDK, are let be. */
export function parseCall(body: string): Call | null {
  const request = parseJson(body);
  if (!isRecord(request) || !isRecord(request['input'])) return null;
  const { input, model } = request;
  const action = actions.find((name) => input['action'] === `${name}_vocabulary`) ?? null;
  return { model, action, input };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** null for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
