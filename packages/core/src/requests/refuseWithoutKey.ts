import type { Deps } from '../Deps.ts'
import { RefusalError } from '../errors/RefusalError.ts'

/**
 * Whoever asks learns at once that nothing could be signed, not when it is too late.
 *
 * @param options.whose how the person is spoken of: `your` or `Alice’s`
 * @throws RefusalError when MediKey holds no key of the principal
 */
export function refuseWithoutKey(
  deps: Pick<Deps, 'getSigner'>,
  options: { principal: string; whose: string },
): void {
  const { principal, whose } = options
  if (deps.getSigner(principal) !== null) return
  throw new RefusalError({
    code: 'NO_SIGNING_KEY',
    message: `MediKey holds no key for ${whose} principal ${principal}, so it could not send this. Ask your MediKey administrator to add it with: medikey keys add`,
  })
}
