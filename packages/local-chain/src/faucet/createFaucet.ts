import { makeSTXTokenTransfer } from '@stacks/transactions'
import type { Chain } from '../chain/Chain.ts'
import { FaucetRefusedError } from '../errors/FaucetRefusedError.ts'
import type { Miner } from '../mining/Miner.ts'
import type { Account } from '../project/Account.ts'
import type { Faucet } from './Faucet.ts'

/** 500 STX, what the faucets of the test networks give. */
const defaultAmount = 500_000_000n
const fee = 1000n

/** Makes the faucet: the account that the project names `faucet`, else its deployer, else its first. */
export function createFaucet({
  chain,
  miner,
  accounts,
}: {
  chain: Chain
  miner: Pick<Miner, 'submit'>
  accounts: readonly Account[]
}): Faucet {
  const account =
    accounts.find(({ name }) => name === 'faucet') ??
    accounts.find(({ name }) => name === 'deployer') ??
    accounts[0]
  let last: Promise<unknown> = Promise.resolve()

  async function give({ address, amount = defaultAmount }: Parameters<Faucet['give']>[0]) {
    if (account === undefined) {
      throw new FaucetRefusedError({ problem: 'name an account in settings/Devnet.toml for it' })
    }
    while (chain.repair !== null) await chain.repair
    const transaction = await makeSTXTokenTransfer({
      recipient: address,
      amount,
      senderKey: account.privateKey,
      nonce: findFreeNonce(chain, account),
      fee,
      network: 'devnet',
    })
    const bytes = transaction.serializeBytes()
    const submission = miner.submit({ bytes })
    if (submission.accepted) return { txid: submission.txid, raw: Buffer.from(bytes).toString('hex') }
    throw new FaucetRefusedError({ problem: toProblem(submission.rejection.reason) })
  }

  return {
    // One after the other, or two would take the same nonce.
    give: (gift) => {
      const given = last.then(() => give(gift))
      last = given.catch(() => undefined)
      return given
    },
  }
}

function findFreeNonce({ index, mempool }: Chain, { address }: Account): bigint {
  let nonce = index.accounts.get(address)?.nonce ?? 0n
  for (const waiting of mempool.noncesOf(address)) if (waiting === nonce) nonce += 1n
  return nonce
}

function toProblem(reason: string): string {
  if (reason === 'TooMuchChaining') return 'too many of its transfers wait, mine them and ask again'
  if (reason === 'NotEnoughFunds') return 'it has not that much, ask for less'
  return `the chain refused the transfer (${reason})`
}
