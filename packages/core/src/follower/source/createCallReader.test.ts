import { expect, test } from 'vitest'
import { createClinic, people } from '../../../testing/index.ts'
import { createCallReader } from './createCallReader.ts'

test('the next page is on its way once one is read, and waited for in the end', async () => {
  const { ledger } = createClinic()
  const draw = { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n } as const
  for (let index = 0; index < 200; index += 1) ledger.act({ sender: people.alice, call: draw })
  let [asked, open] = [0, 0]
  const getContractTransactions: typeof ledger.getContractTransactions = async (options) => {
    asked += 1
    open += 1
    await new Promise((resolve) => setImmediate(resolve))
    return ledger.getContractTransactions(options).finally(() => {
      open -= 1
    })
  }
  const calls = createCallReader({ ...ledger, getContractTransactions }, { from: null })
  await calls.readMore()
  expect(open).toBe(1)
  const before = asked
  await calls.close()
  expect(open).toBe(0)
  expect(asked).toBe(before)
  expect(await calls.readMore()).toBe(false)
})
