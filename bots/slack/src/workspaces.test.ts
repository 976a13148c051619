import { createDirectory } from '@medikey/core'
import { driveClinic, people } from '@medikey/core/testing'
import { describe, expect, test, vi } from 'vitest'
import { renderText } from '../testing/renderText.ts'
import { type SlackClinic, startClinic } from '../testing/startClinic.ts'

const ward = 'T0WARD'

/** Alice and the CMO are at home; Nadia, and somebody with Alice's user id, are in another workspace. */
async function startClinics(mode: 'socket' | 'http' = 'socket'): Promise<SlackClinic> {
  const directory = createDirectory({
    identities: [
      { name: 'cmo', principal: people.cmo, accounts: [account(null, 'U0CMO')], source: 'declared' },
      { name: 'alice', principal: people.alice, accounts: [account(null, 'U0ALICE')], source: 'declared' },
      { name: 'nadia', principal: people.nadia, accounts: [account(ward, 'U0NADIA')], source: 'declared' },
      { name: 'ben', principal: people.ben, accounts: [account(ward, 'U0BEN')], source: 'declared' },
    ],
    workspaces: { slack: 'T0CLINIC' },
  })
  const workspaces = [{ team: ward, people: ['nadia', 'ben', 'alice'], channels: ['C0THERE'] }]
  return startClinic({ mode, world: { people: ['cmo', 'alice'], workspaces }, directory })
}

const account = (workspace: string | null, userId: string) => ({
  platform: 'slack' as const,
  workspace,
  userId,
})

async function answersTo(clinic: SlackClinic, user: string, count = 1): Promise<string[]> {
  return vi.waitFor(() => {
    const told = clinic.slack.ephemerals(user).map(renderText)
    expect(told).toHaveLength(count)
    return told
  })
}

const there = { team: ward, channel: 'C0THERE' }

describe.each(['socket', 'http'] as const)('the people of another workspace, over %s', (mode) => {
  test('are known there', async () => {
    const clinic = await startClinics(mode)
    await clinic.slack.command({ user: 'U0NADIA', text: 'whoami', ...there })
    expect(await answersTo(clinic, 'U0NADIA')).toEqual([expect.stringContaining(people.nadia)])
  })

  test('have a Home of their own', async () => {
    const clinic = await startClinics(mode)
    await clinic.slack.openHome({ user: 'U0BEN', team: ward })
    const home = await vi.waitFor(
      () => clinic.slack.home('U0BEN', ward) ?? Promise.reject(new Error('no home yet')),
    )
    expect(renderText(home.view)).toContain('You asked for nothing yet.')
    expect(clinic.slack.calls('views.publish')).toMatchObject([{ team: ward }])
  })

  test('ask for their records with a form that their own workspace opens', async () => {
    const clinic = await startClinics(mode)
    await clinic.slack.command({ user: 'U0BEN', text: 'grant 3 @nadia', ...there })
    const view = await vi.waitFor(
      () => clinic.slack.modal('U0BEN') ?? Promise.reject(new Error('no form yet')),
    )
    expect(clinic.slack.calls('views.open')).toMatchObject([{ team: ward }])
    await clinic.slack.submitView({ view, values: { limit: '5', reason: 'ward round' } })
    await answersTo(clinic, 'U0BEN')
    await clinic.deliver()
    const [card] = clinic.slack.messages('C0APPROVE')
    expect(card === undefined ? '' : renderText(card)).toContain('nadia')
  })
})

test('the same user id in another workspace is another person', async () => {
  const clinic = await startClinics()
  await clinic.slack.command({ user: 'U0ALICE', text: 'whoami', ...there })
  const [told] = await answersTo(clinic, 'U0ALICE')
  expect(told).toContain(ward)
  expect(told).not.toContain(people.alice)
})

test('somebody is written to in their own workspace, by its bot', async () => {
  const clinic = await startClinics()
  await clinic.slack.command({ user: 'U0BEN', text: 'grant 3 @nadia 5 ward round', ...there })
  await answersTo(clinic, 'U0BEN')
  await clinic.deliver()
  const [card] = clinic.slack.messages('C0APPROVE')
  if (card === undefined) throw new Error('no card')
  await clinic.slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_deny' })
  const view = await vi.waitFor(() => clinic.slack.modal('U0CMO') ?? Promise.reject(new Error('no form yet')))
  await clinic.slack.submitView({ view, values: { reason: 'not on this ward' } })
  await answersTo(clinic, 'U0CMO')
  await clinic.deliver()
  expect(clinic.slack.directMessages('U0BEN', ward).map(renderText)).toEqual([
    expect.stringContaining('not on this ward'),
  ])
  expect(renderText(card)).toContain('not on this ward')
})

test('an action of one’s own is confirmed and followed in one’s own workspace', async () => {
  const clinic = await startClinics()
  await clinic.slack.command({ user: 'U0BEN', text: 'archive 3 moved to another hospital', ...there })
  await answersTo(clinic, 'U0BEN')
  const [question] = clinic.slack.ephemerals('U0BEN')
  if (question === undefined) throw new Error('no question')
  await clinic.slack.click({ user: 'U0BEN', message: question, actionId: 'medikey_confirm' })
  await vi.waitFor(() => expect(question.edits).toBe(1))
  await clinic.deliver()
  const [card, ...others] = clinic.slack.directMessages('U0BEN', ward)
  expect([card?.edits, others]).toEqual([0, []])

  const [request] = await clinic.clinic.deps.store.findRequests({ limit: 1 })
  await driveClinic(clinic.clinic).advance(request?.id ?? '')
  await clinic.deliver()
  expect(clinic.slack.directMessages('U0BEN', ward)).toEqual([card])
  expect(card?.edits).toBe(1)
})

test('a person who is answered neither there nor in the channel gets a direct message of that workspace', async () => {
  const clinic = await startClinics()
  clinic.slack.fail({ method: 'response_url', kind: 'status', status: 500, accepted: false })
  clinic.slack.fail({ method: 'chat.postEphemeral', kind: 'error', error: 'not_in_channel' })
  await clinic.slack.command({ user: 'U0NADIA', text: 'whoami', ...there })
  await vi.waitFor(() =>
    expect(clinic.slack.directMessages('U0NADIA', ward).map(renderText)).toEqual([
      expect.stringContaining(people.nadia),
    ]),
  )
})

test('a workspace without a token is named, and nobody in it is written to', async () => {
  const { connection } = await startClinics()
  const message = {
    title: 'x',
    tone: 'neutral',
    paragraphs: [],
    fields: [],
    footer: [],
    actions: [],
  } as const
  const sending = connection.messenger.notifyUser({
    key: 'k',
    message,
    workspace: 'T0NOWHERE',
    userId: 'U0CMO',
    maybePosted: false,
  })
  await expect(sending).rejects.toMatchObject({
    retryAfterMs: null,
    shortMessage: expect.stringContaining('T0NOWHERE'),
  })
})
