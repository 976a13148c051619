import { createHash } from 'node:crypto'
import { createPrivateKeySigner } from '@medikey/contract-client'
import { getPersona } from 'medikey'
import { createDice, type Dice } from './createDice.ts'
import type { Person } from './Person.ts'
import type { SimulationOptions } from './SimulationOptions.ts'

/**
 * Makes the people: the CMO, who deployed the contract, physicians, and nurses of whom some always work at night, some
 * begin in the middle of the month and some are away for a week.
 */
export function createPeople(options: SimulationOptions): Person[] {
  const dice = createDice({ seed: options.seed, purpose: 'people' })
  const cmo = getPersona('cmo')
  return [
    {
      ...employ(dice, { role: 'physician', options }),
      name: cmo.name,
      principal: cmo.principal,
      privateKey: cmo.privateKey,
      role: 'cmo',
      userId: 'U0CMO',
    },
    ...list(options.physicians, (index) => create(dice, { role: 'physician', index, options })),
    ...list(options.staff, (index) => create(dice, { role: 'nurse', index, options })),
  ]
}

function create(
  dice: Dice,
  { role, index, options }: { role: 'physician' | 'nurse'; index: number; options: SimulationOptions },
): Person {
  const privateKey = `${createHash('sha256').update(`${options.seed}/${role}/${index}`).digest('hex')}01`
  return {
    ...employ(dice, { role, options }),
    name: `${role === 'nurse' ? 'Nurse' : 'Dr.'} ${index + 1}`,
    principal: createPrivateKeySigner({ privateKey, network: 'devnet' }).address,
    privateKey,
    role,
    userId: `U${role === 'nurse' ? 'N' : 'P'}${String(index).padStart(4, '0')}`,
  }
}

function employ(dice: Dice, { role, options }: { role: 'physician' | 'nurse'; options: SimulationOptions }) {
  const isNurse = role === 'nurse'
  const worksAtNight = isNurse && dice.chance(0.08)
  return {
    shiftBegins: worksAtNight ? 22 : isNurse ? dice.pick([7, 8, 9, 13]) : dice.pick([8, 9]),
    usualVolume: dice.volume(isNurse ? 25 : 60, 0.5),
    drawsAShift: isNurse ? 1 + dice.count(1.2) : 0.6,
    from: isNurse && dice.chance(0.05) ? dice.between(5, Math.max(6, options.days - 10)) : 0,
    holiday: dice.chance(0.15) ? dice.between(3, Math.max(4, options.days - 8)) : null,
  }
}

function list<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
