import { people } from '@medikey/core/testing'
import { describe, expect, test, vi } from 'vitest'
import type { OptionValues } from '../../testing/drivers/toCommand.ts'
import { userIds } from '../../testing/fixedIds.ts'
import { renderText } from '../../testing/renderText.ts'
import { type DiscordClinic, startClinic } from '../../testing/startClinic.ts'
import type { FakeModal } from '../../testing/World.ts'

const { alice, mallory, nadia } = userIds
const filled = { record: '1', staff: nadia, limit: '500', duration: '8h', reason: 'ward round' }

async function openForm(clinic: DiscordClinic, kind: string, options: OptionValues = {}): Promise<FakeModal> {
  await clinic.discord.command({ user: alice, command: `medikey ${kind}`, options })
  const modal = clinic.discord.modal(alice)
  if (modal === undefined) throw new Error('no form')
  return modal
}

function prefilled({ modal }: FakeModal): Record<string, string | undefined> {
  return Object.fromEntries(
    modal.components.flatMap((part) => {
      if (part.type !== 18) return []
      const { component } = part
      const value =
        component.type === 5
          ? component.default_values?.[0]?.id
          : component.type === 4
            ? component.value
            : undefined
      return [[component.custom_id, value]]
    }),
  )
}

const answers = (clinic: DiscordClinic) => clinic.discord.ephemerals(alice).map(renderText)
const findRequests = (clinic: DiscordClinic) => clinic.deps.store.findRequests({ limit: 10 })

describe('a request that lacks parts opens a form', () => {
  test.each(['grant', 'revoke'])('%s, empty', async (kind) => {
    const modal = await openForm(await startClinic(), kind)
    expect(Object.values(prefilled(modal)).every((value) => value === undefined)).toBe(true)
  })

  test('with what is there filled in', async () => {
    const modal = await openForm(await startClinic(), 'grant', { record: '1', staff: nadia })
    expect(prefilled(modal)).toEqual({
      record: '1',
      staff: nadia,
      limit: undefined,
      duration: undefined,
      reason: undefined,
    })
  })

  test('with a principal where nobody was chosen', async () => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, 'grant', { 'staff-principal': people.nadia })
    expect(prefilled(modal)).toMatchObject({ staff: people.nadia })
    await clinic.discord.submitModal({ modal, values: { record: '1', limit: '5', reason: 'ward round' } })
    await vi.waitFor(async () =>
      expect(await findRequests(clinic)).toMatchObject([{ medicalStaff: people.nadia }]),
    )
  })

  test('however long what is there is', async () => {
    const modal = await openForm(await startClinic(), 'grant', { record: '1'.repeat(6000) })
    expect(prefilled(modal).record).toHaveLength(4000)
  })

  test('before anything is looked up: also for somebody who is not linked, and while the chain is away', async () => {
    const clinic = await startClinic()
    clinic.clinic.ledger.disturbReads(() => new Promise(() => undefined))
    await clinic.discord.command({ user: mallory, command: 'medikey grant' })
    expect(clinic.discord.modal(mallory)).toBeDefined()
  })

  test('once, when the command is delivered twice', async () => {
    const clinic = await startClinic()
    const delivery = await clinic.discord.command({ user: alice, command: 'medikey grant' })
    expect(delivery.response.type).toBe('modal')
    expect((await delivery.redeliver()).refusal).toBe(40_060)
    await clinic.app.stop()
    expect(answers(clinic)).toEqual([])
    expect(clinic.discord.directMessages(alice)).toEqual([])
  })

  test('and one that Discord did not take is explained', async () => {
    const clinic = await startClinic()
    clinic.discord.fail({
      route: 'POST /interactions/:interaction/:token/callback',
      kind: 'status',
      status: 500,
      accepted: false,
    })
    await clinic.discord.command({ user: alice, command: 'medikey grant' })
    await vi.waitFor(() => expect(answers(clinic)).toEqual([expect.stringContaining('in time')]))
  })
})

describe('a filled form', () => {
  test('asks core', async () => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, 'grant')
    await clinic.discord.submitModal({ modal, values: filled })
    await vi.waitFor(() => expect(answers(clinic)).toEqual([expect.stringContaining('waits for')]))
    expect(await findRequests(clinic)).toMatchObject([
      {
        kind: 'grant',
        medicalStaff: people.nadia,
        accessLimit: 500n,
        durationMs: 28_800_000,
        reason: 'ward round',
      },
    ])
  })

  test('to revoke asks for a revoke', async () => {
    const clinic = await startClinic()
    clinic.clinic.ledger.act({
      sender: people.alice,
      call: { functionName: 'grantMedicalAccess', recordId: 1n, medicalStaff: people.nadia, accessLimit: 5n },
    })
    const modal = await openForm(clinic, 'revoke', { record: '1', staff: nadia })
    await clinic.discord.submitModal({ modal, values: { reason: 'shift is over' } })
    await vi.waitFor(async () => expect(await findRequests(clinic)).toMatchObject([{ kind: 'revoke' }]))
  })

  test('tells every problem, and what was typed, so that nobody has to write it again', async () => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, 'grant')
    const values = {
      ...filled,
      record: 'seven',
      limit: '0',
      duration: 'soon',
      reason: `*why* ${'x'.repeat(500)}`,
    }
    await clinic.discord.submitModal({ modal, values })
    const [text] = await vi.waitFor(() => {
      const found = answers(clinic)
      expect(found).toHaveLength(1)
      return found
    })
    for (const expected of [
      'such as 7',
      'grant nothing',
      '30m, 8h',
      '500 characters',
      'seven',
      values.reason,
    ]) {
      expect(text).toContain(expected)
    }
    expect(await findRequests(clinic)).toEqual([])
  })

  test.each([
    ['a chosen person', filled],
    ['a principal', { ...filled, staff: people.nadia }],
    ['markup and lines', { ...filled, reason: '**why** <@1>\n# because \\* [x](https://x.example)' }],
  ])('with problems opens again with what stood in it, as it was: %s', async (_, given) => {
    const clinic = await startClinic()
    const { staff, ...others } = given
    const modal = await openForm(clinic, 'grant', staff === nadia ? {} : { 'staff-principal': staff })
    const values = { ...others, ...(staff === nadia ? { staff } : {}), limit: '0' }
    await clinic.discord.submitModal({ modal, values })
    const message = await vi.waitFor(() => {
      const [found] = clinic.discord.ephemerals(alice)
      return found ?? Promise.reject(new Error('no answer yet'))
    })
    await clinic.discord.click({ user: alice, message, button: 'Correct it' })
    const again = clinic.discord.modal(alice)
    if (again === undefined) throw new Error('no form')
    expect(prefilled(again)).toEqual({ ...given, limit: '0' })

    await clinic.discord.submitModal({ modal: again, values: { limit: '500' } })
    await vi.waitFor(async () =>
      expect(await findRequests(clinic)).toMatchObject([
        { accessLimit: 500n, reason: given.reason.replaceAll('\n', ' ') },
      ]),
    )
  })

  test.each([
    ['request', {}, { record: '1', limit: 'many', duration: '8h', reason: 'night cover' }],
    ['create', {}, { volume: 'many', category: 'cardiology' }],
    ['access', {}, { record: '1', volume: 'many', purpose: 'follow-up visit' }],
    ['archive', {}, { record: 'one', reason: 'moved to another clinic' }],
    ['maintenance', { switch: 'on' }, { reason: ' ' }],
  ])('of %s opens again, too', async (kind, options, values) => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, kind, options)
    await clinic.discord.submitModal({ modal, values })
    const message = await vi.waitFor(() => {
      const [found] = clinic.discord.ephemerals(alice)
      return found ?? Promise.reject(new Error('no answer yet'))
    })
    await clinic.discord.click({ user: alice, message, button: 'Correct it' })
    const again = clinic.discord.modal(alice)
    if (again === undefined || again === modal) throw new Error('no form')
    expect(prefilled(again)).toEqual(values)
  })

  test('of the longest things, with problems, opens again too', async () => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, 'grant')
    const long = '漢*'.repeat(2000)
    await clinic.discord.submitModal({
      modal,
      values: { record: long, staff: nadia, limit: long, duration: long, reason: long },
    })
    const message = await vi.waitFor(() => {
      const [found] = clinic.discord.ephemerals(alice)
      return found ?? Promise.reject(new Error('no answer yet'))
    })
    await clinic.discord.click({ user: alice, message, button: 'Correct it' })
    const again = clinic.discord.modal(alice)
    if (again === undefined) throw new Error('no form')
    expect(prefilled(again)).toMatchObject({
      staff: nadia,
      reason: expect.stringMatching(/^漢\*漢.*\(cut\)$/),
    })
  })

  test('is authorised when it is submitted: who is not the physician is refused afterwards', async () => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, 'grant')
    await clinic.discord.submitModal({ modal, values: { ...filled, record: '3' } })
    await vi.waitFor(() => expect(answers(clinic)).toEqual([expect.stringMatching(/^⛔ /)]))
  })

  test('that is delivered twice asks once', async () => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, 'grant')
    const delivery = await clinic.discord.submitModal({ modal, values: filled })
    await delivery.redeliver()
    await clinic.app.stop()
    expect(answers(clinic)).toHaveLength(1)
    expect(await findRequests(clinic)).toHaveLength(1)
  })

  test.each(['medikey-form:from-the-past:command:', 'somebody-else', 'medikey-form:grant:else:'])(
    'of a form that this version does not know, %s, changes nothing and is answered',
    async (customId) => {
      const clinic = await startClinic()
      const modal = await openForm(clinic, 'grant')
      await clinic.discord.submitModal({ modal, values: filled, forge: { customId } })
      await vi.waitFor(() => expect(answers(clinic)).toEqual([expect.stringContaining('another version')]))
      expect(await findRequests(clinic)).toEqual([])
    },
  )

  test.each([
    ['no fields', []],
    ['fields that are none', [{ type: 18, component: { custom_id: 'record', value: 7 } }]],
    ['rows of an older kind', [{ type: 1, components: [{ type: 4, custom_id: 'record', value: '1' }] }]],
  ])('with %s is answered and changes nothing', async (_, components) => {
    const clinic = await startClinic()
    const modal = await openForm(clinic, 'grant')
    await clinic.discord.submitModal({ modal, values: filled, forge: { components } })
    await vi.waitFor(() => expect(answers(clinic)).toEqual([expect.stringMatching(/^⛔ /)]))
    expect(await findRequests(clinic)).toEqual([])
  })
})
