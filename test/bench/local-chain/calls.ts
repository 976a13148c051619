import { Cl, type ClarityValue } from '@stacks/transactions'

export const contractName = 'medvault'

/** What is called: it writes two maps and a variable, and prints. Anybody may call it any number of times. */
export const functionName = 'create-medical-record'
export const callArguments = (): ClarityValue[] => [Cl.stringAscii('cardiology'), Cl.uint(100)]

/** What is read: one entry of a map, another one each time. */
export const readName = 'get-medical-record'
export const readArguments = (i: number): ClarityValue[] => [Cl.uint((i % 500) + 1)]
