import { expect, test } from 'vitest'
import { renderText } from './renderText.ts'
import type { FakeMessage } from './World.ts'

const render = (...components: FakeMessage['components']) => renderText({ content: '', components })
const text = (content: string) => ({ type: 10 as const, content })

test.each([
  ['**bold** and _not_', 'bold and not'],
  ['# Title', 'Title'],
  ['-# small', 'small'],
  ['<@100000000000000004>', '@100000000000000004'],
  ['<t:1700000000:F>', '2023-11-14T22:13:20.000Z'],
  ['[txid](https://example.org)', 'txid'],
  ['[txid](<https://example.org/a_b>)', 'txid'],
  ['\\*not bold\\* \\<@100000000000000004\\>', '*not bold* <@100000000000000004>'],
  ['C:\\dir', 'C:\\dir'],
])('reads %j as %j', (markup, read) => {
  expect(render(text(markup))).toBe(read)
})

test('reads a card from top to bottom', () => {
  expect(
    render({
      type: 17,
      accent_color: 1,
      components: [
        {
          type: 9,
          components: [text('who')],
          accessory: { type: 2, style: 5, label: 'Open', url: 'https://a.b' },
        },
        { type: 14 },
        { type: 14, divider: false },
        { type: 12, items: [{ media: { url: 'https://a.b/c.png' }, description: 'a chart' }] },
        {
          type: 1,
          components: [
            { type: 2, style: 3, label: 'Approve', custom_id: 'a' },
            { type: 2, style: 4, label: 'Deny', custom_id: 'd' },
          ],
        },
        { type: 1, components: [{ type: 5, custom_id: 'who', placeholder: 'Choose' }] },
      ],
    }),
  ).toBe('who\n[Open]\n---\n\n(a chart)\n[Approve] [Deny]\n<Choose>')
})

test('reads content and embeds before components', () => {
  const embeds = [
    {
      author: { name: 'MediKey' },
      title: 'Record **1**',
      description: null,
      fields: [{ name: 'Volume', value: '1,000' }],
      footer: { text: 'demo' },
    },
  ]
  const shown = { content: '_Here_', embeds, components: [text('below')] }
  expect(renderText(shown)).toBe('Here\nMediKey\nRecord 1\nVolume: 1,000\ndemo\nbelow')
})
