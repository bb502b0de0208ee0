import { request as overHttp, type ClientRequest, type OutgoingHttpHeaders } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { addressOf, type Reach } from './address-of.ts';

interface Wanted {
  readonly method: 'GET' | 'POST';
  readonly headers: OutgoingHttpHeaders;
}

/** A request to the one address that was examined. It is not ended: a body may follow. */
export async function openRequest(url: URL, { method, headers }: Wanted, reach: Reach): Promise<ClientRequest> {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  const host = await addressOf(bare, reach);
  const isSecure = url.protocol === 'https:';
  const request = (isSecure ? overHttps : overHttp)({
    ...{ host, method, port: url.port === '' ? undefined : Number(url.port), path: `${url.pathname}${url.search}` },
    headers: { host: url.host, 'accept-encoding': 'identity', ...headers },
    // The certificate is that of the name, whatever address was taken; an address has none to show.
    ...(isSecure && isIP(bare) === 0 ? { servername: bare } : {}),
    agent: false,
    signal: reach.signal,
  });
  // What happens to the connection later belongs to whoever reads the answer.
  request.on('error', () => undefined);
  return request;
}
