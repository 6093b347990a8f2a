import type { RecognitionAction } from './call.js';
import { type Content, failure } from './reply.js';

/** What is asked for by method and path alone. */
export type Route =
  | { readonly kind: 'customization' }
  | { readonly kind: Exclude<RecognitionAction, 'stream'>; readonly name: string };

/** The paths end like this, whatever the API stands below; what is captured is a name. */
const paths: readonly (readonly [RegExp, Route['kind'], 'GET' | 'POST'])[] = [
  [/\/services\/audio\/asr\/customization$/, 'customization', 'POST'],
  [/\/services\/aigc\/multimodal-generation\/generation$/, 'flash', 'POST'],
  [/\/services\/audio\/asr\/transcription$/, 'file', 'POST'],
  [/\/tasks\/([^/]+)$/, 'task', 'GET'],
  [/\/transcriptions\/([^/]+\/\d+\.json)$/, 'result', 'GET'],
];

/** Says where a request goes, or what is wrong with it before its body is looked at. */
export function findRoute(method: string, path: string): Route | Content {
  for (const [pattern, kind, expected] of paths) {
    const found = pattern.exec(path);
    if (found === null) continue;
    if (method !== expected)
      return failure(405, 'InvalidParameter', `only ${expected} is served at this path`);
    return kind === 'customization' ? { kind } : { kind, name: found[1] ?? '' };
  }
  return failure(404, 'NotFound', 'nothing is served at this path');
}

/** Where the WebSocket of recognition is. */
export function isStreamPath(path: string): boolean {
  return /\/api-ws\/v1\/inference\/?$/.test(path);
}

/** The part of a path before the API's own: results are read below it too. */
export function baseOf(path: string): string {
  return path.replace(/\/(?:services|tasks|transcriptions)\/.*$/, '');
}
