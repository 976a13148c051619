import { Cl, makeContractCall, makeContractDeploy } from '@stacks/transactions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manifestPath } from '../../testing/manifestPath.ts'
import { submitTransaction } from '../mempool/submitTransaction.ts'
import { mineBlock } from '../mining/mineBlock.ts'
import { mineReady } from '../mining/mineReady.ts'
import { deployProject } from '../project/deployProject.ts'
import type { Project } from '../project/Project.ts'
import { readProject } from '../project/readProject.ts'
import type { Chain } from './Chain.ts'
import { getTip } from './getTip.ts'
import { openChain } from './openChain.ts'
import { reorg } from './reorg.ts'
import { startRepair } from './startRepair.ts'

let project: Project
let chain: Chain
beforeAll(async () => {
  project = await readProject({ manifestPath })
  chain = await openChain({ dataDir: null, fresh: false, accounts: project.accounts })
  await deployProject(chain, { project, dataDir: null })
})
afterAll(() => chain.vm.free())

const contractId = () => project.contracts[0]?.contractId ?? ''
const key = () => project.accounts[1]?.privateKey ?? ''

async function add(nonce: number): Promise<void> {
  const [contractAddress = '', contractName = ''] = contractId().split('.')
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: 'add',
    functionArgs: [Cl.uint(1)],
    senderKey: key(),
    network: 'devnet',
    nonce,
    fee: 1000,
  })
  expect(submitTransaction(chain, { bytes: transaction.serializeBytes() })).toMatchObject({ accepted: true })
}

function trap(): void {
  const args = [Buffer.from(`${'0a'.repeat(50)}09`, 'hex')]
  chain.vm.callReadOnly({
    contractId: contractId(),
    functionName: 'get-step',
    args,
    sender: contractId().split('.')[0] ?? '',
  })
  expect(chain.vm.hasTrapped()).toBe(true)
}

test('a VM that ended is made again from the blocks, and the chain goes on', async () => {
  await add(0)
  mineReady(chain)
  mineBlock(chain, { tenure: true })
  trap()
  startRepair(chain)
  startRepair(chain)
  await add(1)
  expect(mineReady(chain)).toEqual([])
  mineBlock(chain)
  await chain.repair
  expect(chain.repair).toBeNull()
  expect([chain.vm.height(), chain.vm.burnHeight()]).toEqual([
    getTip(chain).height,
    getTip(chain).tenureHeight,
  ])
  expect(mineReady(chain)).toHaveLength(1)
  expect(chain.vm.getDataVar({ contractId: contractId(), name: 'count' })).toBe(
    '0x0100000000000000000000000000000002',
  )
})

test('a reorg in the middle of it is heeded', async () => {
  mineBlock(chain, { tenure: true })
  trap()
  startRepair(chain)
  const { height } = getTip(chain)
  expect(reorg(chain, { blocks: 2 })).toMatchObject([{ height: height - 1 }, { height }])
  mineBlock(chain)
  await chain.repair
  expect([chain.vm.height(), chain.vm.burnHeight()]).toEqual([height - 1, getTip(chain).tenureHeight])
  expect(mineReady(chain)).toHaveLength(1)
  expect(chain.vm.getDataVar({ contractId: contractId(), name: 'count' })).toBe(
    '0x0100000000000000000000000000000002',
  )
})

test('a transaction that ends the VM is aborted, and its contract is not there', async () => {
  // No transaction is known to do this to the VM; the VM's answer if one did is put in its place.
  const { deploy } = chain.vm
  chain.vm = {
    ...chain.vm,
    deploy: (deployment) => ({ ...deploy(deployment), result: '0x0809', outcome: 'trap' }),
  }
  const transaction = await makeContractDeploy({
    contractName: 'fatal',
    codeBody: '(define-public (f) (ok true))',
    senderKey: key(),
    network: 'devnet',
    nonce: 2,
    fee: 1000,
  })
  submitTransaction(chain, { bytes: transaction.serializeBytes() })
  mineReady(chain)
  expect(chain.index.mined.get(`0x${transaction.txid()}`)).toMatchObject({
    status: 'abort_by_response',
    undone: true,
  })
  await chain.repair
  expect(chain.vm.height()).toBe(getTip(chain).height)
  expect([...chain.index.contracts.keys()]).toEqual([contractId()])
  await add(3)
  expect(mineReady(chain)).toHaveLength(1)
})
