import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';

/** A server on loopback that counts who comes. */
export interface Loopback {
  readonly port: number;
  readonly connections: () => number;
  readonly requests: () => number;
  /** Resolves when the last connection made so far is gone. */
  readonly abandoned: () => Promise<void>;
  close(): Promise<void>;
}

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
/** Self-signed, for dashscope.test, localhost and 127.0.0.1. */
const certificate = { cert: fixture('loopback-cert.pem'), key: fixture('loopback-key.pem') };

export function serveHttp(handler: http.RequestListener): Promise<Loopback> {
  return listen(http.createServer(handler));
}

export function serveHttps(handler: http.RequestListener): Promise<Loopback> {
  return listen(https.createServer(certificate, handler));
}

/** A server that gets bare connections. */
export function serveTcp(handler: (socket: Socket) => void): Promise<Loopback> {
  return listen(net.createServer(handler));
}

export interface ProxyLoopback extends Loopback {
  /** The target and Proxy-Authorization of each CONNECT. */
  readonly tunnels: readonly { target: string | undefined; authorization: string | undefined }[];
}

/** A CONNECT proxy that brings everybody to one port of this machine, whatever host they ask for. */
export async function serveProxy(port: number): Promise<ProxyLoopback> {
  const tunnels: { target: string | undefined; authorization: string | undefined }[] = [];
  const server = http.createServer();
  server.on('connect', (request, socket) => {
    tunnels.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
    const upstream = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    socket.on('close', () => upstream.destroy());
  });
  return { ...(await listen(server)), tunnels };
}

function listen(server: net.Server): Promise<Loopback> {
  const sockets: Socket[] = [];
  let requests = 0;
  server.on('connection', (socket) => sockets.push(socket));
  server.on('request', () => (requests += 1));
  const loopback = () => ({
    port: (server.address() as AddressInfo).port,
    connections: () => sockets.length,
    requests: () => requests,
    abandoned: () => closed(sockets.at(-1)),
    close: () => stop(server, sockets),
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(loopback())));
}

function closed(socket: Socket | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (socket === undefined || socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });
}

function stop(server: net.Server, sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}
