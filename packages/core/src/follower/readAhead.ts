/** Asks for the next item while the present one is worked on. */
export async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  let next = iterator.next()
  try {
    for (;;) {
      const item = await next
      if (item.done === true) return
      next = iterator.next()
      // Heard at the next turn; left alone, it would end the process where work on the present item throws first.
      next.catch(() => {})
      yield item.value
    }
  } finally {
    await next.catch(() => {})
    await iterator.return?.()
  }
}
