import { BadNonceError, type ChainTransaction, NodeUnreachableError } from '@medikey/contract-client'
import { expect, test } from 'vitest'
import { followDeployment } from './followDeployment.ts'
import type { KeptDeployment } from './KeptDeployment.ts'

const txid = `0x${'ab'.repeat(32)}`
const deployment: KeptDeployment = {
  version: 1,
  network: 'testnet',
  contract: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.medvault',
  sourceSha256: '',
  genesisHash: null,
  txid,
  nonce: 4n,
  fee: 20_000n,
  bytes: 'ab',
}
const seen = (o: Partial<ChainTransaction>): ChainTransaction => ({
  txid,
  status: 'pending',
  sender: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
  nonce: 4n,
  fee: 20_000n,
  block: null,
  contractError: null,
  vmError: null,
  replacedBy: null,
  ...o,
})
const at = (height: number) => ({ height, hash: '', time: new Date(0), txIndex: 0 })
const block = (height: number, tenureHeight: number) => ({
  height,
  hash: '',
  parentHash: '',
  time: new Date(0),
  tenureHeight,
  burnBlockHeight: tenureHeight,
})

/** A node that shows the transaction in these ways, one look after the other. */
async function follow(
  shown: (ChainTransaction | null | Error)[],
  options: { refuse?: Error; holder?: ChainTransaction } = {},
) {
  const lines: string[] = []
  let sent = 0
  let tip = 10
  const client: Parameters<typeof followDeployment>[0]['client'] = {
    getTransactionAtNonce: async () => options.holder ?? null,
    async getTransaction() {
      const next = shown.length > 1 ? shown.shift() : shown[0]
      if (next instanceof Error) throw next
      return next ?? null
    },
    async broadcast() {
      if (options.refuse !== undefined) throw options.refuse
      sent += 1
      return { txid }
    },
    async getTip() {
      tip += 1
      return { blockHeight: tip, blockHash: '', burnBlockHeight: tip }
    },
    getBlock: async (o) => ('height' in o ? block(o.height, o.height) : null),
  }
  const progress = await followDeployment(
    { client, say: (line) => void lines.push(line) },
    { deployment, path: '/data/kept.json', isEnough: ({ state }) => state === 'final', pollIntervalMs: 0 },
  )
  return { progress, lines, sent }
}

test('a reorg that takes its block back is told, and it is waited for again', async () => {
  const mined = (height: number) => seen({ status: 'success', block: at(height) })
  const { progress, lines } = await follow([mined(10), seen({}), mined(12), mined(12)])
  expect(progress).toEqual({ state: 'final', height: 12 })
  expect(lines.map((line) => line.split(/[:;]/)[0])).toEqual([
    'Included in block 10',
    'Accepted',
    'Included in block 12',
    'Final',
  ])
})

test.each([
  ['the node never heard of', null],
  ['was dropped as stale', seen({ status: 'dropped_stale_garbage_collect' })],
  ['was lost with a fork', seen({ status: 'dropped_replace_across_fork' })],
])('what %s is sent again as it was', async (_, transaction) => {
  const { sent, progress } = await follow([transaction, seen({}), seen({ status: 'success', block: at(1) })])
  expect(sent).toBe(1)
  expect(progress.state).toBe('final')
})

test('a node that does not answer is waited for, and that is told once', async () => {
  const silent = new NodeUnreachableError({ route: 'GET /', problem: 'could not be reached' })
  const { lines } = await follow([silent, silent, silent, seen({ status: 'success', block: at(1) })])
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('The Stacks API could not be reached. Waiting for it.')
})

test.each([
  [
    'aborted',
    seen({ status: 'abort_by_response', block: at(9), vmError: 'unresolved function' }),
    'DEPLOY_ABORTED',
    /block 9.*unresolved function.*kept in \/data\/kept\.json/s,
  ],
  [
    'replaced',
    seen({ status: 'dropped_replace_by_fee', replacedBy: '0xcd' }),
    'DEPLOY_REPLACED',
    /replaced by 0xcd/,
  ],
])('a deployment that was %s is told with what to do', async (_, transaction, code, sentence) => {
  const followed = follow([transaction])
  await expect(followed).rejects.toMatchObject({ code, userMessage: expect.stringMatching(sentence) })
})

test('a nonce that another transaction has used for good is told with what to do', async () => {
  const holder = seen({ txid: '0xcd', status: 'success', block: at(5) })
  const followed = follow([null], { refuse: new BadNonceError({ txid }), holder })
  await expect(followed).rejects.toMatchObject({
    code: 'DEPLOY_REFUSED',
    userMessage: expect.stringMatching(/has used nonce 4 for good.*remove \/data\/kept\.json/),
  })
})

test.each([
  ['the API shows nothing', undefined],
  ['the other one is not mined', seen({ txid: '0xcd' })],
])('a used nonce refuses nothing while %s: it may be the deployment itself', async (_, holder) => {
  const refuse = new BadNonceError({ txid })
  const mined = seen({ status: 'success', block: at(1) })
  const { progress, lines } = await follow([null, null, mined], { refuse, ...(holder ? { holder } : {}) })
  expect(progress.state).toBe('final')
  expect(lines[0]).toContain('nonce')
})

test('an abort that a reorg takes back was none', async () => {
  const aborted = seen({ status: 'abort_by_response', block: at(10) })
  const { progress, lines } = await follow([aborted, seen({}), seen({ status: 'success', block: at(1) })])
  expect(progress.state).toBe('final')
  expect(lines[0]).toContain('aborted; waiting until that is final')
})
