import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import { followOnce } from '../follower/followOnce.ts'
import type { Message } from '../messages/Message.ts'
import { describeAudit } from './describeAudit.ts'

let clinic: Clinic

beforeEach(() => {
  clinic = createClinic({ settings: { explorerUrl: (txid) => `https://explorer.example/${txid}` } })
})

const ask = (handle: Handle | 'mallory', record = '1', page = '') =>
  describeAudit(clinic.deps, { account: clinic.account(handle), record, page })

/** What a reader sees, without times and request ids. */
const lines = (message: Message) =>
  message.paragraphs.map((text) =>
    text
      .map((span) => {
        if (typeof span === 'string') return span
        if ('person' in span) return span.person.name
        if ('link' in span) return 'txid'
        if ('time' in span) return 'when'
        if ('bold' in span) return span.bold
        return 'code' in span ? 'code' : 'message'
      })
      .join(''),
  )

test('the whole life of a grant is told once, newest first, with who, what, when, why and the transaction', async () => {
  clinic.clock.advance(1_000)
  const { approve, advance } = driveClinic(clinic)
  const id = await approve({ reason: 'ward round', duration: '8h' })
  await advance(id)
  await advance(id)
  clinic.ledger.mine()
  await advance(id)
  await followOnce(clinic.deps)
  clinic.ledger.act({
    sender: people.nadia,
    call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 120n },
  })
  await followOnce(clinic.deps)

  const message = await ask('alice')
  expect(message.title).toBe('Audit of record 1 · page 1 of 1')
  expect(lines(message)).toEqual([
    'when · nadia drew 120 · txid',
    'when · alice granted nadia 500 · request code · txid · ward round',
    'when · cmo approved · request code',
    'when · alice asked to grant nadia 500 for 8 hours · request code · ward round',
    'when · alice created it with a volume of 1,000 · txid',
  ])
})

test('a transaction on its way is told step by step, and a refusal with its cause', async () => {
  const { approve, advance } = driveClinic(clinic)
  const id = await approve({ reason: 'ward round' })
  await advance(id)
  await advance(id)
  clinic.ledger.act({ sender: people.cmo, call: { functionName: 'enableMaintenance' } })
  clinic.ledger.mine()
  await advance(id)
  expect(lines(await ask('cmo')).slice(0, 3)).toEqual([
    'when · MediKey saw the contract refuse it (code) · request code · txid',
    'when · MediKey sent it to the chain · request code · txid',
    'when · MediKey signed · request code · txid',
  ])
})

test('a long reason is cut visibly', async () => {
  await driveClinic(clinic).approve({ reason: `${'🩺'.repeat(200)} end` })
  const asked = lines(await ask('alice')).at(-1)
  expect(asked?.endsWith('🩺 … (cut)')).toBe(true)
  expect(asked?.length).toBeLessThan(250)
})

test('is paged, ten lines a page', async () => {
  for (let draws = 0; draws < 22; draws += 1)
    clinic.ledger.act({
      sender: people.alice,
      call: { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n },
    })
  await followOnce(clinic.deps)
  const second = await ask('ines', '1', '2')
  expect(second.title).toBe('Audit of record 1 · page 2 of 3')
  expect(second.paragraphs).toHaveLength(10)
  expect(JSON.stringify(second.footer)).toContain('/medikey audit 1 3')
  const last = await ask('ines', '1', '3')
  expect(last.paragraphs).toHaveLength(3)
  expect(last.footer).toEqual([])
  expect(JSON.stringify((await ask('ines', '1', '9')).paragraphs)).toContain('There is no page 9')
  await expect(ask('ines', '1', 'two')).rejects.toMatchObject({ problems: [{ field: 'page' }] })
})

describe('it is for', () => {
  test.each(['alice', 'cmo', 'ines'] as const)('%s', async (handle) => {
    expect((await ask(handle)).title).toContain('Audit of record 1')
  })

  test.each(['ben', 'nadia'] as const)(
    'not %s, who learns not even whether there is a record',
    async (handle) => {
      const [known, unknown] = await Promise.all(
        ['1', '99'].map((record) => ask(handle, record).catch((error: unknown) => error)),
      )
      expect(known).toMatchObject({ code: 'NOT_AUDITOR' })
      expect(known).toEqual(unknown)
    },
  )

  test('nobody who is not linked', async () => {
    await expect(ask('mallory')).rejects.toMatchObject({ code: 'NOT_LINKED' })
  })

  test('an auditor who is told that there is no such record', async () => {
    await expect(ask('ines', '99')).rejects.toMatchObject({ code: 'ERR_RECORD_NOT_FOUND' })
  })
})
