import { BlockList, isIP, isIPv4 } from 'node:net';

/** Networks that are no public internet: nothing there is reached unless whoever runs the server says so. */
const closed: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // Also what carries an IPv4 address inside: mapped, translated, 6to4, Teredo.
  ...['::/96', '::1/128', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/32', '2001:db8::/32', '2002::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

/** Networks in CIDR notation as a list that can be asked. Throws a RangeError that names the wrong one. */
export function networksOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    const family = isIP(address);
    if (family === 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === 4 ? 32 : 128)) {
      throw new RangeError(`not a network: ${network}`);
    }
    list.addSubnet(address, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

const refused = networksOf(closed);

const has = (list: BlockList, address: string): boolean => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

/** The IPv4 address inside `::ffff:1.2.3.4`, however it is written; others in their shortest form. */
function unmapped(address: string): string {
  if (isIPv4(address)) return address;
  const plain = canonical(address);
  const groups = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(plain);
  if (groups === null) return plain;
  const [high, low] = [Number.parseInt(groups[1] ?? '', 16), Number.parseInt(groups[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** An IPv6 address in its one shortest form. */
const canonical = (address: string): string => new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);

/** Whether a connection may go to an address: it lies in the public internet or in a network that whoever runs the server allows. */
export function mayReach(address: string, allowed: BlockList): boolean {
  if (isIP(address) === 0) return false;
  const bare = unmapped(address);
  return has(allowed, bare) || !has(refused, bare);
}
