import { type ClarityAbiFunction, type ClarityValue, getTypeString } from '@stacks/transactions'
import { admitsType } from './admitsType.ts'

/** What is wrong with the arguments of a call, in the VM's words; null when they are as many and as typed as it takes. */
export function checkArguments({
  args,
  called,
}: {
  args: readonly ClarityValue[]
  called: ClarityAbiFunction
}): string | null {
  if (args.length !== called.args.length)
    return `IncorrectArgumentCount(${called.args.length}, ${args.length})`
  for (const [i, { name, type }] of called.args.entries()) {
    const value = args[i]
    if (value === undefined || !admitsType(value, type)) {
      return `TypeValueError: argument ${name} has to be ${getTypeString(type)}`
    }
  }
  return null
}
