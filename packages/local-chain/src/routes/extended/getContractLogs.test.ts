import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestChain } from '../../../testing/startTestChain.ts'

const { chain, contractId, signCall, post, get } = await startTestChain()
afterAll(() => chain.close())

type Logs = {
  limit: number
  offset: number
  total: number
  cursor: string | null
  next_cursor: string | null
  prev_cursor: string | null
  results: { event_index: number; tx_id: string; contract_log: { value: { repr: string } } }[]
}

async function getLogs(query = ''): Promise<Logs> {
  const { status, body } = await get(`/extended/v2/smart-contracts/${contractId}/logs${query}`)
  expect(status).toBe(200)
  return body as Logs
}

const labels = (logs: Logs) =>
  logs.results.map(({ contract_log }) =>
    /label "(\d+)"\) \(number u(\d)/.exec(contract_log.value.repr)?.slice(1).join('.'),
  )

// 20 transactions of three prints each: 0.1, 0.2, 0.3, 1.1 … 19.3
beforeAll(async () => {
  for (let i = 0; i < 20; i += 1) {
    const args = [Cl.stringAscii(String(i))]
    await post(await signCall({ functionName: 'print-many', args, nonce: i }))
  }
  chain.mine()
})

describe('the logs of a contract', () => {
  test('come newest first, 20 unless more are asked for', async () => {
    const logs = await getLogs()
    expect(logs).toMatchObject({ limit: 20, offset: 0, total: 60, next_cursor: null })
    expect(labels(logs).slice(0, 4)).toEqual(['19.3', '19.2', '19.1', '18.3'])
    expect((await getLogs('?limit=100')).results).toHaveLength(60)
    expect(logs.results[0]).toEqual({
      event_index: 2,
      event_type: 'smart_contract_log',
      tx_id: chain.getTip().txid,
      contract_log: {
        contract_id: contractId,
        topic: 'print',
        value: { hex: expect.stringMatching(/^0x0c/), repr: '(tuple (label "19") (number u3))' },
      },
    })
  })

  test('can be walked to the oldest and back, each once, by cursors that name the first of a page', async () => {
    const all = labels(await getLogs('?limit=100'))
    const back: (string | undefined)[] = []
    let page = await getLogs('?limit=7')
    const cursors: (string | null)[] = []
    for (;;) {
      back.push(...labels(page))
      cursors.push(page.cursor)
      if (page.prev_cursor === null) break
      page = await getLogs(`?limit=7&cursor=${page.prev_cursor}`)
    }
    expect(back).toEqual(all)
    const forth = [page.cursor]
    while (page.next_cursor !== null) {
      page = await getLogs(`?limit=7&cursor=${page.next_cursor}`)
      forth.push(page.cursor)
    }
    expect(forth).toEqual(cursors.reverse())
  })

  test('stay where they are for a cursor when newer ones come', async () => {
    const { cursor } = await getLogs('?limit=5')
    const before = await getLogs(`?limit=5&cursor=${cursor}`)
    const args = [Cl.stringAscii('20')]
    await post(await signCall({ functionName: 'print-many', args, nonce: 20 }))
    chain.mine()
    const after = await getLogs(`?limit=5&cursor=${cursor}`)
    expect(after.results).toEqual(before.results)
    expect(after).toMatchObject({ total: 63, next_cursor: null })
    const newer = await getLogs(`?limit=3&cursor=${cursor}`)
    expect(labels(await getLogs(`?limit=3&cursor=${newer.next_cursor}`))).toEqual(['20.3', '20.2', '20.1'])
  })

  test('begin at the nearest older one for a cursor that names none', async () => {
    const { height } = chain.getTip()
    expect(labels(await getLogs(`?limit=1&cursor=${height}:2147483647:0:1`))).toEqual(['20.2'])
    expect(labels(await getLogs(`?limit=1&cursor=${height}:0:0:0`))).toEqual(['19.3'])
    expect(labels(await getLogs(`?limit=1&cursor=${height + 100}:0:0:0`))).toEqual(['20.3'])
    expect((await get(`/extended/v2/smart-contracts/${contractId}/logs?cursor=1:0:0:0`)).status).toBe(404)
  })

  test('skip an offset', async () => {
    expect(labels(await getLogs('?limit=2&offset=3'))).toEqual(['19.3', '19.2'])
    expect(await getLogs('?offset=1000')).toMatchObject({ results: [], cursor: null, prev_cursor: null })
  })

  test.each([
    'limit=101',
    'limit=-1',
    'limit=x',
    'offset=1001',
    'offset=-1',
    'cursor=1:2:3',
    'cursor=latest',
  ])('are refused for %s with 400', async (query) => {
    const { status, body } = await get(`/extended/v2/smart-contracts/${contractId}/logs?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: 'Bad Request', message: expect.stringContaining('querystring/') })
  })

  test('are none for a contract that printed nothing', async () => {
    const { body } = await get('/extended/v2/smart-contracts/ST000000000000000000002AMW42H.none/logs')
    expect(body).toEqual({
      limit: 20,
      offset: 0,
      total: 0,
      next_cursor: null,
      prev_cursor: null,
      cursor: null,
      results: [],
    })
  })

  test('need not be sent again to who has them', async () => {
    const url = `${chain.url}/extended/v2/smart-contracts/${contractId}/logs`
    const etag = (await fetch(url)).headers.get('etag') ?? ''
    const headers = { 'if-none-match': etag }
    expect((await fetch(url, { headers })).status).toBe(304)
    chain.mine()
    expect((await fetch(url, { headers })).status).toBe(200)
  })
})
