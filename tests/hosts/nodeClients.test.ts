import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientAddress, clientKey, clientNetwork } from '../../src/hosts/node/clientKey.ts'

const socketAddress = '10.0.0.1'

test.each([
  ['nobody is believed without a proxy', 0, '1.1.1.1', socketAddress],
  ['one proxy tells whom it was asked by', 1, '1.1.1.1', '1.1.1.1'],
  ['what a client writes before it is not believed', 1, '6.6.6.6, 1.1.1.1', '1.1.1.1'],
  ['two proxies', 2, '6.6.6.6, 1.1.1.1, 2.2.2.2', '1.1.1.1'],
  ['a request that came past the outer proxy', 2, '1.1.1.1', '1.1.1.1'],
  ['a proxy that says nothing', 1, undefined, socketAddress],
  ['empty entries', 1, ' , 1.1.1.1 ,', '1.1.1.1'],
])('the address of a client: %s', (_, hops, forwardedFor, expected) => {
  expect(clientAddress({ socketAddress, forwardedFor }, hops)).toBe(expected)
})

test('no client can choose what it is taken for, whatever it writes before a trusted proxy', () => {
  fc.assert(
    fc.property(fc.string(), fc.ipV4(), (written, real) => {
      const forwardedFor = written === '' ? real : `${written}, ${real}`
      expect(clientAddress({ socketAddress, forwardedFor }, 1)).toBe(real)
    }),
  )
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:4711', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['no address', 'no address'],
  ['', ''],
])('the network of %j is %j', (address, expected) => {
  expect(clientNetwork(address)).toBe(expected)
})

test('every address of an IPv6 network of 64 bits is one client, and those of others are not', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV6(), (one, other) => {
      expect(clientNetwork(clientNetwork(one).replace(/::\/64$/, '::'))).toBe(clientNetwork(one))
      const isSame = clientNetwork(one) === clientNetwork(other)
      expect(
        clientKey(secret, clientNetwork(one), day) === clientKey(secret, clientNetwork(other), day),
      ).toBe(isSame)
    }),
  )
})

const secret = new Uint8Array(32).fill(1)
const day = new Date('2026-01-01T23:59:59.999Z')

test('a key is of one server and one day', () => {
  const key = clientKey(secret, '192.0.2.7', day)
  expect(key).toBe(clientKey(secret, '192.0.2.7', new Date('2026-01-01T00:00:00.000Z')))
  expect(key).not.toBe(clientKey(secret, '192.0.2.7', new Date('2026-01-02T00:00:00.000Z')))
  expect(key).not.toBe(clientKey(new Uint8Array(32).fill(2), '192.0.2.7', day))
  expect(key).toMatch(/^[\w-]{43}$/)
})
