import { expect } from 'vitest'
import { accounts } from './simnet/accounts.ts'
import { ERR } from './simnet/ERR.ts'
import { test } from './simnet/test.ts'

const medvault = `${accounts.cmo}.medvault`

/** What wallets, explorers and the typed client build on; none of it can change after deployment. */
const functions = {
  'access-medical-data': 'public (record-id uint128) (access-volume uint128)',
  'archive-record': 'public (record-id uint128)',
  'create-medical-record': 'public (record-category string-ascii 128) (data-volume uint128)',
  'disable-maintenance': 'public',
  'enable-maintenance': 'public',
  'grant-medical-access': 'public (record-id uint128) (medical-staff principal) (access-limit uint128)',
  'revoke-medical-access': 'public (record-id uint128) (medical-staff principal)',
  'check-medical-access': 'read_only (record-id uint128) (medical-staff principal) (access-volume uint128)',
  'get-access-privilege': 'read_only (record-id uint128) (medical-staff principal)',
  'get-chief-medical-officer': 'read_only',
  'get-medical-record': 'read_only (record-id uint128)',
  'get-medical-records': 'read_only (record-ids list 25 uint128)',
  'get-physician-stats': 'read_only (physician principal)',
  'get-staff-usage': 'read_only (record-id uint128) (medical-staff principal)',
  'get-total-records': 'read_only',
  'is-chief-medical-officer': 'read_only (user principal)',
  'is-system-maintenance': 'read_only',
}

test('offers exactly the functions and arguments that are promised', ({ simnet }) => {
  const offered = simnet
    .getContractsInterfaces()
    .get(medvault)
    ?.functions.filter(({ access }) => access !== 'private')
    .map(({ name, access, args }) => [name, [access, ...args.map(describeArgument)].join(' ')])
  expect(Object.fromEntries(offered ?? [])).toEqual(functions)
})

test('names every error with its number and no other', ({ simnet }) => {
  const source = simnet.getContractSource(medvault) ?? ''
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

function describeArgument({ name, type }: Argument): string {
  return `(${name} ${describeType(type)})`
}

function describeType(type: unknown): string {
  if (typeof type === 'string') return type
  const [[kind, shape]] = Object.entries(type as Record<string, { length: number; type?: unknown }>) as [
    [string, { length: number; type?: unknown }],
  ]
  return [kind, shape.length, ...(shape.type === undefined ? [] : [describeType(shape.type)])].join(' ')
}
