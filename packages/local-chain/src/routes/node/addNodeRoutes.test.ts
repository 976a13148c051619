import { Cl, serializeCV } from '@stacks/transactions'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestChain } from '../../../testing/startTestChain.ts'

const { chain, account, contractId, signCall, post, get } = await startTestChain({ mining: 'immediate' })
afterAll(() => chain.close())
await post(await signCall({ functionName: 'add', args: [Cl.uint(5)], nonce: 0 }))

const contract = contractId.replace('.', '/')
const sender = account('wallet_1').address
const hex = (value: Parameters<typeof serializeCV>[0]) => serializeCV(value).replace(/^(0x)?/, '0x')

async function send(path: string, body: string): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${chain.url}${path}`, { method: 'POST', headers, body })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, body: isJson ? JSON.parse(text) : text }
}

function callRead(functionName: string, args: string[] = [], from = sender) {
  const path = `/v2/contracts/call-read/${contract}/${functionName}`
  return send(path, JSON.stringify({ sender: from, arguments: args }))
}

describe('call-read', () => {
  test('answers what a read-only function answers', async () => {
    expect(await callRead('get-count')).toEqual({
      status: 200,
      body: { okay: true, result: hex(Cl.uint(5)) },
    })
    expect(await callRead('get-step', [hex(Cl.uint(5))])).toMatchObject({
      body: { okay: true, result: expect.stringMatching(/^0x0a0c/) },
    })
  })

  test('says why there is no answer, and the request was right all the same', async () => {
    const failing: [string, string[], RegExp][] = [
      ['add', [hex(Cl.uint(1))], /^NotReadOnly$/],
      ['read-once', [hex(Cl.uint(1)), hex(Cl.uint(1))], /./],
      ['nothing-such', [], /nothing-such/],
      ['get-step', [], /IncorrectArgumentCount/],
      ['get-step', [hex(Cl.int(1))], /TypeValueError/],
      ['divide-read-only', [hex(Cl.uint(0))], /DivisionByZero/],
    ]
    for (const [functionName, args, cause] of failing) {
      expect(await callRead(functionName, args), functionName).toEqual({
        status: 200,
        body: { okay: false, cause: expect.stringMatching(cause) },
      })
    }
    expect(await callRead('get-count', [], `${sender}.some-contract`)).toMatchObject({
      body: { okay: false, cause: expect.stringContaining('as an address') },
    })
    const absent = await send(
      `/v2/contracts/call-read/${sender}/nothing/get`,
      JSON.stringify({ sender, arguments: [] }),
    )
    expect(absent).toMatchObject({
      status: 200,
      body: { okay: false, cause: expect.stringContaining('NoSuchContract') },
    })
  })

  test('costs no more than a node allows', async () => {
    expect(await callRead('read-often')).toMatchObject({
      body: { okay: false, cause: expect.stringContaining('CostBalanceExceeded') },
    })
  })

  test('mines nothing and changes nothing', async () => {
    const tip = chain.getTip()
    await callRead('get-count')
    await callRead('divide-read-only', [hex(Cl.uint(0))])
    await callRead('add', [hex(Cl.uint(1))])
    expect(chain.getTip()).toEqual(tip)
    expect(await callRead('get-count')).toMatchObject({ body: { result: hex(Cl.uint(5)) } })
    await post(await signCall({ functionName: 'add', args: [Cl.uint(0)], from: 'wallet_2', nonce: 0 }))
    const { body } = await callRead('get-heights')
    expect((body as { result: string }).result).toContain(
      serializeCV(Cl.uint(chain.getTip().height)).replace(/^0x/, ''),
    )
  })

  test.each([
    ['no JSON', '{'],
    ['no sender', '{"arguments": []}'],
    ['a sender who is none', '{"sender": "nobody", "arguments": []}'],
    ['a contract without a name', `{"sender": "${sender}.", "arguments": []}`],
    ['arguments that are no list', `{"sender": "${sender}", "arguments": "0x00"}`],
    ['an argument that is no hex', `{"sender": "${sender}", "arguments": ["zz"]}`],
    ['an argument that is no value', `{"sender": "${sender}", "arguments": ["0xff"]}`],
    ['an argument with something behind it', `{"sender": "${sender}", "arguments": ["0x0300"]}`],
    ['nothing', ''],
  ])('refuses a body of %s with 400', async (_, body) => {
    expect((await send(`/v2/contracts/call-read/${contract}/get-count`, body)).status).toBe(400)
  })
})

describe('values that no contract can have', () => {
  const impossible: [string, string][] = [
    ['nested deeper than any type', `0x${'0a'.repeat(40)}09`],
    ['a list of several types', `0x0b00000002${'03'}${'09'}`],
    ['a string of bytes that are no ASCII', '0x0d00000001ff'],
    ['a tuple with a key twice', `0x0c00000002${'0161'}03${'0161'}03`],
    ['a tuple with a key that is no name', '0x0c00000001012003'],
    ['a string that is no UTF-8', '0x0e00000001ff'],
    ['a contract without a valid name', `0x06${'1a'}${'00'.repeat(20)}0120`],
    ['a list longer than its bytes', '0x0bffffffff03'],
  ]
  test.each(impossible)('never reach the VM: %s', async (_, value) => {
    const answer = await callRead('get-step', [value])
    if (answer.status !== 400) expect(answer.body).toMatchObject({ okay: false })
    const entry = await send(`/v2/map_entry/${contract}/steps?proof=0`, JSON.stringify(value))
    if (entry.status !== 400) expect(entry.body).toEqual({ data: '0x09' })
    expect(await callRead('get-count')).toMatchObject({ body: { okay: true } })
  })

  test('nor do names', async () => {
    const name = encodeURIComponent('a b\'"\0é(')
    for (const path of [`data_var/${contract}/${name}`, `constant_val/${contract}/${name}`]) {
      expect((await get(`/v2/${path}`)).status, path).toBe(404)
    }
    expect(await callRead(name)).toMatchObject({ status: 200, body: { okay: false } })
    expect(
      await get(`/v2/constant_val/${contract}/${encodeURIComponent('STEP (var-set count u9)')}`),
    ).toMatchObject({
      status: 404,
    })
    expect(await callRead('get-count')).toMatchObject({ body: { okay: true, result: hex(Cl.uint(5)) } })
  })
})

describe('state by name', () => {
  test('is read from maps, variables and constants', async () => {
    const known = await send(
      `/v2/map_entry/${contract}/steps?proof=0`,
      JSON.stringify(hex(Cl.tuple({ number: Cl.uint(5) }))),
    )
    expect(known).toEqual({ status: 200, body: { data: expect.stringMatching(/^0x0a0c/) } })
    expect(await get(`/v2/data_var/${contract}/count?proof=0`)).toEqual({
      status: 200,
      body: { data: hex(Cl.uint(5)) },
    })
    expect(await get(`/v2/constant_val/${contract}/LARGEST_STEP`)).toEqual({
      status: 200,
      body: { data: hex(Cl.uint(100)) },
    })
    expect(await get(`/v2/constant_val/${contract}/ERR_TOO_LARGE`)).toMatchObject({
      body: { data: hex(Cl.error(Cl.uint(100))) },
    })
    expect(await get(`/v2/constant_val/${contract}/OWNER`)).toMatchObject({
      body: { data: hex(Cl.principal(account('deployer').address)) },
    })
  })

  test('is none or 404 where there is none', async () => {
    for (const path of [`${contract}/steps`, `${contract}/nothing`, `${sender}/nothing/steps`]) {
      const key = JSON.stringify(hex(Cl.tuple({ number: Cl.uint(99) })))
      expect(await send(`/v2/map_entry/${path}?proof=0`, key)).toEqual({
        status: 200,
        body: { data: '0x09' },
      })
    }
    for (const path of [
      `/v2/data_var/${contract}/nothing`,
      `/v2/data_var/${contract}/STEP`,
      `/v2/data_var/${sender}/nothing/count`,
      `/v2/constant_val/${contract}/nothing`,
      `/v2/constant_val/${contract}/count`,
      `/v2/contracts/source/${sender}/nothing`,
      `/v2/contracts/interface/${sender}/nothing`,
      '/v2/contracts/source/nobody/counter',
    ]) {
      expect((await get(path)).status, path).toBe(404)
    }
  })

  test('needs a key that is a value', async () => {
    for (const body of ['', '{', '{}', '"zz"', '"0xff"', '7']) {
      expect((await send(`/v2/map_entry/${contract}/steps`, body)).status, body).toBe(400)
    }
  })

  test('includes the contract itself', async () => {
    expect((await get(`/v2/contracts/source/${contract}?proof=0`)).body).toEqual({
      source: expect.stringContaining('(define-data-var count uint u0)'),
      publish_height: 2,
    })
    expect((await get(`/v2/contracts/interface/${contract}`)).body).toMatchObject({
      functions: expect.arrayContaining([expect.objectContaining({ name: 'add', access: 'public' })]),
      clarity_version: 'Clarity4',
      epoch: 'Epoch34',
    })
  })
})

describe('the node itself', () => {
  test('tells its tip and its network', async () => {
    const tip = chain.getTip()
    expect((await get('/v2/info')).body).toMatchObject({
      network_id: 2147483648,
      stacks_tip_height: tip.height,
      stacks_tip: tip.hash.slice(2),
      burn_block_height: tip.burn.height,
      tenure_height: tip.tenureHeight,
      is_fully_synced: true,
    })
    expect((await get('/v2/pox')).body).toMatchObject({
      current_burnchain_block_height: tip.burn.height,
      next_reward_cycle_in: 20 - tip.burn.height,
    })
  })

  test('tells accounts that nobody ever used, and refuses what is no principal', async () => {
    expect(await get('/v2/accounts/ST3YT0XW92E6T2FE59B2G5N2WNNFSBZ6MZKQS5D18?proof=0')).toEqual({
      status: 200,
      body: { balance: `0x${'0'.repeat(32)}`, locked: `0x${'0'.repeat(32)}`, unlock_height: 0, nonce: 0 },
    })
    expect((await get('/v2/accounts/nobody')).status).toBe(400)
  })

  test('prices a call by its length and leaves transfers to their own rate', async () => {
    const body = { transaction_payload: 'zz', estimated_len: 100 }
    expect((await send('/v2/fees/transaction', JSON.stringify(body))).status).toBe(400)
    expect((await send('/v2/fees/transaction', '{"transaction_payload": "0201"}')).status).toBe(400)
    const recipient = serializeCV(Cl.principal(sender)).replace(/^0x/, '')
    const transfer = { transaction_payload: `00${recipient}${'00'.repeat(8 + 34)}` }
    expect(await send('/v2/fees/transaction', JSON.stringify(transfer))).toMatchObject({
      status: 400,
      body: { reason: 'NoEstimateAvailable' },
    })
    expect(await get('/v2/fees/transfer')).toEqual({ status: 200, body: 1 })
  })

  test('knows no other route', async () => {
    for (const path of ['/', '/v2', '/v2/nothing', '/v3/nothing', '/favicon.ico']) {
      expect((await get(path)).status, path).toBe(404)
    }
  })
})
