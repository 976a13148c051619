import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cl, makeContractCall, makeContractDeploy } from '@stacks/transactions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { controlChain } from '../../testing/controlChain.ts'
import { lookAtChain } from '../../testing/lookAtChain.ts'
import { startTestChain, type TestChain } from '../../testing/startTestChain.ts'

/** Few, because each restarts the chain several times; more are wanted after a change of the replay. */
const rounds = Number(process.env.LOCAL_CHAIN_ROUNDS ?? 3)

const wallet = fc.constantFrom('wallet_1', 'wallet_2', 'wallet_3')
const command = fc.oneof(
  fc.record({ type: fc.constant('transfer' as const), from: wallet, amount: fc.bigInt(1n, 10n ** 9n) }),
  fc.record({ type: fc.constant('add' as const), from: wallet }),
  fc.record({ type: fc.constant('violate' as const), from: wallet }),
  fc.record({ type: fc.constant('deploy' as const), from: wallet, name: fc.constantFrom('one', 'two') }),
  fc.record({ type: fc.constant('replace' as const), from: wallet }),
  fc.record({ type: fc.constant('mine' as const), blocks: fc.option(fc.integer({ min: 1, max: 3 })) }),
  fc.record({ type: fc.constant('tenures' as const), count: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    type: fc.constant('reorg' as const),
    blocks: fc.integer({ min: 1, max: 6 }),
    empty: fc.integer({ min: 0, max: 2 }),
  }),
  fc.constant({ type: 'restart' as const }),
)
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

async function nextNonce({ get, account }: TestChain, from: string): Promise<number> {
  const { body } = await get(`/extended/v3/principals/${account(from).address}/nonces`)
  return (body as { next_nonce: number }).next_nonce
}

/** Says it with a signed transaction or to the control; what makes no sense just then is refused. */
async function run(chain: TestChain, step: Exclude<Command, { type: 'restart' }>): Promise<void> {
  const { post, account, signCall, signTransfer, contractId, network } = chain
  switch (step.type) {
    case 'mine':
      await controlChain(
        chain.chain,
        'POST',
        '/local/mine',
        step.blocks === null ? {} : { blocks: step.blocks },
      )
      return
    case 'tenures':
      await controlChain(chain.chain, 'POST', '/local/tenures', { count: step.count })
      return
    case 'reorg': {
      const { blocks, empty } = step
      await controlChain(chain.chain, 'POST', '/local/reorg', { blocks, empty })
      return
    }
  }
  const { from } = step
  const nonce = await nextNonce(chain, from)
  switch (step.type) {
    case 'transfer': {
      const to = account('wallet_4').address
      await post(await signTransfer({ amount: step.amount, to, from, nonce }))
      return
    }
    case 'add':
      await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], from, nonce }))
      return
    case 'replace':
      if (nonce === 0) return
      await post(
        await signCall({ functionName: 'add', args: [Cl.uint(1)], from, nonce: nonce - 1, fee: 5000 }),
      )
      return
    case 'violate': {
      const [contractAddress = '', contractName = ''] = contractId.split('.')
      const call = await makeContractCall({
        contractAddress,
        contractName,
        functionName: 'pay',
        functionArgs: [Cl.uint(500), Cl.principal(account('wallet_4').address)],
        senderKey: account(from).privateKey,
        network,
        nonce,
        fee: 1000,
      })
      await post(call.serialize())
      return
    }
    case 'deploy': {
      const deployment = await makeContractDeploy({
        contractName: step.name,
        codeBody: '(define-public (greet) (ok true))',
        senderKey: account(from).privateKey,
        network,
        nonce,
        fee: 2000,
      })
      await post(deployment.serialize())
    }
  }
}

/** Nothing is made or lost: what the accounts have and what fees took is what they had at the genesis. */
async function expectToAddUp({ chain, get, contractId }: TestChain): Promise<void> {
  let sum = 0n
  for (const { address } of chain.accounts) {
    const { body } = await get(`/v2/accounts/${address}?proof=0`)
    sum += BigInt((body as { balance: string }).balance)
  }
  const { body } = await get('/extended/v3/transactions?limit=50')
  const { total, results } = body as { total: number; results: { fee_rate: string }[] }
  expect(results).toHaveLength(total)
  for (const { fee_rate } of results) sum += BigInt(fee_rate)
  expect(sum).toBe(chain.accounts.reduce((had, { balance }) => had + balance, 0n))

  // What the VM holds is what the index tells: each log of the counter adds one.
  const logs = (await get(`/extended/v2/smart-contracts/${contractId}/logs`)).body as { total: number }
  const count = await get(`/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`)
  if (count.status === 200) {
    expect(count.body).toEqual({ data: `0x01${logs.total.toString(16).padStart(32, '0')}` })
  } else expect(logs.total).toBe(0)
}

test(
  'whatever happens to a chain, its money adds up and a restart finds it as it was',
  async () => {
    const steps = fc.array(command, { minLength: 15, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const dataDir = await mkdtemp(join(tmpdir(), 'local-chain-'))
        let chain = await startTestChain({ dataDir })
        try {
          for (const step of [...sequence, { type: 'restart' as const }]) {
            if (step.type !== 'restart') {
              await run(chain, step)
              continue
            }
            await expectToAddUp(chain)
            const before = await lookAtChain(chain)
            await chain.chain.close()
            chain = await startTestChain({ dataDir })
            expect(await lookAtChain(chain)).toEqual(before)
          }
        } finally {
          await chain.chain.close()
          await rm(dataDir, { recursive: true })
        }
      }),
      { numRuns: rounds },
    )
  },
  rounds * 30_000,
)
