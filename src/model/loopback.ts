/**
 * Says whether a host name or address can only mean this machine; IPv6 with or without brackets. Names below
 * `.localhost` are left out: some resolvers ask the network for them.
 */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
