import {
  CallFnArgs,
  ContractOptions,
  DeployContractArgs,
  type SDK,
  type TransactionRes,
  TransferSTXArgs,
} from '@stacks/clarinet-sdk-wasm'
import type { ClarityAbi } from '@stacks/transactions'
import type { Execution } from './Execution.ts'
import { evaluateConstant } from './evaluateConstant.ts'
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

/**
 * Makes a Clarity VM with nothing in it, at height 1. The same `genesisTime` and the same sequence of
 * calls lead to the same state, block times included.
 *
 * @param genesisTime Unix time in seconds that the VM counts its block times from.
 */
export async function createVm({ genesisTime }: { genesisTime: number }): Promise<Vm> {
  const session = await openSession({ genesisTime })
  let balances: Map<string, bigint> | null = null
  const interfaces = new Map<string, ClarityAbi>()

  // Most failures mine a block and some (a private function) do not; the chain counts on exactly one.
  function execute(run: () => TransactionRes, isOk: (result: string) => boolean): Execution {
    const height = session.stacksBlockHeight
    balances = null
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
      return { outcome: 'abort', result: errNone, events: [], cost: zeroCost, vmError: toVmError(thrown) }
    } finally {
      if (session.stacksBlockHeight === height) session.mineEmptyStacksBlock()
    }
  }

  return {
    call: ({ contractId, functionName, args, sender }) =>
      execute(
        () => session.callPublicFn(new CallFnArgs(contractId, functionName, [...args], sender)),
        (result) => result.startsWith(okPrefix),
      ),
    deploy: ({ name, source, clarityVersion, sender }) => {
      const options = new ContractOptions(clarityVersion)
      const execution = execute(
        () => session.deployContract(new DeployContractArgs(name, source, options, sender)),
        () => true,
      )
      return execution.outcome === 'success' ? { ...execution, result: okTrue } : execution
    },
    transfer: ({ amount, recipient, sender }) =>
      execute(
        () => session.transferSTX(new TransferSTXArgs(amount, recipient, sender)),
        (result) => result.startsWith(okPrefix),
      ),
    mineEmptyBlock: () => void session.mineEmptyStacksBlock(),
    mineTenure: () => void session.mineEmptyBurnBlock(),

    height: () => session.stacksBlockHeight,
    burnHeight: () => session.burnBlockHeight,
    mint: ({ recipient, amount }) => {
      session.mintSTX(recipient, amount)
      balances = null
    },

    callReadOnly: (call) => callReadOnly(session, call),
    getMapEntry: ({ contractId, map, key }) => orNull(() => session.getMapEntry(contractId, map, key)),
    getDataVar: ({ contractId, name }) => orNull(() => session.getDataVar(contractId, name)),
    getConstant: (constant) => evaluateConstant(session, constant),
    getInterface: (contractId) => {
      if (!interfaces.has(contractId)) {
        for (const [id, abi] of session.getContractsInterfaces())
          interfaces.set(id, abi as unknown as ClarityAbi)
      }
      return interfaces.get(contractId) ?? null
    },
    getBalances: () => {
      balances ??= session.getAssetsMap().get('STX') ?? new Map()
      return balances
    },
    free: () => session.free(),
  }
}

function parseEvents(events: string) {
  const list = JSON.parse(events) as string[]
  return list.map((event) => vmEventSchema.parse(JSON.parse(event)))
}

function callReadOnly(session: SDK, call: Parameters<Vm['callReadOnly']>[0]): ReadOnlyResult {
  try {
    const response = runQuietly(() =>
      session.callReadOnlyFn(new CallFnArgs(call.contractId, call.functionName, [...call.args], call.sender)),
    )
    const cost = parseCost(response.costs)
    for (const unit of Object.keys(readOnlyLimit) as (keyof typeof readOnlyLimit)[]) {
      if (cost[unit] > readOnlyLimit[unit]) {
        const overspent = `CostBalanceExceeded(${JSON.stringify(cost)}, ${JSON.stringify(readOnlyLimit)})`
        return { ok: false, cause: overspent }
      }
    }
    return { ok: true, result: response.result }
  } catch (thrown) {
    const cause = toVmError(thrown)
    return { ok: false, cause: cause.endsWith('is not a read-only function') ? 'NotReadOnly' : cause }
  }
}

// The VM throws "value not found" where a node answers none or 404.
function orNull(read: () => string): string | null {
  try {
    return runQuietly(read)
  } catch {
    return null
  }
}
