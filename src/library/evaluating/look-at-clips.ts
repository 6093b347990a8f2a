import { createHash } from 'node:crypto';
import { type LoadedClips, loadClips, type ManifestSource } from '../../config/clips/load-clips.js';
import type { HearableClip } from '../../hear/recognitions.js';
import {
  asError,
  asWarning,
  type Diagnostic,
  type DiagnosticDraft,
  type Report,
} from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { addressesOf, type Clip, clipName } from '../../model/evaluation/clip.js';
import type { Audio } from '../../model/recognition/recogniser.js';
import { wayOf } from '../../model/recognition/ways.js';
import { examineAudio } from '../../recognise/audio/examine-audio.js';
import { readAudio } from '../../recognise/audio/read-audio.js';

/** A manifest, and the model that its recordings are for. */
export interface ClipsFor extends ManifestSource {
  readonly model: string;
}

export interface LookedAt {
  /** The manifest, as the user would type it. */
  readonly file: string;
  readonly clips: readonly HearableClip[];
}

/** What was found in manifests and recordings. */
export interface LookedAtAll {
  /** One for each manifest that was given, in their order. */
  readonly evaluations: readonly LookedAt[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Reads manifests, and every recording once: what recognition would refuse or silently mishear is better said before
 * anything is paid. The bytes are let go; they are read again when they are sent.
 */
export async function lookAtClips(wanted: readonly ClipsFor[]): Promise<LookedAtAll> {
  const manifests = new Map<string, LookedAt>();
  // Two evaluations may share recordings, and say the same of them.
  const diagnostics = new Map<string, Diagnostic>();
  const report = (found: Diagnostic) => diagnostics.set(JSON.stringify(found), found);
  const sources = new Map<string, string>();
  for (const one of wanted) {
    const { file } = one;
    if (manifests.has(file)) continue;
    const loaded = await loadClips(one);
    loaded.diagnostics.forEach(report);
    for (const [name, text] of loaded.sources) sources.set(name, text);
    const models = new Set(wanted.filter((other) => other.file === file).map(({ model }) => model));
    const addresses = addressesOf(loaded.clips.flatMap(({ url }) => url ?? []));
    const clips: HearableClip[] = [];
    const earlier = new Map<string, Clip>();
    for (const clip of loaded.clips)
      clips.push(...(await lookAt(clip, loaded, { models, addresses, earlier, report })));
    manifests.set(file, { file, clips });
  }
  return {
    evaluations: wanted.map(({ file }) => manifests.get(file) ?? { file, clips: [] }),
    diagnostics: [...diagnostics.values()],
    sources,
  };
}

interface Looking {
  /** Whose recognition is to hear it. */
  readonly models: ReadonlySet<string>;
  /** What is fetched under the URLs of the manifest. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Clips of the manifest that were looked at before, by the hash of their recording. */
  readonly earlier: Map<string, Clip>;
  readonly report: Report;
}

/** One clip, or none where it cannot be read. */
async function lookAt(
  clip: Clip,
  loaded: LoadedClips,
  { models, addresses, earlier, report }: Looking,
): Promise<HearableClip[]> {
  const content = await loaded.readClip(clip);
  if ('problem' in content) {
    report(content.problem);
    return [];
  }
  const { bytes } = content;
  const audio = readAudio({ name: clipName(clip), bytes, url: clip.url });
  if ('problem' in audio) {
    report(asError(audio.problem, clip.location));
    return [];
  }
  for (const model of models)
    for (const draft of examineAudio(audio, { model, way: wayOf(model) }))
      report((draft.severity === 'error' ? asError : asWarning)(draft, clip.location));
  const address = clip.url === null ? null : (addresses.get(clip.url) ?? clip.url);
  const sound = bytes === null ? { url: address ?? '' } : { audio_sha256: hashOf(bytes) };
  if (sound.audio_sha256 !== undefined) {
    const same = earlier.get(sound.audio_sha256);
    if (same === undefined) earlier.set(sound.audio_sha256, clip);
    else report(asWarning({ ...sameAudio(clip, same), related: same.location }, clip.location));
  }
  return [{ ...hearable(clip, { audio: { ...audio, bytes: null }, sound }, loaded), address }];
}

function sameAudio(clip: Clip, earlier: Clip): DiagnosticDraft {
  const isAgreed = clip.text === earlier.text;
  return {
    rule: 'clips-same-audio',
    message: `${clipName(clip)} is the same recording as ${clipName(earlier)}${isAgreed ? ', and counts twice' : ', and another text is said to be in it'}`,
    hint: isAgreed
      ? 'delete one line; to recognise a clip several times, set `repeat`'
      : 'listen to it, and delete the line that is wrong',
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hearable(
  clip: Clip,
  { audio, sound }: Pick<HearableClip, 'sound'> & { readonly audio: Audio },
  { readClip }: LoadedClips,
): Omit<HearableClip, 'address'> {
  return {
    clip,
    sound,
    duration_ms: audio.duration_ms,
    load: async () => {
      const content = await readClip(clip);
      if ('problem' in content) throw changed(clip);
      const { bytes } = content;
      if (bytes !== null && 'audio_sha256' in sound && hashOf(bytes) !== sound.audio_sha256)
        throw changed(clip);
      return { ...audio, bytes };
    },
  };
}

/** Its answer would be kept as that of another recording. */
function changed(clip: Clip): VocabError {
  return new VocabError('conflict', `${clipName(clip)} was changed or removed while it was evaluated`, {
    hint: 'run it again once nobody writes to the recordings',
  });
}
