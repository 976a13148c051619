import type { Message } from '../../src/messages/Message.ts'

/** A message with every kind of span, for tests. */
export function sampleMessage(overrides: Partial<Message> = {}): Message {
  return {
    title: 'Access request',
    tone: 'waiting',
    paragraphs: [
      [
        'plain ',
        { bold: 'bold' },
        { code: '0xabc' },
        { person: { name: 'Dr. Ödön', principal: 'ST1', accounts: [] } },
        { link: { label: 'explorer', url: 'https://explorer.example/tx' } },
        { time: '2026-01-01T09:00:00.000Z' },
      ],
    ],
    fields: [{ label: 'Record', value: ['7'] }],
    footer: [['demo']],
    actions: [{ kind: 'approve', id: 'r1' }],
    ...overrides,
  }
}
