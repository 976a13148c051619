import { Routes } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { channelIds } from '../fixedIds.ts'
import { openRest } from '../openRest.ts'

const { ward } = channelIds
const V2 = 1 << 15
const text = (content: string) => ({ type: 10, content })
const button = (parts: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...parts })
const row = (...components: object[]) => ({ type: 1, components })
const container = (...components: object[]) => ({ type: 17, components })
const card = (...components: object[]) => ({ flags: V2, components })
const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => make(index))
const toUrl = (length: number) => 'https://example.org/'.padEnd(length, 'x')
const toOption = (index: number) => ({ label: 'x', value: `${index}` })
const invalid = (errors: object) => ({ code: 50035, status: 400, rawError: { errors } })
const wrong = (code: string) => ({ _errors: [expect.objectContaining({ code })] })

describe('components', () => {
  const accepts: [string, object][] = [
    ['4,000 characters in all', card(text('x'.repeat(2000)), container(text('x'.repeat(2000))))],
    ['40 of them, those inside others counted', card(container(...many(39, () => text('x'))))],
    ['5 buttons in a row', card(row(...many(5, (index) => button({ custom_id: `${index}` }))))],
    ['80 characters on a button', card(row(button({ label: 'x'.repeat(80) })))],
    ['100 characters in a custom id', card(row(button({ custom_id: 'x'.repeat(100) })))],
    ['a link with 512 characters', card(row({ type: 2, style: 5, label: 'x', url: toUrl(512) }))],
    ['3 texts beside a button', card({ type: 9, components: many(3, () => text('x')), accessory: button() })],
    ['a select of people', card(row({ type: 5, custom_id: 'who' }))],
    ['a select of 25', card(row({ type: 3, custom_id: 'x', options: many(25, toOption) }))],
    ['a line between', card(text('x'), { type: 14, divider: true, spacing: 2 })],
    ['rows below content, as before Components V2', { content: 'x', components: [row(button())] }],
  ]
  const refuses: [string, object, object][] = [
    [
      '4,001 characters in all',
      card(text('x'.repeat(2000)), container(text('x'.repeat(2001)))),
      { components: wrong('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED') },
    ],
    [
      '41 of them',
      card(container(...many(40, () => text('x')))),
      { components: wrong('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED') },
    ],
    [
      '6 buttons in a row',
      card(row(...many(6, (index) => button({ custom_id: `${index}` })))),
      { components: { 0: { components: wrong('BASE_TYPE_BAD_LENGTH') } } },
    ],
    [
      'the same number twice',
      card({ ...text('x'), id: 7 }, container({ ...text('x'), id: 7 })),
      { components: wrong('COMPONENT_ID_DUPLICATED') },
    ],
    [
      'the same custom id twice',
      card(row(button()), row(button())),
      { components: wrong('COMPONENT_CUSTOM_ID_DUPLICATED') },
    ],
    [
      '101 characters in a custom id',
      card(row(button({ custom_id: 'x'.repeat(101) }))),
      { components: { 0: { components: { 0: { custom_id: wrong('BASE_TYPE_BAD_LENGTH') } } } } },
    ],
    [
      '81 characters on a button',
      card(row(button({ label: 'x'.repeat(81) }))),
      { components: { 0: { components: { 0: { label: wrong('BASE_TYPE_BAD_LENGTH') } } } } },
    ],
    [
      'a button of nothing',
      card(row({ type: 2, style: 1, custom_id: 'x' })),
      { components: { 0: { components: { 0: { label: expect.anything() } } } } },
    ],
    [
      'a button without a custom id',
      card(row({ type: 2, style: 1, label: 'x' })),
      { components: { 0: { components: { 0: { custom_id: wrong('BASE_TYPE_REQUIRED') } } } } },
    ],
    [
      'a link that is none',
      card(row({ type: 2, style: 5, label: 'x', url: 'medikey' })),
      { components: { 0: { components: { 0: { url: wrong('STRING_TYPE_REGEX') } } } } },
    ],
    ['an empty text', card(text('')), { components: { 0: { content: wrong('BASE_TYPE_BAD_LENGTH') } } }],
    ['an empty row', card(row()), { components: { 0: { components: wrong('BASE_TYPE_BAD_LENGTH') } } }],
    [
      'a container in a container',
      card(container(container(text('x')))),
      { components: { 0: { components: { 0: expect.anything() } } } },
    ],
    [
      'a select beside a button',
      card(row(button(), { type: 5, custom_id: 'who' })),
      { components: { 0: { components: expect.anything() } } },
    ],
    [
      'a select with one value twice',
      card(row({ type: 3, custom_id: 'x', options: [toOption(1), toOption(1)] })),
      {
        components: {
          0: { components: { 0: { options: wrong('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED') } } },
        },
      },
    ],
    [
      'more people chosen beforehand than may be chosen',
      card(
        row({
          type: 5,
          custom_id: 'who',
          default_values: ['100000000000000002', '100000000000000003'].map((id) => ({ id, type: 'user' })),
        }),
      ),
      { components: { 0: { components: { 0: { default_values: expect.anything() } } } } },
    ],
    [
      'a text input in a message',
      card(row({ type: 4, custom_id: 'x', style: 1 })),
      { components: { 0: { components: { 0: expect.anything() } } } },
    ],
    [
      'a colour that is none',
      card({ ...container(text('x')), accent_color: 0x1000000 }),
      { components: { 0: { accent_color: wrong('NUMBER_TYPE_BAD_RANGE') } } },
    ],
    [
      'content beside them',
      { ...card(text('x')), content: 'x' },
      { content: wrong('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2') },
    ],
    [
      'embeds beside them',
      { ...card(text('x')), embeds: [{ title: 'x' }] },
      { embeds: wrong('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2') },
    ],
    ['them without their flag', { components: [text('x')] }, { components: { 0: expect.anything() } }],
  ]

  test.each(accepts)('take %s', async (_, body) => {
    const { rest, discord } = await openRest()
    await rest.post(Routes.channelMessages(ward), { body })
    expect(discord.messages(ward)).toHaveLength(1)
  })

  test.each(refuses)('refuse %s', async (_, body, errors) => {
    const { rest, discord } = await openRest()
    const posting = rest.post(Routes.channelMessages(ward), { body })
    await expect(posting).rejects.toMatchObject(invalid(errors))
    expect(discord.messages(ward)).toEqual([])
  })

  test('are numbered where the app did not number them', async () => {
    const { discord, post } = await openRest()
    await post(ward, card({ ...text('one'), id: 2 }, container({ ...text('two'), id: 0 }), row(button())))
    expect(discord.messages(ward)[0]?.components).toMatchObject([
      { id: 2 },
      { id: 1, components: [{ id: 3 }] },
      { id: 4, components: [{ id: 5 }] },
    ])
  })

  test('of more bytes than Discord can digest make it fail, although their characters are few enough', async () => {
    const { rest } = await openRest()
    const posting = rest.post(Routes.channelMessages(ward), { body: card(text('患'.repeat(3390))) })
    await expect(posting).rejects.toMatchObject({ status: 500 })
    await rest.post(Routes.channelMessages(ward), { body: card(text('患'.repeat(3380))) })
  })
})
