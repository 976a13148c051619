import { createHash } from 'node:crypto'
import { BaseError } from '@medikey/errors'
import {
  addressToString,
  ClarityType,
  type ContractCallPayload,
  deserializeTransaction,
  isContractCallPayload,
  PostConditionMode,
} from '@stacks/transactions'
import { describe, expect } from 'vitest'
import { openVm } from '../../scripts/openVm.ts'
import { contract, deployer, physician, staff } from '../../testing/accounts.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { patience } from '../../testing/patience.ts'
import { SignerError } from '../errors/SignerError.ts'
import { parseSignature } from '../signing/parseSignature.ts'
import type { ContractCall } from '../types/ContractCall.ts'
import type { Signer } from '../types/Signer.ts'

const curveOrder = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const call: ContractCall = {
  functionName: 'grantMedicalAccess',
  recordId: 1n,
  medicalStaff: staff.address,
  accessLimit: 10n,
}
const estimate = (middle: number) => ({
  json: {
    estimated_cost_scalar: 6,
    cost_scalar_change_by_byte: 0.005,
    estimations: [
      { fee: 1, fee_rate: 1 },
      { fee: middle, fee_rate: 1 },
      { fee: 9e12, fee_rate: 1 },
    ],
  },
})
const noEstimate = {
  status: 400,
  json: {
    error: 'Estimation could not be performed',
    reason: 'NoEstimateAvailable',
    reason_data: { message: '' },
  },
}

function read(bytes: string) {
  const transaction = deserializeTransaction(bytes)
  if (!isContractCallPayload(transaction.payload)) throw new Error('no contract call')
  const { spendingCondition } = transaction.auth
  if (!('signature' in spendingCondition)) throw new Error('no single signature')
  const payload: ContractCallPayload = transaction.payload
  return { transaction, payload, spendingCondition, signature: spendingCondition.signature.data }
}

describe('a prepared transaction', () => {
  test('is the call, signed by the signer, in deny mode with its nonce and fee', async ({
    node,
    connect,
  }) => {
    const prepared = await connect().prepare({ call, signer: physician, nonce: 7n, fee: 400n })
    const { transaction, payload, spendingCondition } = read(prepared.bytes)
    expect(prepared).toEqual({
      txid: `0x${transaction.txid()}`,
      nonce: 7n,
      fee: 400n,
      bytes: expect.stringMatching(/^[0-9a-f]+$/),
    })
    expect(() => transaction.verifyOrigin()).not.toThrow()
    expect(transaction.postConditionMode).toBe(PostConditionMode.Deny)
    expect(transaction.postConditions.values).toEqual([])
    expect(transaction.chainId).toBe(0x80000000)
    expect(spendingCondition).toMatchObject({ nonce: 7n, fee: 400n })
    expect(`${addressToString(payload.contractAddress)}.${payload.contractName.content}`).toBe(contract)
    expect(payload.functionName.content).toBe('grant-medical-access')
    // With its fee given there is nothing to ask anybody.
    expect(node.requests).toEqual([])
  })

  test('is the same bytes when it is prepared again', async ({ connect }) => {
    const client = connect()
    const options = { call, signer: physician, nonce: 0n, fee: 400n }
    expect(await client.prepare(options)).toEqual(await client.prepare(options))
    const bumped = await client.prepare({ ...options, fee: 401n })
    expect(bumped.txid).not.toBe((await client.prepare(options)).txid)
  })

  test('is for the mainnet chain when the client is', async ({ connect }) => {
    const { createPrivateKeySigner } = await import('../signing/createPrivateKeySigner.ts')
    const signer = createPrivateKeySigner({ privateKey: '1'.repeat(64), network: 'mainnet' })
    const client = connect({ network: 'mainnet', contract: `${signer.address}.medvault` })
    const archive = { functionName: 'archiveRecord', recordId: 1n } as const
    const { transaction } = read(
      (await client.prepare({ call: archive, signer, nonce: 0n, fee: 400n })).bytes,
    )
    expect(transaction.chainId).toBe(1)
    expect(transaction.transactionVersion).toBe(0)
  })

  test('is taken by the contract, whatever is called', async ({ connect }) => {
    const client = connect()
    const vm = await openVm()
    const calls: [string, Signer, ContractCall][] = [
      [
        'created',
        physician,
        { functionName: 'createMedicalRecord', recordCategory: 'radiology', dataVolume: 100n },
      ],
      ['granted', physician, call],
      ['drawn', staff, { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 10n }],
      [
        'revoked',
        physician,
        { functionName: 'revokeMedicalAccess', recordId: 1n, medicalStaff: staff.address },
      ],
      ['archived', physician, { functionName: 'archiveRecord', recordId: 1n }],
    ]
    for (const [, signer, each] of calls) {
      const { payload } = read((await client.prepare({ call: each, signer, nonce: 0n, fee: 400n })).bytes)
      const { result } = vm.callPublicFn(
        contract,
        payload.functionName.content,
        payload.functionArgs,
        signer.address,
      )
      expect({ call: each, type: result.type }).toEqual({ call: each, type: ClarityType.ResponseOk })
    }
    for (const functionName of ['enableMaintenance', 'disableMaintenance'] as const) {
      const prepared = await client.prepare({
        call: { functionName },
        signer: physician,
        nonce: 0n,
        fee: 400n,
      })
      const { payload } = read(prepared.bytes)
      const { result } = vm.callPublicFn(
        contract,
        payload.functionName.content,
        payload.functionArgs,
        deployer,
      )
      expect(result.type).toBe(ClarityType.ResponseOk)
    }
  })
})

describe('the fee', () => {
  test("is the configured node's middle estimate", async ({ node, connect }) => {
    node.answer('POST /v2/fees/transaction', estimate(1234))
    const prepared = await connect().prepare({ call, signer: physician, nonce: 0n })
    expect(prepared.fee).toBe(1234n)
    const asked: unknown = JSON.parse(node.requests[0]?.body ?? '')
    expect(asked).toEqual({
      transaction_payload: expect.stringMatching(/^02[0-9a-f]+$/),
      estimated_len: prepared.bytes.length / 2,
    })
  })

  test.for([
    ['an estimate below them', estimate(5), 500n],
    ['an estimate above them', estimate(1e9), 2_000n],
    ['an estimate that is no whole number', estimate(700.2), 701n],
    ['no estimate', noEstimate, 900n],
    ['a broken node', { status: 500, json: {} }, 900n],
    ['a busy node', { status: 429, json: {} }, 900n],
    ['an answer of another shape', { json: { estimations: [] } }, 900n],
    ['no answer', 'hang', 900n],
  ] as const)('stays within the bounds with %s', async ([, answer, fee], { node, connect }) => {
    node.answer('POST /v2/fees/transaction', answer)
    const client = connect({ ...patience(answer), fee: { min: 500n, max: 2_000n, fallback: 900n } })
    expect((await client.prepare({ call, signer: physician, nonce: 0n })).fee).toBe(fee)
    // Not a second route, and above all not a second host.
    expect(node.requests.map(({ path }) => path)).toEqual(['/v2/fees/transaction'])
  })

  test('is never below the 1 µSTX a byte that nodes ask', async ({ node, connect }) => {
    node.answer('POST /v2/fees/transaction', estimate(1))
    const { fee, bytes } = await connect({ fee: { min: 0n, max: 9_999n } }).prepare({
      call,
      signer: physician,
      nonce: 0n,
    })
    expect(fee).toBe(BigInt(bytes.length / 2))
  })

  test('that is given may not pass the bound', async ({ connect }) => {
    const client = connect({ fee: { min: 1n, max: 2_000n } })
    const failure = await failureOf(client.prepare({ call, signer: physician, nonce: 0n, fee: 2_001n }))
    expect(failure).toMatchObject({ argument: 'fee', code: 'INVALID_ARGUMENT' })
  })
})

describe('an external signer', () => {
  const highS = (rs: string) => {
    const s = curveOrder - BigInt(`0x${rs.slice(64)}`)
    return rs.slice(0, 64) + s.toString(16).padStart(64, '0')
  }
  const integer = (hex: string) => {
    const short = hex.replace(/^(00)+(?=[0-9a-f]{2})/, '')
    const content = Number.parseInt(short.slice(0, 2), 16) >= 0x80 ? `00${short}` : short
    return `02${(content.length / 2).toString(16).padStart(2, '0')}${content}`
  }
  const der = (rs: string) => {
    const body = integer(rs.slice(0, 64)) + integer(rs.slice(64))
    return `30${(body.length / 2).toString(16).padStart(2, '0')}${body}`
  }
  const signerThat = (change: (rs: string) => string): Signer => ({
    ...physician,
    sign: async (digest) => change(await physician.sign(digest)),
  })

  test.for([
    ['r and s', (rs: string) => rs],
    ['r and s in capitals with 0x', (rs: string) => `0x${rs.toUpperCase()}`],
    ['a high S', highS],
    ['DER', der],
    ['DER with a high S', (rs: string) => der(highS(rs))],
  ] as const)('that returns %s gives the same low-S bytes', async ([, change], { connect }) => {
    const client = connect()
    // Many digests, so that numbers with leading zeros and first bits are among them.
    for (let nonce = 0n; nonce < 20n; nonce += 1n) {
      const options = { call, nonce, fee: 400n }
      const prepared = await client.prepare({ ...options, signer: signerThat(change) })
      expect(prepared).toEqual(await client.prepare({ ...options, signer: physician }))
      const { signature } = read(prepared.bytes)
      expect(BigInt(`0x${signature.slice(66)}`)).toBeLessThanOrEqual(curveOrder / 2n)
    }
  })

  test.for([
    ['returns nothing', () => ''],
    ['returns no hex', () => 'signature'],
    ['returns too much', (rs: string) => `${rs}00`],
    ['returns DER that is cut', (rs: string) => der(rs).slice(0, -2)],
    ['returns DER with something behind it', (rs: string) => `${der(rs)}00`],
    ['returns zeros', () => '0'.repeat(128)],
    [
      'returns the signature of something else',
      (rs: string) => createHash('sha512').update(rs).digest('hex'),
    ],
  ] as const)('that %s is refused', async ([, change], { connect }) => {
    const asked = connect().prepare({ call, signer: signerThat(change), nonce: 0n, fee: 400n })
    expect(await failureOf(asked)).toBeInstanceOf(SignerError)
  })

  test.for([
    ["another's key signs", { ...physician, sign: staff.sign }],
    ["another's public key is told", { ...physician, publicKey: staff.publicKey }],
    ["another's address is told", { ...physician, address: staff.address }],
    ['the public key is not compressed', { ...physician, publicKey: `04${'1'.repeat(128)}` }],
  ] as const)('is refused when %s', async ([, signer], { connect }) => {
    expect(await failureOf(connect().prepare({ call, signer, nonce: 0n, fee: 400n }))).toBeInstanceOf(
      SignerError,
    )
  })

  test('that fails is told with its cause, or with its own error', async ({ connect }) => {
    const client = connect()
    const cause = new Error('the HSM is offline')
    const broken = { ...physician, sign: () => Promise.reject(cause) }
    expect(await failureOf(client.prepare({ call, signer: broken, nonce: 0n, fee: 400n }))).toMatchObject({
      code: 'SIGNER_FAILED',
      cause,
    })
    const own = new BaseError({ code: 'KMS_BUSY', shortMessage: 'The KMS is busy.', retryable: true })
    const busy = { ...physician, sign: () => Promise.reject(own) }
    expect(await failureOf(client.prepare({ call, signer: busy, nonce: 0n, fee: 400n }))).toBe(own)
  })
})

test.for([-1n, 2n ** 64n])('a nonce of %s is refused', async (nonce, { connect }) => {
  expect(await failureOf(connect().prepare({ call, signer: physician, nonce, fee: 400n }))).toMatchObject({
    argument: 'nonce',
  })
})

test.for(['kardiológia', 'ä', '日本', 'a\u0007'])(
  'text beyond ASCII is refused: %s',
  async (recordCategory, { connect }) => {
    const create = { functionName: 'createMedicalRecord', recordCategory, dataVolume: 1n } as const
    expect(
      await failureOf(connect().prepare({ call: create, signer: physician, nonce: 0n, fee: 400n })),
    ).toMatchObject({
      argument: 'recordCategory',
      shortMessage: expect.stringContaining('ASCII'),
    })
  },
)

test('a signature is read from either of its spellings and from nothing else', () => {
  expect(parseSignature(`${'0'.repeat(63)}1${'0'.repeat(63)}2`)).toEqual({ r: 1n, s: 2n })
  expect(parseSignature('3006020101020102')).toEqual({ r: 1n, s: 2n })
  for (const hex of [
    '3006020181020102',
    '300602010102010',
    '3007020101020102',
    '3006030101020102',
    '30',
    '3000',
  ]) {
    expect(parseSignature(hex)).toBeNull()
  }
})
