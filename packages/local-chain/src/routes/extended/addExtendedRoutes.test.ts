import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestChain } from '../../../testing/startTestChain.ts'

const { chain, account, contractId, signCall, signTransfer, post, get } = await startTestChain()
afterAll(() => chain.close())

const sender = account('wallet_1').address
const recipient = account('wallet_2').address
let paid: string
let moved: string

beforeAll(async () => {
  const args = [Cl.uint(70), Cl.principal(recipient)]
  paid = (await post(await signCall({ functionName: 'pay', args, nonce: 0 }))).body as string
  moved = (await post(await signTransfer({ amount: 30n, to: recipient, nonce: 1 }))).body as string
  chain.mine()
})

describe('nonces', () => {
  test('tell what waits and what is missing between the confirmed and the waiting', async () => {
    for (const nonce of [3, 4, 6])
      await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce }))
    expect((await get(`/extended/v3/principals/${sender}/nonces`)).body).toEqual({
      next_nonce: 7,
      last_confirmed_nonce: 1,
      mempool: { last_nonce: 6, pending_nonces: [4, 3], missing_nonces: [5, 2] },
    })
    expect((await get(`/extended/v1/address/${sender}/nonces`)).body).toEqual({
      last_executed_tx_nonce: 1,
      last_mempool_tx_nonce: 6,
      possible_next_nonce: 7,
      detected_missing_nonces: [5, 2],
      detected_mempool_nonces: [4, 3],
    })
  })

  test('begin at zero for an account that never sent anything', async () => {
    expect((await get(`/extended/v3/principals/${recipient}/nonces`)).body).toEqual({
      next_nonce: 0,
      last_confirmed_nonce: null,
      mempool: { last_nonce: null, pending_nonces: [], missing_nonces: [] },
    })
    expect((await get('/extended/v3/principals/nobody/nonces')).status).toBe(400)
  })
})

describe('a transaction', () => {
  test('has its events, in either version', async () => {
    const asset = { sender, recipient, amount: '70' }
    expect((await get(`/extended/v3/transactions/${paid}/events`)).body).toEqual({
      total: 1,
      limit: 20,
      cursor: { next: null, previous: null, current: '0' },
      results: [{ event_index: 0, type: 'stx_asset', stx_asset: { type: 'transfer', ...asset, memo: null } }],
    })
    expect((await get(`/extended/v1/tx/${paid}`)).body).toMatchObject({
      tx_status: 'success',
      event_count: 1,
      events: [
        {
          event_index: 0,
          tx_id: `0x${paid}`,
          event_type: 'stx_asset',
          asset: { asset_event_type: 'transfer', ...asset },
        },
      ],
    })
    expect((await get(`/extended/v1/tx/events?tx_id=${paid}`)).body).toMatchObject({
      events: [{ event_index: 0 }],
    })
  })

  test('includes what is heavy only when it is asked for', async () => {
    const lean = (await get(`/extended/v3/transactions/${paid}`)).body as Record<string, unknown>
    expect(lean).not.toHaveProperty('result')
    expect(lean).not.toHaveProperty('post_conditions')
    expect(lean).not.toHaveProperty('contract_call.function_args')
    for (const query of [
      'include=result,function_args,post_conditions',
      'include=result&include=function_args&include=post_conditions',
    ]) {
      expect((await get(`/extended/v3/transactions/${paid}?${query}`)).body).toMatchObject({
        result: { repr: '(ok true)' },
        post_conditions: [],
        contract_call: { function_args: [{ repr: 'u70' }, { repr: `'${recipient}`.slice(1) }] },
      })
    }
    expect((await get(`/extended/v3/transactions/${paid}?include=everything`)).status).toBe(400)
  })

  test('stands under everybody whom it concerns', async () => {
    const { body } = await get(`/extended/v2/addresses/${recipient}/transactions`)
    expect(body).toMatchObject({
      total: 2,
      results: [
        { tx: { tx_id: `0x${moved}` }, stx_sent: '0', stx_received: '30', events: { stx: { transfer: 1 } } },
        { tx: { tx_id: `0x${paid}` }, stx_sent: '0', stx_received: '70', events: { stx: { transfer: 1 } } },
      ],
    })
    const { body: ofSender } = await get(`/extended/v2/addresses/${sender}/transactions?limit=1`)
    expect(ofSender).toMatchObject({ total: 2, results: [{ stx_sent: '1030', stx_received: '0' }] })
    const { prev_cursor: cursor } = ofSender as { prev_cursor: string }
    expect(
      (await get(`/extended/v2/addresses/${sender}/transactions?limit=1&cursor=${cursor}`)).body,
    ).toMatchObject({
      results: [{ tx: { tx_id: `0x${paid}` }, stx_sent: '1070' }],
      prev_cursor: null,
    })
    expect((await get(`/extended/v2/addresses/${contractId}/transactions`)).body).toMatchObject({ total: 2 })
  })

  test('warns where an older version is asked', async () => {
    const response = await fetch(`${chain.url}/extended/v1/tx/${paid}`)
    expect(response.headers.get('warning')).toMatch(/^299 /)
    expect((await fetch(`${chain.url}/extended/v3/transactions/${paid}`)).headers.get('warning')).toBeNull()
  })

  test('that nobody knows is not found', async () => {
    for (const path of ['/extended/v3/transactions/', '/extended/v1/tx/']) {
      expect((await get(`${path}${'ab'.repeat(32)}`)).status).toBe(404)
      expect((await get(`${path}0x12`)).status).toBe(400)
    }
  })
})

describe('blocks', () => {
  test('are listed newest first and can be walked by cursor', async () => {
    const seen: number[] = []
    let path = '/extended/v2/blocks?limit=2'
    for (;;) {
      const { body } = await get(path)
      const page = body as { results: { height: number }[]; prev_cursor: string | null }
      seen.push(...page.results.map(({ height }) => height))
      if (page.prev_cursor === null) break
      path = `/extended/v2/blocks?limit=2&cursor=${page.prev_cursor}`
    }
    expect(seen).toEqual([4, 3, 2, 1])
    expect((await get(`/extended/v2/blocks?cursor=0x${'ab'.repeat(32)}`)).status).toBe(404)
    expect((await get('/extended/v2/blocks?cursor=3')).status).toBe(400)
    expect((await get('/extended/v2/blocks?limit=31')).status).toBe(400)
  })

  test('are found by height, either hash and as the latest', async () => {
    const tip = chain.getTip()
    for (const name of [String(tip.height), tip.hash, tip.hash.slice(2), tip.indexHash, 'latest']) {
      expect((await get(`/extended/v2/blocks/${name}`)).body, name).toMatchObject({ hash: tip.hash })
    }
    for (const [name, status] of [
      ['0', 404],
      ['99', 404],
      ['x', 400],
      ['-1', 400],
    ] as const) {
      expect((await get(`/extended/v2/blocks/${name}`)).status, name).toBe(status)
    }
  })
})

describe('the mempool', () => {
  test('is listed newest first, whole or of one principal', async () => {
    const other = (await post(await signTransfer({ amount: 1n, to: sender, from: 'wallet_3', nonce: 0 })))
      .body
    const { body } = await get('/extended/v3/mempool/transactions?limit=2')
    expect(body).toMatchObject({ total: 4, results: [{ tx_id: `0x${other}`, status: 'pending' }, {}] })
    const { cursor } = body as { cursor: { previous: string } }
    expect(
      (await get(`/extended/v3/mempool/transactions?limit=2&cursor=${cursor.previous}`)).body,
    ).toMatchObject({
      results: [{ sender: { nonce: 4 } }, { sender: { nonce: 3 } }],
      cursor: { previous: null },
    })
    const path = `/extended/v3/principals/${account('wallet_3').address}/mempool/transactions`
    expect((await get(path)).body).toMatchObject({ total: 1 })
    expect((await get(`/extended/v1/tx/mempool?address=${contractId}`)).body).toMatchObject({ total: 3 })
  })
})
