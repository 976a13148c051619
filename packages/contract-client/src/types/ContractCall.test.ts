import { expectTypeOf, test } from 'vitest'
import type { ArgumentValues } from '../clarity/ArgumentType.ts'
import type { contractFunctions } from '../generated/contractFunctions.ts'
import type { ContractCall } from './ContractCall.ts'

type Functions = typeof contractFunctions
type Public = {
  [Name in keyof Functions]: Functions[Name]['access'] extends 'public' ? Name : never
}[keyof Functions]
type Flat<T> = { readonly [Key in keyof T]: T[Key] }
type Generated = {
  [Name in Public]: Flat<{ functionName: Name } & ArgumentValues<Functions[Name]['arguments']>>
}[Public]

test('names every public function of the contract with exactly its arguments', () => {
  expectTypeOf<ContractCall>().toEqualTypeOf<Generated>()
})
