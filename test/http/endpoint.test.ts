import { describe, expect, it } from 'vitest';
import { resolveEndpoint } from '../../src/http/endpoint.js';
import { caught } from './caught.js';

function resolve(choice: { region?: 'singapore' | 'beijing'; configured?: string; override?: string }) {
  return resolveEndpoint({
    region: choice.region ?? 'singapore',
    configured: choice.configured ?? null,
    override: choice.override ?? null,
  });
}

describe('without an endpoint', () => {
  it('takes the host of the region', () => {
    expect(resolve({ region: 'singapore' })).toEqual({
      url: 'https://dashscope-intl.aliyuncs.com/api/v1',
      host: 'dashscope-intl.aliyuncs.com',
    });
    expect(resolve({ region: 'beijing' })).toEqual({
      url: 'https://dashscope.aliyuncs.com/api/v1',
      host: 'dashscope.aliyuncs.com',
    });
  });
});

describe('an endpoint from a configuration file', () => {
  it.each([
    ['https://dashscope.aliyuncs.com', 'https://dashscope.aliyuncs.com/api/v1'],
    ['https://dashscope.aliyuncs.com/', 'https://dashscope.aliyuncs.com/api/v1'],
    ['https://dashscope-intl.aliyuncs.com/api/v2/', 'https://dashscope-intl.aliyuncs.com/api/v2'],
    ['https://dashscope.aliyuncs.com:443/api/v1', 'https://dashscope.aliyuncs.com/api/v1'],
    ['HTTPS://DashScope.ALIYUNCS.com/api/v1', 'https://dashscope.aliyuncs.com/api/v1'],
    ['https://llm-a1b2.cn-beijing.maas.aliyuncs.com', 'https://llm-a1b2.cn-beijing.maas.aliyuncs.com/api/v1'],
    [
      'https://ws1.ap-southeast-1.maas.aliyuncs.com/api/v1',
      'https://ws1.ap-southeast-1.maas.aliyuncs.com/api/v1',
    ],
    ['https://ws1.eu-central-1.maas.aliyuncs.com', 'https://ws1.eu-central-1.maas.aliyuncs.com/api/v1'],
  ])('accepts the vendor host in %s', (configured, url) => {
    expect(resolve({ configured }).url).toBe(url);
  });

  it.each([
    ['a host that only begins like the vendor', 'https://dashscope.aliyuncs.com.evil.example/api/v1'],
    ['a host that only ends like the vendor', 'https://evildashscope.aliyuncs.com'],
    ['another service of the vendor', 'https://bucket.oss-cn-beijing.aliyuncs.com'],
    ['a workspace host without a workspace', 'https://cn-beijing.maas.aliyuncs.com'],
    ['a workspace host with a name before it', 'https://a.b.cn-beijing.maas.aliyuncs.com'],
    ['a workspace host elsewhere', 'https://ws.cn-beijing.maas.aliyuncs.com.evil.example'],
    ['a Cyrillic look-alike', 'https://d\u0430shscope.aliyuncs.com'],
    ['a trailing dot', 'https://dashscope.aliyuncs.com./api/v1'],
    ['the vendor as a user name', 'https://dashscope.aliyuncs.com@evil.example/'],
    ['the vendor before a backslash', 'https://evil.example\\@dashscope.aliyuncs.com'],
    ['a user name', 'https://user:secret@dashscope.aliyuncs.com/'],
    ['a port', 'https://dashscope.aliyuncs.com:8443/'],
    ['a query', 'https://dashscope.aliyuncs.com/api/v1?x=1'],
    ['a fragment', 'https://dashscope.aliyuncs.com/api/v1#x'],
    ['plain http', 'http://dashscope.aliyuncs.com/api/v1'],
    ['another scheme', 'file:///etc/passwd'],
    ['loopback', 'https://127.0.0.1/api/v1'],
    ['no URL at all', 'dashscope'],
  ])('refuses %s', async (_what, configured) => {
    const error = await caught(() => resolve({ configured }));
    expect(error.code).toBe('endpoint-untrusted');
    expect(error.hint).toContain('--endpoint');
    expect(error.hint).toContain('VOCABSYNC_ENDPOINT');
  });
});

describe('an endpoint from a flag or the environment', () => {
  it.each([
    ['https://gateway.example/dashscope/', 'https://gateway.example/dashscope', 'gateway.example'],
    ['https://gateway.example:8443', 'https://gateway.example:8443/api/v1', 'gateway.example:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/v1', '127.0.0.1:8080'],
    ['http://localhost:8080/api/v1', 'http://localhost:8080/api/v1', 'localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080/api/v1', '[::1]:8080'],
  ])('may be %s', (override, url, host) => {
    expect(resolve({ override })).toEqual({ url, host });
  });

  it('wins over the configuration file, whose endpoint is then not even looked at', () => {
    const choice = { configured: 'https://evil.example', override: 'https://gateway.example' };
    expect(resolve(choice).host).toBe('gateway.example');
  });

  it.each([
    ['http://gateway.example/api/v1', 'in clear text'],
    ['http://127.0.0.1.evil.example', 'in clear text'],
    ['http://localhost.evil.example', 'in clear text'],
    ['ftp://gateway.example', 'neither http nor https'],
    ['https://gateway.example?x=1', 'query'],
    ['gateway.example', 'not a URL'],
    ['', 'not a URL'],
  ])('may not be %j', async (override, reason) => {
    const error = await caught(() => resolve({ override }));
    expect(error.code).toBe('usage');
    expect(error.message).toContain(reason);
  });

  it.each(['https://user:hunter2@gateway.example', 'https://user:hunter2@', 'user:hunter2@gateway'])(
    'never has its password shown: %s',
    async (override) => {
      const error = await caught(() => resolve({ override }));
      expect(error.code).toBe('usage');
      expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
    },
  );

  it('is shown without characters that a terminal acts on', async () => {
    const error = await caught(() => resolve({ override: 'no\u001b[31m url\u202e' }));
    expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
