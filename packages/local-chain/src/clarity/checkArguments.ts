import type { ClarityAbiFunction, ClarityAbiType, ClarityValue } from '@stacks/transactions'
import { admitsType } from './admitsType.ts'

/**
 * What is wrong with the arguments of a call, in the VM's words; null when they are as many and as typed as it
 * takes.
 *
 * @param describe What the VM says of a value that has not the wanted type: before and at the run it differs.
 */
export function checkArguments({
  args,
  called,
  describe,
}: {
  args: readonly ClarityValue[]
  called: ClarityAbiFunction
  describe: (mismatch: { type: ClarityAbiType; value: ClarityValue }) => string
}): string | null {
  if (args.length !== called.args.length) {
    return `IncorrectArgumentCount(${called.args.length}, ${args.length})`
  }
  for (const [i, value] of args.entries()) {
    const type = called.args[i]?.type ?? 'none'
    if (!admitsType(value, type)) return describe({ type, value })
  }
  return null
}
