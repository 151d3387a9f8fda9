import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Ranges that `allow-private` opens. */
const PRIVATE = new Set(['private', 'uniqueLocal', 'loopback', 'carrierGradeNat']);

/**
 * Never opened, although they lie in an open range: the metadata services of clouds (Azure, Alibaba, AWS, Google, Oracle),
 * which hand out credentials; and IPv4 addresses in IPv6 form (`::7f00:1`), which count as unicast.
 */
const NEVER = ['168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::/32', 'fd20:ce::/32', 'fd00:c1::/32', '::/96'].map(
  (range) => ipaddr.parseCIDR(range),
);

/**
 * Why a probe must not connect to an address; null if it may.
 *
 * @param address IPv4 or IPv6, without brackets
 * @param allowPrivate also private ranges and loopback; never link-local addresses, metadata services and special ranges
 */
export function refusalOf(address: string, allowPrivate: boolean): string | null {
  if (!ipaddr.isValid(address)) return 'is not an IP address';
  // An IPv4 address in IPv6 form (::ffff:127.0.0.1) becomes the IPv4 address.
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return allowPrivate ? null : 'is private (loopback)';
  if (NEVER.some(([net, bits]) => net.kind() === parsed.kind() && parsed.match(net, bits))) {
    return 'belongs to a metadata service or a reserved range';
  }
  if (range === 'unicast') return null;
  if (PRIVATE.has(range)) return allowPrivate ? null : `is private (${range})`;
  return `is not public (${range})`;
}

/** The IP address that a URL names literally; null for a name. The URL parser has made `0x7f.1` and `①②⑦.0.0.1` 127.0.0.1. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? null : host;
}
