import { inFolder, type Place } from './place.js';

/** The jobs for GitLab, to be included. */
export function gitlabTemplate(place: Place): string {
  return `# Include it from .gitlab-ci.yml:
#
#   include:
#     - local: vocabulary.gitlab-ci.yml
#
# Merge requests show their words, and their plan where there is a key. The default branch plans once more, and whoever
# starts the manual job applies exactly that plan, or nothing (exit code 5). A scheduled pipeline looks for drift.
#
# DASHSCOPE_API_KEY is a masked CI/CD variable. If it is protected too, only protected branches have a plan. Pipelines of
# forks run in the fork, which has no key.

stages: [plan, apply]

variables:
  VOCABULARY_CONFIG: ${inFolder(place, 'vocab.config.yaml')}

.vocabulary:
  # Not the slim one: diff asks git.
  image: node:24
  timeout: 10 minutes
  variables:
    VOCABSYNC_PACKAGE: vocabsync@0.1.0
    VOCABSYNC_CONFIG: $VOCABULARY_CONFIG
    VOCABSYNC_COLOR: always
  before_script:
    - npm install --global --no-fund --no-audit "$VOCABSYNC_PACKAGE"

vocabulary-words:
  extends: .vocabulary
  stage: plan
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    # The commit to compare with must be there.
    GIT_DEPTH: '0'
  script:
    # The merge request counts the findings, and shows those it did not have before.
    - vocabsync validate --out findings.xml
    # A pipeline for merged results has checked out what the target branch would become, and compares with that branch;
    # any other has the source branch alone, and compares with the commit where it began.
    - vocabsync diff --base "\${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-$CI_MERGE_REQUEST_DIFF_BASE_SHA}" --out words.html
  artifacts:
    # Findings that fail the job are to be seen too.
    when: always
    expose_as: Words of the vocabularies
    paths: [words.html]
    reports:
      junit: findings.xml

vocabulary-plan:
  extends: .vocabulary
  stage: plan
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $DASHSCOPE_API_KEY
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - vocabsync plan --out plan.json --out plan.html
  artifacts:
    when: always
    expose_as: Plan for the account
    # plan.json is for the next job, plan.html for people.
    paths: [plan.html, plan.json]
    expire_in: 30 days

vocabulary-apply:
  extends: .vocabulary
  stage: apply
  needs: [vocabulary-plan]
  rules:
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      when: manual
      # A pipeline whose plan nobody applies is not stuck.
      allow_failure: true
  # Protect the environment, and only its approvers can start the job.
  environment: vocabulary
  # One at a time, and never stopped half-way.
  resource_group: vocabulary
  interruptible: false
  # Two updates of a list are five minutes apart.
  timeout: 30 minutes
  script:
    - vocabsync apply plan.json
  artifacts:
    when: always
    # What was overwritten or deleted, and the ids for the applications.
    paths: [${inFolder(place, '.vocabsync/backups')}, ${inFolder(place, 'build/vocabularies.json')}]

vocabulary-drift:
  extends: .vocabulary
  stage: plan
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - vocabsync drift --out drift.html
  artifacts:
    when: always
    expose_as: Drift of the account
    paths: [drift.html]
`;
}
