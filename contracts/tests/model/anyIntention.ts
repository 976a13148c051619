import * as fc from 'fast-check'
import type { Caller, Intention, NumberPick, RecordPick, Staff } from './Intention.ts'

// Which one is meant matters, not how small its number is: shrinking it would take long and tell nothing.
const nth = fc.noShrink(fc.nat(999))

/** One of the kinds, each as often as its weight says. The first is what a counterexample shrinks to. */
function pick<Kind extends string>(weights: Readonly<Record<Kind, number>>): fc.Arbitrary<Kind> {
  const kinds = Object.entries<number>(weights) as [Kind, number][]
  return fc.oneof(
    { withCrossShrink: true },
    ...kinds.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) })),
  )
}

const caller: fc.Arbitrary<Caller> = fc.record({ who: pick({ entitled: 4, anybody: 1 }), nth })
/** Of those who switch the maintenance, more who may not: there are few switches, and a single entitled. */
const switcher: fc.Arbitrary<Caller> = fc.record({ who: pick({ entitled: 2, anybody: 1 }), nth })
const staff: fc.Arbitrary<Staff> = fc.record({ who: pick({ privileged: 2, anybody: 1 }), nth })

const record: fc.Arbitrary<RecordPick> = fc.record({
  kind: pick({ active: 30, archived: 4, next: 1, zero: 1, largest: 1 }),
  nth,
})

const recordToArchive: fc.Arbitrary<RecordPick> = fc.record({
  kind: pick({ active: 4, archived: 2, next: 1, zero: 1, largest: 1 }),
  nth,
})

/** What is stored of a record: small, so that draws reach its end, and now and then all that is left. */
const dataVolume: fc.Arbitrary<NumberPick> = fc.record({
  kind: pick({ small: 24, one: 3, zero: 2, within: 2, limit: 1, beyond: 3, largest: 1 }),
  nth,
})

const accessVolume: fc.Arbitrary<NumberPick> = fc.record({
  kind: pick({ within: 6, one: 3, zero: 2, limit: 4, beyond: 4, largest: 1, small: 1 }),
  nth,
})

const accessLimit: fc.Arbitrary<NumberPick> = fc.record({
  kind: pick({ small: 6, one: 2, zero: 2, within: 3, limit: 3, beyond: 2, largest: 2 }),
  nth,
})

/** At and around the 64 characters that are stored and the 128 that fit the argument. */
const category = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('cardiology', '', 'x'.repeat(64)) },
  { weight: 3, arbitrary: fc.string({ maxLength: 64 }) },
  { weight: 2, arbitrary: fc.constantFrom('x'.repeat(65), 'x'.repeat(128)) },
  { weight: 1, arbitrary: fc.string({ minLength: 65, maxLength: 128 }) },
)

/**
 * A command, weighted so that most of what is asked for is permitted and yet every refusal is met often:
 * maintenance, for one, ends sooner than it begins.
 */
export const anyIntention: fc.Arbitrary<Intention> = fc.oneof(
  {
    weight: 18,
    arbitrary: fc.record({
      name: fc.constant('create-medical-record'),
      who: nth,
      category,
      volume: dataVolume,
    }),
  },
  {
    weight: 36,
    arbitrary: fc.record({
      name: fc.constant('access-medical-data'),
      who: caller,
      record,
      volume: accessVolume,
    }),
  },
  {
    weight: 24,
    arbitrary: fc.record({
      name: fc.constant('grant-medical-access'),
      who: caller,
      record,
      staff: nth,
      limit: accessLimit,
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({ name: fc.constant('revoke-medical-access'), who: caller, record, staff }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ name: fc.constant('archive-record'), who: caller, record: recordToArchive }),
  },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('enable-maintenance'), who: switcher }) },
  { weight: 8, arbitrary: fc.record({ name: fc.constant('disable-maintenance'), who: switcher }) },
)
