import type { SDK, TransactionRes } from '@stacks/clarinet-sdk-wasm'
import type { ClarityAbi } from '@stacks/transactions'
import type { Execution } from './Execution.ts'
import { evaluateConstant } from './evaluateConstant.ts'
import type { Sdk } from './loadSdk.ts'
import { openSession } from './openSession.ts'
import { parseCost, zeroCost } from './parseCost.ts'
import type { ReadOnlyResult } from './ReadOnlyResult.ts'
import { readOnlyLimit } from './readOnlyLimit.ts'
import { runQuietly } from './runQuietly.ts'
import { toVmError } from './toVmError.ts'
import type { Vm } from './Vm.ts'
import { vmEventSchema } from './VmEvent.ts'

/** `(err none)`: what a node records for a transaction that the VM could not finish. */
const errNone = '0x0809'
/** `(ok true)`: what a node records for a deployment. */
const okTrue = '0x0703'
const okPrefix = '0x07'
/** The VM keeps a report of what each call has cost until they are collected: so many may lie there. */
const maximumReports = 1000
const unfinished = { result: errNone, events: [], cost: zeroCost }

/**
 * Makes a Clarity VM with nothing in it, at height 1. The same `genesisTime` and the same sequence of
 * calls lead to the same state, block times included.
 *
 * @param genesisTime Unix time in seconds that the VM counts its block times from.
 * @param trackCosts False for a VM that says of everything that it costs nothing, and takes less than half the time.
 */
export async function createVm({
  genesisTime,
  trackCosts = true,
}: {
  genesisTime: number
  trackCosts?: boolean
}): Promise<Vm> {
  const { sdk, session } = await openSession({ genesisTime, trackCosts })
  let balances = new Map<string, bigint>()
  let isBalanced = false
  let trapped = false
  let reports = 0
  const interfaces = new Map<string, ClarityAbi>()

  function countReport(): void {
    reports += 1
    if (reports < maximumReports || trapped) return
    reports = 0
    session.collectReport(false, '').free()
  }

  // Most failures mine a block and some (a private function) do not; the chain counts on exactly one.
  function execute(run: () => TransactionRes, isOk: (result: string) => boolean): Execution {
    if (trapped) return { ...unfinished, outcome: 'trap', vmError: 'The VM ended before.' }
    const height = session.stacksBlockHeight
    isBalanced = false
    try {
      const response = runQuietly(run)
      const success = isOk(response.result)
      return {
        outcome: success ? 'success' : 'abort',
        result: response.result,
        events: success ? parseEvents(response.events) : [],
        cost: parseCost(response.costs),
        vmError: null,
      }
    } catch (thrown) {
      trapped ||= isTrap(thrown)
      return { ...unfinished, outcome: trapped ? 'trap' : 'abort', vmError: toVmError(thrown) }
    } finally {
      if (!trapped && session.stacksBlockHeight === height) session.mineEmptyStacksBlock()
      countReport()
    }
  }

  function read<T>(run: () => T, onFailure: (thrown: unknown) => T): T {
    try {
      return runQuietly(run)
    } catch (thrown) {
      trapped ||= isTrap(thrown)
      return onFailure(thrown)
    } finally {
      countReport()
    }
  }
  // The VM throws "value not found" where a node answers none or 404.
  const notFound = () => null

  return {
    call: ({ contractId, functionName, args, sender }) =>
      execute(
        () => session.callPublicFn(new sdk.CallFnArgs(contractId, functionName, [...args], sender)),
        (result) => result.startsWith(okPrefix),
      ),
    deploy: ({ name, source, clarityVersion, sender }) => {
      const options = new sdk.ContractOptions(clarityVersion)
      const execution = execute(
        () => session.deployContract(new sdk.DeployContractArgs(name, source, options, sender)),
        () => true,
      )
      return execution.outcome === 'success' ? { ...execution, result: okTrue } : execution
    },
    transfer: ({ amount, recipient, sender }) =>
      execute(
        () => session.transferSTX(new sdk.TransferSTXArgs(amount, recipient, sender)),
        (result) => result.startsWith(okPrefix),
      ),
    mineEmptyBlock: () => void session.mineEmptyStacksBlock(),
    mineTenure: () => void session.mineEmptyBurnBlock(),

    height: () => session.stacksBlockHeight,
    burnHeight: () => session.burnBlockHeight,
    mint: ({ recipient, amount }) => {
      session.mintSTX(recipient, amount)
      isBalanced = false
    },

    callReadOnly: (call) =>
      read<ReadOnlyResult>(
        () => callReadOnly({ sdk, session }, call),
        (thrown) => ({ ok: false, cause: toVmError(thrown) }),
      ),
    getMapEntry: ({ contractId, map, key }) =>
      read<string | null>(() => session.getMapEntry(contractId, map, key), notFound),
    getDataVar: ({ contractId, name }) =>
      read<string | null>(() => session.getDataVar(contractId, name), notFound),
    getConstant: (constant) => read(() => evaluateConstant(session, constant), notFound),
    getInterface: (contractId) => {
      if (!interfaces.has(contractId)) {
        for (const [id, abi] of session.getContractsInterfaces())
          interfaces.set(id, abi as unknown as ClarityAbi)
      }
      return interfaces.get(contractId) ?? null
    },
    getBalances: () => {
      // One that has trapped tells what it told last; it is about to be replaced.
      if (!isBalanced && !trapped) balances = session.getAssetsMap().get('STX') ?? new Map()
      isBalanced = true
      return balances
    },
    hasTrapped: () => trapped,
    free: () => {
      // A VM that has trapped refuses even this; its memory goes with the module.
      if (!trapped) session.free()
    },
  }
}

function parseEvents(events: string) {
  const list = JSON.parse(events) as string[]
  return list.map((event) => vmEventSchema.parse(JSON.parse(event)))
}

function callReadOnly(
  { sdk, session }: { sdk: Sdk; session: SDK },
  call: Parameters<Vm['callReadOnly']>[0],
): ReadOnlyResult {
  const response = session.callReadOnlyFn(
    new sdk.CallFnArgs(call.contractId, call.functionName, [...call.args], call.sender),
  )
  const cost = parseCost(response.costs)
  for (const unit of Object.keys(readOnlyLimit) as (keyof typeof readOnlyLimit)[]) {
    if (cost[unit] > readOnlyLimit[unit]) {
      const overspent = `CostBalanceExceeded(${JSON.stringify(cost)}, ${JSON.stringify(readOnlyLimit)})`
      return { ok: false, cause: overspent }
    }
  }
  return { ok: true, result: response.result }
}

// What the VM itself has to say it throws as a string. After anything else it stays locked for good.
function isTrap(thrown: unknown): boolean {
  return typeof thrown !== 'string'
}
