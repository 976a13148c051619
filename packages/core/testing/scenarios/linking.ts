import { expect } from 'vitest'
import { type Handle, people } from '../createClinic.ts'
import { signChallenge } from '../signChallenge.ts'
import type { ChatDriver, Visitor } from './ChatDriver.ts'
import { createRefusal } from './createRefusal.ts'
import { expectMessage } from './expectMessage.ts'
import type { Scenario } from './Scenario.ts'

/** Asks for a challenge, signs it as it is shown, and gives principal and signature. */
async function link(driver: ChatDriver, options: { by: Visitor; as: Handle }) {
  const { by, as: handle } = options
  const { text: shown } = expectMessage(await driver.type(by, { name: 'link' }), 'medikey identity sign')
  return driver.type(by, { name: 'link', values: await signChallenge({ shown, handle }) })
}

/** How people prove who they are. */
export const linking: readonly Scenario[] = [
  {
    subcommand: 'link',
    outcome: 'happy',
    title: 'gives what to sign, and takes the signature for proof',
    async play(driver) {
      expectMessage(await link(driver, { by: 'nadia', as: 'nadia' }), 'You proved to be', people.nadia)
      expectMessage(await driver.type('nadia', { name: 'whoami' }), people.nadia, 'proven with your key')
    },
  },
  {
    subcommand: 'link',
    outcome: 'happy',
    title: 'makes somebody of who was nobody, at once',
    async play(driver) {
      expectMessage(await driver.type('tom', { name: 'pending' }), 'not linked')
      expectMessage(await link(driver, { by: 'tom', as: 'tom' }), 'You proved to be', people.tom)
      expectMessage(await driver.type('tom', { name: 'pending' }), 'Nothing is waiting')
      expectMessage(await driver.type('tom', { name: 'unlink' }), 'no longer linked')
      expectMessage(await driver.type('tom', { name: 'pending' }), 'not linked')
    },
  },
  {
    subcommand: 'link',
    outcome: 'refused',
    title: 'takes a proof once, and only from whose challenge was signed',
    async play(driver) {
      const { text: shown } = expectMessage(await driver.type('tom', { name: 'link' }))
      const values = await signChallenge({ shown, handle: 'tom' })
      await driver.type('mallory', { name: 'link' })
      expectMessage(await driver.type('mallory', { name: 'link', values }), 'not the signature of')
      expectMessage(await driver.type('tom', { name: 'link', values }), 'You proved to be')
      expectMessage(await driver.type('tom', { name: 'link', values }), 'used')
      expectMessage(await driver.type('mallory', { name: 'whoami' }), 'not linked')
    },
  },
  {
    subcommand: 'link',
    outcome: 'happy',
    title: 'that arrives twice links once',
    async play(driver) {
      expectMessage(await link(driver, { by: 'nadia', as: 'nadia' }), 'You proved to be')
      await driver.redeliver()
      const entries = await driver.clinic.deps.store.listAudit({ limit: 10 })
      expect(entries.map(({ action }) => action)).toEqual(['identity-linked'])
    },
  },
  {
    subcommand: 'link',
    outcome: 'refused',
    title: 'makes nobody somebody who is there already',
    async play(driver) {
      expectMessage(await link(driver, { by: 'mallory', as: 'cmo' }), 'nothing was linked')
      expectMessage(await driver.type('mallory', { name: 'whoami' }), 'not linked')
    },
  },
  createRefusal({
    subcommand: 'link',
    title: 'wants the whole line',
    by: 'nadia',
    values: { principal: people.nadia },
    says: 'paste the whole line',
  }),
  createRefusal({
    subcommand: 'link',
    title: 'takes no signature for nothing',
    by: 'nadia',
    values: { principal: people.nadia, signature: '00' },
    says: 'type /medikey link first',
  }),
  {
    subcommand: 'unlink',
    outcome: 'happy',
    title: 'ends what was proven',
    async play(driver) {
      await link(driver, { by: 'nadia', as: 'nadia' })
      expectMessage(await driver.type('nadia', { name: 'unlink' }), 'no longer linked', people.nadia)
      expectMessage(await driver.type('nadia', { name: 'whoami' }), 'declared by an administrator')
    },
  },
  createRefusal({
    subcommand: 'unlink',
    title: 'ends nothing where nothing was proven',
    by: 'mallory',
    says: 'nothing to end',
  }),
]
