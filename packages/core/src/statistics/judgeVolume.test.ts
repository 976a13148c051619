import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeVolume } from './judgeVolume.ts'

const BOUNDS = { minDays: 10, deviations: 2.5, peerDeviations: 1, factor: 3 }
const OWN = [20n, 25n, 30n, 32n, 36n, 40n, 40n, 44n, 50n, 55n, 58n, 60n]
const PEERS = Array.from({ length: 8 }, (_, peer) =>
  Array.from({ length: 12 }, (_, day) => 10n + BigInt(peer * 5 + day * 3)),
)
const judge = (options: Partial<Parameters<typeof judgeVolume>[0]>) =>
  judgeVolume({ volume: 480n, own: OWN, parts: 10, peers: PEERS, ...BOUNDS, ...options })

describe('a volume far above what is usual', () => {
  test('is told with what is usual for the person and for colleagues', () => {
    expect(judge({})).toEqual({ usual: { low: 25n, high: 57n }, peers: { low: 23n, high: 64n } })
  })

  test('is ordinary on a busy day, and while colleagues draw as much', () => {
    expect(judge({ volume: 100n })).toBeNull()
    expect(judge({ peers: PEERS.map((days) => days.map((volume) => volume * 40n)) })).toBeNull()
  })

  test('is judged by the person alone where there are too few colleagues', () => {
    expect(judge({ peers: PEERS.slice(0, 4) })).toEqual({ usual: { low: 25n, high: 57n }, peers: null })
  })

  test('of a newcomer is judged by colleagues alone, and by nobody where those are few', () => {
    const own = OWN.slice(0, 3)
    expect(judge({ own, volume: 4_000n })).toEqual({ usual: null, peers: { low: 23n, high: 64n } })
    expect(judge({ own, volume: 150n })).toBeNull()
    expect(judge({ own, volume: 4_000n, peers: PEERS.slice(0, 4) })).toBeNull()
  })

  test('is not every volume above a history without any spread', () => {
    const own = Array.from({ length: 20 }, () => 40n)
    expect(judge({ own, peers: [], volume: 60n })).toBeNull()
    expect(judge({ own, peers: [], volume: 400n })).not.toBeNull()
  })

  test('takes more where a day is made of one or two draws: such days vary by chance', () => {
    expect(judge({ volume: 250n, parts: 20, peers: [] })).not.toBeNull()
    expect(judge({ volume: 250n, parts: 1, peers: [] })).toBeNull()
    expect(judge({ volume: 800n, parts: 1, peers: [] })).not.toBeNull()
  })

  test('is as extraordinary by a short history as by a long one that varies no more', () => {
    const short = [20n, 36n, 60n]
    expect(judge({ own: short, parts: 2, peers: [], minDays: 3 })).not.toBeNull()
    // Three days that happen to be alike promise nothing.
    expect(judge({ own: [40n, 40n, 40n], parts: 2, peers: [], minDays: 3, volume: 160n })).toBeNull()
  })

  test('does not become usual by a few days like it', () => {
    expect(judge({ own: [...OWN, 500n] })).not.toBeNull()
  })
})

describe('whatever the numbers', () => {
  const volume = fc.bigInt({ min: 1n, max: 2n ** 128n - 1n })
  const history = fc.array(volume, { maxLength: 40 })
  const peers = fc.array(history, { maxLength: 12 })

  test('the order of a history and of peers does not matter', () => {
    fc.assert(
      fc.property(volume, history, peers, (drawn, own, others) => {
        expect(judge({ volume: drawn, own: own.toReversed(), peers: others.toReversed() })).toEqual(
          judge({ volume: drawn, own, peers: others }),
        )
      }),
    )
  })

  test('more is never less extraordinary', () => {
    fc.assert(
      fc.property(volume, volume, history, peers, (drawn, more, own, others) => {
        if (judge({ volume: drawn, own, peers: others }) === null) return
        expect(judge({ volume: drawn + more, own, peers: others })).not.toBeNull()
      }),
    )
  })

  test('what is within a history is ordinary', () => {
    fc.assert(
      fc.property(fc.array(volume, { minLength: 10, maxLength: 40 }), (own) => {
        const middle = own.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))[Math.floor(own.length / 2)] ?? 1n
        expect(judge({ volume: middle, own, peers: [] })).toBeNull()
      }),
    )
  })

  test('the unit in which volumes are counted does not matter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), (doublings) => {
        const scale = (volumes: readonly bigint[]) => volumes.map((each) => each << BigInt(doublings))
        const scaled = { own: scale(OWN), peers: PEERS.map(scale) }
        for (const drawn of [100n, 480n]) {
          expect(judge({ ...scaled, volume: drawn << BigInt(doublings) }) === null).toBe(
            judge({ volume: drawn }) === null,
          )
        }
      }),
    )
  })
})
