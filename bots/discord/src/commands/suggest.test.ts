import { followOnce } from '@medikey/core'
import { people } from '@medikey/core/testing'
import { expect, test, vi } from 'vitest'
import { userIds } from '../../testing/fixedIds.ts'
import { startClinic } from '../../testing/startClinic.ts'

const { alice, ben, mallory, nadia } = userIds

async function open() {
  const clinic = await startClinic()
  await followOnce(clinic.deps)
  const propose = (user: string, value: string, name = 'record', command = 'medikey record') =>
    clinic.discord.autocomplete({ user, command, focused: { name, value } })
  return { ...clinic, propose }
}

test('records are proposed while a person types, their own first, by what tells them apart', async () => {
  const { propose } = await open()
  const [own] = await propose(ben, '')
  expect(own).toEqual({ name: expect.stringContaining('ben'), value: '3' })
  expect(await propose(ben, '#3')).toHaveLength(1)
})

test('open requests are proposed, while the chain does not answer', async () => {
  const { discord, deps, clinic, propose } = await open()
  await discord.command({
    user: alice,
    command: 'medikey grant',
    options: { record: '1', staff: nadia, limit: '500', reason: 'ward round' },
  })
  await vi.waitFor(() => expect(discord.ephemerals(alice)).toHaveLength(1))
  const [request] = await deps.store.findRequests({ limit: 1 })
  clinic.ledger.disturbReads(() => new Promise(() => undefined))
  expect(await propose(alice, '', 'request', 'medikey cancel')).toEqual([
    { name: expect.stringContaining('record 1'), value: request?.id },
  ])
})

test('a category that nobody could read is left out, and the others are proposed', async () => {
  const { clinic, propose } = await open()
  clinic.ledger.act({
    sender: people.alice,
    call: { functionName: 'createMedicalRecord', recordCategory: '  ', dataVolume: 7n },
  })
  await followOnce(clinic.deps)
  expect(await propose(alice, '', 'category', 'medikey create')).toEqual([
    { name: 'cardiology', value: 'cardiology' },
  ])
})

test('somebody who is not linked is proposed nothing', async () => {
  const { propose } = await open()
  expect(await propose(mallory, '')).toEqual([])
})

test('what Discord did not take breaks nothing and is logged without a token', async () => {
  const { discord, propose, log, app } = await open()
  discord.fail({
    route: 'POST /interactions/:interaction/:token/callback',
    kind: 'status',
    status: 500,
    accepted: true,
  })
  await propose(alice, '')
  await vi.waitFor(() =>
    expect(log.filter(({ level }) => level === 'warn')).toMatchObject([
      { message: 'discord took no proposals' },
    ]),
  )
  expect(JSON.stringify(log)).not.toContain('aW50ZXJhY3Rpb24')
  expect(app.isConnected()).toBe(true)
})
