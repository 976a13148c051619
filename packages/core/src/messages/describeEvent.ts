import type { Directory } from '../identities/createDirectory.ts'
import { formatVolume } from '../input/formatVolume.ts'
import type { EventProjection } from '../model/Projection.ts'
import type { Span, Text } from './Message.ts'

/** One event of the contract as a line: when, who, what. */
export function describeEvent(options: { event: EventProjection; directory: Directory }): Text {
  const { event, directory } = options
  return [{ time: event.blockTime.toISOString() }, ' · ', ...describeValue(event.value, directory)]
}

function describeValue(value: EventProjection['value'], directory: Directory): Span[] {
  const person = (principal: string): Span => ({ person: directory.describe(principal) })
  switch (value?.event) {
    case 'medical-record-created':
      return [person(value.physician), ` created it with a volume of ${formatVolume(value.dataVolume)}`]
    case 'medical-data-accessed':
      return [person(value.accessor), ` drew ${formatVolume(value.accessVolume)}`]
    case 'medical-access-granted':
      return [
        person(value.physician),
        ' granted ',
        person(value.medicalStaff),
        ` ${formatVolume(value.accessLimit)}`,
      ]
    case 'medical-access-revoked':
      return [person(value.physician), ' revoked the access of ', person(value.medicalStaff)]
    case 'record-archived':
      return [person(value.physician), ' archived it']
    case 'maintenance-enabled':
      return [person(value.chiefMedicalOfficer), ' halted the system']
    case 'maintenance-disabled':
      return [person(value.chiefMedicalOfficer), ' ended maintenance']
    case undefined:
      return ['an event that this version of MediKey does not know']
  }
}
