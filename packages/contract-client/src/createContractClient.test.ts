import { Cl } from '@stacks/transactions'
import { describe, expect } from 'vitest'
import { openVm } from '../scripts/openVm.ts'
import { contract, deployer, physician, staff, stranger } from '../testing/accounts.ts'
import { answerFromVm } from '../testing/answerFromVm.ts'
import { clientTest } from '../testing/clientTest.ts'
import { failureOf } from '../testing/failureOf.ts'
import { createContractClient } from './createContractClient.ts'
import { ContractNotDeployedError } from './errors/ContractNotDeployedError.ts'
import { ContractReadError } from './errors/ContractReadError.ts'
import { RecordNotFoundError } from './errors/contract/RecordNotFoundError.ts'
import { UnauthorizedAccessError } from './errors/contract/UnauthorizedAccessError.ts'
import { InvalidArgumentError } from './errors/InvalidArgumentError.ts'
import { UnexpectedAnswerError } from './errors/UnexpectedAnswerError.ts'

const largestUint = 2n ** 128n - 1n

// Reads change nothing, so one VM with a few records serves every test of this file.
const vm = await openVm()
const send = (sender: string, name: string, ...args: Parameters<typeof vm.callPublicFn>[2]) =>
  vm.callPublicFn(contract, name, args, sender)
send(physician.address, 'create-medical-record', Cl.stringAscii('radiology'), Cl.uint(1_000n))
send(physician.address, 'create-medical-record', Cl.stringAscii('"; (ok u1)'), Cl.uint(5n))
send(stranger.address, 'create-medical-record', Cl.stringAscii(''), Cl.uint(largestUint))
send(physician.address, 'grant-medical-access', Cl.uint(1), Cl.principal(staff.address), Cl.uint(100))
send(staff.address, 'access-medical-data', Cl.uint(1), Cl.uint(30))
send(physician.address, 'archive-record', Cl.uint(2))

const test = clientTest.extend<{ served: undefined }>({
  served: [
    async ({ node }, use) => {
      answerFromVm(node, vm)
      await use(undefined)
    },
    { auto: true },
  ],
})

describe('reading the contract', () => {
  test('gives a record with its id and its numbers as bigint', async ({ connect }) => {
    expect(await connect().getMedicalRecord({ recordId: 1n })).toEqual({
      recordId: 1n,
      physician: physician.address,
      recordCategory: 'radiology',
      dataVolume: 1_000n,
      accessedVolume: 30n,
      createdAt: expect.any(BigInt),
      activeRecord: true,
    })
  })

  test('tells an archived record, odd text and the largest number as they are', async ({ connect }) => {
    const client = connect()
    expect(await client.getMedicalRecord({ recordId: 2n })).toMatchObject({
      recordCategory: '"; (ok u1)',
      activeRecord: false,
    })
    expect(await client.getMedicalRecord({ recordId: 3n })).toMatchObject({
      recordCategory: '',
      dataVolume: largestUint,
    })
  })

  test('gives null for what is not there', async ({ connect }) => {
    const client = connect()
    expect(await client.getMedicalRecord({ recordId: 99n })).toBeNull()
    expect(await client.getAccessPrivilege({ recordId: 1n, medicalStaff: stranger.address })).toBeNull()
    expect(await client.getStaffUsage({ recordId: 1n, medicalStaff: stranger.address })).toBe(0n)
    expect(await client.getPhysicianStats({ physician: staff.address })).toEqual({
      recordCount: 0n,
      totalDataManaged: 0n,
    })
  })

  test('gives the counts, the privilege and its usage', async ({ connect }) => {
    const client = connect()
    expect(await client.getTotalRecords()).toBe(3n)
    expect(await client.getPhysicianStats({ physician: physician.address })).toEqual({
      recordCount: 2n,
      totalDataManaged: 1_005n,
    })
    const pair = { recordId: 1n, medicalStaff: staff.address }
    expect(await client.getAccessPrivilege(pair)).toEqual({ canAccess: true, accessLimit: 100n })
    expect(await client.getStaffUsage(pair)).toBe(30n)
  })

  test('knows the Chief Medical Officer and whether there is maintenance', async ({ connect }) => {
    const client = connect()
    expect(await client.getChiefMedicalOfficer()).toBe(deployer)
    expect(await client.isChiefMedicalOfficer({ user: deployer })).toBe(true)
    expect(await client.isChiefMedicalOfficer({ user: physician.address })).toBe(false)
    expect(await client.isChiefMedicalOfficer({ user: contract })).toBe(false)
    expect(await client.isSystemMaintenance()).toBe(false)
  })

  test('reads any number of records in the order asked, 25 a request', async ({ node, connect }) => {
    const recordIds = Array.from({ length: 60 }, (_, index) => BigInt(60 - index))
    const records = await connect().getMedicalRecords({ recordIds })
    expect(records.map((record) => record?.recordId ?? null)).toEqual(
      recordIds.map((recordId) => (recordId <= 3n ? recordId : null)),
    )
    expect(node.requests).toHaveLength(3)
    expect(await connect().getMedicalRecords({ recordIds: [] })).toEqual([])
    expect(node.requests).toHaveLength(3)
  })

  test('tells what drawing would be answered, as the error itself', async ({ connect }) => {
    const client = connect()
    const draw = { recordId: 1n, medicalStaff: staff.address }
    expect(await client.checkMedicalAccess({ ...draw, accessVolume: 70n })).toBeNull()
    expect(await client.checkMedicalAccess({ ...draw, accessVolume: 71n })).toBeInstanceOf(
      UnauthorizedAccessError,
    )
    expect(await client.checkMedicalAccess({ ...draw, recordId: 9n, accessVolume: 1n })).toBeInstanceOf(
      RecordNotFoundError,
    )
  })
})

describe('what cannot be right', () => {
  const mainnetPrincipal = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'

  test.for([-1n, 2n ** 128n])(
    'the id %s is refused before anything is sent',
    async (recordId, { node, connect }) => {
      const client = connect()
      expect(await failureOf(client.getMedicalRecord({ recordId }))).toMatchObject({ argument: 'recordId' })
      expect(await failureOf(client.getMedicalRecords({ recordIds: [1n, recordId] }))).toMatchObject({
        argument: 'recordIds',
      })
      expect(node.requests).toEqual([])
    },
  )

  test('a principal of another network is refused before anything is sent', async ({ node, connect }) => {
    const client = connect()
    for (const asked of [
      client.getPhysicianStats({ physician: mainnetPrincipal }),
      client.isChiefMedicalOfficer({ user: mainnetPrincipal }),
      client.getNonces({ principal: mainnetPrincipal }),
      client.getBalance({ principal: mainnetPrincipal }),
      client.getTransactionAtNonce({ principal: mainnetPrincipal, nonce: 0n }),
    ]) {
      expect(await failureOf(asked)).toMatchObject({ code: 'INVALID_PRINCIPAL' })
    }
    expect(node.requests).toEqual([])
  })

  test.for([
    ['apiUrl', { apiUrl: 'localhost:3999' }],
    ['apiUrl', { apiUrl: 'ftp://node.example' }],
    ['apiUrl', { apiUrl: 'https://user:password@node.example' }],
    ['apiUrl', { apiUrl: 'https://node.example/?key=secret' }],
    ['contract', { contract: deployer }],
    ['contract', { contract: 'medvault' }],
    ['contract', { network: 'mainnet' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['fee', { fee: { min: 10n, max: 5n } }],
    ['fee', { fee: { min: 1n, max: 5n, fallback: 6n } }],
    ['fee', { fee: { min: -1n, max: 5n } }],
  ] as const)('%s of %o is refused when the client is made', ([argument, options], { connect }) => {
    expect(() => connect(options)).toThrow(InvalidArgumentError)
    expect(() => connect(options)).toThrow(expect.objectContaining({ argument }))
  })

  test('a URL is not repeated in its refusal, since it may hold a key', () => {
    const attempt = () =>
      createContractClient({ apiUrl: 'https://node.example/?key=secret', network: 'devnet', contract })
    expect(attempt).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }))
  })

  test('a slash at the end of the URL changes nothing', async ({ node }) => {
    const client = createContractClient({ apiUrl: `${node.url}/`, network: 'devnet', contract })
    expect(await client.getTotalRecords()).toBe(3n)
  })
})

describe('answers that are no medvault', () => {
  const okay = (value: ReturnType<typeof Cl.uint>) => ({ json: { okay: true, result: Cl.serialize(value) } })

  test.for([
    ['bytes that are no Clarity value', { json: { okay: true, result: '0xzz' } }],
    ['no bytes at all', { json: { okay: true, result: '' } }],
    ['a value of another type', okay(Cl.uint(1))],
  ] as const)('%s are refused', async ([, answer], { node, connect }) => {
    node.answer('POST /v2/contracts/call-read/*', answer)
    expect(await failureOf(connect().getMedicalRecord({ recordId: 1n }))).toBeInstanceOf(
      UnexpectedAnswerError,
    )
  })

  test('fewer records than were asked for are refused', async ({ node, connect }) => {
    const result = Cl.serialize(Cl.list([Cl.none()]))
    node.answer('POST /v2/contracts/call-read/*', { json: { okay: true, result } })
    expect(await failureOf(connect().getMedicalRecords({ recordIds: [1n, 2n] }))).toBeInstanceOf(
      UnexpectedAnswerError,
    )
  })

  test('a contract that is not there is told as such', async ({ node, connect }) => {
    node.answer('GET /extended/v1/contract/*', {
      status: 404,
      json: { statusCode: 404, error: 'Not Found', message: 'cannot find contract by ID' },
    })
    const client = connect({ contract: `${deployer}.elsewhere` })
    expect(await failureOf(client.getTotalRecords())).toBeInstanceOf(ContractNotDeployedError)
  })

  test('a contract that is there and cannot be read is told with the cause', async ({ node, connect }) => {
    node.answer('POST /v2/contracts/call-read/*', { json: { okay: false, cause: 'CostBalanceExceeded' } })
    node.answer('GET /extended/v1/contract/*', {
      json: { tx_id: `0x${'1'.repeat(64)}`, canonical: true, block_height: 2 },
    })
    const failure = await failureOf(connect().getTotalRecords())
    expect(failure).toBeInstanceOf(ContractReadError)
    expect(failure).toMatchObject({ message: expect.stringContaining('CostBalanceExceeded') })
  })
})
