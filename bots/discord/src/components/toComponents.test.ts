import { createMessage, type Message, type Span } from '@medikey/core'
import { describe, expect, test } from 'vitest'
import { renderText } from '../../testing/renderText.ts'
import { checkComponents } from '../../testing/schemas/checkComponents.ts'
import { listComponents } from '../../testing/schemas/listComponents.ts'
import { toComponents } from './toComponents.ts'

const workspace = '300000000000000001'
const userId = '100000000000000004'

/** Components as Discord would take them; what Discord refuses fails the test. */
function accepted(message: Partial<Message>) {
  return checkComponents(toComponents(createMessage(message), { workspace }), { isV2: true, at: [] })
}

const texts = (message: Partial<Message>) =>
  listComponents(accepted(message)).flatMap((part) => ('content' in part ? [part.content] : []))
const render = (message: Partial<Message>) => renderText({ content: '', components: accepted(message) })
const markup = (...spans: Span[]) => texts({ paragraphs: [spans] })[0]

const nadia = (accounts: { platform: string; workspace: string | null; userId: string }[]) => ({
  person: { name: 'Nadia *K*', principal: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC', accounts },
})

describe('each kind of span', () => {
  test('a bare string is escaped, since it is shown to the letter', () => {
    expect(markup('*a* <@5>')).toBe('\\*a\\* \\<\\@5\\>')
  })

  test('bold and code are formatted', () => {
    expect(markup({ bold: 'b*' }, ' ', { code: 'c*\\' })).toBe('**b\\*** `c*\\`')
  })

  test.each(['a`b', '`', 'a\nb'])('code that code cannot hold, such as %j, is text', (code) => {
    expect(markup({ code })).toBe(code.replace('`', '\\`'))
  })

  test('formatting that meets formatting is kept apart', () => {
    expect(markup({ bold: 'a' }, { bold: 'b' }, { code: 'c' }, { code: 'd' })).toBe(
      '**a**\u200B**b**`c`\u200B`d`',
    )
  })

  test('a person is a mention here and a name elsewhere', () => {
    const here = { platform: 'discord', workspace, userId }
    expect(markup(nadia([here]))).toBe(`<@${userId}>`)
    for (const accounts of [
      [{ ...here, workspace: '300000000000000002' }],
      [{ ...here, workspace: null }],
      [{ ...here, platform: 'slack' }],
      [here, { ...here, userId: '100000000000000005' }],
      [{ ...here, userId: 'everyone' }],
      [],
    ])
      expect(markup(nadia(accounts))).toBe('Nadia \\*K\\*')
  })

  test('a time is shown in the reader’s zone, and as text where it is none', () => {
    expect(markup({ time: '2026-01-01T09:00:00.000Z' })).toBe('<t:1767258000:f>')
    expect(markup({ time: '<t:1:R>' })).toBe('\\<t\\:1\\:R\\>')
  })

  test.each(['javascript:alert(1)', 'https://', 'tx/1', 'discord://users/1'])(
    'no link leads to %s',
    (url) => {
      expect(markup({ link: { label: 'tx', url } })).toBe('tx')
    },
  )

  test('a link to the web is one, and ends where it ends', () => {
    expect(markup({ link: { label: 'a]b', url: 'https://x.example/?a=(1)' } })).toBe(
      '[a\\]b](https://x.example/?a=%281%29)',
    )
  })
})

describe('a message as a whole', () => {
  test('shows its tone by a colour, and by a sign at the title or the first sentence', () => {
    expect(accepted({ tone: 'bad', title: 'No' })).toMatchObject([{ type: 17, accent_color: 0xf23f43 }])
    expect(render({ tone: 'good', title: 'Done' })).toBe('✅ Done')
    expect(render({ tone: 'bad', paragraphs: [['No.'], ['Why.']] })).toBe('⛔ No.\nWhy.')
  })

  test('has its parts in order', () => {
    const message = {
      title: 'Grant\naccess',
      paragraphs: [['waiting']],
      fields: [
        { label: 'Limit', value: ['500'] },
        { label: 'Reason', value: [''] },
      ],
      actions: [
        { kind: 'approve' as const, id: 'k3x9' },
        { kind: 'deny' as const, id: 'k3x9' },
      ],
      footer: [['a\nb'], [''], ['c']],
    }
    expect(render(message)).toBe(
      ['Grant access', 'waiting', 'Limit: 500', 'Reason: –', '[Approve] [Deny]', '---', 'a b', 'c'].join(
        '\n',
      ),
    )
  })

  test('of nothing says who speaks, since Discord takes no message without words', () => {
    expect(render({ title: ' ', paragraphs: [[''], [' ']] })).toBe('MediKey')
  })

  test.each([
    ['one long paragraph', { paragraphs: [['x'.repeat(100_000)]] }],
    ['many long paragraphs', { paragraphs: Array.from({ length: 49 }, () => ['x'.repeat(2999)]) }],
    ['a thousand paragraphs', { paragraphs: Array.from({ length: 1000 }, () => ['x']) }],
    [
      'a thousand fields',
      { fields: Array.from({ length: 1000 }, () => ({ label: 'x'.repeat(500), value: ['y'] })) },
    ],
    ['a thousand spans', { paragraphs: [Array.from({ length: 1000 }, () => ({ code: 'xxxx' }))] }],
    [
      'a thousand links',
      {
        paragraphs: Array.from({ length: 40 }, () =>
          Array.from({ length: 1000 }, () => ({
            link: { label: 'x', url: `https://x.example/${'y'.repeat(500)}` },
          })),
        ),
      },
    ],
    [
      'nothing but markup',
      {
        paragraphs: [['*'.repeat(20_000)]],
        fields: [{ label: '*'.repeat(999), value: ['`'.repeat(20_000)] }],
      },
    ],
    ['signs of many bytes', { paragraphs: [['漢'.repeat(2900)], ['字'.repeat(900)]] }],
    ['long small print', { footer: Array.from({ length: 12 }, () => ['x'.repeat(2500)]) }],
    ['a long title', { title: '👩‍⚕️'.repeat(200) }],
  ] satisfies [string, Partial<Message>][])('of %s is cut to what Discord takes', (_, message) => {
    const shown = render(message)
    expect(shown).toMatch(/\(cut\)/)
    expect(shown.isWellFormed()).toBe(true)
    // A cut never parts a backslash from its sign.
    for (const text of texts(message)) expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\\(?=\s|$)/m)
  })

  test('of the longest things that fit is not cut', () => {
    const message = { title: 'x'.repeat(200), paragraphs: [['y'.repeat(3000)]], footer: [['z'.repeat(700)]] }
    expect(render(message)).not.toContain('(cut)')
  })
})

describe('buttons', () => {
  test('carry the request id and nothing else', () => {
    const [button] = listComponents(accepted({ actions: [{ kind: 'approve', id: 'k3x9' }] })).filter(
      ({ type }) => type === 2,
    )
    expect(button).toMatchObject({ style: 3, custom_id: 'medikey:approve:k3x9', label: 'Approve' })
  })

  test('for several requests stand in rows of their own and say which', () => {
    const actions = ['a1', 'b2'].flatMap((id) => [
      { kind: 'approve' as const, id },
      { kind: 'deny' as const, id },
    ])
    expect(render({ actions })).toContain('[Approve a1] [Deny a1]\n[Approve b2] [Deny b2]')
  })

  test('are as many as Discord takes beside everything else', () => {
    const kinds = ['approve', 'deny', 'consent', 'confirm', 'cancel', 'release'] as const
    const actions = Array.from({ length: 9 }, (_, index) => `r${index}`).flatMap((id) =>
      kinds.map((kind) => ({ kind, id })),
    )
    const paragraphs = Array.from({ length: 300 }, () => ['x'])
    const shown = render({
      title: 'x',
      paragraphs,
      fields: [{ label: 'x', value: [] }],
      footer: [['x']],
      actions,
    })
    expect(shown.match(/\[Approve r\d\]/g)).toHaveLength(5)
  })

  test('told twice stand once: Discord takes a custom id only once', () => {
    const action = { kind: 'approve' as const, id: 'a1' }
    expect(render({ actions: [action, action] })).toBe('MediKey\n[Approve]')
  })

  test('for an id that no button can hold are left out rather than pointing elsewhere', () => {
    expect(render({ actions: [{ kind: 'approve', id: 'x'.repeat(101) }] })).toBe('MediKey')
  })
})
