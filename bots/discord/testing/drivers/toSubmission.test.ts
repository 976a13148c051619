import { MessageFlags } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { userIds } from '../fixedIds.ts'
import { logIn } from '../logIn.ts'
import { renderText } from '../renderText.ts'

const buttons = (...labels: string[]) => ({
  type: 1 as const,
  components: labels.map((label) => ({
    type: 2 as const,
    style: 1 as const,
    label,
    custom_id: label.toLowerCase(),
  })),
})
const ping = { user: userIds.alice, command: 'test ping' }
const refused = (code: number) => expect.objectContaining({ code })

describe('a form', () => {
  const field = (custom_id: string, component: object) =>
    ({ type: 18, label: custom_id, component: { custom_id, ...component } }) as never
  const line = { type: 4, style: 1, max_length: 10 }
  const form = {
    custom_id: 'form',
    title: 'Ask',
    components: [
      field('reason', { ...line, value: 'round' }),
      field('spare', { ...line, required: false }),
      field('staff', { type: 5, required: false }),
    ],
  }

  async function open(modal: object = form) {
    const opened = await logIn()
    const { discord, answer, errors } = opened
    answer(async (interaction) => {
      if (interaction.isModalSubmit())
        await interaction.reply({ content: 'asked', flags: MessageFlags.Ephemeral })
      else if (interaction.isChatInputCommand())
        await interaction.showModal(modal as never).catch(async (error: unknown) => {
          await interaction.reply({ content: 'no form', flags: MessageFlags.Ephemeral })
          throw error
        })
    })
    await discord.command(ping)
    return { ...opened, errors, shown: discord.modal(userIds.alice) }
  }

  test('opens, keeps what is prefilled, and arrives with what was filled in', async () => {
    const { discord, received, shown } = await open()
    if (shown === undefined) throw new Error('no form')
    expect(renderText(shown)).toBe('Ask\nreason: ____\nspare: ____\nstaff: ____')
    await discord.submitModal({ modal: shown, values: { staff: userIds.nadia } })
    const submitted = received.at(-1)
    if (!submitted?.isModalSubmit()) throw new Error('nothing was submitted')
    expect(submitted.customId).toBe('form')
    expect(submitted.fields.getTextInputValue('reason')).toBe('round')
    expect(submitted.fields.getTextInputValue('spare')).toBe('')
    expect(submitted.fields.getSelectedUsers('staff')?.map(({ id }) => id)).toEqual([userIds.nadia])
    expect(discord.modal(userIds.alice)).toBeUndefined()
    expect(discord.ephemerals(userIds.alice).map(renderText)).toEqual(['asked'])
    await expect(discord.submitModal({ modal: shown })).rejects.toThrow('is closed')
  })

  test.each([
    ['without what is needed', { reason: '' }, 'asks for the field'],
    ['with too long a text', { reason: 'x'.repeat(11) }, '0 to 10 characters'],
    ['with two lines in one', { reason: 'a\nb' }, 'is one line'],
    ['with an unknown field', { other: 'x' }, 'no field other'],
    ['with somebody who is not there', { staff: '1' }, 'no user 1'],
    ['with two people for one', { staff: [userIds.nadia, userIds.cmo] }, 'at most 1'],
  ])('%s cannot be submitted', async (_, values, problem) => {
    const { discord, shown } = await open()
    if (shown === undefined) throw new Error('no form')
    await expect(discord.submitModal({ modal: shown, values })).rejects.toThrow(problem)
  })

  const refuses: [string, object, object][] = [
    ['46 characters of a title', { ...form, title: 'x'.repeat(46) }, { title: expect.anything() }],
    ['no fields', { ...form, components: [] }, { components: expect.anything() }],
    [
      '6 fields',
      { ...form, components: Array.from({ length: 6 }, (_, index) => field(`f${index}`, line)) },
      { components: expect.anything() },
    ],
    [
      '46 characters of a label',
      { ...form, components: [field('x'.repeat(46), line)] },
      { components: { 0: { label: expect.anything() } } },
    ],
    [
      'one custom id twice',
      { ...form, components: [field('x', line), field('x', line)] },
      { components: expect.anything() },
    ],
    [
      'more prefilled than fits',
      { ...form, components: [field('x', { ...line, value: 'x'.repeat(11) })] },
      { components: { 0: { component: { value: expect.anything() } } } },
    ],
    [
      'a select that is disabled',
      { ...form, components: [field('x', { type: 5, disabled: true })] },
      { components: { 0: { component: { disabled: expect.anything() } } } },
    ],
    [
      'a needed choice of nothing',
      { ...form, components: [field('x', { type: 5, min_values: 0 })] },
      { components: { 0: { component: { min_values: expect.anything() } } } },
    ],
    [
      'a button',
      { ...form, components: [buttons('Go')] },
      { components: { 0: { type: expect.anything() } } },
    ],
  ]
  test.each(refuses)('of %s is refused', async (_, modal, errors) => {
    const { errors: thrown, shown } = await open(modal)
    await expect.poll(() => thrown).toMatchObject([{ code: 50035, rawError: { errors: { data: errors } } }])
    expect(shown).toBeUndefined()
  })

  test('cannot follow a promise, nor a form', async () => {
    const { discord, answer, errors } = await logIn()
    answer(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      interaction.deferred = false
      await interaction.showModal(form as never)
    })
    await discord.command(ping)
    await expect.poll(() => errors).toEqual([refused(40060)])
  })
})
