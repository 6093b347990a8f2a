import nock from 'nock';
import { afterAll, afterEach, beforeAll } from 'vitest';

/**
 * Lets the tests of a file, or of a group, reach nobody but the hosts that they play. Files share their modules, so the one
 * before may have taken nock out of the way, and the one after needs the network again.
 */
export function reachOnlyWhatIsPlayed(): void {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}
