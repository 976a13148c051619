import { people } from '@medikey/core/testing'
import { describe, expect, test, vi } from 'vitest'
import type { OptionValues } from '../../testing/drivers/toCommand.ts'
import { userIds } from '../../testing/fixedIds.ts'
import { renderText } from '../../testing/renderText.ts'
import { type DiscordClinic, startClinic } from '../../testing/startClinic.ts'

const { alice, cmo, mallory, nadia, tom } = userIds
const grant = { record: '1', staff: nadia, limit: '500', reason: 'ward round' }

async function send(clinic: DiscordClinic, user: string, name: string, options: OptionValues = {}) {
  const before = clinic.discord.ephemerals(user).length
  const delivery = await clinic.discord.command({ user, command: `medikey ${name}`, options })
  const answer = await vi.waitFor(() => {
    const found = clinic.discord.ephemerals(user).at(before)
    if (found === undefined) throw new Error('no answer yet')
    return found
  })
  return { delivery, answer, text: renderText(answer) }
}

async function askForGrant(clinic: DiscordClinic, options: OptionValues = grant): Promise<string> {
  await send(clinic, alice, 'grant', options)
  const [request] = await clinic.deps.store.findRequests({ limit: 1 })
  if (request === undefined) throw new Error('no request')
  return request.id
}

const isError = ({ level }: { level: string }) => level === 'error'

describe('reads are answered to nobody else', () => {
  test.each([
    ['help', {}, 'What you may do'],
    ['whoami', {}, people.alice],
    ['pending', {}, 'Nothing is waiting'],
    ['records', {}, 'Records · page 1'],
    ['records', { whose: 'mine', page: '1' }, 'Records of alice'],
    ['records', { physician: alice }, 'Records of alice'],
    ['records', { 'physician-principal': people.alice }, 'Records of alice'],
    ['privilege', { record: '1', staff: nadia }, `@${nadia} has no access`],
    ['privilege', { record: '1', 'staff-principal': people.nadia }, `@${nadia} has no access`],
    ['record', { record: '1' }, 'Record 1'],
  ] satisfies [string, OptionValues, string][])('/medikey %s %j', async (name, options, expected) => {
    const clinic = await startClinic()
    const { answer, text, delivery } = await send(clinic, alice, name, options)
    expect(delivery.response).toEqual({ type: 'deferred-message', isEphemeral: true })
    expect(answer).toMatchObject({ visibleTo: alice, channel: clinic.discord.channels.ward, mentions: [] })
    expect(text).toContain(expected)
    expect(text).not.toContain('went wrong')
    expect(clinic.discord.messages(clinic.discord.channels.ward)).toEqual([])
    expect(clinic.log.filter(isError)).toEqual([])
  })

  test('help names the commands without a line to type, since Discord asks for each part', async () => {
    const { text } = await send(await startClinic(), alice, 'help')
    expect(text).toContain('/medikey grant asks for')
    expect(text).not.toContain('for 8h')
  })

  test('a subcommand that this version does not know is named, with where to look', async () => {
    const clinic = await startClinic()
    const forge = { options: [{ type: 1, name: 'graant' }] }
    await clinic.discord.command({ user: alice, command: 'medikey help', forge })
    await vi.waitFor(() => expect(clinic.discord.ephemerals(alice)).toHaveLength(1))
    const [text] = clinic.discord.ephemerals(alice).map(renderText)
    expect(text).toContain('There is no /medikey graant.')
    expect(text).toContain('/medikey help')
  })
})

describe('refusals say what to do, and nothing else', () => {
  test('somebody who is not linked learns that, and nothing about the record', async () => {
    const { text } = await send(await startClinic(), mallory, 'record', { record: '1' })
    expect(text).toContain('not linked')
    expect(text).not.toContain('volume')
  })

  test.each([
    ['grant', { ...grant, limit: '0' }, 'A limit of 0 would grant nothing'],
    ['grant', { ...grant, limit: '0.5' }, 'whole number'],
    ['grant', { ...grant, limit: `${2n ** 128n}` }, 'larger than any record'],
    ['grant', { ...grant, record: 'one' }, 'such as 7'],
    ['grant', { ...grant, duration: '3y' }, '30m, 8h, 7d, 2w'],
    ['grant', { ...grant, staff: alice }, 'for yourself'],
    ['grant', { ...grant, staff: mallory }, 'not linked'],
    ['grant', { ...grant, 'staff-principal': people.nadia }, 'not both'],
    ['grant', { ...grant, record: '3' }, 'physician'],
    ['grant', { ...grant, record: '99' }, 'no record'],
    ['grant', { ...grant, reason: 'x'.repeat(501) }, '500'],
    ['privilege', { record: '1' }, 'Say whom'],
    ['privilege', { record: '1', 'staff-principal': 'nadia' }, 'principal'],
    ['records', { page: 'last' }, 'page'],
    ['approve', { request: 'nosuchrequest' }, 'no such request'],
    ['cancel', { request: 'nosuchrequest' }, 'no such request'],
    ['deny', { request: 'nosuchrequest', reason: 'because' }, 'no such request'],
    ['deny', { request: 'x'.repeat(6000), reason: 'because' }, 'no such request'],
  ] satisfies [string, OptionValues, string][])('/medikey %s %j', async (name, options, expected) => {
    const clinic = await startClinic()
    const { text } = await send(clinic, alice, name, options)
    expect(text).toMatch(/^⛔ /)
    expect(text).toContain(expected)
    expect(text).not.toContain('went wrong')
    expect(await clinic.deps.store.findRequests({ limit: 1 })).toEqual([])
  })

  test('what breaks inside is logged once, and the person is told without a word of it', async () => {
    const clinic = await startClinic()
    clinic.clinic.ledger.disturbReads(() => {
      throw new Error('secret inner detail')
    })
    const { text } = await send(clinic, alice, 'grant', grant)
    expect(text).toContain('Something went wrong')
    expect(text).not.toContain('secret')
    expect(clinic.log.filter(isError)).toMatchObject([
      {
        message: 'discord listener failed',
        fields: { listener: 'command', userId: alice, err: { message: 'secret inner detail' } },
      },
    ])
  })

  test.each([
    ['no subcommand', []],
    [
      'two subcommands',
      [
        { type: 1, name: 'help' },
        { type: 1, name: 'whoami' },
      ],
    ],
    ['a subcommand of another kind', [{ type: 2, name: 'help', options: [] }]],
    ['options that are none', [{ type: 1, name: 'record', options: 5 }]],
    [
      'a value that is none',
      [{ type: 1, name: 'record', options: [{ name: 'record', type: 3, value: {} }] }],
    ],
  ])('a payload with %s is answered and breaks nothing', async (_, options) => {
    const clinic = await startClinic()
    await clinic.discord.command({ user: alice, command: 'medikey help', forge: { options } })
    await vi.waitFor(() =>
      expect(clinic.discord.ephemerals(alice).map(renderText)).toEqual([expect.stringMatching(/^⛔ /)]),
    )
    expect(clinic.app.isConnected()).toBe(true)
  })
})

describe('an acknowledgement waits for nothing', () => {
  test('such as a chain that does not answer', async () => {
    const clinic = await startClinic()
    const chain = Promise.withResolvers<void>()
    clinic.clinic.ledger.disturbReads(() => chain.promise)
    await clinic.discord.command({ user: alice, command: 'medikey record', options: { record: '1' } })
    expect(clinic.discord.ephemerals(alice)).toEqual([])
    chain.resolve()
    await vi.waitFor(() => expect(clinic.discord.ephemerals(alice)).toHaveLength(1))
  })

  test('a shutdown waits for what was acknowledged', async () => {
    const clinic = await startClinic()
    const chain = Promise.withResolvers<void>()
    clinic.clinic.ledger.disturbReads(() => chain.promise)
    await clinic.discord.command({ user: alice, command: 'medikey record', options: { record: '1' } })
    const answersAtTheEnd = clinic.app.stop().then(() => clinic.discord.ephemerals(alice).length)
    await vi.waitFor(() => expect(clinic.discord.countConnections()).toBe(0))
    chain.resolve()
    expect(await answersAtTheEnd).toBe(1)
  })
})

describe('what is typed reaches core as it was meant', () => {
  test('a reason with markup, mentions and addresses is kept as text', async () => {
    const clinic = await startClinic()
    const reason = `ask <@${tom}> & <b> about https://a.example *now*`
    await askForGrant(clinic, { ...grant, reason })
    expect(await clinic.deps.store.findRequests({ limit: 1 })).toMatchObject([{ reason }])
  })

  test('the same command delivered twice asks once and is answered once', async () => {
    const clinic = await startClinic()
    const { delivery, text } = await send(clinic, alice, 'grant', grant)
    const again = await delivery.redeliver()
    expect(again.refusal).toBe(40_060)
    await clinic.app.stop()
    expect(clinic.discord.ephemerals(alice).map(renderText)).toEqual([text])
    expect(await clinic.deps.store.findRequests({ limit: 10 })).toHaveLength(1)
  })
})

describe('typed decisions are the same as the buttons', () => {
  test('approve', async () => {
    const clinic = await startClinic()
    const { text } = await send(clinic, cmo, 'approve', { request: await askForGrant(clinic) })
    expect(text).toContain('You approved')
  })

  test('deny with a reason', async () => {
    const clinic = await startClinic()
    const request = await askForGrant(clinic)
    const { text } = await send(clinic, cmo, 'deny', { request, reason: 'not on this ward' })
    expect(text).toContain('not on this ward')
    expect(await clinic.deps.store.getRequest(request)).toMatchObject({ decisionReason: 'not on this ward' })
  })

  test('deny without a reason opens the form that asks for it', async () => {
    const clinic = await startClinic()
    const request = await askForGrant(clinic)
    await clinic.discord.command({ user: cmo, command: 'medikey deny', options: { request } })
    const modal = clinic.discord.modal(cmo)
    if (modal === undefined) throw new Error('no form')
    await clinic.discord.submitModal({ modal, values: { reason: 'not on this ward' } })
    await vi.waitFor(async () =>
      expect(await clinic.deps.store.getRequest(request)).toMatchObject({ status: 'denied' }),
    )
  })

  test('cancel', async () => {
    const clinic = await startClinic()
    const { text } = await send(clinic, alice, 'cancel', { request: await askForGrant(clinic) })
    expect(text).toContain('Taken back')
  })
})
