import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveLinks, type LinkDriver, people } from '../../testing/index.ts'
import { requireProven } from './requireProven.ts'
import { resolveActor } from './resolveActor.ts'
import { resolvePerson } from './resolvePerson.ts'

let clinic: Clinic
let links: LinkDriver
beforeEach(() => {
  clinic = createClinic({ undeclared: ['nadia', 'tom'] })
  links = driveLinks(clinic)
})

const nadia = () => clinic.account('nadia')
const tom = () => clinic.account('tom')

/** What core sees of the same store after an administrator has declared everybody but these. */
const afterEdit = (...undeclared: 'nadia'[]) => ({
  ...clinic.deps,
  directory: createClinic({ undeclared }).deps.directory,
})

test('who proved to be somebody is found by who mentions them', async () => {
  const person = { userId: nadia().userId }
  const find = () => resolvePerson(clinic.deps, { person, account: clinic.account('alice') })
  await expect(find()).rejects.toMatchObject({
    code: 'PERSON_NOT_LINKED',
    userMessage: expect.stringContaining('/medikey link'),
  })
  await links.link(nadia(), 'nadia')
  expect(await find()).toBe(people.nadia)
})

describe('where medikey.yaml contradicts a proof that came first', () => {
  test('an account that would be two principals is refused until one of them ends', async () => {
    await links.link(nadia(), 'tom')
    const deps = afterEdit()
    await expect(resolveActor(deps, { account: nadia() })).rejects.toMatchObject({
      code: 'AMBIGUOUS_IDENTITY',
      userMessage: expect.stringMatching(new RegExp(`${people.tom}.*${people.nadia}.*/medikey unlink`)),
    })
    await links.unlink(nadia())
    expect((await resolveActor(deps, { account: nadia() })).principal).toBe(people.nadia)
  })

  test('a principal that would be two accounts is the one that proved it', async () => {
    await links.link(nadia(), 'tom')
    const deps = afterEdit('nadia')
    expect((await resolveActor(deps, { account: nadia() })).principal).toBe(people.tom)
    await expect(resolveActor(deps, { account: tom() })).rejects.toMatchObject({
      code: 'PROVEN_BY_ANOTHER',
      userMessage: expect.stringContaining('medikey.yaml'),
    })
  })
})

test('on mainnet a declared identity is told how to prove itself, and a proven one may act', async () => {
  const { deps } = createClinic({ settings: { network: 'mainnet' } })
  const actor = await resolveActor(deps, { account: clinic.account('alice') })
  expect(() => requireProven(deps, { actor })).toThrow(
    expect.objectContaining({ userMessage: expect.stringContaining('/medikey link') }),
  )
  expect(() => requireProven(deps, { actor: { ...actor, source: 'proven' } })).not.toThrow()
})
