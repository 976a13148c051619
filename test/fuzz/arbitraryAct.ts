import { subcommands } from '@medikey/core'
import fc from 'fast-check'
import type { Member } from '../chat/Chat.ts'
import type { Act, Break } from './Act.ts'
import { arbitraryCommand, plausibleValue } from './arbitraryCommand.ts'
import { arbitraryText } from './arbitraryText.ts'

const by: fc.Arbitrary<Member> = fc.constantFrom('alice', 'cmo', 'ben', 'nadia', 'tom', 'ines', 'mallory')
const nth = fc.nat({ max: 50 })
const command = fc.record({ act: fc.constant('command' as const), by, command: arbitraryCommand })

const toCommand = (
  member: Member,
  subcommand: string,
  parts: Readonly<Record<string, string>>,
): Extract<Act, { act: 'command' }> => ({
  act: 'command',
  by: member,
  command: { subcommand, values: Object.entries(parts).map(([name, text]) => ({ name, text })) },
})

const reason = 'ward round'
const limit = fc.constantFrom('1', '5', '20')

/** Physicians who ask for what can be granted, so that there is something to decide. */
const ask: fc.Arbitrary<Act> = fc
  .tuple(
    fc.constantFrom<[Member, string]>(['alice', '1'], ['alice', '2'], ['ben', '3'], ['cmo', '4']),
    fc.constantFrom('@nadia', '@tom', '@cmo', '@ben'),
    limit,
    fc.constantFrom('grant', 'grant', 'revoke'),
  )
  .map(([[physician, record], staff, most, subcommand]) =>
    subcommand === 'grant'
      ? toCommand(physician, subcommand, { record, staff, limit: most, reason })
      : toCommand(physician, subcommand, { record, staff, reason }),
  )

/** Staff who ask for themselves, and people who do what is theirs to do, so that there is something to agree to. */
const act: fc.Arbitrary<Act> = fc
  .tuple(by, fc.constantFrom('1', '2', '3', '4'), limit)
  .chain(([member, record, most]) =>
    fc.constantFrom(
      toCommand(member, 'request', { record, limit: most, reason }),
      toCommand(member, 'access', { record, volume: most, purpose: reason }),
      toCommand(member, 'create', { volume: most, category: 'cardiology' }),
      toCommand('ben', 'archive', { record, reason }),
      toCommand('cmo', 'maintenance', { switch: 'on', reason }),
      toCommand('cmo', 'maintenance', { switch: 'off', reason }),
    ),
  )

/** Somebody, seldom the right one, decides a request that there is. */
const decide: fc.Arbitrary<Act> = fc
  .tuple(by, fc.constantFrom('approve', 'deny', 'cancel'), fc.nat({ max: 5 }))
  .map(([member, subcommand, index]) =>
    toCommand(member, subcommand, {
      request: `{request ${index}}`,
      ...(subcommand === 'deny' ? { reason: 'not her ward' } : {}),
    }),
  )

/** Somebody, seldom the right one, answers an alert that there is. */
const respond: fc.Arbitrary<Act> = fc
  .tuple(by, fc.constantFrom('ack', 'silence', 'unsilence', 'alerts'), fc.nat({ max: 2 }))
  .map(([member, subcommand, index]) =>
    toCommand(member, subcommand, {
      alert: `{alert ${index}}`,
      ...(subcommand === 'silence' ? { duration: '8h', reason: 'known' } : {}),
    }),
  )

const find: fc.Arbitrary<Act> = fc.record({
  act: fc.constant('find' as const),
  record: fc.nat({ max: 2 }),
  kind: fc.constantFrom('happening' as const, 'condition' as const, 'condition' as const, 'end' as const),
})

const click = fc.record({
  act: fc.constant('click' as const),
  by: fc.oneof({ arbitrary: fc.constant('cmo' as const), weight: 1 }, { arbitrary: by, weight: 2 }),
  on: fc.oneof(fc.constant(0), nth),
  button: nth,
})

const parameters = subcommands.flatMap((subcommand) => subcommand.parameters)

/** What stands in a form's fields, the ones it has and others. */
const values = fc
  .uniqueArray(fc.constantFrom(...parameters), { maxLength: 6, selector: ({ name }) => name })
  .chain((found) =>
    fc.tuple(
      ...found.map((parameter) =>
        fc.oneof(
          { arbitrary: plausibleValue(parameter), weight: 3 },
          { arbitrary: arbitraryText.map((text) => ({ name: parameter.name, text })), weight: 1 },
        ),
      ),
    ),
  )
  .map((found) => Object.fromEntries(found.map(({ name, text }) => [name, text])))

/** A form is filled by whose it is, or by somebody who took it over. */
const submit = fc
  .record({ act: fc.constant('submit' as const), of: by, taker: fc.option(by, { freq: 3 }), values })
  .map(({ taker, ...rest }) => ({ ...rest, by: taker ?? rest.of }))

/** What an edited button or form claims: nonsense, or another request than its own. */
const forge = fc.record(
  {
    name: fc.oneof(
      arbitraryText,
      fc.constantFrom('approve', 'consent', 'confirm', 'release', 'grant', 'request', 'deny'),
      fc.constantFrom('acknowledge', 'silence'),
    ),
    memory: fc.oneof(
      { arbitrary: fc.nat({ max: 5 }).map((index) => `{request ${index}}`), weight: 2 },
      { arbitrary: fc.nat({ max: 2 }).map((index) => `{alert ${index}}`), weight: 1 },
      { arbitrary: arbitraryText, weight: 1 },
    ),
  },
  { requiredKeys: [] },
)

/** Anything that a person can do in the chat, or that a hostile client can make of it. */
export const arbitraryAct: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: command, weight: 10 },
  { arbitrary: ask, weight: 5 },
  { arbitrary: act, weight: 4 },
  { arbitrary: decide, weight: 4 },
  { arbitrary: find, weight: 3 },
  { arbitrary: respond, weight: 3 },
  { arbitrary: click, weight: 7 },
  { arbitrary: fc.tuple(click, forge).map(([one, forged]) => ({ ...one, forge: forged })), weight: 4 },
  { arbitrary: submit, weight: 4 },
  { arbitrary: fc.tuple(submit, forge).map(([one, forged]) => ({ ...one, forge: forged })), weight: 2 },
  { arbitrary: fc.constant({ act: 'redeliver' as const }), weight: 1 },
  {
    arbitrary: fc.constantFrom(0, 0, 0, 1, 30).map((hours) => ({ act: 'wait' as const, hours })),
    weight: 6,
  },
)

const broken: fc.Arbitrary<Break> = fc.record({
  turns: fc.array(nth, { minLength: 1, maxLength: 5 }),
  replacement: fc.oneof(
    fc.constant('left out' as const),
    fc.jsonValue({ maxDepth: 2 }).map((value) => ({ json: JSON.stringify(value) })),
    arbitraryText.map((text) => ({ json: JSON.stringify(text) })),
  ),
})

/** The same, broken on its way: fields of another type, or missing. No person can do it, and no client does. */
export const arbitraryBrokenAct: fc.Arbitrary<Act> = fc
  .tuple(fc.oneof(command, click, submit), broken)
  .map(([one, how]) => ({ ...one, broken: how }))
