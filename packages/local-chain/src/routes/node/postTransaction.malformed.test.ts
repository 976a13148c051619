import { Cl, makeContractDeploy } from '@stacks/transactions'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestChain } from '../../../testing/startTestChain.ts'

const { chain, network, account, signCall, signTransfer, post } = await startTestChain()
afterAll(() => chain.close())

const sender = account('wallet_1').address

function sendRaw(body: string | Uint8Array<ArrayBuffer>, contentType: string | null): Promise<Response> {
  const headers: Record<string, string> = contentType === null ? {} : { 'content-type': contentType }
  return fetch(`${chain.url}/v2/transactions`, { method: 'POST', headers, body })
}

describe('a request that is no transaction is answered 400', () => {
  const cases: [string, string | Uint8Array<ArrayBuffer>, string | null][] = [
    ['an empty body', '', 'application/json'],
    ['a body that is no JSON', '{', 'application/json'],
    ['JSON without a transaction', '{"transaction": "00"}', 'application/json'],
    ['JSON null', 'null', 'application/json'],
    ['hex that is none', '{"tx": "zz"}', 'application/json'],
    ['hex that says it is hex', '{"tx": "0x8080"}', 'application/json'],
    ['an odd number of digits', '{"tx": "808"}', 'application/json'],
    ['no bytes at all', '{"tx": ""}', 'application/json'],
    ['bytes that are no transaction', '{"tx": "80800000"}', 'application/json'],
    ['an attachment that is no hex', '{"tx": "00", "attachment": "zz"}', 'application/json'],
    ['random bytes', Uint8Array.from({ length: 500 }, (_, i) => (i * 89) % 256), 'application/octet-stream'],
    ['another content type', '00', 'text/html'],
    ['bytes of no declared type', Uint8Array.of(0x80, 0x80), null],
  ]
  test.each(cases)('%s', async (_, body, contentType) => {
    const response = await sendRaw(body, contentType)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  })

  test('a transaction with its end missing, wherever it ends', async () => {
    const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 })
    for (let end = 2; end < tx.length; end += 2) {
      expect(await post(tx.slice(0, end)), `${end / 2} bytes`).toMatchObject({
        status: 400,
        body: expect.stringContaining('Failed to decode: Failed to deserialize posted transaction'),
      })
    }
    expect(await post(tx)).toMatchObject({ status: 200 })
  })

  test('a deployment under a name, or of a text, that is none', async () => {
    const deployment = { senderKey: account('wallet_7').privateKey, network, nonce: 0, fee: 2000 }
    for (const [name, codeBody] of [
      ['1x', '(ok 1)'],
      ['a b', '(ok 1)'],
      ['', '(ok 1)'],
      ['a'.repeat(41), '(ok 1)'],
      ['text', '(print "é")'],
      ['text', '(ok 1)\0'],
    ] as const) {
      const transaction = await makeContractDeploy({ ...deployment, contractName: name, codeBody })
      expect(await post(transaction.serialize()), name).toMatchObject({ status: 400 })
    }
  })

  test('an argument that no contract can have is refused, and the chain goes on', async () => {
    const twice = Cl.list([Cl.uint(1), Cl.bool(true)])
    for (const value of [twice, Cl.stringAscii('é'), Cl.some(Cl.some(Cl.none()))]) {
      const tx = await signCall({ functionName: 'print-many', args: [value], from: 'wallet_7', nonce: 0 })
      expect(await post(tx)).toMatchObject({ status: 400, body: { reason: 'BadFunctionArgument' } })
    }
    const tx = await signTransfer({ amount: 1n, to: `${sender}.a b`, from: 'wallet_7', nonce: 0 })
    expect(await post(tx)).toMatchObject({ status: 400 })
    const args = [Cl.stringAscii('fine')]
    expect(
      await post(await signCall({ functionName: 'print-many', args, from: 'wallet_7', nonce: 0 })),
    ).toMatchObject({
      status: 200,
    })
    expect(chain.mine().length).toBeGreaterThan(0)
  })

  test('a value nested deeper than any stack', async () => {
    const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 })
    const argument = tx.length - 2 * 17
    const deep = `${tx.slice(0, argument)}${'0a'.repeat(400_000)}09`
    expect(await post(deep)).toMatchObject({ status: 400 })
  })
})
