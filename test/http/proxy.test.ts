import { describe, expect, it } from 'vitest';
import { type Environment, proxyFor, proxyName } from '../../src/http/proxy.js';
import { caught } from './caught.js';

const vendor = 'https://dashscope.aliyuncs.com/api/v1';
const proxy = 'http://proxy.example:3128/';

function proxyTo(url: string, env: Environment): string | null {
  return proxyFor(new URL(url), env)?.href ?? null;
}

describe('the proxy of a request', () => {
  it('is none when no variable is set, or only empty ones', () => {
    expect(proxyTo(vendor, {})).toBeNull();
    expect(proxyTo(vendor, { HTTPS_PROXY: '', https_proxy: ' ' })).toBeNull();
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])('comes from %s for https', (name) => {
    expect(proxyTo(vendor, { [name]: proxy })).toBe(proxy);
  });

  it('comes from the variable for https before the one for http', () => {
    expect(proxyTo(vendor, { HTTP_PROXY: 'http://other.example', https_proxy: proxy })).toBe(proxy);
  });

  it('comes for plain http only from the variable for http', () => {
    expect(proxyTo('http://gateway.example', { HTTPS_PROXY: proxy })).toBeNull();
    expect(proxyTo('http://gateway.example', { HTTP_PROXY: proxy })).toBe(proxy);
  });

  it('may be written without a scheme', () => {
    expect(proxyTo(vendor, { HTTPS_PROXY: 'proxy.example:3128' })).toBe(proxy);
  });

  it.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'https://127.8.8.8', 'http://[::1]:8080'])(
    'is none for loopback: %s',
    (url) => {
      expect(proxyTo(url, { HTTPS_PROXY: proxy, HTTP_PROXY: proxy })).toBeNull();
    },
  );

  it.each(['socks5://proxy.example:1080', 'http://', 'http://u:%zz@proxy.example'])(
    'is a usage error when it is %s, which names the variable and shows nothing of its value',
    async (value) => {
      const error = await caught(() => proxyTo(vendor, { https_proxy: value }));
      expect(error.code).toBe('usage');
      expect(error.message).toContain('https_proxy');
      expect(error.message).not.toContain(value);
    },
  );

  it('is named without user name and password', () => {
    expect(proxyName(new URL('http://user:hunter2@proxy.example:3128'))).toBe('http://proxy.example:3128');
  });
});

describe('NO_PROXY', () => {
  it.each([
    ['*', vendor],
    ['aliyuncs.com', vendor],
    ['.aliyuncs.com', vendor],
    ['*.aliyuncs.com', vendor],
    ['dashscope.aliyuncs.com', vendor],
    ['DashScope.Aliyuncs.COM', vendor],
    ['internal.example, aliyuncs.com', vendor],
    ['internal.example aliyuncs.com', vendor],
    ['dashscope.aliyuncs.com:443', vendor],
    ['10.1.2.3', 'https://10.1.2.3/'],
    ['10.1.2.3:8443', 'https://10.1.2.3:8443/'],
    ['2001:db8::1', 'https://[2001:db8::1]/'],
    ['[2001:db8::1]:443', 'https://[2001:db8::1]/'],
  ])('%s exempts %s', (list, url) => {
    expect(proxyTo(url, { HTTPS_PROXY: proxy, NO_PROXY: list })).toBeNull();
    expect(proxyTo(url, { HTTPS_PROXY: proxy, no_proxy: list })).toBeNull();
  });

  it.each([
    ['', vendor],
    [',', vendor],
    ['yuncs.com', vendor],
    ['scope.aliyuncs.com', vendor],
    ['www.dashscope.aliyuncs.com', vendor],
    ['dashscope.aliyuncs.com:8443', vendor],
    ['2.3', 'https://10.1.2.3/'],
    ['10.1.2.30', 'https://10.1.2.3/'],
    ['[2001:db8::2]', 'https://[2001:db8::1]/'],
  ])('%j does not exempt %s', (list, url) => {
    expect(proxyTo(url, { HTTPS_PROXY: proxy, NO_PROXY: list })).toBe(proxy);
  });
});
