import type { Emulator } from '../../src/emulator/emulator.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import type { NewList, Remote } from '../../src/model/ports.js';
import { words } from '../support/build.js';
import type { ManualClock } from '../support/emulator.js';

export interface OpenedRemote {
  readonly remote: Remote;
  /** What the remote speaks to, and the account behind it. */
  readonly emulator: Emulator;
  readonly clock: ManualClock;
}

export interface RemoteOptions {
  readonly switches?: Partial<EmulatorSwitches>;
  /** Whether the key gets lost on the way. */
  readonly keyless?: boolean;
}

export type OpenRemote = (options?: RemoteOptions) => Promise<OpenedRemote>;

export const newList: NewList = {
  prefix: 'acmemed',
  target_model: 'fun-asr',
  hotwords: words('alpha', 'beta'),
};
export const firstPage = { page_index: 0, page_size: 10 };
