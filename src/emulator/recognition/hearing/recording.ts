/** What is said in an audio file, and what recognition makes of it. Texts are NFC. */
export interface Recording {
  /** The hash of the file's content, lower-case hexadecimal. */
  readonly sha256: string;
  /** Where the file is, for whoever names it by its URL; null: it has to be fetched. */
  readonly url: string | null;
  /** What is said. */
  readonly text: string;
  /** Milliseconds; null: by the size of the file, roughly. */
  readonly duration_ms: number | null;
  /** By words of the text: what is heard in their place, unless a hotword helps. */
  readonly misheard: ReadonlyMap<string, string>;
  /** By misheard words: the least weight that helps. Any helps where there is none. */
  readonly needs: ReadonlyMap<string, number>;
  /** By what is said: the hotword that is heard there once its weight is 5 or 50. */
  readonly intrudes: ReadonlyMap<string, string>;
}

/** What is known of an audio: its content, where it is, or both. */
export interface AudioKey {
  readonly sha256: string | null;
  readonly url: string | null;
}

/** null: nobody has said what is in it. What is known by its content is not looked up by its URL. */
export function findRecording(recordings: readonly Recording[], key: AudioKey): Recording | null {
  const { sha256, url } = key;
  if (sha256 !== null) return recordings.find((each) => each.sha256 === sha256) ?? null;
  return recordings.find((each) => each.url !== null && each.url === url) ?? null;
}
