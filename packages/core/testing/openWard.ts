import type { ContractCall } from '@medikey/contract-client'
import type { Finding } from '../src/model/Finding.ts'
import {
  type AccessVolumeSettings,
  accessVolumeSchema,
} from '../src/monitors/access-volume/accessVolumeSchema.ts'
import { findAccessVolume } from '../src/monitors/access-volume/findAccessVolume.ts'
import { type Clinic, createClinic, people } from './createClinic.ts'
import { type ClinicWatch, watchClinic } from './watchClinic.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** A clinic in which people draw, and the monitor of volumes looks. */
export type Ward = {
  readonly clinic: Clinic
  readonly watch: ClinicWatch
  act(sender: string, call: ContractCall): void
  draw(sender: string, accessVolume: bigint, recordId?: bigint): void
  /** By the physician of the record. */
  grant(medicalStaff: string, accessLimit: bigint, recordId?: bigint): void
  /** What a look finds anew. */
  look(): Promise<readonly Finding[]>
  /** The same in short. */
  told(): Promise<string[]>
  /** Days at work, from nine o'clock unless told: a large record, and as many draws from it each day. */
  liveDays(days: number, volume: bigint, hour?: number): Promise<void>
}

/**
 * Opens a ward on its first morning.
 *
 * @example
 * const ward = openWard()
 * ward.draw(people.alice, 800n)
 * expect(await ward.told()).toEqual(['info: record 1'])
 */
export function openWard(options: { settings?: AccessVolumeSettings; timeZone?: string } = {}): Ward {
  const { settings = accessVolumeSchema.parse(undefined), timeZone } = options
  const clinic = createClinic()
  const { monitors } = clinic.deps.settings
  const zoned =
    timeZone === undefined ? clinic : createClinic({ settings: { monitors: { ...monitors, timeZone } } })
  return live(zoned, watchClinic(zoned, { monitor: findAccessVolume, settings }))
}

function live(clinic: Clinic, watch: ClinicWatch): Ward {
  const ward: Ward = {
    clinic,
    watch,
    act: (sender, call) => clinic.ledger.act({ sender, call }),
    draw: (sender, accessVolume, recordId = 1n) =>
      ward.act(sender, { functionName: 'accessMedicalData', recordId, accessVolume }),
    grant: (medicalStaff, accessLimit, recordId = 1n) =>
      ward.act(recordId === 3n ? people.ben : people.alice, {
        functionName: 'grantMedicalAccess',
        recordId,
        medicalStaff,
        accessLimit,
      }),
    look: async () => (await watch.look()).found,
    told: async () => (await ward.look()).map(({ severity, subject }) => `${severity}: ${subject}`),
    async liveDays(days, volume, hour = 9) {
      const { clock } = clinic
      ward.act(people.alice, {
        functionName: 'createMedicalRecord',
        recordCategory: 'x',
        dataVolume: 1_000_000n,
      })
      ward.grant(people.nadia, 1_000_000n, 5n)
      const start = clock.now().getTime()
      for (let day = 1; day <= days; day += 1) {
        clock.set(new Date(start + day * DAY_MS + (hour - 9) * HOUR_MS))
        for (let index = 0; index < 4; index += 1) ward.draw(people.nadia, volume / 4n + BigInt(day % 5), 5n)
      }
      await ward.look()
      clock.set(new Date(start + (days + 1) * DAY_MS))
    },
  }
  return ward
}
