import { createNetwork } from '@stacks/network'
import {
  Cl,
  deserializeTransaction,
  makeContractCall,
  makeContractDeploy,
  makeSTXTokenTransfer,
  type StacksTransactionWire,
} from '@stacks/transactions'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestChain } from '../../../testing/startTestChain.ts'

const { chain, network, account, contractId, signCall, signTransfer, post, get } = await startTestChain()
afterAll(() => chain.close())

const sender = account('wallet_1').address
const [contractAddress = '', contractName = ''] = contractId.split('.')
const base = { contractAddress, contractName, senderKey: account('wallet_1').privateKey, network, fee: 1000 }

function txidOf(tx: string): string {
  return deserializeTransaction(tx).txid()
}

function sendRaw(body: string | Uint8Array<ArrayBuffer>, contentType: string | null): Promise<Response> {
  const headers: Record<string, string> = contentType === null ? {} : { 'content-type': contentType }
  return fetch(`${chain.url}/v2/transactions`, { method: 'POST', headers, body })
}

async function mempoolIds(): Promise<string[]> {
  const { body } = await get('/extended/v3/mempool/transactions')
  return (body as { results: { tx_id: string }[] }).results.map(({ tx_id }) => tx_id)
}

describe('a transaction that a node takes', () => {
  test('waits in the mempool until it is mined', async () => {
    const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 })
    expect(await post(tx)).toEqual({ status: 200, body: txidOf(tx) })
    expect(await get(`/extended/v3/transactions/${txidOf(tx)}`)).toMatchObject({
      body: { status: 'pending', receipt_block_height: chain.getTip().height, replaced_by_tx_id: null },
    })
    chain.mine()
    expect(await get(`/extended/v3/transactions/0x${txidOf(tx)}`)).toMatchObject({
      body: { status: 'success', block: { height: chain.getTip().height } },
    })
    expect(await mempoolIds()).toEqual([])
  })

  test('may come as plain bytes, with something behind it, and with an attachment', async () => {
    const first = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 1 })
    const asBytes = await sendRaw(
      Uint8Array.from(Buffer.from(`${first}00`, 'hex')),
      'application/octet-stream',
    )
    expect([asBytes.status, await asBytes.json()]).toEqual([200, txidOf(first)])
    const second = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 2 })
    const attached = JSON.stringify({ tx: second, attachment: 'c0ffee' })
    const asJson = await sendRaw(attached, 'application/json; charset=utf-8')
    expect([asJson.status, await asJson.json()]).toEqual([200, txidOf(second)])
    expect(chain.mine()).toHaveLength(2)
  })

  test('is accepted again with the same id while it waits, and has a spent nonce once it is mined', async () => {
    const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 3 })
    expect(await post(tx)).toEqual({ status: 200, body: txidOf(tx) })
    expect(await post(tx)).toEqual({ status: 200, body: txidOf(tx) })
    expect(await mempoolIds()).toEqual([`0x${txidOf(tx)}`])
    chain.mine()
    expect(await post(tx)).toEqual({
      status: 400,
      body: {
        txid: txidOf(tx),
        error: 'transaction rejected',
        reason: 'BadNonce',
        reason_data: { expected: 4, actual: 3, principal: sender, is_origin: true },
      },
    })
  })

  test('gives way to one with the same nonce and a strictly higher fee', async () => {
    const cheap = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 4, fee: 1000 })
    const equal = await signCall({ functionName: 'add', args: [Cl.uint(2)], nonce: 4, fee: 1000 })
    const dear = await signCall({ functionName: 'add', args: [Cl.uint(3)], nonce: 4, fee: 1001 })
    await post(cheap)
    expect(await post(equal)).toEqual({
      status: 400,
      body: { txid: txidOf(equal), error: 'transaction rejected', reason: 'ConflictingNonceInMempool' },
    })
    expect(await post(dear)).toMatchObject({ status: 200 })
    expect(await get(`/extended/v3/transactions/${txidOf(cheap)}`)).toMatchObject({
      body: { status: 'dropped_replace_by_fee', replaced_by_tx_id: `0x${txidOf(dear)}` },
    })
    expect(await post(cheap)).toMatchObject({ body: { reason: 'ConflictingNonceInMempool' } })
    expect(chain.mine()).toHaveLength(1)
    expect(await get(`/extended/v1/tx/${txidOf(dear)}`)).toMatchObject({ body: { tx_status: 'success' } })
  })
})

describe('a transaction that a node refuses', () => {
  const nonce = 5

  async function expectRejection(tx: string, rejection: Record<string, unknown>): Promise<void> {
    const txid = txidOf(tx)
    expect(await post(tx)).toEqual({
      status: 400,
      body: { txid, error: 'transaction rejected', ...rejection },
    })
    expect(await mempoolIds()).not.toContain(`0x${txid}`)
  }

  async function resign(change: (transaction: StacksTransactionWire) => void): Promise<string> {
    const transaction = await makeContractCall({
      ...base,
      functionName: 'add',
      functionArgs: [Cl.uint(1)],
      nonce,
    })
    change(transaction)
    return transaction.serialize()
  }

  const badSignature = {
    reason: 'SignatureValidation',
    reason_data: { message: 'Invalid transaction: the signature is not a low-S signature of the sender' },
  }

  test('because somebody changed it after it was signed', async () => {
    const tx = await signTransfer({ amount: 1n, to: contractAddress, nonce })
    const amountEnds = tx.length - 2 * 34 - 2
    await expectRejection(`${tx.slice(0, amountEnds)}02${tx.slice(amountEnds + 2)}`, badSignature)
  })

  test('because its signature is the malleable twin of a good one', async () => {
    const order = BigInt('0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141')
    const tx = await resign(({ auth }) => {
      const condition = auth.spendingCondition
      if (!('signature' in condition)) throw new Error('expected a single signature')
      const { data } = condition.signature
      const highS = (order - BigInt(`0x${data.slice(66)}`)).toString(16).padStart(64, '0')
      condition.signature.data = `0${1 - Number(data.slice(0, 2))}${data.slice(2, 66)}${highS}`
    })
    // The library itself has nothing against it.
    expect(() => deserializeTransaction(tx).verifyOrigin()).not.toThrow()
    await expectRejection(tx, badSignature)
  })

  test('because it names a signer who did not sign it', async () => {
    const tx = await resign(({ auth }) => {
      auth.spendingCondition.signer = '00'.repeat(20)
    })
    await expectRejection(tx, badSignature)
  })

  test('because it is meant for another chain', async () => {
    const elsewhere = createNetwork({ network: 'devnet', client: { baseUrl: chain.url } })
    const transaction = await makeContractCall({
      ...base,
      functionName: 'add',
      functionArgs: [Cl.uint(1)],
      nonce,
      network: { ...elsewhere, chainId: 1 },
    })
    await expectRejection(transaction.serialize(), {
      reason: 'SignatureValidation',
      reason_data: {
        message: `Invalid tx ${transaction.txid()}: invalid chain ID 1 (expected 2147483648)`,
      },
    })
  })

  test('because it is a mainnet transaction', async () => {
    const transaction = await makeContractCall({
      ...base,
      functionName: 'add',
      functionArgs: [Cl.uint(1)],
      nonce,
      network: 'mainnet',
    })
    await expectRejection(transaction.serialize(), { reason: 'BadTransactionVersion' })
  })

  test('because it pays less than one µSTX a byte', async () => {
    const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce, fee: 1 })
    const expected = tx.length / 2
    await expectRejection(tx, { reason: 'FeeTooLow', reason_data: { expected, actual: 1 } })
    const scarce = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce, fee: expected - 1 })
    await expectRejection(scarce, { reason: 'FeeTooLow', reason_data: { expected, actual: expected - 1 } })
  })

  test('because its nonce is more than 26 ahead of the account', async () => {
    const last = await signCall({ functionName: 'add', args: [Cl.uint(1)], from: 'wallet_6', nonce: 26 })
    expect(await post(last)).toMatchObject({ status: 200 })
    const tooMany = await signCall({ functionName: 'add', args: [Cl.uint(1)], from: 'wallet_6', nonce: 27 })
    const principal = account('wallet_6').address
    await expectRejection(tooMany, {
      reason: 'TooMuchChaining',
      reason_data: {
        message: 'Nonce would exceed chaining limit in mempool',
        expected: 26,
        actual: 27,
        principal,
        is_origin: true,
      },
    })
  })

  test('because its sender cannot pay', async () => {
    const { balance } = (await get(`/v2/accounts/${sender}`)).body as { balance: string }
    const amount = BigInt(balance)
    await expectRejection(await signTransfer({ amount, to: contractAddress, nonce }), {
      reason: 'NotEnoughFunds',
      reason_data: { expected: `0x${(amount + 1000n).toString(16).padStart(32, '0')}`, actual: balance },
    })
  })

  test('because the transfer goes nowhere', async () => {
    await expectRejection(await signTransfer({ amount: 1n, to: sender, nonce }), {
      reason: 'TransferRecipientCannotEqualSender',
      reason_data: { recipient: sender },
    })
    await expectRejection(await signTransfer({ amount: 0n, to: contractAddress, nonce }), {
      reason: 'TransferAmountMustBePositive',
    })
    const mainnetRecipient = 'SP318Q55DEKHRXJK696033DQN5C54D9K2EE6DHRWP'
    const transfer = await makeSTXTokenTransfer({
      recipient: mainnetRecipient,
      amount: 1n,
      senderKey: base.senderKey,
      network,
      nonce,
      fee: 1000,
    })
    await expectRejection(transfer.serialize(), { reason: 'BadAddressVersionByte' })
  })

  test('because what it calls is not there', async () => {
    const call = { ...base, functionName: 'add', functionArgs: [Cl.uint(1)], nonce }
    const noContract = await makeContractCall({ ...call, contractName: 'nothing' })
    await expectRejection(noContract.serialize(), { reason: 'NoSuchContract' })
    const noMainnet = await makeContractCall({ ...call, contractAddress: 'SP000000000000000000002Q6VF78' })
    await expectRejection(noMainnet.serialize(), { reason: 'BadAddressVersionByte' })
    for (const functionName of ['nothing', 'get-count', 'read-once']) {
      const transaction = await makeContractCall({ ...call, functionName })
      await expectRejection(transaction.serialize(), { reason: 'NoSuchPublicFunction' })
    }
  })

  test('because its arguments are too few or of the wrong type', async () => {
    await expectRejection(await signCall({ functionName: 'add', nonce }), {
      reason: 'BadFunctionArgument',
      reason_data: { message: 'IncorrectArgumentCount(1, 0)' },
    })
    await expectRejection(await signCall({ functionName: 'add', args: [Cl.int(1)], nonce }), {
      reason: 'BadFunctionArgument',
      reason_data: { message: 'TypeError(UIntType, IntType)' },
    })
  })

  test('because the contract that it deploys exists', async () => {
    const transaction = await makeContractDeploy({
      contractName,
      codeBody: '(ok true)',
      senderKey: account('deployer').privateKey,
      network,
      nonce: 1,
      fee: 1000,
    })
    await expectRejection(transaction.serialize(), {
      reason: 'ContractAlreadyExists',
      reason_data: { contract_identifier: contractId },
    })
  })
})
