import { configInput, type Place } from './place.js';

/** The workflow that looks every night whether the account is as it should be. */
export function driftWorkflow(place: Place): string {
  return `# .github/workflows/vocabulary-drift.yml
#
# Every night: is the account still as the configuration has it? One issue is open as long as it is not.
name: vocabulary drift

on:
  schedule:
    - cron: '17 2 * * *'
  workflow_dispatch:

permissions: {}

# Two at once would open two issues.
concurrency:
  group: vocabulary-drift
  cancel-in-progress: false

jobs:
  drift:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      issues: write
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: vocabsync/vocabsync@v1
        with:
          command: drift
${configInput(place)}          api-key: \${{ secrets.DASHSCOPE_API_KEY }}
          issue: true
          # The issue says it; a red run every night would say nothing more.
          fail-on-drift: false
`;
}
