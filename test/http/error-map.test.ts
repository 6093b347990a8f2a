import { describe, expect, it } from 'vitest';
import { classify } from '../../src/http/error-map.js';

function verdict(status: number | null, code: string | null): string {
  const { error, failure } = classify({ phase: 'answered', status, code });
  return `${error} ${failure}`;
}

describe('a request without an answer', () => {
  it('may be sent again when it never left', () => {
    expect(classify({ phase: 'connect' })).toMatchObject({ error: 'unavailable', failure: 'transient' });
  });

  it('may have been carried out once it was on its way', () => {
    expect(classify({ phase: 'sent' })).toMatchObject({ error: 'unavailable', failure: 'ambiguous' });
  });
});

describe('a failed answer', () => {
  it.each([
    [400, 'Throttling.AllocationQuota', 'quota-full permanent'],
    [429, 'Throttling.AllocationQuota', 'throttled throttled'],
    [429, 'Throttling', 'throttled throttled'],
    [429, 'Throttling.RateQuota', 'throttled throttled'],
    [429, 'Throttling.BurstRate', 'throttled throttled'],
    [429, 'limit_requests', 'throttled throttled'],
    [429, null, 'throttled throttled'],
    [400, 'Throttling.RateQuota', 'throttled throttled'],
    [400, 'BadRequest.ResourceNotExist', 'not-found permanent'],
    [416, 'BadRequest.ResourceNotExist', 'not-found permanent'],
    [404, 'BadRequest.ResourceNotExist', 'not-found permanent'],
    [404, 'NotFound', 'not-found permanent'],
    [404, 'ModelNotFound', 'rejected permanent'],
    [404, 'WorkSpaceNotFound', 'rejected permanent'],
    [404, null, 'rejected permanent'],
    [400, 'InvalidParameter', 'rejected permanent'],
    [400, 'InvalidParameter.DataInspection', 'rejected permanent'],
    [400, 'BadRequest.InputDownloadFailed', 'rejected permanent'],
    [400, 'Arrearage', 'account-overdue permanent'],
    [400, 'SomethingNew', 'rejected permanent'],
    [400, null, 'rejected permanent'],
    [401, 'InvalidApiKey', 'unauthenticated permanent'],
    [401, 'NOT AUTHORIZED', 'unauthenticated permanent'],
    [401, null, 'unauthenticated permanent'],
    [403, 'AccessDenied', 'forbidden permanent'],
    [403, 'AccessDenied.Unpurchased', 'forbidden permanent'],
    [403, 'Workspace.AccessDenied', 'forbidden permanent'],
    [403, 'Model.AccessDenied', 'forbidden permanent'],
    [403, null, 'forbidden permanent'],
    [400, 'Model.AccessDenied', 'forbidden permanent'],
    [408, null, 'unavailable ambiguous'],
    [500, 'InternalError', 'unavailable ambiguous'],
    [500, 'InternalError.Timeout', 'unavailable ambiguous'],
    [500, 'SystemError', 'unavailable ambiguous'],
    [500, 'RequestTimeOut', 'unavailable ambiguous'],
    [503, 'ServiceUnavailable', 'unavailable ambiguous'],
    [500, 'InvalidParameter', 'unavailable ambiguous'],
    [502, null, 'unavailable ambiguous'],
    [504, null, 'unavailable ambiguous'],
    [301, null, 'bad-response permanent'],
    [307, null, 'bad-response permanent'],
    [204, null, 'bad-response ambiguous'],
  ])('with status %i and code %s is %s', (status, code, expected) => {
    expect(verdict(status, code)).toBe(expected);
  });
});

describe('a 200 that is a failure', () => {
  it.each([
    ['Throttling.AllocationQuota', 'quota-full permanent'],
    ['Throttling.RateQuota', 'throttled throttled'],
    ['BadRequest.ResourceNotExist', 'not-found permanent'],
    ['InvalidApiKey', 'unauthenticated permanent'],
    ['AccessDenied', 'forbidden permanent'],
    ['InvalidParameter', 'rejected permanent'],
    ['SystemError', 'unavailable ambiguous'],
  ])('is judged by its code %s: %s', (code, expected) => {
    expect(verdict(200, code)).toBe(expected);
  });

  it.each(['SomethingNew', 'Success', 'throttling', 'InvalidApiKeyX', null])(
    'may have been carried out with a code that nobody knows: %s',
    (code) => {
      expect(verdict(200, code)).toBe('bad-response ambiguous');
    },
  );
});

describe('a failure without a status', () => {
  it.each([
    ['Throttling.AllocationQuota', 'throttled throttled'],
    ['Throttling.RateQuota', 'throttled throttled'],
    ['InvalidParameter', 'rejected permanent'],
    ['ModelNotFound', 'rejected permanent'],
    ['NotFound', 'not-found permanent'],
    ['InvalidApiKey', 'unauthenticated permanent'],
    ['InvalidFile.DownloadFailed', 'rejected permanent'],
    ['FILE_DOWNLOAD_FAILED', 'rejected permanent'],
    ['InternalError.Algo', 'unavailable ambiguous'],
    ['CLIENT_ERROR', 'unavailable ambiguous'],
    ['SomethingNew', 'unavailable ambiguous'],
    [null, 'bad-response ambiguous'],
  ])('is judged by its code alone, %s: %s', (code, expected) => {
    expect(verdict(null, code)).toBe(expected);
  });
});

describe('the hint', () => {
  it('may be another where something else is asked for', () => {
    const hint = (status: number) =>
      classify({ phase: 'answered', status, code: null }, { pace: 'do less' }).hint;
    expect(hint(429)).toBe('do less');
    expect(hint(401)).toContain('region');
  });

  it.each([
    [401, 'InvalidApiKey', 'region'],
    [403, 'AccessDenied', 'workspace'],
    [400, 'Arrearage', 'pay what is due'],
    [400, 'Throttling.AllocationQuota', 'list_quota'],
    [400, 'InvalidParameter', 'vocabsync validate'],
    [404, 'ModelNotFound', 'target_model'],
    [404, 'WorkSpaceNotFound', 'account.workspace'],
    [429, 'Throttling', '--parallelism'],
    [302, null, 'final URL'],
  ])('for %i %s says what to do', (status, code, part) => {
    expect(classify({ phase: 'answered', status, code }).hint).toContain(part);
  });
});
