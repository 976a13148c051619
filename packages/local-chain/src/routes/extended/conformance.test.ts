import { afterAll, describe, expect, test } from 'vitest'
import { type ApiAnswer, findApiDeviations } from '../../../testing/findApiDeviations.ts'
import { listRoutes, toPattern } from '../../../testing/listRoutes.ts'
import { startHistory } from '../../../testing/startHistory.ts'

const history = await startHistory()
const { chain, get, txids, assetsId, contractId, account } = history
afterAll(() => chain.close())

const principal = account('wallet_1').address
const everyone = ['wallet_1', 'wallet_2', 'wallet_3', 'wallet_4', 'wallet_5', 'wallet_6'].map(
  (name) => account(name).address,
)
const { height, hash, burn } = chain.getTip()
const ids = Object.values(txids)
const unknown = `0x${'ab'.repeat(32)}`
const include = 'include=function_args,source_code,post_conditions,result'

/** Every route that the API's client knows too, with the requests whose answers are compared. */
const requests: Record<string, string[]> = {
  '/extended': ['/extended'],
  '/extended/v3/transactions': ['/extended/v3/transactions', '/extended/v3/transactions?limit=1'],
  '/extended/v3/transactions/{tx_id}': ids.flatMap((id) => [
    `/extended/v3/transactions/${id}`,
    `/extended/v3/transactions/${id}?${include}`,
  ]),
  '/extended/v3/transactions/{tx_id}/events': ids.map(
    (id) => `/extended/v3/transactions/${id}/events?limit=50`,
  ),
  '/extended/v3/mempool/transactions': ['/extended/v3/mempool/transactions'],
  '/extended/v3/principals/{principal}/mempool/transactions': everyone.map(
    (address) => `/extended/v3/principals/${address}/mempool/transactions`,
  ),
  '/extended/v3/principals/{principal}/nonces': everyone.map(
    (address) => `/extended/v3/principals/${address}/nonces`,
  ),
  '/extended/v3/principals/{principal}/transactions': [...everyone, assetsId].map(
    (address) => `/extended/v3/principals/${address}/transactions`,
  ),
  '/extended/v3/principals/{principal}/balances/stx': everyone.map(
    (address) => `/extended/v3/principals/${address}/balances/stx`,
  ),
  '/extended/v3/principals/{principal}/balances/ft': [`/extended/v3/principals/${principal}/balances/ft`],
  '/extended/v3/principals/{principal}/balances/nft': everyone.map(
    (address) => `/extended/v3/principals/${address}/balances/nft`,
  ),
  '/extended/v3/blocks/{height_or_hash}/transactions': Array.from(
    { length: height },
    (_, i) => `/extended/v3/blocks/${i + 1}/transactions`,
  ),
  '/extended/v2/smart-contracts/{contract_id}/logs': [
    `/extended/v2/smart-contracts/${assetsId}/logs`,
    `/extended/v2/smart-contracts/${principal}.nothing/logs`,
  ],
  '/extended/v2/smart-contracts/status': [
    `/extended/v2/smart-contracts/status?contract_id=${assetsId},${principal}.nothing,${assetsId.replace('assets', 'more-assets')}`,
  ],
  '/extended/v2/blocks/': ['/extended/v2/blocks', '/extended/v2/blocks?limit=1&offset=1'],
  '/extended/v2/blocks/{height_or_hash}': [`/extended/v2/blocks/${hash}`, '/extended/v2/blocks/1'],
  '/extended/v2/blocks/{height_or_hash}/transactions': Array.from(
    { length: height },
    (_, i) => `/extended/v2/blocks/${i + 1}/transactions`,
  ),
  '/extended/v2/burn-blocks/': ['/extended/v2/burn-blocks', '/extended/v2/burn-blocks?limit=1&offset=1'],
  '/extended/v2/burn-blocks/{height_or_hash}': [
    '/extended/v2/burn-blocks/latest',
    '/extended/v2/burn-blocks/1',
    `/extended/v2/burn-blocks/${burn.hash}`,
  ],
  '/extended/v2/addresses/{address}/transactions': everyone.map(
    (address) => `/extended/v2/addresses/${address}/transactions`,
  ),
  '/extended/v2/addresses/{principal}/balances/stx': [`/extended/v2/addresses/${principal}/balances/stx`],
  '/extended/v2/addresses/{principal}/balances/ft': [`/extended/v2/addresses/${principal}/balances/ft`],
  '/extended/v1/address/{principal}/balances': everyone.map(
    (address) => `/extended/v1/address/${address}/balances`,
  ),
  '/extended/v1/address/{principal}/stx': [`/extended/v1/address/${principal}/stx`],
  '/extended/v1/address/{principal}/nonces': [`/extended/v1/address/${principal}/nonces`],
  '/extended/v1/address/{principal}/transactions': [`/extended/v1/address/${principal}/transactions`],
  '/extended/v1/address/{principal}/mempool': everyone.map(
    (address) => `/extended/v1/address/${address}/mempool`,
  ),
  '/extended/v1/contract/{contract_id}': [
    `/extended/v1/contract/${contractId}`,
    `/extended/v1/contract/${assetsId}`,
  ],
  '/extended/v1/contract/{contract_id}/events': [`/extended/v1/contract/${assetsId}/events`],
  '/extended/v1/info/network_block_times': ['/extended/v1/info/network_block_times'],
  '/extended/v1/tx/': ['/extended/v1/tx'],
  '/extended/v1/tx/mempool': ['/extended/v1/tx/mempool', `/extended/v1/tx/mempool?address=${principal}`],
  '/extended/v1/tx/multiple': [`/extended/v1/tx/multiple?tx_id=${[...ids, unknown].join()}`],
  '/extended/v1/tx/events': ids.map((id) => `/extended/v1/tx/events?tx_id=${id}`),
  '/extended/v1/tx/{tx_id}': ids.map((id) => `/extended/v1/tx/${id}`),
  '/extended/v1/tx/{tx_id}/raw': [`/extended/v1/tx/${txids.moved}/raw`],
}

describe('every answer of the API', () => {
  test('has the fields and types that the client of the API declares', async () => {
    const answers: ApiAnswer[] = []
    for (const [path, list] of Object.entries(requests)) {
      for (const request of list) {
        const { status, body } = await get(request)
        expect(status, request).toBe(200)
        answers.push({ path, request, body })
      }
    }
    expect(await findApiDeviations(answers)).toEqual([])
  })

  test('is compared so that a missing field, an unknown one and a wrong type are found', async () => {
    const body = (await get('/extended')).body as { chain_tip: object }
    const tip = body.chain_tip
    const wrong = [
      { chain_tip: tip },
      { ...body, chain_tip: { ...tip, more: 1 } },
      { ...body, chain_tip: { ...tip, block_height: '1' } },
    ].map((changed, i) => ({ path: '/extended', request: `wrong ${i}`, body: changed }))
    expect(await findApiDeviations(wrong)).toEqual([
      expect.stringMatching(/^wrong 0: .*server_version/),
      expect.stringMatching(/^wrong 1: .*more/),
      expect.stringMatching(/^wrong 2: .*not assignable to type 'number'/),
    ])
  })

  test('is among those that are compared, whatever route is served', () => {
    const compared = Object.keys(requests).map((path) => toPattern(`GET ${path}`))
    const served = listRoutes().filter((route) => route.startsWith('GET /extended'))
    // One leads to `/extended`, the other to a WebSocket.
    const others = ['GET /extended/v1/status', 'GET /extended/v1/ws']
    expect(served.filter((route) => !others.includes(route) && !compared.includes(route))).toEqual([])
  })
})

test('the history that is compared holds every end of a transaction', async () => {
  const ends = await Promise.all(
    ids.map(async (id) => {
      const { body } = await get(`/extended/v3/transactions/${id}`)
      return (body as { status: string }).status
    }),
  )
  expect(new Set(ends)).toEqual(
    new Set(['success', 'abort_by_response', 'abort_by_post_condition', 'dropped_replace_by_fee', 'pending']),
  )
})

test('balances are what moved, with the mempool told apart', async () => {
  const { body } = await get(`/extended/v1/address/${principal}/balances`)
  expect(body).toMatchObject({
    stx: { total_sent: '29', pending_balance_outbound: '3001' },
    fungible_tokens: { [`${assetsId}::coin`]: { balance: '5', total_sent: '5', total_received: '10' } },
    non_fungible_tokens: { [`${assetsId}::ticket`]: { count: '0', total_sent: '2', total_received: '2' } },
  })
  const { body: other } = await get(`/extended/v3/principals/${account('wallet_2').address}/balances/nft`)
  expect(other).toMatchObject({
    total: 1,
    results: [{ asset_identifier: `${assetsId}::ticket`, value: { repr: 'u1' } }],
  })
  const stx = (await get(`/extended/v3/principals/${principal}/balances/stx`)).body as { balance: string }
  const account1 = (await get(`/v2/accounts/${principal}?proof=0`)).body as { balance: string }
  expect(BigInt(stx.balance)).toBe(BigInt(account1.balance))
})

test('a burn block names its Stacks blocks', async () => {
  const { body } = await get('/extended/v2/burn-blocks/latest')
  expect(body).toMatchObject({
    burn_block_height: burn.height,
    stacks_blocks: expect.arrayContaining([hash]),
  })
  for (const [wanted, status] of [
    ['99', 404],
    ['nothing', 400],
    [unknown, 404],
  ] as const) {
    expect((await get(`/extended/v2/burn-blocks/${wanted}`)).status, wanted).toBe(status)
  }
})
