import type { Agent, AgentOptions, ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpsProxyAgent } from 'https-proxy-agent';
import { type Environment, proxyFor, proxyName } from './proxy.js';

/** How a request reaches its host. */
export interface Route {
  readonly agent: Agent;
  /** The proxy as people may see it; null for none. */
  readonly proxy: string | null;
}

/**
 * Node destroys a connection that lies idle this long, in milliseconds. It is below the five seconds after which many
 * servers close theirs: a request sent into a connection that is just being closed has an unknown fate.
 */
const idleTimeout = 4000;
const keepAlive: AgentOptions = { keepAlive: true, timeout: idleTimeout };

/** One agent for each way out, made when it is first taken. Idle connections do not keep the process alive. */
export function agentPool(env: Environment): (url: URL) => Promise<Route> {
  const routes = new Map<string, Promise<Route>>();
  return (url) => {
    const proxy = proxyFor(url, env);
    const key = proxy?.href ?? url.protocol;
    const route = routes.get(key) ?? (proxy === null ? directRoute(url) : proxiedRoute(proxy));
    routes.set(key, route);
    return route;
  };
}

// node:http and node:https by getBuiltinModule: an import statement builds their whole namespaces, some 45 ms.
async function directRoute(url: URL): Promise<Route> {
  const { Agent } = process.getBuiltinModule(url.protocol === 'https:' ? 'node:https' : 'node:http');
  return { agent: new Agent(keepAlive), proxy: null };
}

/** What the transport adds to the options of each request: when it no longer wants an answer. */
export interface GivenUp {
  readonly givenUp: AbortSignal;
}

type TunnelOptions = Parameters<HttpsProxyAgent<string>['connect']>[1] & Partial<GivenUp>;

async function proxiedRoute(proxy: URL): Promise<Route> {
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  // By itself the agent waits for ever for a proxy that says nothing, and keeps the process alive with it.
  class TunnelAgent extends HttpsProxyAgent<string> {
    override connect(request: ClientRequest, options: TunnelOptions): Promise<Socket> {
      const { givenUp } = options;
      this.connectOpts = { ...this.connectOpts, ...(givenUp && { signal: givenUp }) };
      return super.connect(request, options);
    }
  }
  const agent = new TunnelAgent(proxy, keepAlive);
  agent.options.timeout = idleTimeout; // the constructor forgets it
  return { agent, proxy: proxyName(proxy) };
}
