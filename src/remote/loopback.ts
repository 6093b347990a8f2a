/**
 * Whether a host name, as `URL.hostname` spells it, is this machine. Names below `.localhost` are left out: some
 * resolvers ask the network for them.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
