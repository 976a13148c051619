import { createMessage, type Message, type Span } from '@medikey/core'
import { describe, expect, test } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { checkBlocks } from '../../testing/schemas/checkBlocks.ts'
import { toBlocks } from './toBlocks.ts'

const workspace = 'T0CLINIC'
const url = 'https://clinic.slack.com/'

/** Blocks as Slack would take them; what Slack refuses fails the test. */
function accepted(message: Partial<Message>) {
  const checked = checkBlocks(toBlocks(createMessage(message), { workspace, url }))
  if ('error' in checked) throw new Error([checked.error, ...checked.details].join('\n'))
  return checked.blocks
}

const inline = (...spans: Span[]) =>
  accepted({ paragraphs: [spans] }).flatMap((block) =>
    block.type === 'rich_text' ? block.elements.flatMap((section) => section.elements) : [],
  )
const nadia = (accounts: { platform: string; workspace: string | null; userId: string }[]) => ({
  person: { name: 'Nadia', principal: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC', accounts },
})

describe('each kind of span', () => {
  test('a bare string is a text without style, to the letter', () => {
    expect(inline('*a* <@U0CMO> :skull: &lt;')).toEqual([{ type: 'text', text: '*a* <@U0CMO> :skull: &lt;' }])
  })

  test('bold and code are styles', () => {
    expect(inline({ bold: 'b' }, { code: '`c`' })).toEqual([
      { type: 'text', text: 'b', style: { bold: true } },
      { type: 'text', text: '`c`', style: { code: true } },
    ])
  })

  test('a person is a mention here and a name elsewhere', () => {
    const here = { platform: 'slack', workspace, userId: 'U0NADIA' }
    expect(inline(nadia([here]))).toEqual([{ type: 'user', user_id: 'U0NADIA' }])
    expect(inline(nadia([{ ...here, workspace: 'T0OTHER' }]))).toEqual([{ type: 'text', text: 'Nadia' }])
    expect(inline(nadia([{ ...here, workspace: null }]))).toEqual([{ type: 'text', text: 'Nadia' }])
  })

  test('a time is shown in the reader’s zone, and as text where it is none', () => {
    expect(inline({ time: '2026-01-01T09:00:00.000Z' })).toMatchObject([
      { type: 'date', timestamp: 1_767_258_000, fallback: '2026-01-01 09:00 UTC' },
    ])
    expect(inline({ time: 'soon' })).toEqual([{ type: 'text', text: 'soon' }])
  })

  test.each(['javascript:alert(1)', 'https://', 'tx/1', 'slack://user?id=U1'])(
    'no link leads to %s',
    (url) => {
      expect(inline({ link: { label: 'tx', url } })).toEqual([{ type: 'text', text: 'tx' }])
    },
  )

  test('a link to the web is one', () => {
    expect(inline({ link: { label: 'tx', url: 'https://explorer.example/tx?a=1|2' } })).toEqual([
      { type: 'link', text: 'tx', url: 'https://explorer.example/tx?a=1|2' },
    ])
  })

  test('an empty span leaves nothing behind, since Slack takes no empty text', () => {
    expect(inline('', { bold: '' }, 'a')).toEqual([{ type: 'text', text: 'a' }])
  })
})

describe('small print', () => {
  const footer = (...spans: Span[]) =>
    accepted({ footer: [spans] }).flatMap((block) => (block.type === 'context' ? block.elements : []))

  test('of strings alone is plain text, to the letter', () => {
    expect(footer('*a* <!channel>')).toEqual([{ type: 'plain_text', text: '*a* <!channel>', emoji: false }])
  })

  test('with a person, a time or a link is markup in which strings are escaped', () => {
    const here = { platform: 'slack', workspace, userId: 'U0NADIA' }
    const spans = [
      '<!channel> *a* & :skull: ',
      nadia([here]),
      { time: '2026-01-01T09:00:00.000Z' },
      { link: { label: 'a|b>', url: 'https://x.example/?a=1&b=|>' } },
    ]
    expect(footer(...spans)).toEqual([
      {
        type: 'mrkdwn',
        verbatim: true,
        text: '&lt;!channel&gt; ＊a＊ &amp; ꞉skull: <@U0NADIA><!date^1767258000^{date_short_pretty} at {time}|2026-01-01 09:00 UTC><https://x.example/?a=1&amp;b=%7C%3E|a¦b&gt;>',
      },
    ])
  })

  test('too long for Slack loses its formatting before it is cut, so that no mention is split', () => {
    const [element] = footer({ bold: 'x' }, 'y'.repeat(5000))
    expect(element).toMatchObject({ type: 'plain_text', text: expect.stringMatching(/^xy+ … \(cut\)$/) })
  })

  test('of more lines than Slack takes is cut to those it takes', () => {
    const lines = Array.from({ length: 30 }, (_, index) => [`line ${index}`])
    const context = accepted({ footer: lines }).find((block) => block.type === 'context')
    expect(context?.elements).toHaveLength(10)
  })
})

describe('buttons', () => {
  test('carry the request id and nothing else', () => {
    const [block] = accepted({ actions: [{ kind: 'approve', id: 'k3x9' }] })
    expect(block).toMatchObject({
      type: 'actions',
      elements: [{ action_id: 'medikey_approve', value: 'k3x9', text: { text: 'Approve' } }],
    })
  })

  test('for several requests stand in rows of their own and say which', () => {
    const actions = ['a1', 'b2'].flatMap((id) => [
      { kind: 'approve' as const, id },
      { kind: 'deny' as const, id },
    ])
    expect(renderText({ blocks: accepted({ actions }) })).toBe(
      '[Approve a1] [Deny a1]\n[Approve b2] [Deny b2]',
    )
  })

  test('told twice stand once: Slack takes an action id only once in a row', () => {
    const action = { kind: 'approve' as const, id: 'a1' }
    expect(renderText({ blocks: accepted({ actions: [action, action] }) })).toBe('[Approve]')
  })

  test('for an id that no button can hold are left out rather than pointing elsewhere', () => {
    expect(accepted({ actions: [{ kind: 'approve', id: 'x'.repeat(2001) }] })).toEqual([])
  })
})

describe('a message as a whole', () => {
  test('shows its tone at the title, or where there is none at its first sentence', () => {
    expect(renderText({ blocks: accepted({ tone: 'good', title: 'Done' }) })).toBe('✅ Done')
    expect(renderText({ blocks: accepted({ tone: 'bad', paragraphs: [['No.'], ['Why.']] }) })).toBe(
      '⛔ No.\nWhy.',
    )
  })

  test('shows a field without a value as one', () => {
    const fields = [{ label: 'Reason', value: [''] }]
    expect(renderText({ blocks: accepted({ fields }) })).toBe('Reason: –')
  })

  test('of nothing has no blocks', () => {
    expect(accepted({ title: ' ', paragraphs: [[''], [' ']] })).toEqual([])
  })

  test.each([
    ['one long paragraph', { paragraphs: [['x'.repeat(100_000)]] }],
    ['many long paragraphs', { paragraphs: Array.from({ length: 49 }, () => ['x'.repeat(2999)]) }],
    ['a thousand paragraphs', { paragraphs: Array.from({ length: 1000 }, () => ['x']) }],
    [
      'a thousand fields',
      { fields: Array.from({ length: 1000 }, () => ({ label: 'x'.repeat(500), value: ['y'] })) },
    ],
    [
      'a paragraph of a thousand spans',
      { paragraphs: [Array.from({ length: 1000 }, () => ({ code: 'x' }))] },
    ],
    [
      'paragraphs of a thousand links each',
      {
        paragraphs: Array.from({ length: 40 }, () =>
          Array.from({ length: 1000 }, () => ({
            link: { label: 'x', url: `https://x.example/${'y'.repeat(500)}` },
          })),
        ),
      },
    ],
    [
      'quotes only',
      { paragraphs: [['"'.repeat(20_000)]], fields: [{ label: '"', value: ['"'.repeat(20_000)] }] },
    ],
    ['long small print', { footer: Array.from({ length: 12 }, () => ['x'.repeat(2500)]) }],
    ['a long title', { title: '👩‍⚕️'.repeat(200) }],
  ] satisfies [string, Partial<Message>][])('of %s is cut to what Slack takes', (_, message) => {
    const blocks = accepted(message)
    expect(blocks.length).toBeLessThanOrEqual(50)
    expect(renderText({ blocks })).toMatch(/\(cut\)/)
  })

  test('of the longest things that fit is not cut', () => {
    const message = { title: 'x'.repeat(150), paragraphs: [['y'.repeat(3000)]], footer: [['z'.repeat(2000)]] }
    expect(renderText({ blocks: accepted(message) })).not.toContain('(cut)')
  })
})
