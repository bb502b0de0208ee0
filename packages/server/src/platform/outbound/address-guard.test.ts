import { describe, expect, it } from 'vitest';
import { mayReach, networksOf } from './address-guard.ts';

const none = networksOf([]);

// RFC 6890 and its successors: what is no public internet, also in the clothes of IPv6.
describe('the guard of addresses', () => {
  it.each([
    ...['127.0.0.1', '127.8.9.10', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '198.18.0.1',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::FFFF:A9FE:A9FE',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
    ],
    ...['2002:7f00:1::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1', 'localhost', ''],
  ])('refuses %s', (address) => {
    expect(mayReach(address, none)).toBe(false);
  });

  it.each(['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'lets %s pass',
    (address) => {
      expect(mayReach(address, none)).toBe(true);
    },
  );

  it('the administrator opens a network, and no other', () => {
    const allowed = networksOf(['10.20.0.0/16', 'fd00::/8']);
    expect(['10.20.3.4', '::ffff:10.20.3.4', 'fd12::1'].map((address) => mayReach(address, allowed))).toEqual([true, true, true]);
    expect(['10.21.0.1', '127.0.0.1', 'fc00::1'].map((address) => mayReach(address, allowed))).toEqual([false, false, false]);
    for (const wrong of ['10.0.0.0', '10.0.0.0/33', 'x/8', '::/129']) expect(() => networksOf([wrong])).toThrow(RangeError);
  });
});
