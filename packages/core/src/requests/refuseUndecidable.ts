import { RefusalError } from '../errors/RefusalError.ts'
import { isSamePerson } from '../identities/isSamePerson.ts'

/**
 * A grant that nobody could approve must not look as if it were on its way: the CMO alone decides, and nobody approves
 * what they asked for or are granted.
 *
 * @param options.officer the CMO's principal
 * @throws RefusalError when it is the CMO who asks, or who would get the access
 */
export function refuseUndecidable(options: {
  officer: string
  requester: string
  medicalStaff: string
}): void {
  const { officer, requester, medicalStaff } = options
  const isAsking = isSamePerson(officer, requester)
  const isGranted = isSamePerson(officer, medicalStaff)
  if (!isAsking && !isGranted) return
  const way = isGranted
    ? ''
    : ' Let the person ask for the access themselves, with /medikey request: then you consent and decide.'
  throw new RefusalError({
    code: 'NOBODY_DECIDES',
    message: `The Chief Medical Officer alone decides requests, and nobody approves ${isAsking ? 'what they asked for' : 'access of their own'}. Nobody could approve this grant, so it was not saved.${way}`,
  })
}
