import { Cl } from '@stacks/transactions'
import { expect } from 'vitest'
import { openVm } from '../../scripts/openVm.ts'
import { contract, deployer, physician, staff, txid } from '../../testing/accounts.ts'
import { notFound } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { CursorNotFoundError } from '../errors/CursorNotFoundError.ts'
import { UnexpectedAnswerError } from '../errors/UnexpectedAnswerError.ts'

const route = `GET /extended/v2/smart-contracts/${contract}/logs`

const page = (hexes: readonly string[], overrides: Readonly<Record<string, unknown>> = {}) => ({
  json: {
    limit: 100,
    offset: 0,
    total: hexes.length,
    next_cursor: null,
    prev_cursor: null,
    cursor: hexes.length === 0 ? null : '12:0:1:0',
    results: hexes.map((hex, event_index) => ({
      event_index,
      event_type: 'smart_contract_log',
      tx_id: txid,
      contract_log: { contract_id: contract, topic: 'print', value: { hex, repr: '' } },
    })),
    ...overrides,
  },
})

test('decodes every event that the contract prints', async ({ node, connect }) => {
  const vm = await openVm()
  const printed: string[] = []
  const send = (sender: string, name: string, ...args: Parameters<typeof vm.callPublicFn>[2]) => {
    for (const { data } of vm.callPublicFn(contract, name, args, sender).events)
      printed.push(data.raw_value ?? '')
  }
  const [one, to] = [Cl.uint(1), Cl.principal(staff.address)]
  send(physician.address, 'create-medical-record', Cl.stringAscii('radiology'), Cl.uint(100))
  send(physician.address, 'grant-medical-access', one, to, Cl.uint(50))
  send(staff.address, 'access-medical-data', one, Cl.uint(20))
  send(physician.address, 'access-medical-data', one, Cl.uint(5))
  send(physician.address, 'revoke-medical-access', one, to)
  send(physician.address, 'archive-record', one)
  send(deployer, 'enable-maintenance')
  send(deployer, 'disable-maintenance')
  node.answer(route, page(printed))

  const { events } = await connect().getContractEvents()
  const record = { recordId: 1n, physician: physician.address }
  expect(events.map(({ value }) => value)).toEqual([
    {
      event: 'medical-record-created',
      ...record,
      recordCategory: 'radiology',
      dataVolume: 100n,
      createdAt: expect.any(BigInt),
    },
    { event: 'medical-access-granted', ...record, medicalStaff: staff.address, accessLimit: 50n },
    {
      event: 'medical-data-accessed',
      recordId: 1n,
      accessor: staff.address,
      accessVolume: 20n,
      accessedVolume: 20n,
      dataVolume: 100n,
      staffUsage: 20n,
    },
    {
      event: 'medical-data-accessed',
      recordId: 1n,
      accessor: physician.address,
      accessVolume: 5n,
      accessedVolume: 25n,
      dataVolume: 100n,
      staffUsage: 0n,
    },
    { event: 'medical-access-revoked', ...record, medicalStaff: staff.address },
    { event: 'record-archived', ...record },
    { event: 'maintenance-enabled', chiefMedicalOfficer: deployer },
    { event: 'maintenance-disabled', chiefMedicalOfficer: deployer },
  ])
  expect(events.map(({ rawHex }) => rawHex)).toEqual(printed)
  expect(events[3]).toMatchObject({ txid, eventIndex: 3 })
})

test('keeps an event that it does not know, with its bytes', async ({ node, connect }) => {
  const unknown = [
    Cl.tuple({ event: Cl.stringAscii('record-shared'), 'record-id': Cl.uint(1) }),
    Cl.tuple({ event: Cl.stringAscii('record-archived'), 'record-id': Cl.uint(1) }),
    Cl.tuple({ event: Cl.stringAscii('maintenance-enabled'), 'chief-medical-officer': Cl.uint(1) }),
    Cl.tuple({
      event: Cl.stringAscii('record-archived'),
      'record-id': Cl.uint(1),
      physician: Cl.principal(physician.address),
      reason: Cl.stringAscii('a field that only a later contract prints'),
    }),
    Cl.stringUtf8('hello'),
    Cl.none(),
  ].map((value) => `0x${Cl.serialize(value)}`)
  node.answer(route, page(unknown))
  const { events } = await connect().getContractEvents()
  expect(events.map(({ value, rawHex }) => ({ value, rawHex }))).toEqual(
    unknown.map((rawHex) => ({ value: null, rawHex })),
  )
})

test('asks for the page that it is told and names the pages beside it', async ({ node, connect }) => {
  node.answer(route, page(['0x03'], { prev_cursor: '11:0:0:0', next_cursor: '13:0:2:1' }))
  expect(await connect().getContractEvents({ cursor: '12:0:1:0', limit: 7 })).toMatchObject({
    cursor: '12:0:1:0',
    olderCursor: '11:0:0:0',
    newerCursor: '13:0:2:1',
  })
  expect(Object.fromEntries(node.requests[0]?.query ?? [])).toEqual({ cursor: '12:0:1:0', limit: '7' })
})

test('is an empty page when nothing was printed', async ({ node, connect }) => {
  const empty = { events: [], cursor: null, olderCursor: null, newerCursor: null }
  node.answer(route, page([]))
  expect(await connect().getContractEvents()).toEqual(empty)
  node.answer(route, notFound('contract not found'))
  expect(await connect().getContractEvents()).toEqual(empty)
})

test('tells that a reorg took the event of a cursor', async ({ node, connect }) => {
  node.answer(route, notFound('Cursor not found'))
  const failure = await failureOf(connect().getContractEvents({ cursor: '12:0:1:0' }))
  expect(failure).toBeInstanceOf(CursorNotFoundError)
  expect(failure).toMatchObject({ cursor: '12:0:1:0' })
})

test.for([
  ['limit', { limit: 0 }],
  ['limit', { limit: 101 }],
  ['limit', { limit: 1.5 }],
  ['cursor', { cursor: '12' }],
  ['cursor', { cursor: '' }],
] as const)('refuses a %s of %o', async ([argument, options], { node, connect }) => {
  expect(await failureOf(connect().getContractEvents(options))).toMatchObject({ argument })
  expect(node.requests).toEqual([])
})

test('refuses bytes that are no Clarity value', async ({ node, connect }) => {
  node.answer(route, page(['0xff']))
  expect(await failureOf(connect().getContractEvents())).toBeInstanceOf(UnexpectedAnswerError)
})
