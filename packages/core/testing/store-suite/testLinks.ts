import { describe, expect, test } from 'vitest'
import type { Account } from '../../src/model/Account.ts'
import type { Link } from '../../src/model/Link.ts'
import type { LinkChallenge } from '../../src/model/LinkChallenge.ts'
import type { OpenedStore } from './OpenedStore.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes))
const alice: Account = { platform: 'slack', workspace: 'T1', userId: 'U0ALICE' }
const ben: Account = { ...alice, userId: 'U0BEN' }
const aliceElsewhere: Account = { ...alice, workspace: 'T2' }
const aliceOnDiscord: Account = { platform: 'discord', workspace: 'T1', userId: 'U0ALICE' }

export function testLinks(subject: () => OpenedStore): void {
  const link = (account: Account, principal: string, minutes = 0): Link => ({
    account,
    principal,
    linkedAt: at(minutes),
  })
  const put = (given: Link) => subject().store.transaction((unit) => unit.putLink(given))

  describe('a link', () => {
    test('is found by its account and by its principal, oldest first', async () => {
      const { store } = subject()
      expect(await store.getLink(alice)).toBeNull()
      const links = [link(aliceOnDiscord, 'ST1', 3), link(alice, 'ST1', 1), link(ben, 'ST2', 2)]
      for (const each of links) expect(await put(each)).toBe(true)
      expect(await store.getLink(alice)).toEqual(link(alice, 'ST1', 1))
      expect(await store.getLink(aliceElsewhere)).toBeNull()
      expect(await store.listLinks({ principal: 'ST1' })).toEqual([links[1], links[0]])
      expect(await store.listLinks({})).toEqual([links[1], links[2], links[0]])
      expect(await store.listLinks({ principal: 'ST404' })).toEqual([])
    })

    test('takes the place of the account’s link before it', async () => {
      const { store } = subject()
      await put(link(alice, 'ST1', 1))
      expect(await put(link(alice, 'ST2', 2))).toBe(true)
      expect(await store.listLinks({})).toEqual([link(alice, 'ST2', 2)])
      expect(await put(link(ben, 'ST1', 3))).toBe(true)
    })

    test('is refused while another account of the workspace holds the principal, and changes nothing', async () => {
      const { store } = subject()
      await put(link(alice, 'ST1', 1))
      await put(link(ben, 'ST2', 2))
      expect(await put(link(ben, 'ST1', 3))).toBe(false)
      expect(await store.getLink(ben)).toEqual(link(ben, 'ST2', 2))
      for (const elsewhere of [aliceElsewhere, aliceOnDiscord])
        expect(await put(link(elsewhere, 'ST1', 4))).toBe(true)
    })

    test('goes to one of several accounts that prove the principal at once', async () => {
      const { store } = subject()
      for (let round = 0; round < 20; round++) {
        const principal = `ST${round}`
        const settled = await Promise.allSettled(
          ['A', 'B', 'C'].map((user) => put(link({ ...alice, userId: `${user}${round}` }, principal))),
        )
        const won = settled.filter((each) => each.status === 'fulfilled' && each.value)
        expect(won).toHaveLength(1)
        expect(await store.listLinks({ principal })).toHaveLength(1)
      }
    })

    test('ends once, and says what it was', async () => {
      const { store } = subject()
      await put(link(alice, 'ST1', 1))
      const end = () => store.transaction((unit) => unit.deleteLink(alice))
      expect(await end()).toEqual(link(alice, 'ST1', 1))
      expect(await end()).toBeNull()
      expect(await store.getLink(alice)).toBeNull()
    })
  })

  describe('a challenge', () => {
    const challenge = (overrides: Partial<LinkChallenge> = {}): LinkChallenge => ({
      nonce: 'n1',
      account: alice,
      expiresAt: at(10),
      usedAt: null,
      ...overrides,
    })
    const open = (given: LinkChallenge) => subject().store.transaction((unit) => unit.putLinkChallenge(given))
    const use = (nonce: string) =>
      subject().store.transaction((unit) => unit.useLinkChallenge({ nonce, at: at(5) }))

    test('is its account’s only one', async () => {
      const { store } = subject()
      expect(await store.getLinkChallenge(alice)).toBeNull()
      await open(challenge())
      await open(challenge({ account: ben, nonce: 'n2' }))
      expect(await store.getLinkChallenge(alice)).toEqual(challenge())
      await open(challenge({ nonce: 'n3', expiresAt: at(20) }))
      expect(await store.getLinkChallenge(alice)).toEqual(challenge({ nonce: 'n3', expiresAt: at(20) }))
      expect(await use('n1')).toBe(false)
    })

    test('is used once, and a new one can be used again', async () => {
      const { store } = subject()
      await open(challenge())
      const used = await Promise.all([use('n1'), use('n1'), use('n1')])
      expect(used.filter((each) => each)).toHaveLength(1)
      expect(await store.getLinkChallenge(alice)).toEqual(challenge({ usedAt: at(5) }))
      await open(challenge({ nonce: 'n2' }))
      expect(await use('n2')).toBe(true)
      expect(await use('nobody’s')).toBe(false)
    })
  })

  test('a direct message for one account keeps to it', async () => {
    const { store } = subject()
    const lane = { subject: { principal: 'ST1' }, platform: 'slack' } as const
    await store.transaction((unit) =>
      unit.addPosts([
        { id: 'p1', lane, kind: 'direct', recipient: aliceElsewhere, message: null, at: at(0) },
      ]),
    )
    expect(await store.claimPost({ lane, now: at(1), staleBefore: at(0) })).toMatchObject({
      recipient: aliceElsewhere,
    })
  })

  test('a direct message about a principal waits in a lane of its own', async () => {
    const { store } = subject()
    const lane = { subject: { principal: 'ST1' }, platform: 'slack' } as const
    const other = { subject: { principal: 'ST2' }, platform: 'slack' } as const
    await store.transaction(async (unit) => {
      for (const [id, each] of [
        ['p1', lane],
        ['p2', other],
      ] as const)
        await unit.addPosts([{ id, lane: each, kind: 'direct', recipient: 'ST1', message: null, at: at(0) }])
    })
    const claim = { now: at(1), staleBefore: at(0) }
    expect(await store.listDueLanes({ ...claim, limit: 10 })).toEqual(expect.arrayContaining([lane, other]))
    expect(await store.claimPost({ lane, ...claim })).toMatchObject({ id: 'p1', lane })
    expect(await store.claimPost({ lane, ...claim })).toBeNull()
    expect(await store.claimPost({ lane: other, ...claim })).toMatchObject({ id: 'p2', lane: other })
  })
}
