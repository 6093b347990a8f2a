import { isRecord, parseJson } from '../call.js';
import type { EmulatorRequest } from '../check-request.js';
import { Refusal } from '../refusal.js';
import { type Content, failure } from '../reply.js';
import { idIn } from '../request-record.js';
import { baseOf, type Route } from '../route.js';
import { audioSource } from './audio.js';
import { createEar, type EarPorts } from './ear.js';
import { createTasks } from './file/tasks.js';
import { recogniseAtOnce } from './flash.js';
import { openSession, type SessionPorts, type StreamSession, type Wire } from './stream/session.js';

/** A route of recognition over HTTP. */
export type RecognitionRoute = Exclude<Route, { readonly kind: 'customization' }>;

/** The part of the vendor's API that recognises. */
export interface Recognition {
  answer(route: RecognitionRoute, request: EmulatorRequest): Promise<Content>;
  open(wire: Wire, ports: Pick<SessionPorts, 'fault' | 'onEnd'>): StreamSession;
}

export function createRecognition(ports: EarPorts): Recognition {
  const { clock, recordings, random, switches } = ports;
  const ear = createEar(ports);
  const tasks = createTasks({ clock, ear, random, switches });

  function serve({ kind, name }: RecognitionRoute, request: EmulatorRequest): Promise<Content> {
    const { body, path, signal, fetchAudio, origin = 'http://emulator.invalid' } = request;
    const source = audioSource(recordings, fetchAudio, signal);
    switch (kind) {
      case 'flash':
        return recogniseAtOnce(body, ear, { source, switches: switches() });
      case 'file':
        return tasks.submit({ body, source, base_url: `${origin}${baseOf(path)}` });
      case 'task':
        return tasks.show(name);
      case 'result':
        return tasks.result(name);
    }
  }

  return {
    answer: (route, request) => serve(route, request).catch(refuse),
    open: (wire, { fault, onEnd }) => openSession(wire, { ear, clock, switches, fault, onEnd }),
  };
}

function refuse(error: unknown): Content {
  if (error instanceof Refusal) return failure(error.status, error.code, error.message);
  throw error;
}

/** The list that a request for recognition names; null: none. */
export function listNamedIn(body: string): string | null {
  const request = parseJson(body);
  return isRecord(request) ? idIn(request['parameters']) : null;
}
