import { createHash } from 'node:crypto'
import {
  BadNonceError,
  type Block,
  type ChainTransaction,
  ConflictingNonceInMempoolError,
  type ContractCall,
  type ContractError,
  type ContractEvent,
  type ContractTransaction,
  type MedvaultEvent,
} from '@medikey/contract-client'
import type { Clock } from '../src/ports/Clock.ts'
import type { Ledger } from '../src/ports/Ledger.ts'
import { carryOut } from './fake-ledger/carryOut.ts'
import { checkCall } from './fake-ledger/checkCall.ts'
import type { FakeVault } from './fake-ledger/FakeVault.ts'
import { pairKey } from './fake-ledger/pairKey.ts'
import { rememberVault } from './fake-ledger/rememberVault.ts'

type Sent = { txid: string; sender: string; nonce: bigint; call: ContractCall }
type Mined = ChainTransaction & { events: readonly MedvaultEvent[] }

/** A chain in memory with medvault's rules as core meets them, and the doors through which a test disturbs it. */
export type FakeLedger = Ledger & {
  /** What the mempool holds, in the order of arrival. */
  readonly mempool: readonly { readonly txid: string; readonly nonce: bigint }[]
  /** Every time that bytes reached the node, whether or not an answer left it. */
  readonly arrivals: readonly string[]
  /** Mines everything that waits, each transaction in a block of its own. */
  mine(): void
  /** Opens a new tenure with an empty block. */
  advanceTenure(count: number): void
  /** A call that somebody sends past MediKey, mined at once. */
  act(options: { sender: string; call: ContractCall }): ContractError | null
  /** Takes the newest block back: its transaction waits in the mempool again. */
  orphanTip(): void
  /** Forgets a waiting transaction, as a node does with one that it drops. */
  forget(txid: string): void
  /** Runs once before the next broadcast is looked at (`before`), or after it was accepted (`after`): throw to disturb. */
  disturbBroadcast(options: { before?: () => void | Promise<void>; after?: () => void | Promise<void> }): void
  /** What the principal can spend from now on, in µSTX; 1,000 STX unless told. */
  setBalance(options: { principal: string; balance: bigint }): void
  /** Puts a disturbance before every read, until it is taken away with null. */
  disturbReads(disturb: (() => void | Promise<void>) | null): void
}

/**
 * Makes a fake ledger.
 *
 * @param options.chiefMedicalOfficer who decides
 * @param options.records the records that there are, by their id from 1
 * @example
 * const ledger = createFakeLedger({ clock, chiefMedicalOfficer: CMO, records: [{ physician: ALICE, dataVolume: 1000n }] })
 */
export function createFakeLedger(options: {
  clock: Clock
  chiefMedicalOfficer: string
  records?: readonly { physician: string; dataVolume: bigint; recordCategory?: string }[]
}): FakeLedger {
  const { clock, chiefMedicalOfficer } = options
  const vault: FakeVault = {
    chiefMedicalOfficer,
    records: new Map(),
    privileges: new Map(),
    usages: new Map(),
    maintenance: false,
  }
  const { records, privileges, usages } = vault
  const sentByTxid = new Map<string, Sent>()
  const mempool: Sent[] = []
  const mined: Mined[] = []
  const blocks: Block[] = []
  const arrivals: string[] = []
  const calls = new Map<string, ContractCall>()
  const undo: (() => void)[] = []
  const balances = new Map<string, bigint>()
  let tenureHeight = 1
  let before: (() => void | Promise<void>) | null = null
  let after: (() => void | Promise<void>) | null = null
  let disturb: (() => void | Promise<void>) | null = null

  const lastNonce = (sender: string) =>
    mined.findLast((transaction) => transaction.sender === sender)?.nonce ?? -1n

  function addBlock(): Block {
    const height = (blocks.at(-1)?.height ?? 0) + 1
    const block: Block = {
      height,
      hash: hash(`block ${height} ${Math.random()}`),
      parentHash: blocks.at(-1)?.hash ?? hash('genesis'),
      time: clock.now(),
      tenureHeight,
      burnBlockHeight: tenureHeight,
    }
    blocks.push(block)
    return block
  }

  function mineOne(sent: Sent): ContractError | null {
    undo.push(rememberVault(vault))
    const block = addBlock()
    calls.set(sent.txid, sent.call)
    const contractError = checkCall(vault, { ...sent, ignoreMaintenance: false })
    const events = contractError === null ? carryOut(vault, { ...sent, height: block.height }) : []
    mined.push({
      txid: sent.txid,
      sender: sent.sender,
      nonce: sent.nonce,
      fee: 300n,
      status: contractError === null ? 'success' : 'abort_by_response',
      block: { height: block.height, hash: block.hash, time: block.time, txIndex: 0 },
      contractError,
      vmError: null,
      replacedBy: null,
      events,
    })
    return contractError
  }

  function act(o: { sender: string; call: ContractCall }): ContractError | null {
    const nonce = lastNonce(o.sender) + 1n
    // Of what it is, as on chain: another call with the same nonce is another transaction.
    const call = Object.values(o.call).join(' ')
    return mineOne({ ...o, nonce, txid: hash(`act ${o.sender} ${nonce} ${call}`) })
  }

  const waits = (sent: Sent): ChainTransaction => ({
    txid: sent.txid,
    sender: sent.sender,
    nonce: sent.nonce,
    fee: 300n,
    status: 'pending',
    block: null,
    contractError: null,
    vmError: null,
    replacedBy: null,
  })

  async function read<T>(answer: () => T): Promise<T> {
    await disturb?.()
    return answer()
  }

  addBlock()
  for (const { physician, dataVolume, recordCategory = 'cardiology' } of options.records ?? []) {
    act({ sender: physician, call: { functionName: 'createMedicalRecord', recordCategory, dataVolume } })
  }

  return {
    mempool,
    arrivals,
    act,
    mine() {
      for (const sent of mempool.splice(0)) mineOne(sent)
    },
    advanceTenure(count) {
      for (let index = 0; index < count; index += 1) {
        tenureHeight += 1
        addBlock()
      }
    },
    orphanTip() {
      const tip = blocks.pop()
      const orphan = mined.at(-1)
      if (tip === undefined || orphan?.block?.hash !== tip.hash) return
      mined.pop()
      undo.pop()?.()
      const sent = sentByTxid.get(orphan.txid)
      if (sent !== undefined) mempool.push(sent)
    },
    forget(txid) {
      const index = mempool.findIndex((sent) => sent.txid === txid)
      if (index >= 0) mempool.splice(index, 1)
    },
    disturbBroadcast(o) {
      before = o.before ?? null
      after = o.after ?? null
    },
    setBalance({ principal, balance }) {
      balances.set(principal, balance)
    },
    disturbReads(o) {
      disturb = o
    },

    getMedicalRecord: ({ recordId }) => read(() => records.get(recordId) ?? null),
    getMedicalRecords: ({ recordIds }) =>
      read(() => recordIds.map((recordId) => records.get(recordId) ?? null)),
    getBalance: ({ principal }) => read(() => balances.get(principal) ?? 1_000_000_000n),
    getPhysicianStats: ({ physician }) =>
      read(() => {
        const own = [...records.values()].filter((record) => record.physician === physician)
        return {
          recordCount: BigInt(own.length),
          totalDataManaged: own.reduce((total, { dataVolume }) => total + dataVolume, 0n),
        }
      }),
    getTotalRecords: () => read(() => BigInt(records.size)),
    isSystemMaintenance: () => read(() => vault.maintenance),
    getAccessPrivilege: (pair) => read(() => privileges.get(pairKey(pair)) ?? null),
    getStaffUsage: (pair) => read(() => usages.get(pairKey(pair)) ?? 0n),
    isChiefMedicalOfficer: ({ user }) => read(() => user === chiefMedicalOfficer),
    getChiefMedicalOfficer: () => read(() => chiefMedicalOfficer),
    predict: ({ sender, call, ignoreMaintenance = false }) =>
      read(() => checkCall(vault, { sender, call, ignoreMaintenance })),
    getNonces: ({ principal }) =>
      read(() => {
        const last = lastNonce(principal)
        const pendingNonces = mempool.filter((sent) => sent.sender === principal).map((sent) => sent.nonce)
        return {
          nextNonce: last + 1n,
          lastConfirmedNonce: last < 0n ? null : last,
          pendingNonces,
          missingNonces: [],
        }
      }),
    getTransaction: ({ txid }) =>
      read(() => {
        const sent = mempool.find((candidate) => candidate.txid === txid)
        return sent === undefined
          ? (mined.find((transaction) => transaction.txid === txid) ?? null)
          : waits(sent)
      }),
    getTransactionAtNonce: ({ principal, nonce }) =>
      read(
        () =>
          mined.find((transaction) => transaction.sender === principal && transaction.nonce === nonce) ??
          null,
      ),
    getContractEvents: (o) =>
      read(() => {
        const all = mined.flatMap((transaction) =>
          transaction.events.map(
            (value, eventIndex): ContractEvent => ({
              txid: transaction.txid,
              eventIndex,
              value,
              rawHex: '0x00',
            }),
          ),
        )
        const { items, ...cursors } = cutPage(all, { ...o, limit: o?.limit ?? 100 })
        return { events: items, ...cursors }
      }),
    getContractTransactions: (o) =>
      read(() => {
        const all = mined.flatMap(({ txid, status, sender, block }): ContractTransaction[] => {
          const functionName = toClarityName(calls.get(txid)?.functionName ?? '')
          return block === null ? [] : [{ txid, status, sender, block, functionName }]
        })
        const [height] = o?.cursor?.split(':') ?? []
        const isHeight = o?.cursor?.includes(':') === true
        const upTo = isHeight ? all.filter(({ block }) => block.height <= Number(height)).length : undefined
        const cursor = upTo === undefined ? o?.cursor : String(upTo - 1)
        const { items, ...cursors } = cutPage(all, { cursor, limit: o?.limit ?? 50 })
        return { transactions: items, ...cursors }
      }),
    getRefusedCall: ({ txid }) =>
      read(() => {
        const transaction = mined.find((candidate) => candidate.txid === txid)
        if (transaction?.status !== 'abort_by_response') return null
        const call = calls.get(txid)
        return {
          recordId: call !== undefined && 'recordId' in call ? call.recordId : null,
          code: transaction.contractError?.contractCode ?? null,
        }
      }),
    getBlock: (o) =>
      read(
        () =>
          blocks.find((block) => ('height' in o ? block.height === o.height : block.hash === o.hash)) ?? null,
      ),
    getTip: () =>
      read(() => {
        const tip = blocks.at(-1)
        return {
          blockHeight: tip?.height ?? 0,
          blockHash: tip?.hash ?? '',
          burnBlockHeight: tip?.burnBlockHeight ?? 0,
        }
      }),
    // In the block of the first call, so that the contract's transactions begin there.
    getDeployment: () => read(() => ({ txid: hash('deploy'), blockHeight: mined[0]?.block?.height ?? 1 })),

    async prepare({ call, signer, nonce }) {
      const bytes = Buffer.from(
        JSON.stringify({ call, sender: signer.address, nonce }, (_, value) =>
          typeof value === 'bigint' ? `${value}n` : value,
        ),
      ).toString('hex')
      const txid = hash(bytes)
      sentByTxid.set(txid, { txid, sender: signer.address, nonce, call })
      return { txid, nonce, fee: 300n, bytes }
    },
    async broadcast({ txid }) {
      const [early, late] = [before, after]
      before = null
      after = null
      await early?.()
      const sent = sentByTxid.get(txid)
      if (sent === undefined) throw new Error('these bytes were never prepared')
      arrivals.push(txid)
      if (sent.nonce <= lastNonce(sent.sender)) throw new BadNonceError({ txid })
      const holder = mempool.find((other) => other.sender === sent.sender && other.nonce === sent.nonce)
      if (holder !== undefined && holder.txid !== txid) throw new ConflictingNonceInMempoolError({ txid })
      if (holder === undefined) mempool.push(sent)
      await late?.()
      return { txid }
    },
  }
}

/** A page of what is listed oldest first, newest first. A cursor is a place in the list. */
function cutPage<T>(all: readonly T[], o: { cursor?: string | undefined; limit: number; offset?: number }) {
  const top = Math.min(Number(o.cursor ?? all.length - 1), all.length - 1) - (o.offset ?? 0)
  const place = (index: number) => (index < 0 || index >= all.length ? null : String(index))
  return {
    items: top < 0 ? [] : all.slice(Math.max(0, top - o.limit + 1), top + 1).reverse(),
    cursor: place(top),
    olderCursor: place(top - o.limit),
    newerCursor: top < 0 || top === all.length - 1 ? null : String(Math.min(top + o.limit, all.length - 1)),
  }
}

function toClarityName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function hash(text: string): string {
  return `0x${createHash('sha256').update(text).digest('hex')}`
}
