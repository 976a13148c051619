import { serializeCVBytes } from '@stacks/transactions'
import type { DecodedTransaction } from '../transactions/DecodedTransaction.ts'
import type { Execution } from '../vm/Execution.ts'
import type { Vm } from '../vm/Vm.ts'

/** Runs a transaction in the VM as its sender. This mines one block there, however it ends. */
export function executeTransaction(
  { vm }: { vm: Vm },
  { transaction }: { transaction: DecodedTransaction },
): Execution {
  const { payload } = transaction
  const sender = transaction.sender.address
  switch (payload.type) {
    case 'contract_call': {
      const { contractId, functionName } = payload
      return vm.call({
        contractId,
        functionName,
        args: payload.args.map((arg) => serializeCVBytes(arg)),
        sender,
      })
    }
    case 'smart_contract': {
      const { name, source, clarityVersion } = payload
      return vm.deploy({ name, source, clarityVersion, sender })
    }
    case 'token_transfer':
      return vm.transfer({ amount: payload.amount, recipient: payload.recipient, sender })
    case 'unsupported':
      throw new Error('A transaction that only miners make has passed the admission.')
  }
}
