import { beforeEach, expect, test } from 'vitest'
import {
  type Clinic,
  type ClinicDriver,
  createClinic,
  createRecordedChat,
  driveClinic,
  type RecordedChat,
} from '../../testing/index.ts'
import { releaseGrant } from '../requests/releaseGrant.ts'
import { endGrants } from './endGrants.ts'
import { warnGrants } from './warnGrants.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let clinic: Clinic
let drive: ClinicDriver
let chat: RecordedChat
beforeEach(() => {
  clinic = createClinic()
  drive = driveClinic(clinic)
  chat = createRecordedChat(clinic)
})

/** A grant for nadia that stands on chain, with nothing left to tell. */
async function grant(duration: string): Promise<{ id: string; endsAt: number }> {
  const id = await drive.approve({ duration })
  await drive.advance(id)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(id)
  await chat.deliver()
  const endsAt = (await clinic.deps.store.getGrant(id))?.endsAt
  return { id, endsAt: endsAt?.getTime() ?? 0 }
}

/** Turns the clock, lets the sweep run, and tells whom it warned. */
async function at(time: number): Promise<string[]> {
  clinic.clock.set(new Date(time))
  await warnGrants(clinic.deps)
  return (await chat.deliver()).flatMap(({ kind, to, text }) =>
    kind === 'direct' && text.includes(' ends ') ? [to ?? ''] : [],
  )
}

const BOTH = ['U0NADIA', 'U0ALICE']

test('warns both a day and an hour before the end, once each', async () => {
  const { endsAt } = await grant('3d')
  expect(await at(endsAt - DAY_MS - 1)).toEqual([])
  expect(await at(endsAt - DAY_MS)).toEqual(BOTH)
  expect(await at(endsAt - 2 * HOUR_MS)).toEqual([])
  expect(await at(endsAt - HOUR_MS)).toEqual(BOTH)
  expect(await at(endsAt - 1)).toEqual([])
  expect(await at(endsAt)).toEqual([])
})

test('does not warn of a moment that lay before the grant began', async () => {
  const hours = await grant('8h')
  expect(await at(hours.endsAt - 2 * HOUR_MS)).toEqual([])
  expect(await at(hours.endsAt - HOUR_MS)).toEqual(BOTH)
  const minutes = await grant('30m')
  expect(await at(minutes.endsAt - 1)).toEqual([])
})

test('the warning names the end, and how to give back or to go on', async () => {
  const { id, endsAt } = await grant('3d')
  clinic.clock.set(new Date(endsAt - HOUR_MS))
  await warnGrants(clinic.deps)
  const told = await chat.deliver()
  const to = (userId: string) => told.find((message) => message.to === userId)?.text
  expect(to('U0NADIA')).toContain(`/medikey release ${id}`)
  expect(to('U0ALICE')).toContain('The access of nadia to record 1 ends')
  expect(told.find(({ kind }) => kind === 'edit')?.text).toContain('Time left: less than an hour, until')
})

test('what was missed is warned of late, the nearest only', async () => {
  const { endsAt } = await grant('3d')
  // The process was down, or the clock jumped, over both moments.
  expect(await at(endsAt - 60_000)).toEqual(BOTH)
  expect(await at(endsAt - 59_000)).toEqual([])
})

test('a clock that is set back, and forward again, brings no warning twice', async () => {
  const { endsAt } = await grant('3d')
  expect(await at(endsAt - DAY_MS)).toEqual(BOTH)
  expect(await at(endsAt - 2 * DAY_MS)).toEqual([])
  expect(await at(endsAt - DAY_MS)).toEqual([])
  expect(await at(endsAt - HOUR_MS)).toEqual(BOTH)
  expect(await at(endsAt - DAY_MS)).toEqual([])
})

test('a clock that jumps over the end ends the grant without a warning', async () => {
  const { endsAt } = await grant('3d')
  expect(await at(endsAt + 1)).toEqual([])
  expect(await endGrants(clinic.deps)).toBe(1)
})

test('a reorg that moves the start brings no warning twice, and the later one at the new time', async () => {
  const { id, endsAt } = await grant('3d')
  expect(await at(endsAt - DAY_MS)).toEqual(BOTH)
  clinic.ledger.orphanTip()
  await drive.advance(id)
  clinic.clock.advance(10 * HOUR_MS)
  clinic.ledger.mine()
  await drive.advance(id)
  const moved = (await clinic.deps.store.getGrant(id))?.endsAt?.getTime() ?? 0
  expect(moved).toBeGreaterThan(endsAt)
  await chat.deliver()
  expect(await at(moved - DAY_MS)).toEqual([])
  expect(await at(endsAt - HOUR_MS)).toEqual([])
  expect(await at(moved - HOUR_MS)).toEqual(BOTH)
})

test('sweeps of several processes warn once', async () => {
  const { endsAt } = await grant('3d')
  clinic.clock.set(new Date(endsAt - HOUR_MS))
  const warned = await Promise.all(Array.from({ length: 5 }, () => warnGrants(clinic.deps)))
  expect(warned.reduce((sum, count) => sum + count, 0)).toBe(1)
})

test('a grant that is being given back is not warned of', async () => {
  const { id, endsAt } = await grant('3d')
  await releaseGrant(clinic.deps, { account: clinic.account('nadia'), delivery: 'r', requestId: id })
  expect(await at(endsAt - HOUR_MS)).toEqual([])
})

test('the card of a grant that a newer one replaced says so', async () => {
  await grant('3d')
  const id = await drive.approve({ limit: '100' })
  await drive.advance(id)
  clinic.ledger.mine()
  clinic.clock.advance(2_000)
  await drive.advance(id)
  const edits = (await chat.deliver()).filter(({ kind }) => kind === 'edit').map(({ text }) => text)
  expect(edits).toContainEqual(expect.stringContaining('a newer grant took its place'))
})
