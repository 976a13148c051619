import fc from 'fast-check'
import type { Known } from './Known.ts'

/** Paths of every route, of routes with one segment exchanged, and of no route. */
export function arbitraryPath({ address, contractId, txid }: Known): fc.Arbitrary<string> {
  const [deployer, contract] = contractId.split('.')
  const inContract = `${deployer}/${contract}`
  const routes = [
    '/v2/transactions',
    '/v2/fees/transaction',
    '/v2/fees/transfer',
    '/v2/info',
    '/v2/pox',
    `/v2/accounts/${address}`,
    `/v2/contracts/interface/${inContract}`,
    `/v2/contracts/source/${inContract}`,
    ...['get-count', 'get-step', 'divide-read-only', 'add'].map(
      (f) => `/v2/contracts/call-read/${inContract}/${f}`,
    ),
    `/v2/map_entry/${inContract}/steps`,
    `/v2/data_var/${inContract}/count`,
    `/v2/constant_val/${inContract}/STEP`,
    '/extended',
    '/extended/v1/status',
    '/extended/v1/ws',
    '/extended/v1/tx/mempool',
    `/extended/v1/tx/${txid}`,
    `/extended/v1/tx/${txid}/raw`,
    '/extended/v1/tx/events',
    `/extended/v1/contract/${contractId}`,
    `/extended/v1/address/${address}/nonces`,
    '/extended/v2/blocks',
    '/extended/v2/blocks/latest',
    '/extended/v2/blocks/1/transactions',
    `/extended/v2/addresses/${address}/transactions`,
    `/extended/v2/smart-contracts/${contractId}/logs`,
    '/extended/v3/transactions',
    `/extended/v3/transactions/${txid}`,
    `/extended/v3/transactions/${txid}/events`,
    '/extended/v3/mempool/transactions',
    `/extended/v3/principals/${address}/nonces`,
    `/extended/v3/principals/${address}/mempool/transactions`,
    '/local',
    '/local/accounts',
    '/local/mine',
    '/local/tenures',
    '/local/time',
    '/local/faults',
  ]
  const route = fc.constantFrom(...routes)
  const segment = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      '%00',
      '%2e%2e%2f',
      '%',
      '%zz',
      '%ff%fe',
      '%E2%82%AC',
      '\\',
      '*',
      'é',
      '\0',
      '0',
    ),
    fc.constantFrom('__proto__', 'constructor', 'a'.repeat(9000), '9'.repeat(40), '-1', 'NaN', '1e3', '0x12'),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[\s?#]/g, '_')),
  )
  const withSegment = fc.tuple(route, segment, fc.nat(8)).map(([path, replacement, at]) => {
    const parts = path.split('/')
    parts[1 + (at % parts.length)] = replacement
    return parts.join('/')
  })
  return fc.oneof(
    { weight: 8, arbitrary: route },
    { weight: 6, arbitrary: withSegment },
    { weight: 1, arbitrary: fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('*', 'http://127.0.0.1/v2/info', 'http://[/', '//', '/%', '', 'v2/info'),
    },
  )
}
