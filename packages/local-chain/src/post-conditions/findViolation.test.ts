import {
  Cl,
  makeContractCall,
  makeRandomPrivKey,
  Pc,
  type PostCondition,
  type PostConditionModeName,
  privateKeyToAddress,
} from '@stacks/transactions'
import { describe, expect, test } from 'vitest'
import { decodeTransaction } from '../transactions/decodeTransaction.ts'
import type { VmEvent } from '../vm/VmEvent.ts'
import { findViolation } from './findViolation.ts'

const senderKey = makeRandomPrivKey()
const sender = privateKeyToAddress(senderKey, 'testnet')
const other = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const contract = `${other}.tokens` as const
const coin = `${contract}::coin` as const
const art = `${contract}::art` as const
const one = '0x0100000000000000000000000000000001'

const stx = (from: string, amount: number): VmEvent => ({
  event: 'stx_transfer_event',
  data: { sender: from, recipient: other, amount: String(amount) },
})
const burn = (from: string, amount: number): VmEvent => ({
  event: 'stx_burn_event',
  data: { sender: from, amount: String(amount) },
})
const ft = (from: string, amount: number): VmEvent => ({
  event: 'ft_transfer_event',
  data: { asset_identifier: coin, sender: from, recipient: other, amount: String(amount) },
})
const nft = (from: string): VmEvent => ({
  event: 'nft_transfer_event',
  data: { asset_identifier: art, sender: from, recipient: other, raw_value: one },
})
const mint: VmEvent = {
  event: 'ft_mint_event',
  data: { asset_identifier: coin, recipient: sender, amount: '9' },
}

async function violate(mode: PostConditionModeName, postConditions: PostCondition[], events: VmEvent[]) {
  const transaction = await makeContractCall({
    contractAddress: other,
    contractName: 'tokens',
    functionName: 'move',
    functionArgs: [],
    senderKey,
    network: 'devnet',
    fee: 1000,
    nonce: 0,
    postConditionMode: mode,
    postConditions,
  })
  return findViolation({ transaction: decodeTransaction(transaction.serializeBytes()), events })
}

describe('in deny mode', () => {
  test('what nobody covered may not move, whoever it left', async () => {
    expect(await violate('deny', [], [])).toBeNull()
    expect(await violate('deny', [], [mint])).toBeNull()
    for (const event of [
      stx(sender, 1),
      burn(sender, 1),
      ft(sender, 1),
      nft(sender),
      stx(contract, 1),
      stx(other, 1),
    ]) {
      expect(await violate('deny', [], [event])).toMatch(/^No post-condition covers that /)
    }
  })

  test('a condition covers its own asset of its own principal and no other', async () => {
    const conditions = [Pc.principal(sender).willSendLte(10).ustx()]
    expect(await violate('deny', conditions, [stx(sender, 10)])).toBeNull()
    expect(await violate('deny', conditions, [stx(other, 1)])).not.toBeNull()
    expect(await violate('deny', conditions, [ft(sender, 1)])).not.toBeNull()
    const ofContract = [Pc.principal(contract).willSendLte(10).ustx()]
    expect(await violate('deny', ofContract, [stx(contract, 10)])).toBeNull()
    expect(await violate('deny', ofContract, [stx(other, 1)])).not.toBeNull()
  })
})

describe('in allow mode', () => {
  test('what nobody covered may move, and conditions still count', async () => {
    expect(await violate('allow', [], [stx(sender, 1), ft(sender, 1), nft(sender)])).toBeNull()
    expect(await violate('allow', [Pc.principal(sender).willSendEq(1).ustx()], [])).toMatch(
      /^Post-condition failed/,
    )
  })
})

describe('amounts', () => {
  test('are added up over transfers and burns, whatever the condition compares', async () => {
    const events = [stx(sender, 3), burn(sender, 4)]
    const pc = Pc.principal(sender)
    for (const holds of [
      pc.willSendEq(7),
      pc.willSendGte(7),
      pc.willSendLte(7),
      pc.willSendGt(6),
      pc.willSendLt(8),
    ]) {
      expect(await violate('deny', [holds.ustx()], events)).toBeNull()
    }
    for (const fails of [
      pc.willSendEq(6),
      pc.willSendGte(8),
      pc.willSendLte(6),
      pc.willSendGt(7),
      pc.willSendLt(7),
    ]) {
      expect(await violate('deny', [fails.ustx()], events)).toMatch(/sent 7 of STX/)
    }
  })

  test('of fungible tokens are those of the token', async () => {
    const conditions = [Pc.principal(sender).willSendEq(5).ft(contract, 'coin')]
    expect(await violate('deny', conditions, [ft(sender, 2), ft(sender, 3)])).toBeNull()
    expect(await violate('deny', conditions, [ft(sender, 4)])).toMatch(/sent 4 of .*::coin/)
    const another = [Pc.principal(sender).willSendEq(5).ft(contract, 'medal')]
    expect(await violate('allow', another, [ft(sender, 5)])).toMatch(/sent 0 of .*::medal/)
  })
})

describe('a non-fungible token', () => {
  const conditionOn = (value: number) => Pc.principal(sender).willSendAsset().nft(art, Cl.uint(value))

  test('has to be sent, or must not be', async () => {
    expect(await violate('deny', [conditionOn(1)], [nft(sender)])).toBeNull()
    expect(await violate('deny', [conditionOn(1)], [])).toMatch(/did not send/)
    expect(await violate('deny', [conditionOn(2)], [nft(sender)])).toMatch(/did not send/)
    const keep = Pc.principal(sender).willNotSendAsset().nft(art, Cl.uint(1))
    expect(await violate('allow', [keep], [nft(sender)])).toMatch(/sent its/)
    expect(await violate('allow', [keep], [])).toBeNull()
  })

  test('is covered one by one', async () => {
    const second: VmEvent = {
      event: 'nft_burn_event',
      data: { asset_identifier: art, sender, raw_value: '0x0100000000000000000000000000000002' },
    }
    expect(await violate('deny', [conditionOn(1)], [nft(sender), second])).toMatch(
      /^No post-condition covers/,
    )
    expect(await violate('deny', [conditionOn(1), conditionOn(2)], [nft(sender), second])).toBeNull()
  })
})

test('in originator mode only what left the sender has to be covered', async () => {
  const transaction = await makeContractCall({
    contractAddress: other,
    contractName: 'tokens',
    functionName: 'move',
    functionArgs: [],
    senderKey,
    network: 'devnet',
    fee: 1000,
    nonce: 0,
    postConditionMode: 3,
  })
  const decoded = decodeTransaction(transaction.serializeBytes())
  expect(findViolation({ transaction: decoded, events: [stx(contract, 1)] })).toBeNull()
  expect(findViolation({ transaction: decoded, events: [stx(sender, 1)] })).toMatch(
    /^No post-condition covers/,
  )
})
