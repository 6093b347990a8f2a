import { configInput, inFolder, type Place } from './place.js';

/** The workflow that applies what was merged. */
export function applyWorkflow(place: Place): string {
  const config = inFolder(place, 'vocab.config.yaml');
  return `# .github/workflows/vocabulary-apply.yml
#
# A merge applies exactly the plan that its pull request showed, or nothing: when the account has changed since, it ends
# with exit code 5. What no plan was reviewed for (a fork's pull request, a direct push) ends with exit code 4 and shows
# its plan in the summary; whoever approves that runs this workflow by hand, with its digest.
name: vocabulary apply

on:
  push:
    branches: [${place.branch}]
    paths: [${config}, '${inFolder(place, 'vocabularies/**')}']
  workflow_dispatch:
    inputs:
      digest:
        description: 'The digest of the plan to apply (vs2:sha256:…)'
        required: true
        type: string

permissions: {}

# One at a time, and never stopped half-way.
concurrency:
  group: vocabulary-apply
  cancel-in-progress: false

jobs:
  apply:
    # A run by hand from another branch would apply what nobody has merged.
    if: github.ref == 'refs/heads/${place.branch}'
    runs-on: ubuntu-latest
    # Two updates of a list are five minutes apart.
    timeout-minutes: 30
    # Its required reviewers, if it has any, are a second pair of eyes.
    environment: vocabulary
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: vocabsync/vocabsync@v1
        with:
          command: apply
${configInput(place)}          api-key: \${{ secrets.DASHSCOPE_API_KEY }}
          expect-digest: \${{ inputs.digest || 'reviewed' }}
      # What was overwritten or deleted, and the ids for the applications.
      - if: always()
        uses: actions/upload-artifact@v6
        with:
          name: vocabulary-apply
          path: |
            ${inFolder(place, '.vocabsync/backups')}
            ${inFolder(place, 'build/vocabularies.json')}
          include-hidden-files: true
          if-no-files-found: ignore
`;
}
