import { readFile } from 'node:fs/promises'
import {
  Cl,
  makeContractCall,
  makeContractDeploy,
  makeSTXTokenTransfer,
  Pc,
  sponsorTransaction,
} from '@stacks/transactions'
import { startTestChain, type TestChain } from './startTestChain.ts'

/** A chain on which everything that can become of a transaction has happened once, with the transactions by name. */
export type History = TestChain & {
  readonly assetsId: string
  readonly txids: {
    readonly deployed: string
    readonly moved: string
    readonly transferred: string
    readonly sponsored: string
    readonly refused: string
    readonly failed: string
    readonly violated: string
    readonly replaced: string
    readonly pendingCall: string
    readonly pendingTransfer: string
    readonly pendingDeploy: string
  }
}

const source = await readFile(new URL('contracts/assets.clar', import.meta.url), 'utf8')

/** Starts a chain that mines only when told, and lets everything happen there. */
export async function startHistory(): Promise<History> {
  const chain = await startTestChain()
  const { network, account, signCall, signTransfer } = chain
  const other = account('wallet_2').address
  const deployer = account('wallet_3')
  const assets = { contractAddress: deployer.address, contractName: 'assets' }

  async function post(tx: string): Promise<string> {
    const { status, body } = await chain.post(tx)
    if (status !== 200) throw new Error(`A transaction was refused: ${JSON.stringify(body)}`)
    return `0x${body}`
  }
  const deploy = (contractName: string, nonce: number) =>
    makeContractDeploy({
      contractName,
      codeBody: source,
      senderKey: deployer.privateKey,
      network,
      nonce,
      fee: 5000,
    })

  const deployed = await post((await deploy('assets', 0)).serialize())
  chain.chain.mine()
  chain.chain.advanceTenures()
  const move = await makeContractCall({
    ...assets,
    functionName: 'move-everything',
    functionArgs: [Cl.principal(other)],
    senderKey: account('wallet_1').privateKey,
    postConditionMode: 'allow',
    postConditions: [
      Pc.origin().willSendLte(24).ustx(),
      Pc.principal(account('wallet_1').address).willSendGte(1).ft(`${deployer.address}.assets`, 'coin'),
      Pc.principal(account('wallet_1').address)
        .willSendAsset()
        .nft(`${deployer.address}.assets`, 'ticket', Cl.uint(1)),
      Pc.principal(`${deployer.address}.assets`).willSendEq(0).ustx(),
    ],
    network,
    nonce: 0,
    fee: 3000,
  })
  const moved = await post(move.serialize())
  const transferred = await post(
    await signTransfer({ amount: 5n, to: other, nonce: 1, memo: 'for the ticket' }),
  )
  const refused = await post(await signCall({ functionName: 'add-and-refuse', nonce: 2 }))
  const failed = await post(await signCall({ functionName: 'divide', args: [Cl.uint(0)], nonce: 3 }))
  const payment = await makeContractCall({
    contractAddress: account('deployer').address,
    contractName: 'counter',
    functionName: 'pay',
    functionArgs: [Cl.uint(5), Cl.principal(other)],
    senderKey: account('wallet_1').privateKey,
    postConditionMode: 'deny',
    network,
    nonce: 4,
    fee: 1000,
  })
  const violated = await post(payment.serialize())
  const unpaid = await makeSTXTokenTransfer({
    recipient: other,
    amount: 6n,
    senderKey: account('wallet_4').privateKey,
    sponsored: true,
    network,
    nonce: 0,
    fee: 0,
  })
  const sponsoring = {
    sponsorPrivateKey: account('wallet_5').privateKey,
    sponsorNonce: 0,
    fee: 1000,
    network,
  }
  const sponsored = await post((await sponsorTransaction({ transaction: unpaid, ...sponsoring })).serialize())
  chain.chain.mine()
  // A violation ends the mining early and has the VM made again, which every request waits for.
  await chain.get('/extended')
  chain.chain.mine()
  chain.chain.advanceTenures()
  const replaced = await post(await signTransfer({ amount: 1n, to: other, nonce: 5 }))
  const pendingCall = await post(
    await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 5, fee: 2000 }),
  )
  const pendingTransfer = await post(await signTransfer({ amount: 1n, to: other, nonce: 7 }))
  const pendingDeploy = await post((await deploy('more-assets', 1)).serialize())
  return {
    ...chain,
    assetsId: `${deployer.address}.assets`,
    txids: {
      deployed,
      moved,
      transferred,
      sponsored,
      refused,
      failed,
      violated,
      replaced,
      pendingCall,
      pendingTransfer,
      pendingDeploy,
    },
  }
}
