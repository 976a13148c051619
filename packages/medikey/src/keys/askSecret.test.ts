import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { askSecret } from './askSecret.ts'

function openTerminal() {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const stderr = new PassThrough()
  let shown = ''
  stderr.on('data', (chunk) => {
    shown += String(chunk)
  })
  return { stdin, stderr, shown: () => shown }
}

test('asks on stderr and never shows what is typed', async () => {
  const terminal = openTerminal()
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
  const terminal = openTerminal()
  const asked = askSecret(terminal, { message: 'Passphrase:' })
  const refused = expect(asked).rejects.toMatchObject({ code: 'PROMPT_CANCELLED' })
  await expect.poll(() => terminal.shown()).toContain('Passphrase:')
  terminal.stdin.write('\u0003')
  await refused
})
