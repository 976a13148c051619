import { verifyStructuredMessage } from '@medikey/contract-client'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Clinic, createClinic, driveLinks, type LinkDriver, people } from '../../testing/index.ts'
import { followOnce } from '../follower/followOnce.ts'
import type { Account } from '../model/Account.ts'
import { toLinkMessage } from './toLinkMessage.ts'

const network = 'devnet' as const

let clinic: Clinic
let links: LinkDriver
beforeEach(() => {
  clinic = createClinic({ undeclared: ['nadia', 'tom'] })
  links = driveLinks(clinic)
})

const nadia = () => clinic.account('nadia')
const tom = () => clinic.account('tom')
const audit = () => clinic.deps.store.listAudit({ limit: 10 })

describe('somebody who signs their challenge', () => {
  test('is the principal from then on, proven, with evidence of it', async () => {
    await expect(links.whoIs(nadia())).rejects.toMatchObject({
      code: 'NOT_LINKED',
      userMessage: expect.stringContaining('/medikey link'),
    })
    expect(await links.link(nadia(), 'nadia')).toContain(people.nadia)
    expect(await links.whoIs(nadia())).toMatchObject({ principal: people.nadia, source: 'proven' })
    expect(clinic.deps.directory.findAccount({ principal: people.nadia, platform: 'slack' })?.userId).toBe(
      'U0NADIA',
    )
    expect(await audit()).toMatchObject([
      {
        at: clinic.clock.now(),
        action: 'identity-linked',
        actor: people.nadia,
        account: nadia(),
        requestId: null,
        recordId: null,
        detail: { ...nadia(), principal: people.nadia },
      },
    ])
  })

  test('leaves evidence that anybody can check again', async () => {
    await links.link(nadia(), 'nadia')
    const [{ account, detail } = {}] = await audit()
    const { principal = '', signature = '', nonce = '', expiresAt = '' } = detail ?? {}
    const challenge = { account: account ?? nadia(), network, nonce, expiresAt: new Date(expiresAt) }
    const message = toLinkMessage({ challenge, principal })
    expect(verifyStructuredMessage({ message, network, principal, signature })).toBe('valid')
  })

  test('and does it again changes nothing', async () => {
    await links.link(nadia(), 'nadia')
    const before = await clinic.deps.store.getLink(nadia())
    clinic.clock.advance(60_000)
    expect(await links.link(nadia(), 'nadia')).toContain('nothing was changed')
    expect(await clinic.deps.store.getLink(nadia())).toEqual(before)
    expect(await audit()).toHaveLength(1)
  })

  test('with another key is the other principal, and the old one is free', async () => {
    await links.link(nadia(), 'nadia')
    expect(await links.link(nadia(), 'tom')).toContain('no longer linked to')
    expect(await links.whoIs(nadia())).toMatchObject({ principal: people.tom, source: 'proven' })
    expect((await audit()).at(-1)).toMatchObject({
      action: 'identity-relinked',
      detail: { principal: people.tom, previous: people.nadia },
    })
    await links.link(tom(), 'nadia')
    expect(await links.whoIs(tom())).toMatchObject({ principal: people.nadia, source: 'proven' })
  })

  test('and was declared is proven, under the name that was declared', async () => {
    const alice = clinic.account('alice')
    expect(await links.whoIs(alice)).toEqual({ name: 'alice', principal: people.alice, source: 'declared' })
    await links.link(alice, 'alice')
    expect(await links.whoIs(alice)).toEqual({ name: 'alice', principal: people.alice, source: 'proven' })
  })

  test('is told the same when the same delivery comes twice, and is linked once', async () => {
    const proof = await links.sign(nadia(), 'nadia')
    await links.prove(nadia(), proof, 'redelivered')
    expect(await links.prove(nadia(), proof, 'redelivered')).toContain(people.nadia)
    expect(await audit()).toHaveLength(1)
  })

  test('in two windows at once is linked once', async () => {
    const proof = await links.sign(nadia(), 'nadia')
    const settled = await Promise.allSettled([links.prove(nadia(), proof), links.prove(nadia(), proof)])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await audit()).toHaveLength(1)
  })
})

test('the same delivery of /medikey link twice gives one challenge', async () => {
  expect(await links.begin(nadia(), 'redelivered')).toBe(await links.begin(nadia(), 'redelivered'))
})

test('a challenge is good once', async () => {
  const proof = await links.sign(nadia(), 'nadia')
  await links.prove(nadia(), proof)
  await links.unlink(nadia())
  await expect(links.prove(nadia(), proof)).rejects.toMatchObject({ code: 'CHALLENGE_USED' })
  expect(await clinic.deps.store.listLinks({})).toEqual([])
})

test('a refused proof leaves the challenge open: a slip of the paste costs nothing', async () => {
  const proof = await links.sign(nadia(), 'nadia')
  await expect(links.prove(nadia(), { ...proof, signature: proof.signature.slice(1) })).rejects.toThrow()
  expect(await links.prove(nadia(), { ...proof, signature: ` ${proof.signature}\n` })).toContain(people.nadia)
})

test('a principal is one person in a workspace, and may be another account elsewhere', async () => {
  await links.link(nadia(), 'nadia')
  const proof = await links.sign(tom(), 'nadia')
  await expect(links.prove(tom(), proof)).rejects.toMatchObject({
    code: 'PRINCIPAL_TAKEN',
    userMessage: expect.stringContaining('/medikey unlink'),
  })
  await expect(links.whoIs(tom())).rejects.toMatchObject({ code: 'NOT_LINKED' })
  await links.unlink(nadia())
  expect(await links.prove(tom(), proof)).toContain(people.nadia)
  await links.link({ ...nadia(), workspace: 'T0ELSEWHERE' }, 'nadia')
  await links.link({ platform: 'discord', workspace: 'G1', userId: '1' }, 'nadia')
  expect(await clinic.deps.store.listLinks({ principal: people.nadia })).toHaveLength(3)
})

describe('who is the principal already elsewhere', () => {
  const elsewhere: Account = { platform: 'discord', workspace: 'G1', userId: '100000000000000001' }

  /** What waits to be told to whoever is the principal on Slack. */
  async function findNotice({ deps, clock }: Clinic, principal: string) {
    const lane = { subject: { principal }, platform: 'slack' } as const
    return deps.store.claimPost({ lane, now: clock.now(), staleBefore: new Date(0) })
  }

  test('is told when it is the CMO', async () => {
    await links.link(elsewhere, 'cmo')
    expect(clinic.memory.listJobs()).toMatchObject([{ job: { name: 'deliver' } }])
    const post = await findNotice(clinic, people.cmo)
    expect(post).toMatchObject({ kind: 'direct', recipient: clinic.account('cmo') })
    expect(JSON.stringify(post?.message)).toContain(elsewhere.userId)
  })

  test('is told when it is the physician of a record', async () => {
    await followOnce(clinic.deps)
    await links.link(elsewhere, 'alice')
    expect(await findNotice(clinic, people.alice)).toMatchObject({ recipient: clinic.account('alice') })
  })

  test('is told there, and the new account not in their place', async () => {
    const open = createClinic({ undeclared: ['cmo'] })
    const thief = open.account('mallory')
    const cmo = { ...open.account('cmo'), workspace: 'T0ELSEWHERE' }
    const { link } = driveLinks(open)
    await link(cmo, 'cmo')
    await link(thief, 'cmo')
    expect(await findNotice(open, people.cmo)).toMatchObject({ recipient: cmo })
    expect(await findNotice(open, people.cmo)).toBeNull()
  })

  test('is told nothing of a principal without an office, nor of their own account', async () => {
    await followOnce(clinic.deps)
    await links.link(clinic.account('cmo'), 'cmo')
    await links.link(nadia(), 'nadia')
    await links.link(elsewhere, 'nadia')
    expect(clinic.memory.listJobs()).toEqual([])
  })
})
