import type { CheckPorts } from '../pipelines/check.js';
import type { Machine } from './machine.js';

/** Everything that this machine knows for checking a configuration; how Chinese is read is loaded where there is any. */
export function checkPortsOf({ clock }: Pick<Machine, 'clock'>): CheckPorts {
  return {
    now: () => clock.now(),
    loadPronunciation: async () => {
      const { loadPronunciation } = await import('../pronunciation/load-pronunciation.js');
      return loadPronunciation();
    },
    loadRoughReading: async () => {
      const { loadRoughReading } = await import('../pronunciation/load-pronunciation.js');
      return loadRoughReading();
    },
  };
}
