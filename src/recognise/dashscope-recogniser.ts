import { createClient } from '../http/client.js';
import { secrecyOf } from '../http/secrecy.js';
import type { Recogniser } from '../model/recognition/recogniser.js';
import { wayOf } from '../model/recognition/ways.js';
import { recogniseFile } from './file/recognise-file.js';
import { recogniseAtOnce } from './flash.js';
import type { RecogniserOptions } from './recogniser-options.js';
import { recogniseStream } from './stream/recognise-stream.js';

/**
 * The vendor's speech recognition behind the Recogniser port, in the way that follows from the model. What fails in
 * passing is sent again by `retry`, each time the whole recording. Throws `key-missing` or `usage` at once when the key or
 * the workspace cannot be sent.
 */
export function createDashscopeRecogniser(options: RecogniserOptions): Recogniser {
  const line = { ...options, ...secrecyOf(options.key), request: createClient(options) };
  return {
    endpoint: options.endpoint,
    recognise(task, signal) {
      switch (wayOf(task.model)) {
        case 'stream':
          return recogniseStream(task, line, signal);
        case 'flash':
          return recogniseAtOnce(task, line, signal);
        case 'file':
          return recogniseFile(task, line, signal);
      }
    },
  };
}
