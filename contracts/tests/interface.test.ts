import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { ERR } from './simnet/ERR.ts'
import { test } from './simnet/test.ts'

const medvault = `${accounts.cmo}.medvault`

const record =
  '{accessed-volume: uint128, active-record: bool, created-at: uint128, data-volume: uint128, physician: principal, record-category: string-ascii 64}'

/** What wallets, explorers and the typed client build on; none of it can change after deployment. */
const functions = {
  'access-medical-data': 'public (record-id uint128) (access-volume uint128) -> (response bool uint128)',
  'archive-record': 'public (record-id uint128) -> (response bool uint128)',
  'create-medical-record':
    'public (record-category string-ascii 128) (data-volume uint128) -> (response uint128 uint128)',
  'disable-maintenance': 'public -> (response bool uint128)',
  'enable-maintenance': 'public -> (response bool uint128)',
  'grant-medical-access':
    'public (record-id uint128) (medical-staff principal) (access-limit uint128) -> (response bool uint128)',
  'revoke-medical-access': 'public (record-id uint128) (medical-staff principal) -> (response bool uint128)',
  'check-medical-access':
    'read_only (record-id uint128) (medical-staff principal) (access-volume uint128) -> (response bool uint128)',
  'get-access-privilege':
    'read_only (record-id uint128) (medical-staff principal) -> (optional {access-limit: uint128, can-access: bool})',
  'get-chief-medical-officer': 'read_only -> principal',
  'get-medical-record': `read_only (record-id uint128) -> (optional ${record})`,
  'get-medical-records': `read_only (record-ids list 25 uint128) -> list 25 (optional ${record})`,
  'get-physician-stats':
    'read_only (physician principal) -> {record-count: uint128, total-data-managed: uint128}',
  'get-staff-usage': 'read_only (record-id uint128) (medical-staff principal) -> uint128',
  'get-total-records': 'read_only -> uint128',
  'is-chief-medical-officer': 'read_only (user principal) -> bool',
  'is-system-maintenance': 'read_only -> bool',
}

test('offers exactly the functions, arguments and answers that are promised', ({ simnet, vault }) => {
  const offered = simnet
    .getContractsInterfaces()
    .get(vault.contract)
    ?.functions.filter(({ access }) => access !== 'private')
    .map(({ name, access, args, outputs }) => [
      name,
      [access, ...args.map(describeArgument), '->', describeType(outputs.type)].join(' '),
    ])
  expect(Object.fromEntries(offered ?? [])).toEqual(functions)
})

test('names every error with its number and no other', ({ simnet, vault }) => {
  const source = simnet.getContractSource(vault.contract) ?? ''
  const errors = [...source.matchAll(/\(define-constant ERR_(\w+) \(err u(\d+)\)\)/g)]
  expect(Object.fromEntries(errors.map(([, name, code]) => [name, BigInt(code ?? '')]))).toEqual(ERR)
})

test('is Clarity 4 in epoch 3.4', ({ simnet }) => {
  expect(simnet.getContractsInterfaces().get(medvault)).toMatchObject({
    clarity_version: 'Clarity4',
    epoch: 'Epoch34',
  })
})

test('knows the devnet accounts by their well-known addresses', ({ simnet }) => {
  expect(Object.fromEntries(simnet.getAccounts())).toEqual({
    deployer: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
    wallet_1: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
    wallet_2: 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
    wallet_3: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
    wallet_4: 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND',
    wallet_5: 'ST2REHHS5J3CERCRBEPMGH7921Q6PYKAADT7JP2VB',
    wallet_6: 'ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0',
    wallet_7: 'ST3PF13W7Z0RRM42A8VZRVFQ75SV1K26RXEP8YGKJ',
    wallet_8: 'ST3NBRSFKX28FQ2ZJ1MAKX58HKHSDGNV5N7R21XCP',
    faucet: 'STNHKEPYEPJ8ET55ZZ0M5A34J0R3N5FM2CMMMAZ6',
  })
})

type Argument = { name: string; type: unknown }
type Shape = { length: number; type?: unknown } & { ok?: unknown; error?: unknown } & Argument[]

function describeArgument({ name, type }: Argument): string {
  return `(${name} ${describeType(type)})`
}

function describeType(type: unknown): string {
  if (typeof type === 'string') return type
  const [[kind, shape]] = Object.entries(type as Record<string, Shape>) as [[string, Shape]]
  switch (kind) {
    case 'tuple':
      return `{${shape.map((field) => `${field.name}: ${describeType(field.type)}`).join(', ')}}`
    case 'optional':
      return `(optional ${describeType(shape)})`
    case 'response':
      return `(response ${describeType(shape.ok)} ${describeType(shape.error)})`
    default:
      return [kind, shape.length, ...(shape.type === undefined ? [] : [describeType(shape.type)])].join(' ')
  }
}
