import { request } from 'node:http'
import { Cl } from '@stacks/transactions'
import { afterAll, afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startTestChain } from '../../../testing/startTestChain.ts'

const { chain, account, signCall, post, get } = await startTestChain()
afterAll(() => chain.close())
afterEach(async () => {
  await control('DELETE', '/local/faults')
})

let nonce = 0
async function sign(): Promise<string> {
  const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce })
  nonce += 1
  return tx
}

async function control(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${chain.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${chain.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

/** Unlike fetch, lets a test say any Host and Origin. */
function askAs(headers: Record<string, string>, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${chain.url}${path}`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject).end()
  })
}

describe('control', () => {
  test('is open only to who has the token; that this is a local chain may be known', async () => {
    expect(await get('/local')).toEqual({ status: 200, body: { localChain: true } })
    for (const path of ['/local/accounts', '/local/faults', '/local/nothing']) {
      expect((await get(path)).status, path).toBe(401)
      const wrong = { authorization: `Bearer ${chain.token}x` }
      expect((await fetch(`${chain.url}${path}`, { headers: wrong })).status, path).toBe(401)
    }
    for (const path of ['/local', '/local/mine', '/local/time', '/local/tenures', '/local/faults']) {
      expect((await fetch(`${chain.url}${path}`, { method: 'POST' })).status, path).toBe(401)
    }
  })

  test('is closed to web pages of other origins and to other host names, token or not', async () => {
    const authorization = `Bearer ${chain.token}`
    for (const path of ['/local', '/local/accounts']) {
      expect(await askAs({ authorization, host: 'attacker.example' }, path)).toBe(403)
      expect(await askAs({ authorization, host: 'localhost.attacker.example:3999' }, path)).toBe(403)
      expect(await askAs({ authorization, origin: 'https://attacker.example' }, path)).toBe(403)
      expect(await askAs({ authorization, origin: 'null' }, path)).toBe(403)
      expect(await askAs({ authorization, origin: 'http://localhost:8787' }, path)).toBe(200)
      expect(await askAs({ authorization, host: 'localhost:3999' }, path)).toBe(200)
    }
    const preflight = await fetch(`${chain.url}/local/mine`, { method: 'OPTIONS' })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('gives the accounts with their keys', async () => {
    const { body } = await control('GET', '/local/accounts')
    const { name, address, privateKey } = account('deployer')
    expect(body).toMatchObject({ accounts: expect.arrayContaining([{ name, address, privateKey }]) })
    expect((body as { accounts: unknown[] }).accounts).toHaveLength(10)
  })

  test('mines what is ready, an empty block, or as many as told', async () => {
    const { height } = chain.getTip()
    expect((await control('POST', '/local/mine')).body).toMatchObject({
      blocks: [{ height: height + 1, txid: null }],
    })
    const { body: txid } = await post(await sign())
    expect((await control('POST', '/local/mine', { blocks: 3 })).body).toMatchObject({
      blocks: [{ txid: `0x${txid}` }, { txid: null }, { height: height + 4, txid: null }],
    })
    for (const body of [{ blocks: 0 }, { blocks: 'x' }, { block: 1 }, []]) {
      expect((await control('POST', '/local/mine', body)).status).toBe(400)
    }
    expect(chain.getTip().height).toBe(height + 4)
  })

  test('begins tenures', async () => {
    const { tenureHeight, burn } = chain.getTip()
    const { body } = await control('POST', '/local/tenures', { count: 2 })
    expect(body).toMatchObject({
      blocks: [{ tenureHeight: tenureHeight + 1 }, { tenureHeight: tenureHeight + 2 }],
    })
    expect((await get('/extended/v2/blocks/latest')).body).toMatchObject({
      tenure_height: tenureHeight + 2,
      burn_block_height: burn.height + 2,
      tx_count: 0,
    })
    expect((await control('POST', '/local/tenures', { count: -1 })).status).toBe(400)
  })

  test('moves the time on, never back', async () => {
    const before = chain.getTip().time
    expect((await control('POST', '/local/time', { advanceSeconds: 86_400 })).status).toBe(200)
    chain.mine()
    expect(chain.getTip().time).toBeGreaterThanOrEqual(before + 86_400)
    const night = '2031-02-03T03:00:00.000Z'
    const { body } = await control('POST', '/local/time', { at: night })
    expect(body).toMatchObject({ time: expect.stringMatching(/^2031-02-03T03:00:0/) })
    chain.mine()
    expect((await get('/extended/v2/blocks/latest')).body).toMatchObject({
      block_time_iso: expect.stringMatching(/^2031-02-03T03:00:/),
    })
    for (const body of [
      { at: '2030-01-01T00:00:00Z' },
      { at: 'tomorrow' },
      { at: '2031-02-30T03:00:00Z' },
      { at: 1_900_000_000 },
      { advanceSeconds: -1 },
      { advanceSeconds: 0.5 },
      { at: '2040-01-01T00:00:00Z', advanceSeconds: 1 },
      { frozen: 'yes' },
      {},
    ]) {
      expect((await control('POST', '/local/time', body)).status, JSON.stringify(body)).toBe(400)
    }
  })
})

describe('a fault', () => {
  const route = 'POST /v2/transactions'

  test('cuts the answer off after the transaction was accepted, once', async () => {
    await control('POST', '/local/faults', { route, fault: { type: 'drop-answer' } })
    const tx = await sign()
    await expect(post(tx)).rejects.toThrow()
    const { body: txid } = await post(tx)
    chain.mine()
    expect((await get(`/extended/v3/transactions/${txid}`)).body).toMatchObject({ status: 'success' })
  })

  test('cuts the connection before anything happened', async () => {
    await control('POST', '/local/faults', { route, fault: { type: 'reset' } })
    const tx = await sign()
    await expect(post(tx)).rejects.toThrow()
    expect((await get('/extended/v3/mempool/transactions')).body).toMatchObject({ total: 0 })
    expect(await post(tx)).toMatchObject({ status: 200 })
    chain.mine()
  })

  test('answers a status as often as told, and says when to come back', async () => {
    const fault = { type: 'status', status: 429, retryAfter: 2 }
    await control('POST', '/local/faults', { route: 'GET /extended/*', count: 2, fault })
    for (let i = 0; i < 2; i += 1) {
      const response = await fetch(`${chain.url}/extended/v2/blocks`)
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2'])
    }
    expect((await get('/extended/v2/blocks')).status).toBe(200)
    expect((await control('GET', '/local/faults')).body).toEqual({ faults: [] })
  })

  test('delays an answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    await control('POST', '/local/faults', { route: 'GET /v2/info', fault: { type: 'delay', ms: 100 } })
    const answers: string[] = []
    const delayed = get('/v2/info').then(({ status }) => answers.push(`delayed ${status}`))
    await expect
      .poll(async () => (await control('GET', '/local/faults')).body, { interval: 5 })
      .toEqual({ faults: [] })
    vi.advanceTimersByTime(99)
    answers.push(`other ${(await get('/v2/info')).status}`)
    vi.advanceTimersByTime(1)
    await delayed
    expect(answers).toEqual(['other 200', 'delayed 200'])
  })

  test('meets no other route, and never the control itself', async () => {
    const fault = { type: 'status', status: 500 }
    await control('POST', '/local/faults', { route: 'GET /*', count: 5, fault })
    expect((await control('GET', '/local/accounts')).status).toBe(200)
    expect((await post(await sign())).status).toBe(200)
    expect((await get('/v2/info')).status).toBe(500)
    chain.mine()
  })

  test.each([
    { route: 'POST', fault: { type: 'reset' } },
    { route, fault: { type: 'explode' } },
    { route, fault: { type: 'status', status: 200 } },
    { route, count: 0, fault: { type: 'reset' } },
    { route, fault: { type: 'delay' } },
  ])('that makes no sense is refused: %j', async (body) => {
    expect(await control('POST', '/local/faults', body)).toMatchObject({
      status: 400,
      body: { error: 'Bad Request', message: expect.stringMatching(/./) },
    })
  })
})
