import { describe, expect, onTestFinished, test } from 'vitest'
import type { Chat, Member, Seen } from './chat/Chat.ts'
import { createGate } from './chat/createGate.ts'
import { type OpenChat, platforms } from './chat/platforms.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { waitUntil } from './harness/waitUntil.ts'

const WITHIN_MS = 10_000
const grant = {
  subcommand: 'grant',
  values: [
    { name: 'record', text: '1' },
    { name: 'staff', text: '@nadia' },
    { name: 'limit', text: '500' },
    { name: 'reason', text: 'ward round' },
  ],
}

/** A chat in which neither the chain nor the database answers as long as the gate is closed. */
async function openSlow(open: OpenChat) {
  const gate = createGate()
  const cleanup = createCleanup()
  onTestFinished(cleanup.run)
  const chat = await open({ cleanup, guard: gate.guard })
  // What waits at the end would hold the cleanup for ever.
  cleanup.add(gate.open)
  return { chat, gate }
}

function see(chat: Chat, by: Member, text: string): Promise<Seen> {
  return waitUntil({
    what: `${text} for ${by}`,
    withinMs: WITHIN_MS,
    look: () => chat.shownTo(by).find((shown) => shown.text.includes(text)),
  })
}

async function postCard(chat: Chat): Promise<Seen> {
  await chat.command({ by: 'alice', command: grant })
  await see(chat, 'alice', 'waits for the Chief Medical Officer')
  await chat.deliver()
  const card = chat.cards().at(-1)
  if (card === undefined) throw new Error('There is no card.')
  return card
}

function getButton(card: Seen, what: string) {
  const button = card.buttons.find(({ kind }) => kind === what)
  if (button === undefined) throw new Error(`The card has no button to ${what}.`)
  return button
}

// Whatever is done resolves once it is acknowledged, and rejects where the platform's time for that was over.
describe.each(platforms)('on $name, while neither chain nor database answers,', ({ ways }) => {
  describe.each(ways)('$way', ({ open }) => {
    test('a command is acknowledged, and answered afterwards', async () => {
      const { chat, gate } = await openSlow(open)
      gate.close()
      await chat.command({ by: 'alice', command: grant })
      await waitUntil({ what: 'a question', withinMs: WITHIN_MS, look: () => gate.countWaiting() || null })
      expect(chat.shownTo('alice')).toEqual([])
      gate.open()
      await see(chat, 'alice', 'waits for the Chief Medical Officer')
    })

    test('a click is acknowledged, and answered afterwards', async () => {
      const { chat, gate } = await openSlow(open)
      const on = await postCard(chat)
      gate.close()
      await chat.click({ by: 'cmo', on, button: getButton(on, 'approve') })
      await waitUntil({ what: 'a question', withinMs: WITHIN_MS, look: () => gate.countWaiting() || null })
      expect(chat.shownTo('cmo')).toEqual([])
      gate.open()
      await see(chat, 'cmo', 'You approved')
    })

    test('a form opens, and is acknowledged and answered afterwards', async () => {
      const { chat, gate } = await openSlow(open)
      const on = await postCard(chat)
      gate.close()
      await chat.click({ by: 'cmo', on, button: getButton(on, 'deny') })
      const form = await see(chat, 'cmo', 'Reason')
      expect(gate.countWaiting()).toBe(0)
      expect(await chat.submit({ by: 'cmo', form, values: { reason: 'not her ward' } })).toEqual({})
      await waitUntil({ what: 'a question', withinMs: WITHIN_MS, look: () => gate.countWaiting() || null })
      expect(chat.shownTo('cmo')).toHaveLength(1)
      gate.open()
      await see(chat, 'cmo', 'not her ward')
    })

    test('a form that lacks something says so at once', async () => {
      const { chat, gate } = await openSlow(open)
      gate.close()
      await chat.command({ by: 'alice', command: { subcommand: 'grant', values: [] } })
      const form = await see(chat, 'alice', 'Record')
      const problems = await chat.submit({ by: 'alice', form, values: { record: 'seven' } })
      if (Object.keys(problems).length === 0) await see(chat, 'alice', 'named by its number')
      else expect(problems.record).toContain('named by its number')
      expect(gate.countWaiting()).toBe(0)
    })
  })
})
