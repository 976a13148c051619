import { expect, test } from 'vitest'
import { contractErrorCodes } from '../../generated/contractErrorCodes.ts'
import { ContractError } from './ContractError.ts'
import { contractErrorFromCode } from './contractErrorFromCode.ts'
import { UnknownContractError } from './UnknownContractError.ts'

test.each(Object.entries(contractErrorCodes))(
  '%s has a class of its own that carries its code',
  (constant, code) => {
    const error = contractErrorFromCode(code)
    expect(error).toBeInstanceOf(ContractError)
    expect(error).not.toBeInstanceOf(UnknownContractError)
    expect(error.code).toBe(constant)
    expect(error.contractCode).toBe(code)
    expect(error.name).toBe(error.constructor.name)
  },
)

test('no two constants share a class or a sentence', () => {
  const errors = Object.values(contractErrorCodes).map(contractErrorFromCode)
  expect(new Set(errors.map((error) => error.constructor)).size).toBe(errors.length)
  expect(new Set(errors.map((error) => error.userMessage)).size).toBe(errors.length)
})

test('only maintenance passes without anybody changing anything about the call', () => {
  const retryable = Object.values(contractErrorCodes)
    .map(contractErrorFromCode)
    .filter((error) => error.retryable)
  expect(retryable.map(({ code }) => code)).toEqual(['ERR_SYSTEM_MAINTENANCE'])
})

test('a code that this version does not know is told as such, with the code', () => {
  const error = contractErrorFromCode(999n)
  expect(error).toBeInstanceOf(UnknownContractError)
  expect(error.userMessage).toContain('u999')
})
