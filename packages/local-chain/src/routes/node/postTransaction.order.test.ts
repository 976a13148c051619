import {
  Cl,
  type ClarityValue,
  createCoinbasePayload,
  createNakamotoCoinbasePayload,
  createTenureChangePayload,
  deserializeTransaction,
  makeContractCall,
  makeSTXTokenTransfer,
  makeUnsignedSTXTokenTransfer,
  noneCV,
  type PayloadWire,
  privateKeyToPublic,
  sponsorTransaction,
  TenureChangeCause,
  TransactionSigner,
} from '@stacks/transactions'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestChain } from '../../../testing/startTestChain.ts'

const { chain, network, account, contractId, post } = await startTestChain()
afterAll(() => chain.close())

const { address: sender, privateKey: senderKey } = account('wallet_1')
const { address: recipient } = account('wallet_2')
const { address: sponsor, privateKey: sponsorPrivateKey } = account('wallet_3')
const [contractAddress = '', contractName = ''] = contractId.split('.')
const beyondFunds = 10n ** 18n

function call(changes: Partial<Parameters<typeof makeContractCall>[0]> = {}) {
  const right = { contractAddress, contractName, functionName: 'add', functionArgs: [Cl.uint(1)] }
  return makeContractCall({ ...right, senderKey, network, nonce: 0, fee: 1000, ...changes } as Parameters<
    typeof makeContractCall
  >[0])
}

async function reasonOf(transaction: { serialize: () => string }): Promise<unknown> {
  const { body } = await post(transaction.serialize())
  return (body as { reason?: string }).reason ?? body
}

/** A transaction with a payload that no wallet makes, rightly signed. */
async function withPayload(payload: PayloadWire, fee = 1000) {
  const transaction = await makeUnsignedSTXTokenTransfer({
    recipient,
    amount: 1n,
    publicKey: privateKeyToPublic(senderKey),
    network,
    nonce: 0,
    fee,
  })
  transaction.payload = payload as typeof transaction.payload
  new TransactionSigner(transaction).signOrigin(senderKey)
  return transaction
}

function spoil<T extends { auth: { spendingCondition: object } }>(transaction: T): T {
  const condition = transaction.auth.spendingCondition as { signature: { data: string } }
  condition.signature.data = `00${'11'.repeat(64)}`
  return transaction
}

// stacks-core: `can_admit_mempool_semantic`, then `can_include_tx`, then `try_add_tx`.
describe('of two faults the earlier one is told', () => {
  test('the version before the signature', async () => {
    expect(await reasonOf(spoil(await call({ network: 'mainnet' })))).toBe('BadTransactionVersion')
  })

  test('a transfer to nobody before the signature', async () => {
    const transfer = { senderKey, network, nonce: 0, fee: 1000 }
    const toSender = await makeSTXTokenTransfer({ ...transfer, recipient: sender, amount: 0n })
    expect(await reasonOf(spoil(toSender))).toBe('TransferRecipientCannotEqualSender')
    const nothing = await makeSTXTokenTransfer({ ...transfer, recipient, amount: 0n })
    expect(await reasonOf(spoil(nothing))).toBe('TransferAmountMustBePositive')
  })

  test('the signature before the fee, the fee before the nonce', async () => {
    expect(await reasonOf(spoil(await call({ fee: 1 })))).toBe('SignatureValidation')
    expect(await reasonOf(await call({ fee: 1, nonce: 99 }))).toBe('FeeTooLow')
  })

  test('the nonce before the funds, the funds before the contract', async () => {
    expect(await reasonOf(await call({ nonce: 99, fee: beyondFunds }))).toBe('TooMuchChaining')
    expect(await reasonOf(await call({ fee: beyondFunds, contractName: 'nothing' }))).toBe('NotEnoughFunds')
  })

  test('the contract before the function, the function before the arguments', async () => {
    const wrong = { functionName: 'nothing', functionArgs: [] }
    expect(await reasonOf(await call({ ...wrong, contractName: 'nothing' }))).toBe('NoSuchContract')
    expect(await reasonOf(await call(wrong))).toBe('NoSuchPublicFunction')
  })

  test('the arguments before what waits at the same nonce', async () => {
    expect((await post((await call({ senderKey: account('wallet_4').privateKey })).serialize())).status).toBe(
      200,
    )
    const again = { senderKey: account('wallet_4').privateKey, fee: 999 }
    expect(await reasonOf(await call({ ...again, functionArgs: [] }))).toBe('BadFunctionArgument')
    expect(await reasonOf(await call(again))).toBe('ConflictingNonceInMempool')
  })
})

describe('what only miners make', () => {
  const hash = '00'.repeat(20)
  const tenureChange = createTenureChangePayload(
    hash,
    hash,
    hash,
    '00'.repeat(32),
    1,
    TenureChangeCause.BlockFound,
    hash,
  )
  const coinbase = createNakamotoCoinbasePayload(new Uint8Array(32), noneCV(), new Uint8Array(80))

  test('is refused by its name, after everything else is right about it', async () => {
    expect(await reasonOf(await withPayload(coinbase))).toBe('NoCoinbaseViaMempool')
    expect(await reasonOf(await withPayload(tenureChange))).toBe('NoTenureChangeViaMempool')
    expect(await reasonOf(await withPayload(coinbase, 1))).toBe('FeeTooLow')
    expect(await reasonOf(spoil(await withPayload(tenureChange)))).toBe('SignatureValidation')
  })

  test('belongs to an epoch', async () => {
    const transaction = await withPayload(createCoinbasePayload(new Uint8Array(32)))
    expect(await post(transaction.serialize())).toMatchObject({
      status: 400,
      body: {
        reason: 'ServerFailureOther',
        reason_data: { message: 'Transaction is not supported in this epoch' },
      },
    })
  })
})

describe('a sponsored transaction', () => {
  async function sponsored(changes: { nonce?: number; sponsorNonce?: number; fee?: number | bigint } = {}) {
    const { nonce = 0, sponsorNonce = 0, fee = 1000 } = changes
    const transaction = await call({ nonce, fee: 0, sponsored: true })
    return sponsorTransaction({ transaction, sponsorPrivateKey, sponsorNonce, fee, network })
  }

  test('is refused for its sponsor as for its sender', async () => {
    expect(await post((await sponsored({ sponsorNonce: 99 })).serialize())).toMatchObject({
      body: { reason: 'TooMuchChaining', reason_data: { principal: sponsor, is_origin: false } },
    })
    expect(await post((await sponsored({ nonce: 99 })).serialize())).toMatchObject({
      body: { reason: 'TooMuchChaining', reason_data: { principal: sender, is_origin: true } },
    })
    expect(await reasonOf(await sponsored({ fee: 1 }))).toBe('FeeTooLow')
    expect(await reasonOf(await sponsored({ fee: beyondFunds }))).toBe('NotEnoughFunds')
  })

  test('needs both signatures', async () => {
    const bySender = spoil(await sponsored())
    expect(await reasonOf(bySender)).toBe('SignatureValidation')
    const bySponsor = deserializeTransaction((await sponsored()).serialize())
    if (!('sponsorSpendingCondition' in bySponsor.auth)) throw new Error('expected a sponsor')
    spoil({ auth: { spendingCondition: bySponsor.auth.sponsorSpendingCondition } })
    expect(await reasonOf(bySponsor)).toBe('SignatureValidation')
  })

  test('spends a nonce of both, and the sponsor is asked first', async () => {
    expect((await post((await sponsored()).serialize())).status).toBe(200)
    chain.mine()
    expect(await post((await sponsored()).serialize())).toMatchObject({
      body: {
        reason: 'BadNonce',
        reason_data: { expected: 1, actual: 0, principal: sponsor, is_origin: false },
      },
    })
    expect(await post((await sponsored({ sponsorNonce: 1 })).serialize())).toMatchObject({
      body: {
        reason: 'BadNonce',
        reason_data: { expected: 1, actual: 0, principal: sender, is_origin: true },
      },
    })
  })
})

describe('an argument of another type is told in the words of the VM', () => {
  const right: ClarityValue[] = [
    Cl.bool(true),
    Cl.int(1),
    Cl.bufferFromHex('00'),
    Cl.stringUtf8('a'),
    Cl.none(),
    Cl.ok(Cl.uint(1)),
    Cl.list([]),
    Cl.tuple({ x: Cl.int(1), y: Cl.int(2) }),
  ]
  const wrong: [string, number, ClarityValue, string][] = [
    ['a number for a bool', 0, Cl.uint(1), 'TypeError(BoolType, UIntType)'],
    [
      'too many bytes',
      2,
      Cl.bufferFromHex('0000000000'),
      'TypeError(SequenceType(BufferType(BufferLength(4))), SequenceType(BufferType(BufferLength(5))))',
    ],
    [
      'too long a string',
      3,
      Cl.stringUtf8('a'.repeat(9)),
      'TypeError(SequenceType(StringType(UTF8(StringUTF8Length(8)))), SequenceType(StringType(UTF8(StringUTF8Length(9)))))',
    ],
    [
      'an optional of another type',
      4,
      Cl.some(Cl.int(1)),
      'TypeError(OptionalType(UIntType), OptionalType(IntType))',
    ],
    [
      'a response of another type',
      5,
      Cl.error(Cl.uint(1)),
      'TypeError(ResponseType((UIntType, BoolType)), ResponseType((NoType, UIntType)))',
    ],
    [
      'too long a list',
      6,
      Cl.list([Cl.uint(1), Cl.uint(2), Cl.uint(3), Cl.uint(4)]),
      'TypeError(SequenceType(ListType(ListTypeData { max_len: 3, entry_type: UIntType })), SequenceType(ListType(ListTypeData { max_len: 4, entry_type: UIntType })))',
    ],
    [
      'a tuple with another key',
      7,
      Cl.tuple({ x: Cl.int(1), z: Cl.int(2) }),
      'TypeError(TupleType(TupleTypeSignature { "x": int, "y": int,}), TupleType(TupleTypeSignature { "x": int, "z": int,}))',
    ],
  ]
  test.each(wrong)('%s', async (_, position, value, message) => {
    const functionArgs = right.with(position, value)
    const transaction = await call({ functionName: 'take-all', functionArgs, nonce: 1 })
    expect(await post(transaction.serialize())).toMatchObject({
      status: 400,
      body: { reason: 'BadFunctionArgument', reason_data: { message } },
    })
  })

  test('and right ones are accepted', async () => {
    const transaction = await call({ functionName: 'take-all', functionArgs: right, nonce: 1 })
    expect((await post(transaction.serialize())).status).toBe(200)
  })
})
