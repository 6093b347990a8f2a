import { configInput, inFolder, type Place } from './place.js';

/** The workflow that shows what a pull request changes. */
export function pullRequestWorkflow(place: Place): string {
  const config = inFolder(place, 'vocab.config.yaml');
  return `# .github/workflows/vocabulary-pull-request.yml
#
# What a pull request changes, for those who review it. Pull requests from forks get the words (offline, without the
# key); those from this repository the plan for the account as well, in one comment that is kept up to date.
#
# To make \`words\` or \`plan\` a required check, drop \`paths\`: a check of a workflow that \`paths\` skips is never reported, and
# a pull request that touches none of them waits for it for ever. A job that its \`if\` skips counts as passed.
name: vocabulary

on:
  pull_request:
    paths: [${config}, '${inFolder(place, 'vocabularies/**')}']

permissions: {}

# Only the newest commit is of interest.
concurrency:
  group: vocabulary-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  words:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v5
        with:
          # The merge commit and its first parent: what it would be merged into.
          fetch-depth: 2
          persist-credentials: false
      - uses: vocabsync/vocabsync@v1
        with:
          command: diff
${configInput(place)}          comment: false

  plan:
    # Neither a fork nor Dependabot gets the secrets of a workflow, so there is no key to plan with.
    if: github.event.pull_request.head.repo.full_name == github.repository && github.actor != 'dependabot[bot]'
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - id: plan
        uses: vocabsync/vocabsync@v1
        with:
          command: plan
${configInput(place)}          api-key: \${{ secrets.DASHSCOPE_API_KEY }}
          # For those who review words, not YAML.
          args: --out=plan.html
      # Also what is blocked, which fails the step above, is for them to see. Where there is no plan there is no page.
      - if: \${{ !cancelled() && steps.plan.outputs.exit-code != '0' }}
        uses: actions/upload-artifact@v6
        with:
          name: vocabulary-plan
          path: plan.html
          if-no-files-found: ignore
`;
}
