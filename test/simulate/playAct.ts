import {
  answerClick,
  answerCommand,
  type Deps,
  parseCommand,
  parseRequestInput,
  submitRequest,
} from '@medikey/core'
import type { Act } from './Act.ts'
import type { Office } from './Office.ts'
import { WORKSPACE } from './openSimulatedMedikey.ts'
import type { Person } from './Person.ts'
import type { SimulatedChain } from './startSimulatedChain.ts'
import type { KnownPrivilege, World } from './World.ts'

/** What people do: through MediKey what belongs there, past it what a wallet does. */
export async function playAct(
  { deps, chain, world, office }: { deps: Deps; chain: SimulatedChain; world: World; office: Office },
  act: Exclude<Act, { kind: 'outage' | 'hang' | 'reorg' }>,
): Promise<void> {
  switch (act.kind) {
    case 'draw':
      return draw({ chain, world }, act)
    case 'bypass':
      if (act.call.functionName === 'archiveRecord') markArchived(world, act.call.recordId)
      if (act.call.functionName === 'enableMaintenance') world.isHalted = true
      if (act.call.functionName === 'disableMaintenance') world.isHalted = false
      return chain.send(act)
    case 'grant':
    case 'revoke':
      return ask({ deps, world, office }, act)
    case 'archive':
      if (!act.record.isActive || world.isHalted) return
      await doOwn(deps, {
        person: act.record.physician,
        at: act.at,
        text: `archive ${act.record.recordId} no longer in use`,
      })
      act.record.isActive = false
      return
    case 'maintenance':
      await doOwn(deps, {
        person: world.cmo,
        at: act.at,
        text: `maintenance ${act.isOn ? 'on' : 'off'} work on the network`,
      })
      world.isHalted = act.isOn
  }
}

async function draw(
  { chain, world }: { chain: SimulatedChain; world: World },
  { at, person, record, ...act }: Extract<Act, { kind: 'draw' }>,
): Promise<void> {
  // People were told, and wait.
  if (world.isHalted) return
  const volume = act.volume === 'rest' ? record.volume - record.drawn : act.volume
  const privilege = world.privileges.get(`${record.recordId}/${person.principal}`)
  await chain.send({
    person,
    call: { functionName: 'accessMedicalData', recordId: record.recordId, accessVolume: BigInt(volume) },
  })
  const isAllowed =
    record.isActive &&
    record.drawn + volume <= record.volume &&
    (person === record.physician || isWithin(privilege, { volume, at }))
  if (!isAllowed) return
  record.drawn += volume
  if (privilege !== undefined) privilege.used += volume
}

function isWithin(privilege: KnownPrivilege | undefined, o: { volume: number; at: Date }): boolean {
  if (privilege === undefined) return false
  return (
    privilege.used + o.volume <= privilege.limit && (privilege.endsAt === null || privilege.endsAt > o.at)
  )
}

async function ask(
  { deps, world, office }: { deps: Deps; world: World; office: Office },
  act: Extract<Act, { kind: 'grant' | 'revoke' }>,
): Promise<void> {
  const { record, staff, decidedAt } = act
  const isGrant = act.kind === 'grant'
  // Whoever asks for more is told what the record still holds, and asks for that.
  const limit = isGrant ? Math.min(act.limit, record.volume - record.drawn) : 0
  if (world.isHalted || !record.isActive || (isGrant && limit === 0)) return
  const { request } = await submitRequest(deps, {
    account: toAccount(record.physician),
    delivery: `${act.kind} ${record.recordId} ${staff.principal} ${act.at.toISOString()}`,
    input: parseRequestInput(
      {
        kind: act.kind,
        record: record.recordId.toString(),
        staff: staff.principal,
        reason: 'care on the ward',
        ...(isGrant ? { limit: String(limit) } : {}),
        ...(isGrant && act.duration !== null ? { duration: act.duration } : {}),
      },
      { network: 'devnet' },
    ),
  })
  office.open.push({
    requestId: request.id,
    kind: act.kind,
    record,
    staff,
    limit,
    decidedAt,
    isDenied: isGrant && act.isDenied,
    isDecided: false,
  })
}

/** Something of one's own: typed, and confirmed at once. */
async function doOwn(
  deps: Deps,
  { person, at, text }: { person: Person; at: Date; text: string },
): Promise<void> {
  const account = toAccount(person)
  const delivery = `${text} ${at.toISOString()}`
  const answer = await answerCommand(deps, { account, delivery, command: parseCommand(text) })
  const id = 'message' in answer ? answer.message.actions[0]?.id : undefined
  if (id === undefined) throw new Error(`${person.name} was not asked to confirm: ${text}`)
  await answerClick(deps, { account, delivery: `${delivery} confirmed`, kind: 'confirm', id, clicked: null })
}

function markArchived(world: World, recordId: bigint): void {
  const record = world.records[Number(recordId) - 1]
  if (record !== undefined) record.isActive = false
}

/** The account of somebody of the clinic. */
export function toAccount({ userId }: Person) {
  return { platform: 'slack' as const, workspace: WORKSPACE, userId }
}
