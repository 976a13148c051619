/** What a promise is rejected with. Fails when it is not. */
export async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  let value: unknown
  try {
    value = await asked
  } catch (error) {
    return error
  }
  throw new Error(`It succeeded with ${String(value)}.`)
}
