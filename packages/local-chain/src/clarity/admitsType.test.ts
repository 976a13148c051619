import { Cl, type ClarityAbiType, type ClarityValue } from '@stacks/transactions'
import { describe, expect, test } from 'vitest'
import { admitsType } from './admitsType.ts'

const address = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const point: ClarityAbiType = {
  tuple: [
    { name: 'x', type: 'int128' },
    { name: 'y', type: 'int128' },
  ],
}

const cases: [string, ClarityAbiType, ClarityValue[], ClarityValue[]][] = [
  ['uint', 'uint128', [Cl.uint(0)], [Cl.int(0), Cl.bool(true), Cl.none()]],
  ['int', 'int128', [Cl.int(-1)], [Cl.uint(1)]],
  ['bool', 'bool', [Cl.bool(true), Cl.bool(false)], [Cl.uint(1), Cl.none()]],
  [
    'principal',
    'principal',
    [Cl.principal(address), Cl.principal(`${address}.counter`)],
    [Cl.stringAscii(address), Cl.bufferFromHex('00'), Cl.principal(`${address}.no such name`)],
  ],
  ['trait', 'trait_reference', [Cl.contractPrincipal(address, 'counter')], [Cl.principal(address)]],
  ['none', 'none', [Cl.none()], [Cl.some(Cl.uint(1))]],
  [
    'buffer of at most 2 bytes',
    { buffer: { length: 2 } },
    [Cl.bufferFromHex(''), Cl.bufferFromHex('00ff')],
    [Cl.bufferFromHex('00ff00'), Cl.stringAscii('ab')],
  ],
  [
    'ASCII string of at most 2 characters',
    { 'string-ascii': { length: 2 } },
    [Cl.stringAscii(''), Cl.stringAscii('ab')],
    [Cl.stringAscii('abc'), Cl.stringUtf8('ab'), Cl.stringAscii('é'), Cl.stringAscii('\0')],
  ],
  [
    'UTF-8 string of at most 2 characters',
    { 'string-utf8': { length: 2 } },
    [Cl.stringUtf8('é😀')],
    [Cl.stringUtf8('abc'), Cl.stringAscii('ab')],
  ],
  [
    'optional uint',
    { optional: 'uint128' },
    [Cl.none(), Cl.some(Cl.uint(1))],
    [Cl.uint(1), Cl.some(Cl.int(1))],
  ],
  [
    'response',
    { response: { ok: 'uint128', error: 'bool' } },
    [Cl.ok(Cl.uint(1)), Cl.error(Cl.bool(false))],
    [Cl.ok(Cl.bool(true)), Cl.error(Cl.uint(1)), Cl.uint(1)],
  ],
  [
    'list of at most 2 uints',
    { list: { type: 'uint128', length: 2 } },
    [Cl.list([]), Cl.list([Cl.uint(1), Cl.uint(2)])],
    [Cl.list([Cl.uint(1), Cl.uint(2), Cl.uint(3)]), Cl.list([Cl.int(1)]), Cl.uint(1)],
  ],
  [
    'tuple',
    point,
    [Cl.tuple({ y: Cl.int(1), x: Cl.int(2) })],
    [
      Cl.tuple({ x: Cl.int(1) }),
      Cl.tuple({ x: Cl.int(1), z: Cl.int(2) }),
      Cl.tuple({ x: Cl.int(1), y: Cl.int(1), z: Cl.int(2) }),
      Cl.tuple({ x: Cl.uint(1), y: Cl.int(1) }),
      Cl.int(1),
    ],
  ],
]

describe('the admission of arguments', () => {
  test.each(cases)('takes for %s what the contract takes', (_, type, admitted, refused) => {
    for (const value of admitted) expect(admitsType(value, type), Cl.prettyPrint(value)).toBe(true)
    for (const value of refused) expect(admitsType(value, type), Cl.prettyPrint(value)).toBe(false)
  })
})
