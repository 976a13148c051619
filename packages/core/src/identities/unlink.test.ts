import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveLinks, type LinkDriver, people } from '../../testing/index.ts'
import { refreshDirectory } from './refreshDirectory.ts'
import { resolveActor } from './resolveActor.ts'

let clinic: Clinic
let links: LinkDriver
beforeEach(() => {
  clinic = createClinic({ undeclared: ['nadia', 'tom'] })
  links = driveLinks(clinic)
})

const nadia = () => clinic.account('nadia')
const tom = () => clinic.account('tom')
const audit = () => clinic.deps.store.listAudit({ limit: 10 })

describe('unlinking', () => {
  test('ends what was proven, at once and with evidence', async () => {
    await links.link(nadia(), 'nadia')
    const told = await links.unlink(nadia())
    expect(told).toContain(people.nadia)
    expect(told).toContain('nothing that you do here counts as done by that principal')
    await expect(links.whoIs(nadia())).rejects.toMatchObject({ code: 'NOT_LINKED' })
    expect(clinic.deps.directory.findAccount({ principal: people.nadia, platform: 'slack' })).toBeNull()
    expect((await audit()).at(-1)).toMatchObject({
      action: 'identity-unlinked',
      actor: people.nadia,
      account: nadia(),
      detail: { ...nadia(), principal: people.nadia },
    })
  })

  test('in another process counts here at once, although the directory has not heard of it', async () => {
    await links.link(nadia(), 'nadia')
    const { directory } = createClinic({ undeclared: ['nadia'] }).deps
    const here = { ...clinic.deps, directory }
    await refreshDirectory(here)
    await links.unlink(nadia())
    expect(directory.findAccount({ principal: people.nadia, platform: 'slack' })?.userId).toBe('U0NADIA')
    await expect(resolveActor(here, { account: nadia() })).rejects.toMatchObject({ code: 'NOT_LINKED' })
  })

  test('twice by one delivery does not end what was linked in between', async () => {
    await links.link(nadia(), 'nadia')
    await links.unlink(nadia(), 'redelivered')
    await links.link(nadia(), 'nadia')
    await links.unlink(nadia(), 'redelivered')
    expect(await links.whoIs(nadia())).toMatchObject({ principal: people.nadia, source: 'proven' })
  })

  test('without a link says so, and who can end what is declared', async () => {
    expect(await links.unlink(tom())).toContain('nothing to end')
    expect(await links.unlink(clinic.account('alice'))).toContain('only your MediKey administrator')
    expect(await audit()).toEqual([])
  })
})
