import { people, signChallenge } from '@medikey/core/testing'
import { expect, test, vi } from 'vitest'
import { userIds } from '../testing/fixedIds.ts'
import { renderText } from '../testing/renderText.ts'
import { type DiscordClinic, startClinic } from '../testing/startClinic.ts'
import { registerCommands } from './commands/registerCommands.ts'

const { alice, nadia } = userIds

/** The same app and the same people are in another server, too. */
async function startClinics(): Promise<DiscordClinic & { readonly there: string }> {
  const clinic = await startClinic({ world: { isInvitedElsewhere: true } })
  await registerCommands(clinic.connection, { guildId: null })
  return { ...clinic, there: clinic.discord.channels.lobby }
}

async function answersTo({ discord }: DiscordClinic, user: string, count = 1): Promise<string[]> {
  return vi.waitFor(() => {
    const told = discord.ephemerals(user).map(renderText)
    expect(told).toHaveLength(count)
    return told
  })
}

const grant = { record: '1', staff: nadia, limit: '500', reason: 'ward round' }

test('who is declared in the server of the channels is nobody in another one, and asks for nothing there', async () => {
  const clinic = await startClinics()
  const { discord, there, deps } = clinic
  await discord.command({ user: alice, command: 'medikey grant', options: grant, channel: there })
  const [told] = await answersTo(clinic, alice)
  expect(told).toContain(discord.guilds.elsewhere)
  expect(told).not.toContain(people.alice)
  expect(await deps.store.findRequests({ limit: 1 })).toEqual([])
})

test('nothing is proposed there to who is nobody there', async () => {
  const { discord, there } = await startClinics()
  const typed = { user: alice, command: 'medikey record', focused: { name: 'record', value: '' } }
  expect(await discord.autocomplete({ ...typed, channel: there })).toEqual([])
})

test('who proves there who they are is known there', async () => {
  const clinic = await startClinics()
  const { discord, there } = clinic
  const type = (command: string, options = {}) =>
    discord.command({ user: alice, command: `medikey ${command}`, options, channel: there })
  await type('link')
  const [challenge = ''] = await answersTo(clinic, alice)
  await type('link', await signChallenge({ shown: challenge, handle: 'alice' }))
  await answersTo(clinic, alice, 2)
  await type('whoami')
  expect((await answersTo(clinic, alice, 3)).at(-1)).toContain(people.alice)
})
