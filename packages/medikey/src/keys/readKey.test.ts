import { expect, test } from 'vitest'
import { openTestTerminal } from '../../testing/openTestTerminal.ts'
import { getPersona } from '../demo/getPersona.ts'
import { readKey } from './readKey.ts'

const alice = getPersona('alice')
const meant = { name: alice.name, index: 0, network: 'devnet' } as const
test('what is no key is refused at the prompt, which says that a mnemonic is possible and stays', async () => {
  const terminal = openTestTerminal()
  const reading = readKey(terminal, meant)
  await expect
    .poll(() => terminal.shown())
    .toMatch(/a mnemonic has 12 to 24 words.*Private key or mnemonic:/s)
  terminal.type('abcdef')
  await expect.poll(() => terminal.shown()).toMatch(/64 hexadecimal digits.*Private key or mnemonic:/s)
  terminal.type('one two three')
  await expect.poll(() => terminal.shown()).toMatch(/These words are no mnemonic.*Private key or mnemonic:/s)
  terminal.type(alice.privateKey)
  const key = await reading
  expect('privateKey' in key && key.privateKey.reveal()).toBe(alice.privateKey)
  expect(terminal.shown()).not.toMatch(/abcdef|one two|7287ba25/)
})

test('a key that everybody knows is refused at the prompt outside a devnet', async () => {
  const terminal = openTestTerminal()
  const reading = readKey(terminal, { ...meant, network: 'testnet' })
  const cancelled = expect(reading).rejects.toMatchObject({ code: 'PROMPT_CANCELLED' })
  await expect.poll(() => terminal.shown()).toContain('Private key or mnemonic:')
  terminal.type(alice.privateKey)
  await expect.poll(() => terminal.shown()).toMatch(/anybody can sign with it.*Private key or mnemonic:/s)
  terminal.stdin.write('\u0003')
  await cancelled
})

test('a name that cannot be kept is refused before anything is asked', async () => {
  const terminal = openTestTerminal()
  await expect(readKey(terminal, { ...meant, name: ' ' })).rejects.toMatchObject({ code: 'KEY_INVALID' })
  expect(terminal.shown()).toBe('')
})
