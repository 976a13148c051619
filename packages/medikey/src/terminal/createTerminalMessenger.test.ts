import { Writable } from 'node:stream'
import { type Action, createMessage, type Message } from '@medikey/core'
import { testMessenger } from '@medikey/core/testing'
import stringWidth from 'string-width'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTerminal } from './createTerminal.ts'
import { createTerminalMessenger } from './createTerminalMessenger.ts'
import { openTerminalHarness } from './openTerminalHarness.ts'
import { terminalAccount } from './terminalAccount.ts'

const nadia = {
  name: 'Nadia Rahman',
  principal: 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
  accounts: [terminalAccount('nadia')],
}
const card = createMessage({
  title: 'Grant access to record 1',
  tone: 'waiting',
  paragraphs: [[{ bold: 'Waiting for a decision' }, ' until ', { time: '2026-11-22T21:05:00.000Z' }]],
  fields: [
    { label: 'For', value: [{ person: nadia }, ' ', { code: nadia.principal }] },
    { label: 'Reason', value: ['ward round'] },
  ],
  footer: [['Request ', { code: 'k3x9q1mz7t' }]],
  actions: [
    { kind: 'approve', id: 'k3x9q1mz7t' },
    { kind: 'deny', id: 'k3x9q1mz7t' },
  ],
})

let drawn: string
let out: Writable & { isTTY?: boolean; getColorDepth?: () => number }
const open = () => createTerminalMessenger({ out, timeZone: 'UTC' })
const posting = (message: Message, key = 'key-1') => ({
  key,
  message,
  requestId: 'r',
  userId: null,
  maybePosted: false,
})

beforeEach(() => {
  // Whoever runs the tests may have asked for colours, or for none.
  for (const name of ['FORCE_COLOR', 'NO_COLOR', 'NODE_DISABLE_COLORS']) vi.stubEnv(name, undefined)
  drawn = ''
  out = new Writable({
    write(chunk, _, done) {
      drawn += String(chunk)
      done()
    },
  })
})

afterEach(() => void vi.unstubAllEnvs())

testMessenger('The terminal is a messenger', async () => openTerminalHarness(), { isRemote: false })

test('draws a card as its channel would show it', async () => {
  const ref = await open().postCard(posting(card))

  expect(ref).toEqual({
    platform: 'terminal',
    workspace: 'demo',
    channel: '#approvals',
    messageId: 'key-1',
  })
  const lines = drawn.split('\n')
  expect(lines[0]).toBe('#approvals')
  expect(lines[1]).toBe(`┌${'─'.repeat(98)}┐`)
  expect(lines[2]).toMatch(/^│ … Grant access to record 1 +│$/)
  expect(lines[3]).toMatch(/^│ Waiting for a decision until 22 Nov, 21:05 UTC +│$/)
  expect(drawn).toMatch(/│ For {5}Nadia Rahman \(@nadia\) ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC +│/)
  expect(drawn).toMatch(/│ \[ Approve \] {2}\[ Deny \] +│/)
  expect(drawn).toMatch(/│ Request k3x9q1mz7t +│/)
})

test('says of which alert a reply tells, also of one that was posted before the start', async () => {
  const alertId = 'a3x9q1mz7t'
  const alert = posting(createMessage({ tone: 'bad', paragraphs: [['Foreign grant']] }), 'a')
  const ref = await open().postAlert({ ...alert, alertId })
  const reply = { ...posting(createMessage({ paragraphs: [['More of it']] }), 't'), ref }
  const messenger = open()
  await messenger.updateCard({ ref, alertId, key: 'a', message: alert.message })
  drawn = ''
  await messenger.postThread(reply)
  expect(drawn.split('\n')[0]).toBe('    #alerts, thread of alert a3x9q1mz7t')
})

test('draws a reply indented, a direct message for its person, and an alert in its channel', async () => {
  const messenger = open()
  const ref = await messenger.postCard(posting(card))
  drawn = ''
  await messenger.postThread({
    ...posting(createMessage({ tone: 'good', paragraphs: [['Sent']] }), 't'),
    ref,
  })
  expect(drawn).toBe('    #approvals, thread\n    ▏ ✓ Sent\n\n')

  drawn = ''
  const message = createMessage({ paragraphs: [['You may draw 500.']] })
  const direct = await messenger.notifyUser({ ...posting(message, 'd'), workspace: 'demo', userId: 'nadia' })
  expect(direct.channel).toBe('@nadia')
  expect(drawn).toBe('Direct message to @nadia\n▏ • You may draw 500.\n\n')

  drawn = ''
  await messenger.postAlert({
    ...posting(createMessage({ tone: 'bad', paragraphs: [['Foreign grant']] }), 'a'),
    alertId: 'a1',
  })
  expect(drawn.split('\n')).toEqual([
    '#alerts',
    expect.stringMatching(/^┌/),
    expect.stringContaining('│ ✗ Foreign grant'),
    expect.stringMatching(/^└/),
    '',
    '',
  ])
})

test('draws an edit as the state the card has come to and what is new on it', async () => {
  const messenger = open()
  const ref = await messenger.postCard(posting(card))
  drawn = ''
  const granted = {
    ...card,
    tone: 'good' as const,
    paragraphs: [['Access granted']],
    fields: [...card.fields, { label: 'Block', value: ['17'] }],
    actions: [],
  }
  await messenger.updateCard({ ref, message: granted, requestId: 'r', key: 'key-1' })
  expect(drawn).toMatch(/^#approvals, edited\n┌/)
  expect(drawn).toMatch(/│ ✓ Grant access to record 1 +│\n│ Access granted +│/)
  expect(drawn).toMatch(/│ Block {2}17 +│/)
  expect(drawn).toMatch(/│ As before: For, Reason +│/)
  expect(drawn).not.toMatch(/Approve|ward round/)
})

test('draws the same state only once', async () => {
  const messenger = open()
  const ref = await messenger.postCard(posting(card))
  drawn = ''
  await messenger.updateCard({ ref, message: structuredClone(card), requestId: 'r', key: 'key-1' })
  expect(drawn).toBe('')
})

test('posts a key once, also when two posts of it overlap', async () => {
  const messenger = open()
  const [first, second] = await Promise.all([
    messenger.postCard(posting(card)),
    messenger.postCard({ ...posting(card), maybePosted: true }),
  ])
  expect(second).toEqual(first)
  expect(drawn.match(/#approvals/g)).toHaveLength(1)
})

test('draws the whole card when an earlier process drew it before the edit', async () => {
  const ref = await open().postCard(posting(card))
  drawn = ''
  await open().updateCard({ ref, message: card, requestId: 'r', key: 'key-1' })
  expect(drawn).toContain('Grant access to record 1')
  expect(drawn).toContain('ward round')
})

test('tells who listens what it draws, and nobody who stopped listening', async () => {
  const messenger = open()
  const shown: unknown[] = []
  const stop = messenger.listen((one) => shown.push(one))
  const message = createMessage({ paragraphs: [['You may draw 500.']] })
  await messenger.notifyUser({ ...posting(message, 'd'), workspace: 'demo', userId: 'nadia' })
  await messenger.notifyUser({ ...posting(message, 'd'), workspace: 'demo', userId: 'nadia' })
  stop()
  await messenger.postCard(posting(card))
  expect(shown).toEqual([{ kind: 'message', header: 'Direct message to @nadia', userId: 'nadia', message }])
})

test('draws what to type below the buttons, where nobody can click', () => {
  const toCommand = (action: Action) => `medikey say cmo "${action.kind} ${action.id}"`
  const shown = { kind: 'card', header: '#approvals', userId: null, message: card } as const
  createTerminal({ out, timeZone: 'UTC' }).show({ ...shown, toCommand })
  expect(drawn).toMatch(/│ \[ Approve \] {2}medikey say cmo "approve k3x9q1mz7t" +│/)
  expect(drawn).toMatch(/│ \[ Deny \] {2}medikey say cmo "deny k3x9q1mz7t" +│/)
})

describe('a hostile text', () => {
  const withReason = (reason: string) => ({ ...card, fields: [{ label: 'Reason', value: [reason] }] })

  test('cannot steer the terminal', async () => {
    await open().postCard(posting(withReason('ward\u001b[2J\u001b]0;x\u0007\r round\u202e')))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is asserted
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })

  test.each([
    ['of 10,000 letters without a space', 'x'.repeat(10_000)],
    ['of many lines', 'line\n'.repeat(500)],
    ['in double-width letters', '病棟の回診'.repeat(80)],
    ['of emoji made of several', '👩🏽‍⚕️'.repeat(120)],
  ])('%s keeps inside the frame', async (_, reason) => {
    await open().postCard(posting(withReason(reason)))
    const framed = drawn.split('\n').filter((line) => line.startsWith('│'))
    expect(framed.length).toBeGreaterThan(3)
    expect(framed.every((line) => stringWidth(line) === 100 && line.endsWith(' │'))).toBe(true)
  })

  test('that is too long is cut, and the cut is told', async () => {
    await open().postCard(posting(withReason('ж'.repeat(10_000))))
    expect(drawn.match(/ж/g)).toHaveLength(3_000)
    expect(drawn).toContain('… (7000 more characters)')
  })

  test.each(['Reason', 'Request\u001b[31m'])('cannot hide in a label (%j)', async (label) => {
    await open().postCard(posting({ ...card, title: '\u001b[31mred', fields: [{ label, value: ['x'] }] }))
    expect(drawn).not.toContain('\u001b')
  })

  test('cannot put a mention in the place of a person', async () => {
    await open().postCard(posting(withReason('<@nadia> <!channel> *bold*')))
    expect(drawn).toContain('<@nadia> <!channel> *bold*')
  })
})

describe('colours', () => {
  test('are not written to a file or a pipe', async () => {
    await open().postCard(posting(card))
    expect(drawn).not.toContain('\u001b[')
  })

  test('are written to a terminal', async () => {
    Object.assign(out, { isTTY: true, getColorDepth: () => 8 })
    await open().postCard(posting(card))
    expect(drawn).toContain('\u001b[1m')
  })

  test('are not written to a terminal that shows none', async () => {
    Object.assign(out, { isTTY: true, getColorDepth: () => 1 })
    await open().postCard(posting(card))
    expect(drawn).not.toContain('\u001b[')
  })
})
