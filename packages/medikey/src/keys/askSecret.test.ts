import { expect, test } from 'vitest'
import { openTestTerminal } from '../../testing/openTestTerminal.ts'
import { askSecret } from './askSecret.ts'

test('asks on stderr and never shows what is typed', async () => {
  const terminal = openTestTerminal()
  const asked = askSecret(terminal, { message: 'Passphrase:' })
  await expect.poll(() => terminal.shown()).toContain('Passphrase:')
  terminal.stdin.write('correct horse\r')
  const secret = await asked
  expect(secret.reveal()).toBe('correct horse')
  expect(`${secret} ${JSON.stringify({ secret })}`).not.toContain('correct')
  expect(terminal.shown()).not.toContain('correct')
  expect(terminal.shown()).not.toContain('horse')
})

test('an interrupted question changes nothing and says so', async () => {
  const terminal = openTestTerminal()
  const asked = askSecret(terminal, { message: 'Passphrase:' })
  const refused = expect(asked).rejects.toMatchObject({ code: 'PROMPT_CANCELLED' })
  await expect.poll(() => terminal.shown()).toContain('Passphrase:')
  terminal.stdin.write('\u0003')
  await refused
})
