import { Cl, createContractCallPayload, serializeCV, serializePayload } from '@stacks/transactions'
import { afterAll, expect, test } from 'vitest'
import { nodeAnswers } from '../../../testing/nodeAnswers.ts'
import { startHistory } from '../../../testing/startHistory.ts'

const { chain, get, txids, assetsId, contractId, account } = await startHistory()
afterAll(() => chain.close())

const principal = account('wallet_1').address
const [address = '', name = ''] = contractId.split('.')
const contract = `${address}/${name}`
const tip = chain.getTip()
const payload = serializePayload(createContractCallPayload(address, name, 'add', [Cl.uint(1)]))
const key = `0x${serializeCV(Cl.tuple({ number: Cl.uint(1) })).replace(/^0x/, '')}`

const reads: [keyof typeof nodeAnswers, string][] = [
  ['account', `/v2/accounts/${principal}`],
  ['account', `/v2/accounts/${principal}?proof=0`],
  ['account', `/v2/accounts/${contractId}`],
  ['value', `/v2/data_var/${contract}/count`],
  ['constant', `/v2/constant_val/${contract}/STEP`],
  ['source', `/v2/contracts/source/${contract}`],
  ['interface', `/v2/contracts/interface/${contract}`],
  ['interface', `/v2/contracts/interface/${assetsId.replace('.', '/')}`],
  ['transferFee', '/v2/fees/transfer'],
  ['info', '/v2/info'],
  ['pox', '/v2/pox'],
  ['health', '/v3/health'],
  ['transaction', `/v3/transaction/${txids.moved.slice(2)}`],
  ['transaction', `/v3/transaction/${txids.failed.slice(2)}`],
  ['unconfirmed', `/v2/transactions/unconfirmed/${txids.pendingCall.slice(2)}`],
]
test.each(reads)('%s of %s has the fields and types of a node', async (answer, path) => {
  const { status, body } = await get(path)
  expect(status).toBe(200)
  expect(nodeAnswers[answer].parse(body)).toEqual(body)
})

const calls: [keyof typeof nodeAnswers, string, unknown][] = [
  ['value', `/v2/map_entry/${contract}/steps`, key],
  ['callRead', `/v2/contracts/call-read/${contract}/get-count`, { sender: principal, arguments: [] }],
  ['callRead', `/v2/contracts/call-read/${contract}/nothing`, { sender: principal, arguments: [] }],
  ['fees', '/v2/fees/transaction', { transaction_payload: payload, estimated_len: 300 }],
]
test.each(calls)('%s of %s has the fields and types of a node', async (answer, path, body) => {
  const response = await fetch(`${chain.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  const answered: unknown = await response.json()
  expect(nodeAnswers[answer].parse(answered)).toEqual(answered)
})

test('state is served as it is at the tip, and not at another block', async () => {
  const at = (block: string) => get(`/v2/data_var/${contract}/count?proof=0&tip=${block}`)
  for (const block of ['latest', tip.indexHash.slice(2), 'nothing', '']) {
    expect(await at(block), block).toMatchObject({ status: 200 })
  }
  const older = tip.parentIndexHash.slice(2)
  expect(await at(older)).toEqual({ status: 404, body: 'Chain tip not found' })
})

test('a transaction is found where it is', async () => {
  expect(await get(`/v3/transaction/${txids.moved.slice(2)}`)).toMatchObject({
    body: { result: '(ok true)' },
  })
  expect((await get(`/v3/transaction/${txids.pendingCall.slice(2)}`)).status).toBe(404)
  expect((await get(`/v2/transactions/unconfirmed/${txids.moved.slice(2)}`)).status).toBe(404)
})
