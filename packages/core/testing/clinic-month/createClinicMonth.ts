import type { MedvaultEvent } from '@medikey/contract-client'
import type { DrawDay, DrawHour } from '../../src/model/Draws.ts'
import type { FailedCall } from '../../src/model/FailedCall.ts'
import type { EventProjection, PrivilegeProjection, RecordProjection } from '../../src/model/Projection.ts'
import type { MonitorDeps } from '../../src/monitors/Monitor.ts'
import type { ClinicAct } from './ClinicAct.ts'
import { createRandom } from './createRandom.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const BLOCK_MS = 10_000

/** A clinic that lives through what people do, and answers what monitors ask of the store, fast enough for a month. */
export type ClinicMonth = {
  readonly store: MonitorDeps['store']
  /** What comes of acts, as the follower would hand it to a monitor. */
  live(acts: readonly ClinicAct[]): { changes: EventProjection[]; failedCalls: FailedCall[] }
}

/**
 * Makes such a clinic.
 *
 * @example
 * const month = createClinicMonth({ seed: 7, physicians: 20, records: 5000 })
 */
export function createClinicMonth(options: {
  seed: number
  physicians: number
  records: number
}): ClinicMonth {
  const random = createRandom(options.seed + 1)
  const records = new Map<bigint, RecordProjection>()
  const ofPhysician = new Map<string, bigint[]>()
  const privileges = new Map<string, PrivilegeProjection>()
  const ofStaff = new Map<string, string[]>()
  const recordEvents = new Map<bigint, EventProjection[]>()
  const hours = new Map<string, Map<string, DrawHour>>()
  const days = new Map<string, DrawDay>()
  const archivals = new Map<string, Date[]>()
  const failed = new Map<string, FailedCall[]>()
  let count = 0

  for (let id = 1; id <= options.records; id += 1) {
    const physician = `physician${random.pick(0, options.physicians - 1)}`
    const recordId = BigInt(id)
    ofPhysician.set(physician, [...(ofPhysician.get(physician) ?? []), recordId])
    records.set(recordId, {
      recordId,
      physician,
      recordCategory: 'x',
      dataVolume: BigInt(random.lognormal(3000, 0.8)),
      accessedVolume: 0n,
      createdAtHeight: 1n,
      activeRecord: true,
    })
  }

  const place = (at: number) => {
    count += 1
    const blockHeight = Math.floor(at / BLOCK_MS)
    return { txid: `0x${count}`, blockHeight, blockHash: `0x${blockHeight}`, blockTime: new Date(at) }
  }
  const print = (at: number, value: MedvaultEvent & { recordId: bigint }): EventProjection => {
    const event = { ...place(at), eventIndex: 0, value, rawHex: '' }
    const events = recordEvents.get(value.recordId) ?? []
    events.push(event)
    recordEvents.set(value.recordId, events)
    return event
  }
  const refuse = (at: number, sender: string, code: bigint): FailedCall => {
    const call = { ...place(at), sender, functionName: 'access-medical-data', recordId: 1n, code }
    failed.set(sender, [...(failed.get(sender) ?? []), call])
    return call
  }
  const addUp = (principal: string, options: { at: number; asPhysician: boolean; volume: bigint }) => {
    const { at, asPhysician, volume } = options
    const hour = new Date(Math.floor(at / HOUR_MS) * HOUR_MS)
    const day = new Date(Math.floor(at / DAY_MS) * DAY_MS)
    const own = hours.get(principal) ?? new Map<string, DrawHour>()
    hours.set(principal, own)
    const key = `${hour.getTime()}/${asPhysician}`
    const known = own.get(key) ?? { principal, hour, asPhysician, draws: 0, volume: 0n }
    own.set(key, { ...known, draws: known.draws + 1, volume: known.volume + volume })
    const dayKey = `${principal}/${day.getTime()}/${asPhysician}`
    const its = days.get(dayKey) ?? { principal, day, asPhysician, draws: 0, volume: 0n }
    days.set(dayKey, { ...its, draws: its.draws + 1, volume: its.volume + volume })
  }

  function grant(at: number, who: string, limit: bigint): EventProjection {
    let record = records.get(BigInt(random.pick(1, options.records))) as RecordProjection
    while (!record.activeRecord || record.dataVolume - record.accessedVolume < limit / 2n)
      record = records.get(BigInt(random.pick(1, options.records))) as RecordProjection
    const { recordId, physician } = record
    const event = print(at, {
      event: 'medical-access-granted',
      recordId,
      physician,
      medicalStaff: who,
      accessLimit: limit,
    })
    const key = `${recordId}/${who}`
    const privilege = { recordId, medicalStaff: who, accessLimit: limit, usage: 0n, txid: event.txid }
    privileges.set(key, { ...privilege, grantedAt: event.blockTime })
    ofStaff.set(who, [...(ofStaff.get(who) ?? []).filter((other) => other !== key), key].slice(-12))
    return event
  }

  function draw(
    at: number,
    who: string,
    options: { record: RecordProjection; key: string | null; volume: bigint },
  ) {
    const { record, key, volume } = options
    const privilege = key === null ? undefined : privileges.get(key)
    const accessedVolume = record.accessedVolume + volume
    records.set(record.recordId, { ...record, accessedVolume })
    if (privilege !== undefined && key !== null)
      privileges.set(key, { ...privilege, usage: privilege.usage + volume })
    addUp(who, { at, asPhysician: privilege === undefined, volume })
    return print(at, {
      event: 'medical-data-accessed',
      recordId: record.recordId,
      accessor: who,
      accessVolume: volume,
      accessedVolume,
      dataVolume: record.dataVolume,
      staffUsage: privilege === undefined ? 0n : privilege.usage + volume,
    })
  }

  const canDraw = (key: string, volume: bigint) => {
    const privilege = privileges.get(key)
    const record = records.get(privilege?.recordId ?? 0n)
    return privilege !== undefined &&
      record?.activeRecord &&
      privilege.usage + volume <= privilege.accessLimit &&
      record.accessedVolume + volume <= record.dataVolume
      ? record
      : null
  }

  function drawUnderGrant(at: number, who: string, volume: bigint): EventProjection[] {
    const events: EventProjection[] = []
    if ((ofStaff.get(who) ?? []).length < 3) events.push(grant(at, who, volume * BigInt(random.pick(3, 30))))
    let key = random.choose(ofStaff.get(who) ?? [])
    for (let attempt = 0; canDraw(key, volume) === null; attempt += 1) {
      events.push(grant(at, who, volume * BigInt(random.pick(3, 30))))
      key = ofStaff.get(who)?.at(-1) ?? ''
      if (attempt > 20) return events
    }
    const record = canDraw(key, volume)
    if (record !== null) events.push(draw(at, who, { record, key, volume }))
    return events
  }

  function consult(act: Extract<ClinicAct, { what: 'consult' }>): EventProjection[] {
    const events = [grant(act.at, act.who, BigInt(act.limit))]
    const key = ofStaff.get(act.who)?.at(-1) ?? ''
    for (const [index, volume] of act.draws.entries()) {
      const record = canDraw(key, BigInt(volume))
      const at = act.at + (index + 1) * act.apart * 60_000
      if (record !== null) events.push(draw(at, act.who, { record, key, volume: BigInt(volume) }))
    }
    return events
  }

  function actOnOwn(act: ClinicAct, volume: bigint | null): EventProjection[] {
    const own = ofPhysician.get(act.who) ?? []
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const record = records.get(random.choose(own)) as RecordProjection
      if (!record.activeRecord) continue
      if (volume === null) {
        records.set(record.recordId, { ...record, activeRecord: false })
        archivals.set(act.who, [...(archivals.get(act.who) ?? []), new Date(act.at)])
        return [print(act.at, { event: 'record-archived', recordId: record.recordId, physician: act.who })]
      }
      if (record.accessedVolume + volume <= record.dataVolume)
        return [draw(act.at, act.who, { record, key: null, volume })]
    }
    return []
  }

  const isWithin = (at: Date, span: { from: Date; to: Date }) => at >= span.from && at < span.to
  const store: Partial<MonitorDeps['store']> = {
    getRecord: async (recordId) => records.get(recordId) ?? null,
    findRecords: async ({ recordIds }) => recordIds.flatMap((recordId) => records.get(recordId) ?? []),
    getPrivilege: async ({ recordId, medicalStaff }) => privileges.get(`${recordId}/${medicalStaff}`) ?? null,
    listPrivileges: async () => [],
    listPrivilegesOf: async () => [],
    listRecordEventsThrough: async ({ recordId, throughHeight, limit }) =>
      (recordEvents.get(recordId) ?? [])
        .filter(({ blockHeight }) => blockHeight <= throughHeight)
        .toReversed()
        .slice(0, limit),
    listDraws: async ({ principal, ...span }) =>
      [...(hours.get(principal)?.values() ?? [])].filter(({ hour }) => isWithin(hour, span)),
    listDailyVolumes: async (span) => [...days.values()].filter(({ day }) => isWithin(day, span)),
    listArchivals: async ({ physician, ...span }) =>
      (archivals.get(physician) ?? []).filter((at) => isWithin(at, span)),
    listSenderFailedCalls: async ({ sender, ...span }) =>
      (failed.get(sender) ?? []).filter(({ blockTime }) => isWithin(blockTime, span)),
    listUntouchedRecords: async () => [],
    listReorgs: async () => [],
    listAuditOf: async () => [],
  }

  return {
    store: store as MonitorDeps['store'],
    live(acts) {
      const failedCalls: FailedCall[] = []
      const changes = acts.flatMap((act): EventProjection[] => {
        switch (act.what) {
          case 'draw':
            return drawUnderGrant(act.at, act.who, BigInt(act.volume))
          case 'consult':
            return consult(act)
          case 'own-draw':
            return actOnOwn(act, BigInt(act.volume))
          case 'archive':
            return actOnOwn(act, null)
          case 'denied':
            failedCalls.push(refuse(act.at, act.who, 105n))
            return []
        }
        return []
      })
      return { changes, failedCalls }
    },
  }
}
