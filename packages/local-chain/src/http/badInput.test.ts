import { Cl, makeContractDeploy } from '@stacks/transactions'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arbitraryRequest } from '../../testing/bad-input/arbitraryRequest.ts'
import { type RawAnswer, sendRaw } from '../../testing/sendRaw.ts'
import { startTestChain } from '../../testing/startTestChain.ts'

// The seed stays the same, so that a change is what breaks it; FUZZ_SEED and FUZZ_REQUESTS look further.
const requests = Number(process.env.FUZZ_REQUESTS ?? 10_000)
const atOnce = 8
const seed = Number(process.env.FUZZ_SEED ?? 20261126)

const { chain, network, account, contractId, signCall, signTransfer, post } = await startTestChain()
/** What the functions of a contract take, by a name for it. */
const eaten: Readonly<Record<string, string>> = {
  number: 'uint',
  flag: 'bool',
  bytes: '(buff 4)',
  ascii: '(string-ascii 8)',
  utf8: '(string-utf8 4)',
  list: '(list 3 uint)',
  texts: '(list 3 (string-ascii 4))',
  point: '{ x: int, y: (string-ascii 4) }',
  maybe: '(optional (optional principal))',
  answer: '(response uint (optional (string-utf8 4)))',
  whom: 'principal',
}
const unhandled: unknown[] = []
const keep = (error: unknown) => unhandled.push(error)
beforeAll(() => void process.on('unhandledRejection', keep).on('uncaughtException', keep))
afterAll(async () => {
  process.off('unhandledRejection', keep).off('uncaughtException', keep)
  await chain.close()
})

test(`whatever is sent is answered as a node or the API would, and the chain goes on (seed ${seed})`, async () => {
  const { address, privateKey } = account('wallet_1')
  const deployment = await makeContractDeploy({
    contractName: 'eater',
    codeBody: `${Object.keys(eaten)
      .map((name) => `(define-read-only (eat-${name} (food ${eaten[name]})) (ok food))`)
      .join('\n')}
      (define-map steps (string-ascii 8) uint) (define-data-var count uint u0) (define-constant STEP u2)`,
    senderKey: privateKey,
    network,
    nonce: 0,
    fee: 2000,
  })
  const { body: txid } = (await post(deployment.serialize())) as { body: string }
  chain.mine()
  const known = {
    token: chain.token,
    address,
    contractId: `${address}.eater`,
    readOnly: Object.keys(eaten).map((name) => `eat-${name}`),
    txid,
    transaction: await signCall({
      functionName: 'print-many',
      args: [Cl.stringAscii('x')],
      from: 'wallet_2',
      nonce: 0,
    }),
    values: [
      Cl.uint(1),
      Cl.bool(true),
      Cl.buffer(Uint8Array.of(1, 2)),
      Cl.tuple({ x: Cl.int(1), y: Cl.stringAscii('y') }),
      Cl.stringAscii('text'),
      Cl.stringUtf8('t\u20ac'),
      Cl.list([Cl.uint(1), Cl.uint(2)]),
      Cl.some(Cl.some(Cl.principal(address))),
      Cl.error(Cl.none()),
      Cl.principal(contractId),
    ].map((value) => Cl.serialize(value)),
  }
  const before = process.memoryUsage().rss
  const statuses = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(arbitraryRequest(known), { minLength: atOnce, maxLength: atOnce }),
      async (batch) => {
        const answers = await Promise.all(batch.map((bytes) => sendRaw(chain.url, bytes)))
        for (const [i, answer] of answers.entries()) {
          statuses.set(String(answer.status), (statuses.get(String(answer.status)) ?? 0) + 1)
          expectFit(answer, Buffer.from(batch[i] ?? []).toString('latin1'))
        }
        expect(unhandled).toEqual([])
      },
    ),
    { numRuns: Math.ceil(requests / atOnce), seed },
  )
  if (process.env.FUZZ_REQUESTS !== undefined)
    process.stdout.write(
      `${requests} requests, seed ${seed}: ${JSON.stringify(Object.fromEntries(statuses))}\n`,
    )

  const transfer = await signTransfer({ amount: 1n, to: address, from: 'wallet_3', nonce: 0 })
  expect(await post(transfer)).toMatchObject({ status: 200 })
  const response = await fetch(`${chain.url}/local/mine`, {
    method: 'POST',
    headers: { authorization: `Bearer ${chain.token}` },
  })
  expect(response.status).toBe(200)
  expect((await fetch(`${chain.url}/extended/v2/blocks/latest`)).status).toBe(200)
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
}, 600_000)

function expectFit({ status, contentType, body }: RawAnswer, request: string): void {
  // Closed without a word: what came was no request to its end. Or it is a WebSocket, where frames follow.
  if (status === null || status === 101) return
  const told = `${request}\n→ ${status} ${body}`
  expect(status, told).toBeLessThan(500)
  if (body === '') return
  if (contentType?.startsWith('application/json')) expect(() => JSON.parse(body), told).not.toThrow()
  // A damaged handshake is refused by the library that the API has too, which calls its text HTML.
  else expect(contentType, told).toMatch(isHandshake(request) ? /^text\/(html|plain)/ : /^text\/plain/)
}

function isHandshake(request: string): boolean {
  return /^upgrade:[ \t]*websocket/im.test(request)
}
